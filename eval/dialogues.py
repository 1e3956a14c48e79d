"""Scores `eval/development/dialogues.jsonl`: whether the last message of a dialogue is understood, and answered, as wanted.

python eval/dialogues.py [look|apart] [--told]
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from assistant import Interpilote
from assistant.answering.those_given import given_in
from assistant.vocabulary import Answer, Turn

SET = Path(__file__).parent / "development" / "dialogues.jsonl"
Row = dict[str, Any]


def main(half: str | None, told: bool) -> None:
    """Prints how many of each half are understood and answered as wanted; `told` prints those that are not."""
    assistant, count = Interpilote(), Counter[str]()
    for line in SET.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if half not in (None, row["half"]):
            continue
        given, answer = run(assistant, row)
        understood, answered = judged(row, given, answer)
        count[f"{row['half']}, of"] += 1
        count[f"{row['half']}, understood"] += understood
        count[f"{row['half']}, understood and answered"] += understood and answered
        if told and not (understood and answered):
            print("/".join(row["turns"]), given, f"\n   {asked_of(answer)} {answer.route.intent} {answer.status}")
            print("  ", answer.answer[:200].replace("\n", " | "))
    for outcome, number in sorted(count.items()):
        print(f"{outcome:30} {number}")


def run(assistant: Interpilote, row: Row) -> tuple[list[str], Answer]:
    """The names that the first answer gave, and the last answer."""
    answers, history = list[Answer](), list[Turn]()
    for question in row["turns"]:
        answers.append(assistant.ask(question, cluster=row["cluster"], history=history))
        history.append(Turn(question=question, answer=answers[-1].answer))
    return given_in(answers[0].answer), answers[-1]


def asked_of(answer: Answer) -> str:
    """The question as it was understood."""
    return answer.rewritten_question or answer.question


def judged(row: Row, given: list[str], answer: Answer) -> tuple[bool, bool]:
    """Whether it was understood: what has to stand in the question does, what must not does not; and answered."""
    names = {str(rank): re.escape(name) for rank, name in enumerate(given, 1)}

    def found(rule: str, text: str) -> bool:
        rule = re.sub(r"\{(\d)\}", lambda place: names.get(place[1], "(?!)"), rule)
        return bool(re.search(rule, text, re.IGNORECASE))

    asked, shown = asked_of(answer), [s.name for s in answer.suggestions]
    said = "\n".join((answer.answer, *answer.warnings))
    understood = all(found(rule, asked) for rule in row["asked"])
    understood &= not any(found(rule, asked) for rule in row["never"])
    understood &= "intent" not in row or answer.route.intent in row["intent"]
    hidden = given[row["hidden"] - 1] if row.get("hidden") and len(given) >= row["hidden"] else None
    answered = all(found(rule, said) for rule in row["says"]) and hidden not in shown
    return understood, answered and ("shown" not in row or shown == row["shown"])


if __name__ == "__main__":
    main(next((word for word in sys.argv[1:] if word in ("look", "apart")), None), "--told" in sys.argv)
