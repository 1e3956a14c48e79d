"""Notes that say the same thing: sentences said twice, paragraphs and notes that share their runs of five words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from assistant.corpus_quality.findings import Finding, Kind
from assistant.corpus_quality.notes import Note
from assistant.reading.sentences import sentences

RUN = 5
NEAR_NOTES, NEAR_PARAGRAPHS = 0.25, 0.5
FEWEST_RUNS = 10  # a shorter paragraph resembles others by chance

Runs = frozenset[tuple[str, ...]]


def runs(text: str) -> Runs:
    """The runs of five words of a text, whatever its capitals and punctuation."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def likeness(one: Runs, other: Runs) -> float:
    """Share of the runs of either that both have."""
    return len(one & other) / len(one | other) if one and other else 0.0


def near_duplicates(notes: Iterable[Note]) -> Iterator[Finding]:
    """Notes and paragraphs too like one before them, and sentences already said."""
    notes = list(notes)
    whole = [(note.file, 1, runs(" ".join(p.text for p in note.paragraphs))) for note in notes]
    parts = [(note.file, p.line, runs(p.text)) for note in notes for p in note.paragraphs]
    yield from _alike(whole, NEAR_NOTES, "cette note")
    yield from _alike([part for part in parts if len(part[2]) >= FEWEST_RUNS], NEAR_PARAGRAPHS, "ce paragraphe")
    yield from _said_twice(notes)


def _alike(texts: list[tuple[str, int, Runs]], limit: float, what: str) -> Iterator[Finding]:
    bearing: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, (_, _, own) in enumerate(texts):
        for run in own:
            bearing[run].append(at)
    # Only those that have a run in common are compared.
    for first, second in sorted({pair for places in bearing.values() for pair in combinations(places, 2)}):
        (file, line, one), (other_file, other_line, other) = texts[first], texts[second]
        share = likeness(one, other)
        if share >= limit:
            yield _finding(other_file, other_line, f"{what} reprend {share:.0%} de {file}, ligne {line}")


def _said_twice(notes: list[Note]) -> Iterator[Finding]:
    said: dict[str, str] = {}
    for note in notes:
        for paragraph in note.paragraphs:
            for span in sentences(paragraph.text):
                sentence = " ".join(paragraph.text[span.start : span.end].split())
                if sentence in said:
                    told = f"« {sentence[:60]} » est déjà dit dans {said[sentence]}"
                    yield _finding(note.file, paragraph.line, told)
                said.setdefault(sentence, f"{note.file}, ligne {paragraph.line}")


def _finding(file: str, line: int, what: str) -> Finding:
    remedy = "Gardez-le à un seul endroit, ou réunissez les deux."
    return Finding(file=file, line=line, kind=Kind.DOUBLON, what=what, remedy=remedy)
