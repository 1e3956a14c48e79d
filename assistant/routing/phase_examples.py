"""The clauses from which phase statements are learnt: `corpus/phases.yaml`, phase → family → sentences.

Angle brackets mark what states the phase: « <On vient de se lancer>, qui visiter ? »; without them the whole does.
Under `aucune` nothing does, nor in any utterance of `corpus/routing.yaml` that is not repeated here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.clusters.files import corpus_error, read_yaml
from assistant.routing.clauses import Span, clauses
from assistant.routing.examples import Example
from assistant.routing.phase_signs import has_owner, near_a_statement, states_nothing
from assistant.vocabulary import Phase

NOTHING = "aucune"
STATED = (Phase.STRUCTURATION, Phase.DEVELOPPEMENT)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with the spans of cluster names in it, and the phase that it states, if any."""

    text: str
    mentions: tuple[Span, ...]
    phase: Phase | None


def clause_of(text: str, mentions: Sequence[Span], span: Span) -> tuple[str, tuple[Span, ...]]:
    """The text of a span and the mentions within it, counted from its start."""
    start, end = span
    inside = tuple((max(m[0], start) - start, min(m[1], end) - start) for m in mentions if m[0] < end and m[1] > start)
    return text[start:end], inside


def read_clauses(path: Path, utterances: Sequence[Example]) -> list[Clause]:
    """All clauses that the signs alone do not settle, `utterances` being those of the router.

    Raises CorpusError when the file is not YAML, a phase is unknown or missing, or something is not a text.
    """
    raw = read_yaml(path)
    if not isinstance(raw, dict) or set(raw) != {*STATED, NOTHING}:
        raise corpus_error(path, "fichier", "structuration, developpement et aucune attendues")
    found: list[Clause] = []
    here: set[str] = set()
    for name, families in raw.items():
        phase = None if name == NOTHING else Phase(name)
        for family, texts in families.items() if isinstance(families, dict) else [(name, None)]:
            if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
                raise corpus_error(path, f"{name}, famille {family}", "liste de phrases attendue")
            for marked in texts:
                here.add(marked.replace("<", "").replace(">", ""))
                found += _clauses(marked, phase)
    for utterance in utterances:
        if utterance.text not in here:
            found += _silent(utterance)
    return found


def _clauses(marked: str, phase: Phase | None) -> Iterator[Clause]:
    """The clauses of a sentence: those that hold all that is marked state the phase, those that hold none of it
    nothing."""
    text = marked.replace("<", "").replace(">", "")
    start, end = (marked.find("<"), marked.find(">") - 1) if "<" in marked else (0, len(text))
    for span in clauses(text, every_pair=phase is not None):
        held = _letters(text[max(span[0], start) : min(span[1], end)])
        whole = held == _letters(text[start:end])
        if states_nothing(text[slice(*span)]) or (phase and held and not whole):
            continue
        yield Clause(text[slice(*span)], (), phase if phase and whole else None)


def _silent(utterance: Example) -> Iterator[Clause]:
    for span in clauses(utterance.text):
        text, mentions = clause_of(utterance.text, utterance.mentions, span)
        if (has_owner(text) or near_a_statement(text)) and not states_nothing(text):
            yield Clause(text, mentions, None)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
