"""Whether a question asks for the whole of a field of a cluster, for a part of it or for what changed in it.

« Combien d'adhérents bretons compte X ? » is not answered by the number of adherents. What is asked is learnt from
`corpus/field_parts.yaml`, every word that is not usual there read as one and the same: it is no matter
whether brewers or laboratories are counted, but where the word stands.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from assistant.answering.figures import has_figure
from assistant.answering.slips import cost
from assistant.clusters.fields import Field
from assistant.index.analysis import fold, terms
from assistant.routing.examples import marked
from assistant.routing.features import NAME, words
from assistant.routing.kinds import NOTHING, Embed, Kinds, Spoken, load_kinds
from assistant.routing.learning import QuestionEmbedder

# From this probability a part, or a change, is believed to be asked for.
SURE = 0.5
# Fields that can be counted, so that they have parts.
PARTED = frozenset({Field.MEMBRES, Field.EQUIPE, Field.BUDGET, Field.PROJETS})
# Stand for any word that is not usual, and for any that is in the plural or an acronym, which no verb with « X » is;
# a usual word is used by so many examples.
ANY_WORD, ANY_WORDS, USUAL_FROM = "truc", "trucs", 2
# A word of so many letters, this near to a usual one, is a slip for it.
LONG, SLIP = 5, 1.0
# Words that set no part apart from another.
_OF_ANY_PART = frozenset("part parts parmi pourcentage proportion fraction dont hors share percentage among".split())
_CHANGE = re.compile(
    r"\b(?:gagn|perd|augment|progress|cro[iî]t|croissance|baiss|recul|doubl|tripl|diminu|hausse|pass(?:é|er|ait) de|grow|grew|lost)\w*",
    re.IGNORECASE,
)


class Part(StrEnum):
    """What of a field is asked for, when it is not the whole."""

    PARTIE = "partie"
    EVOLUTION = "evolution"


@dataclass(frozen=True, slots=True)
class AskedParts:
    """What was learnt, and the words that are usual, by themselves and by their stems."""

    kinds: Kinds
    usual: Mapping[str, str]

    def read(self, question: str, embed: Embed, mentions: Sequence[tuple[int, int]]) -> Part | None:
        """The part or change asked for of the cluster that is named at `mentions`; None when the whole is."""
        masked = _masked(Spoken(question, tuple(mentions), NOTHING), self.usual)
        asked = self.kinds.read(masked.text, embed, masked.mentions)
        return None if asked is None else Part(asked)

    def tells(self, part: Part, question: str, mentions: Sequence[tuple[int, int]]) -> Callable[[str], bool]:
        """Whether a sentence with a figure has the words that set the part apart, or speaks of a change."""
        apart = self._apart(question, mentions)

        def holds(text: str) -> bool:
            if part is Part.EVOLUTION:
                return has_figure(text) and bool(_CHANGE.search(text))
            return has_figure(text) and bool(apart) and apart <= set(terms(text))

        return holds

    def _apart(self, question: str, mentions: Sequence[tuple[int, int]]) -> frozenset[str]:
        """The terms of the question that are not usual in asking for the whole."""
        typed = (word for folded, word in words(question, mentions) if _is_any(_as_usual(folded, word, self.usual)))
        return frozenset(term for word in typed if fold(word.lower()) not in _OF_ANY_PART for term in terms(word))


def load_asked_parts(
    file: Path, embedder: QuestionEmbedder, folder: Path, progress: Callable[[str, float], None]
) -> AskedParts:
    """What was learnt from `file`, from `folder` if it is there. Raises CorpusError for bad examples."""
    usual = dict[str, str]()

    def masked(examples: Sequence[Spoken]) -> list[Spoken]:
        usual.update(_usual(examples))
        return [_masked(example, usual) for example in examples]

    kinds = load_kinds(file, Part, SURE, embedder, folder, progress, masked)
    return AskedParts(kinds, usual)


def _usual(examples: Sequence[Spoken]) -> dict[str, str]:
    """The words that are usual in asking for the whole or for a change, by themselves and by their stems."""
    used = Counter(
        (example.kind == Part.PARTIE, word)
        for example in examples
        for word in {folded for folded, _ in words(example.text, example.mentions)}
    )
    usual = sorted(word for (of_part, word), times in used.items() if not of_part and times >= USUAL_FROM)
    return {_stem(word): word for word in usual} | {word: word for word in usual}


def _masked(spoken: Spoken, usual: Mapping[str, str]) -> Spoken:
    """The text in folded words, those that are not usual all alike."""
    told = [_as_usual(folded, typed, usual) for folded, typed in words(spoken.text, spoken.mentions)]
    return Spoken(*marked(" ".join("[X]" if word == NAME else word for word in told)), spoken.kind)


def _as_usual(word: str, typed: str, usual: Mapping[str, str]) -> str:
    """The usual word that this one is, by itself, by its stem or but for a slip; else that which stands for any."""
    if word == NAME or word.isdigit():
        return word
    found = usual.get(word) or usual.get(_stem(typed))
    if found is None and len(word) >= LONG:
        found = next((o for w, o in usual.items() if len(w) >= LONG and cost(w, word, SLIP) <= SLIP), None)
    return found or (ANY_WORDS if word.endswith(("s", "x")) or typed.isupper() else ANY_WORD)


def _is_any(word: str) -> bool:
    return word in (ANY_WORD, ANY_WORDS)


def _stem(word: str) -> str:
    return next(iter(terms(word)), word)
