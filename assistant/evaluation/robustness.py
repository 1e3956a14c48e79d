"""The same question typed in another way: does it get the same first citation, or the same refusal?"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.datasets import read_rows
from assistant.evaluation.intervals import share
from assistant.vocabulary import Answer

Ask = Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Phrased:
    """A question and its variants, by name."""

    id: str
    text: str
    variants: dict[str, str]


def read_phrased(file: Path) -> list[Phrased]:
    """Reads a set: beside `id` and `text`, each name is that of a variant. Raises UnreadablePath when it is missing or
    malformed."""
    return read_rows(
        file,
        lambda row: Phrased(row.pop("id"), row.pop("text"), row),
        ("un jeu de variantes", "a set of variants"),
        "robustness",
    )


def evaluate_robustness(file: Path, ask: Ask) -> dict[str, Any]:
    """The share of variants that get what the question gets, in all and by kind, and those that do not."""
    return measured(read_phrased(file), ask)


def measured(questions: Sequence[Phrased], ask: Ask) -> dict[str, Any]:
    """As `evaluate_robustness`, of questions already read."""
    same = defaultdict[str, list[bool]](list)
    misses = []
    for question in questions:
        wanted = outcome(ask(question.text))
        for name, text in question.variants.items():
            given = outcome(ask(text))
            same[name].append(given == wanted)
            if given != wanted:
                misses.append({"id": question.id, "variant": name, "wanted": wanted[0], "given": given[0]})
    return {
        "questions": len(questions),
        "same": share([value for values in same.values() for value in values]),
        "by_variant": {name: share(values) for name, values in same.items()},
        "misses": misses,
    }


def outcome(answer: Answer) -> tuple[str, str, str]:
    """Status and first citation: document and quote."""
    first = next(iter(answer.citations), None)
    return answer.status.value, first.document_id if first else "", first.quote if first else ""
