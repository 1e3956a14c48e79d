"""The same question typed in another way: does it get the same first citation, or the same refusal?"""

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import UnreadablePath
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
    """Reads a set: beside `id` and `text`, each name is that of a variant. Raises UnreadablePath when it is missing or malformed."""
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [_phrased(row) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadablePath(
            (f"{file} n'est pas un jeu de variantes lisible : {error}", f"{file} is not a set of variants: {error}"),
            ("Voir eval/datasets/robustness.md pour la forme.", "See eval/datasets/robustness.md."),
        ) from error


def _phrased(row: dict[str, str]) -> Phrased:
    variants = dict(row)
    return Phrased(variants.pop("id"), variants.pop("text"), variants)


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
