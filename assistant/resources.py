"""Where corpus/ and prompts/ lie: beside the package in a checkout, inside it in a wheel; eval/ is in a checkout
only."""

from functools import cache
from pathlib import Path
from typing import Any

from assistant.yaml_text import parsed

PACKAGE = Path(__file__).parent


@cache
def _folder(name: str) -> Path:
    for candidate in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"{name}/ is missing from this installation of interpilote")


def corpus() -> Path:
    """The shipped corpus. Raises FileNotFoundError on a broken installation."""
    return _folder("corpus")


def prompts() -> Path:
    """The prompt files, one a route. Raises FileNotFoundError on a broken installation."""
    return _folder("prompts")


TEXTS = PACKAGE / "texts"
"""What the product says, a YAML file a part of it."""


@cache
def texts(name: str) -> Any:
    """What `assistant/texts/<name>.yaml` says: sentences by key, each in French (`fr`) and in English (`en`).

    Raises FileNotFoundError for a name without a file.
    """
    return parsed((TEXTS / f"{name}.yaml").read_text(encoding="utf-8"))


def evaluation() -> Path:
    """The evaluation sets and the gate; a checkout has them, a wheel does not. Raises FileNotFoundError without
    them."""
    return _folder("eval")
