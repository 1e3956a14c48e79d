"""Scores sets of messages that follow others: whether each is answered by the facts that it means, within its dialogue and as a
whole question.

python eval/follow_ups.py [follow_ups|talks|talks_unlearnt] [--told]
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from assistant import Interpilote
from assistant.answering.known_follow_ups import ELSEWHERE
from assistant.vocabulary import Answer, Status, Turn

SETS = Path(__file__).parent / "development"
Row = dict[str, Any]


def main(name: str, told: bool) -> None:
    """Prints how many of each group are as wanted, within the dialogue and asked as whole questions; the misses when `told`."""
    assistant = Interpilote()
    found = defaultdict[str, list[tuple[bool, bool]]](list)
    for row in map(json.loads, (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
        answer = in_dialogue(assistant, row)
        right, whole = is_right(answer, row), is_right(assistant.ask(row["full"]), row)
        found[group(row)].append((right, whole))
        if row["facts"] and row.get("best"):
            found["best sentence first"].append((is_best(answer, row), is_best(assistant.ask(row["full"]), row)))
        if told and not right:
            print(
                f"{group(row)}: {' > '.join(row['after'])} > {row['text']}\n  {row['full']} {row['facts'] or row['kind']}"
            )
            print(f"  {answer.status.value}: {answer.warnings[:1]} {answer.answer[:160]!r}")
    for name, pairs in sorted(found.items()):
        print(f"{name}: {sum(r for r, _ in pairs)} of {len(pairs)}, as whole questions {sum(w for _, w in pairs)}")


def in_dialogue(assistant: Interpilote, row: Row) -> Answer:
    """The answer to the last message, those before it being asked in turn."""
    history: list[Turn] = []
    for text in row["after"]:
        history.append(Turn(question=text, answer=assistant.ask(text, history=history).answer))
    return assistant.ask(row["text"], history=history)


def group(row: Row) -> str:
    """Whether a message opens a dialogue, leans on those before or stands alone, and what answers it."""
    answered = "facts" if row["facts"] else "elsewhere" if row["kind"] in ELSEWHERE else "nothing"
    shape = "leans" if row["leans"] else "alone" if row["after"] else "opener"
    return f"{shape}, {answered}"


def is_right(answer: Answer, row: Row) -> bool:
    """Whether the first citation rests on a fact wanted, or nothing is answered where nothing is known."""
    if row["facts"]:
        return bool(answer.citations) and bool({*answer.citations[0].facts} & {*row["facts"], *row["also"]})
    if row["kind"] in ELSEWHERE:
        return answer.status != Status.ABSTAINED
    return answer.status != Status.ANSWERED


def is_best(answer: Answer, row: Row) -> bool:
    """Whether the first citation is a sentence that readers would show first."""
    return bool(answer.citations) and " ".join(answer.citations[0].quote.split()) in row["best"]


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "--told"]
    main(names[0] if names else "follow_ups", "--told" in sys.argv[1:])
