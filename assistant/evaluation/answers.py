"""Whole answers held against gold facts: are the passages cited the right ones, is each quote on its page.

A citation is right when its paragraph rests on a fact that the question asks for (`facts`) or that helps answer it
(`also`); a sheet, which rests on no fact, is counted apart. Intervals are Wilson's, 95 %, over citations or facts:
those of one question resemble each other, so they are too narrow rather than too wide.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.datasets import read_rows
from assistant.evaluation.harm import Grades, Wrong, harm
from assistant.evaluation.intervals import share
from assistant.vocabulary import Answer, Page, Provenance, Status

_MARKER = re.compile(r"\[(\d+)\]")
Ask = Callable[[str], Answer]
PageOf = Callable[[str, int], Page]


@dataclass(frozen=True, slots=True)
class Gold:
    """A question, the facts that a good answer rests on, and those that are no mistake to cite."""

    id: str
    question: str
    facts: frozenset[str]
    also: frozenset[str]


def read_gold(file: Path) -> list[Gold]:
    """Reads a set. Raises UnreadablePath when it is missing or malformed."""
    return read_rows(
        file,
        lambda row: Gold(row["id"], row["question"], frozenset(row["facts"]), frozenset(row["also"])),
        ("un jeu de réponses", "a set of answers"),
        "citations",
    )


def evaluate_answers(file: Path, ask: Ask, page: PageOf, grades: Grades | None = None) -> dict[str, Any]:
    """The measures over all questions, and those whose first citation is wrong or lacking."""
    gold = read_gold(file)
    return measured(gold, [ask(g.question) for g in gold], page, grades)


def measured(
    gold: Sequence[Gold], answers: Sequence[Answer], page: PageOf, grades: Grades | None = None
) -> dict[str, Any]:
    """Shares of right citations, facts cited, quotes found; markers that lead nowhere; wrong citations by harm."""
    pairs = list(zip(gold, answers, strict=True))
    right, recalled, first, verbatim = list[bool](), list[bool](), list[bool](), list[bool]()
    dangling = sheets = 0
    misses, wrong = [], list[Wrong]()
    for wanted, answer in pairs:
        of_notes = [c for c in answer.citations if c.provenance != Provenance.FICHE]
        sheets += len(answer.citations) - len(of_notes)
        judged = [bool(set(c.facts) & (wanted.facts | wanted.also)) for c in of_notes]
        right += judged
        wrong += [
            Wrong(wanted.id, wanted.question, citation.title, citation.quote)
            for citation, good in zip(of_notes, judged, strict=True)
            if not good
        ]
        cited = {fact for c in answer.citations for fact in c.facts}
        recalled += [fact in cited for fact in sorted(wanted.facts)]
        first.append(bool(answer.citations) and bool(set(answer.citations[0].facts) & (wanted.facts | wanted.also)))
        verbatim += [c.quote in page(c.document_id, c.page).text for c in answer.citations]
        dangling += dangling_markers(answer)
        if not first[-1] or not all(judged):
            misses.append({"id": wanted.id, "status": answer.status.value, "right": judged})
    return {
        "questions": len(pairs),
        "answered": share([answer.status == Status.ANSWERED for answer in answers]),
        "first_citation": share(first),
        "precision": share(right),
        "recall": share(recalled),
        "verbatim": share(verbatim),
        "dangling_markers": dangling,
        "sheets_cited": sheets,
        "misses": misses,
        "harm": harm(wrong, len(right), grades or {}),
    }


def dangling_markers(answer: Answer) -> int:
    """Markers without a citation, and citations without a marker."""
    numbers = {citation.n for citation in answer.citations}
    shown = {int(n) for n in _MARKER.findall(answer.answer)} | {n for claim in answer.claims for n in claim.citations}
    return len(numbers ^ shown)
