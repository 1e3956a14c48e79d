"""Questions with what a right outcome is: passages found, answers or abstentions given.

A question that has an answer is found when one of the first five passages rests on one of its facts. Abstaining is
measured as the detection of questions without an answer, by precision and recall. Intervals are Wilson's, 95 %.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from assistant.evaluation.datasets import read_rows
from assistant.evaluation.intervals import share
from assistant.vocabulary import Answer, SearchResult, Status

DEPTH = 5
Expected = Literal["answer", "clarify", "redirect", "abstain"]
_REACHED = {Status.ANSWERED: "answer", Status.CLARIFY: "clarify", Status.ABSTAINED: "abstain"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the outcome it should have, the facts that answer it, and words that a right answer holds."""

    id: str
    set: str
    text: str
    kind: str
    expected: Expected
    facts: frozenset[str]
    key: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question."""

    question: Question
    given: str
    rank: int | None  # of the first passage that rests on a right fact, from 1
    cited: bool  # one of the first three citations rests on a right fact
    key_told: bool

    @property
    def right(self) -> bool:
        """Whether the outcome is the one expected; a redirect must say the present name."""
        if self.question.expected == "redirect":
            return self.given == "answer" and self.key_told
        return self.given == self.question.expected


def read_questions(file: Path) -> list[Question]:
    """Reads a set. Raises UnreadablePath when it is missing or malformed."""
    return read_rows(file, _question, ("un jeu de questions", "a set of questions"), "questions")


def _question(row: dict[str, Any]) -> Question:
    facts = frozenset(row["facts"])
    return Question(row["id"], row["set"], row["question"], row["kind"], row["expected"], facts, row["key"])


def evaluate_questions(
    file: Path, ask: Callable[[str], Answer], search: Callable[[str, int], Sequence[SearchResult]]
) -> dict[str, Any]:
    """The measures of each set, and the questions that went wrong."""
    outcomes = [outcome(question, ask, search) for question in read_questions(file)]
    sets = dict.fromkeys(o.question.set for o in outcomes)
    return {
        "questions": len(outcomes),
        "sets": {name: _measures([o for o in outcomes if o.question.set == name]) for name in sets},
        "misses": [_miss(o) for o in outcomes if not o.right or (o.question.facts and o.rank is None)],
    }


def outcome(
    question: Question, ask: Callable[[str], Answer], search: Callable[[str, int], Sequence[SearchResult]]
) -> Outcome:
    """Asks one question and looks for its facts."""
    answer = ask(question.text)
    ranks = [rank for rank, found in enumerate(search(question.text, DEPTH), 1) if question.facts & set(found.facts)]
    cited = any(question.facts & set(citation.facts) for citation in answer.citations[:3])
    told = " ".join([answer.answer, *answer.warnings]).casefold()
    return Outcome(
        question,
        _REACHED[answer.status],
        ranks[0] if ranks else None,
        cited,
        question.key is None or question.key.casefold() in told,
    )


def _measures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    with_facts = [o for o in outcomes if o.question.facts]
    kinds = dict.fromkeys(o.question.kind for o in outcomes)
    return {
        "questions": len(outcomes),
        "passage_in_first_five": share([o.rank is not None for o in with_facts]),
        "cited_in_first_three": share([o.cited for o in with_facts if o.given == "answer"]),
        "outcome_as_expected": share([o.right for o in outcomes]),
        "by_kind": {kind: share([o.right for o in outcomes if o.question.kind == kind]) for kind in kinds},
        "abstention": _abstention(outcomes),
        "outcomes": {f"{w}>{g}": n for (w, g), n in Counter((o.question.expected, o.given) for o in outcomes).items()},
    }


def _abstention(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Of the abstentions, the share that were right; of the questions without an answer, the share abstained from."""
    given = [o.question.expected == "abstain" for o in outcomes if o.given == "abstain"]
    wanted = [o.given == "abstain" for o in outcomes if o.question.expected == "abstain"]
    return {"precision": share(given), "recall": share(wanted)}


def _miss(o: Outcome) -> dict[str, Any]:
    return {
        "id": o.question.id,
        "question": o.question.text,
        "kind": o.question.kind,
        "expected": o.question.expected,
        "given": o.given,
        "rank": o.rank,
    }
