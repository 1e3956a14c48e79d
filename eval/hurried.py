"""Scores `eval/development/hurried.jsonl`: statements, messages, stated phases, follow-ups on suggestions.

python eval/hurried.py [look|apart]
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from assistant import Interpilote
from assistant.vocabulary import Answer, Status, Suggestion, Turn

SET = Path(__file__).parent / "development" / "hurried.jsonl"
NOTES = Path(__file__).parents[1] / "corpus" / "documents"
RISKS = ("disparite", "concurrence", "antagonisme", "renouvellement")
Row = dict[str, Any]


def main(half: str | None) -> None:
    """Prints how many of each kind are as wanted."""
    assistant, count = Interpilote(), Counter[tuple[str, str]]()
    kinds: dict[str, Callable[[Interpilote, Row], str]] = {
        "statement": statement,
        "message": message,
        "phase": phase,
        "follow_on": follow_on,
    }
    for line in SET.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half in (None, row["half"]):
            count[row["kind"], kinds[row["kind"]](assistant, row)] += 1
    for (kind, outcome), number in sorted(count.items()):
        print(f"{kind:10} {outcome:20} {number}")


def statement(assistant: Interpilote, row: Row) -> str:
    """Whether the first quote is from a note that helps; from ordinary life, whether it is refused."""
    answer = assistant.ask(row["text"])
    if not row["notes"]:
        return "foreign, answered" if answer.citations else "foreign, refused"
    return "right note" if _first_note(answer) in row["notes"] else "wrong note" if answer.citations else "refused"


def message(assistant: Interpilote, row: Row) -> str:
    """Whether the first quote is the one that the bare question gets."""
    whole, bare = assistant.ask(row["text"]), assistant.ask(row["bare"])
    right = "right note" if _first_note(whole) in row["notes"] else "wrong note"
    same = bool(whole.citations and bare.citations) and whole.citations[0].quote == bare.citations[0].quote
    return f"{right}, {'same' if same else 'another'}"


def phase(assistant: Interpilote, row: Row) -> str:
    """Whether the phase that is stated is heard, and none where none is."""
    found = assistant.route(row["text"]).phase.value
    if row["phase"] is None:
        return "silent" if found == "inconnue" else "made up"
    return "heard" if found == row["phase"] else "unheard" if found == "inconnue" else "the other one"


def follow_on(assistant: Interpilote, row: Row) -> str:
    """Whether the suggestions are as wanted now, for the need of before."""
    before = assistant.ask(row["before"], cluster=row["cluster"])
    history = [Turn(question=row["before"], answer=before.answer)]
    answer = assistant.ask(row["text"], cluster=row["cluster"], history=history)
    kept = row["need"] is None or row["need"].lower() in (answer.rewritten_question or "").lower()
    return "as wanted" if kept and _as_wanted(assistant, row, before, answer) else "misread"


def _as_wanted(assistant: Interpilote, row: Row, before: Answer, answer: Answer) -> bool:
    wants, _, detail = row["wants"].partition(":")
    shown = [s for s in answer.suggestions if s.role != "a_clarifier"]
    given = [s.cluster_id for s in before.suggestions]
    ids = [s.cluster_id for s in shown]
    if wants == "ties":
        return answer.status == Status.ANSWERED and any(
            word in (answer.rewritten_question or "") for word in ("travaill", "worked")
        )
    if wants == "nth":
        return [s.cluster_id for s in answer.suggestions] == (
            given[int(detail) - 1 :][:1] if int(detail) > 0 else given[-1:]
        )
    if wants == "first":
        return len(ids) == 1 and ids[0] in given
    return bool(ids) and _each(assistant, row, wants, detail, shown, given)


def _each(assistant: Interpilote, row: Row, wants: str, detail: str, shown: list[Suggestion], given: list[str]) -> bool:
    directory = assistant.directory
    clusters = [directory.by_id[s.cluster_id] for s in shown]
    sizes = [c.members.count if c.members else None for c in clusters]
    middle = median(c.members.count for c in directory.active if c.members)
    pilot = directory.by_id[row["cluster"]]
    own = pilot.members.count if pilot.members else 0
    near = [next((c.value or 0.0 for c in s.criteria if c.name == "distance"), 0.0) for s in shown]
    kinds = [caution.kind for s in shown for caution in s.cautions]
    return {
        "small": lambda: all(size is not None and size <= middle for size in sizes),
        "large": lambda: all(size is not None and size >= middle for size in sizes),
        "like": lambda: all(size is not None and own / 2 <= size <= own * 2 for size in sizes),
        "near": lambda: near == sorted(near, reverse=True) and {s.cluster_id for s in shown} <= set(given),
        "no_caution": lambda: not set(kinds) & set(RISKS),
        "no_rival": lambda: "concurrence" not in kinds,
        "in": lambda: all(detail in c.regions for c in clusters),
        "own": lambda: all(set(pilot.regions) & set(c.regions) for c in clusters),
        "kind": lambda: all(c.kind != "pole_de_competitivite" for c in clusters),
    }[wants]()


def _first_note(answer: Answer) -> str:
    title = _plain(answer.citations[0].title) if answer.citations else ""
    return next(
        (note.stem for note in NOTES.rglob("*.md") if title and title in _plain(note.read_text("utf-8")[:400])), ""
    )


def _plain(text: str) -> str:
    return " ".join("".join(ch if ch.isalnum() else " " for ch in text).split())


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
