"""What a wrong citation may do to a pilot: grades given by a person who read it beside its question.

A grade holds for one question and one quote, letter for letter: another quote is ungraded until somebody reads it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.datasets import read_rows
from assistant.evaluation.intervals import share

GRADES = ("harmless", "misleading", "harmful")
UNGRADED = "ungraded"
Grades = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A citation that does not answer: the question's id, its text, and what is quoted of which title."""

    id: str
    question: str
    title: str
    quote: str


def read_grades(file: Path) -> dict[tuple[str, str], str]:
    """Grades by question id and quote; none without a file. Raises UnreadablePath when a line is malformed."""
    if not file.exists():
        return {}
    return dict(read_rows(file, _graded, ("un fichier de notes", "a file of grades"), "citations"))


def _graded(row: dict[str, str]) -> tuple[tuple[str, str], str]:
    if row["grade"] not in GRADES:
        raise ValueError(f"grade {row['grade']!r}")
    return (row["id"], row["quote"]), row["grade"]


def harm(wrong: Sequence[Wrong], cited: int, grades: Grades) -> dict[str, Any]:
    """How many wrong citations bear each grade, the share of all `cited` that is harmful, and each with its grade."""
    graded = [grades.get((w.id, w.quote), UNGRADED) for w in wrong]
    counts = Counter(graded)
    harmful = counts["harmful"]
    return {
        "counts": {name: counts[name] for name in (*GRADES, UNGRADED)},
        "harmful_of_all_cited": share([True] * harmful + [False] * (cited - harmful)),
        "wrong": [
            {"id": w.id, "question": w.question, "title": w.title, "quote": w.quote, "grade": grade}
            for w, grade in zip(wrong, graded, strict=True)
        ],
    }
