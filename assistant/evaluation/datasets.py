"""Reading a set of `eval/datasets/`: one JSON object a line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from assistant.errors import UnreadablePath

T = TypeVar("T")


def read_rows(file: Path, made: Callable[[dict[str, Any]], T], what: tuple[str, str], form: str) -> list[T]:
    """What `made` makes of each line; `what` names such a file in French and in English, `form` the card that says its
    form.

    Raises UnreadablePath when the file is missing or a line malformed.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        return [made(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadablePath(
            (f"{file} n'est pas {what[0]} lisible : {error}", f"{file} is not {what[1]}: {error}"),
            (f"Voir eval/datasets/{form}.md pour la forme.", f"See eval/datasets/{form}.md."),
        ) from error
