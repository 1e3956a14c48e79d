"""Whether the corpus answers: several plain signals, each explained, decided before anything is written."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answering.answer_type import has_figure
from assistant.answering.evidence import Evidence
from assistant.index.analysis import terms, words
from assistant.vocabulary import AbstentionReason, Language

_NUMBER_ASKED = re.compile(
    r"\b(?:combien|how (?:many|much)|quel(?:le)?s? (?:(?:est|était|sont|étaient|sera|fut) (?:le |la |les |l['’])?)?"
    r"(?:montant|budget|salaire|co[uû]t|prix|nombre|effectif|numéro|taux|chiffre))\b",
    re.IGNORECASE,
)
# A name that no passage has matters less when the passages cover the rest of the question.
NAME_COVERAGE = 0.75
# A question that seems none of ours is answered when one sentence has this share of its words, and they are enough.
HELD_COVERAGE, WORDS_HELD = 0.8, 3
# Sentences among which an asked figure is looked for.
FIGURES_READ = 25
_WORD = re.compile(r"[\w'’&-]+")


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for or against answering. All shares are in [0, 1]."""

    coverage: float  # question words, weighted by rarity, in the best sentence with its headings
    passage_coverage: float  # the same over the whole best passage
    agreement: bool  # both arms put the same passage among their first
    unknown_names: tuple[str, ...]  # capitalised words that no passage has
    unknown_share: float  # weight of the question's words that no passage has
    number_asked: bool
    number_found: bool  # in a sentence that shares a word with the question
    words_asked: int

    @property
    def held_whole(self) -> bool:
        """Whether one passage has nearly all that the question speaks of, be it no subject of ours."""
        enough = self.words_asked >= WORDS_HELD and not self.unknown_names
        return enough and self.coverage >= HELD_COVERAGE and self.passage_coverage >= HELD_COVERAGE


def signals(
    question: str,
    evidence: Sequence[Evidence],
    both_arms: bool,
    idf: Callable[[str], float],
    knows: Callable[[str], bool],
    about: Callable[[Evidence], bool] = lambda evidence: True,
) -> Signals:
    """The signals of a question (without the clusters it names) and its evidence, best first.

    `about` tells whether a sentence speaks of the clusters named: only such a one can give their figure.
    """
    asked = {term: idf(term) for term in terms(question)}
    total = sum(asked.values()) or 1.0
    best = evidence[:8]
    return Signals(
        coverage=max((e.coverage for e in best), default=0.0),
        passage_coverage=max((_passage_coverage(asked, total, e) for e in best), default=0.0),
        agreement=both_arms,
        unknown_names=tuple(name for name in _names(question) if not any(map(knows, terms(name)))),
        unknown_share=sum(weight for term, weight in asked.items() if not knows(term)) / total,
        number_asked=bool(_NUMBER_ASKED.search(question)),
        number_found=any(
            has_figure(e.text) and about(e) and asked.keys() & set(terms(e.text)) for e in evidence[:FIGURES_READ]
        ),
        words_asked=len(asked),
    )


def _passage_coverage(asked: dict[str, float], total: float, evidence: Evidence) -> float:
    held = set(terms(" ".join((evidence.document.title, *evidence.section, evidence.passage.text))))
    return sum(weight for term, weight in asked.items() if term in held) / total


def _names(question: str) -> list[str]:
    """Capitalised words that do not open the question."""
    found = [match.group() for match in _WORD.finditer(question)]
    return [word for word in found[1:] if word[:1].isupper() and len(word) > 2 and words(word)]


def reason_to_abstain(s: Signals, language: Language) -> AbstentionReason | None:
    """Why not to answer, or None. The thresholds were set on questions kept apart from those that are scored."""
    if s.unknown_names and s.passage_coverage < NAME_COVERAGE and language == "fr":
        return AbstentionReason.ENTITE_INCONNUE
    if language == "en":  # words of an English question are not those of French passages: only meaning speaks
        return None if s.agreement or s.coverage > 0 else AbstentionReason.CORPUS_MUET
    if s.number_asked and (not s.number_found or s.unknown_share > 0.3 or s.passage_coverage < 0.6):
        return AbstentionReason.CHIFFRE_ABSENT
    if s.passage_coverage < 0.3 or (s.passage_coverage < 0.5 and not s.agreement):
        return AbstentionReason.CORPUS_MUET
    return None
