"""Scores `eval/development/newcomers.jsonl`: what pilots ask in a week, answered, refused, looked up or suggested as readers would.

python eval/newcomers.py [--told]
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from assistant import Interpilote
from assistant.evaluation.intervals import share
from assistant.vocabulary import Answer, Status

SET = Path(__file__).parent / "development" / "newcomers.jsonl"
Row = dict[str, Any]


def main(told: bool) -> None:
    """Prints the share, with its interval, of what is as wanted, whole and by what is expected; the misses when `told`."""
    assistant = Interpilote()
    found = defaultdict[str, list[bool]](list)
    for row in map(json.loads, SET.read_text(encoding="utf-8").splitlines()):
        answer = assistant.ask(row["question"])
        for name, right in judged(answer, row).items():
            found[name].append(right)
        if told and not found["as wanted"][-1]:
            print(
                f"{row['expected']}: {row['question']}\n  wanted: {row['facts']} {(row['best'] or [row['entry']])[0]!r}"
            )
            print(f"  {answer.status.value}: {[(c.quote, c.facts) for c in answer.citations[:2]]}")
    for name, values in found.items():
        print(f"{name}: {share(values)}")


def judged(answer: Answer, row: Row) -> dict[str, bool]:
    """What is as wanted of an answer, by what it is called."""
    expected, answered = row["expected"], answer.status == Status.ANSWERED
    if expected == "abstain":
        return {"as wanted": not answered, "nothing answers, not answered": not answered}
    if expected != "answer":
        shown = answer.status != Status.ABSTAINED
        return {"as wanted": shown, f"{expected}, answered or asked back": shown}
    first = answer.citations[0] if answered and answer.citations else None
    right = first is not None and bool({*first.facts} & {*row["facts"], *row["also"]})
    best = first is not None and " ".join(first.quote.split()) in [" ".join(text.split()) for text in row["best"]]
    return {
        "as wanted": right,
        "a sentence answers, answered": answered,
        "a sentence answers, first on a fact wanted": right,
        "a sentence answers, first the best one": best,
    }


if __name__ == "__main__":
    main("--told" in sys.argv[1:])
