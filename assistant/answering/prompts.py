"""Prompts read from prompts/, one file a route."""

from pathlib import Path
from typing import NamedTuple

from assistant import resources
from assistant.errors import CorpusError


class Prompt(NamedTuple):
    """A prompt as its file gives it: version, system message, request."""

    version: str
    system: str
    request: str


def load_prompt(name: str, fields: tuple[str, ...] = ("question", "extraits")) -> Prompt:
    """The prompt of a route, or `routage`. Raises CorpusError when the file is missing, malformed or lacks a field."""
    file = resources.prompts() / f"{name}.md"
    try:
        version, _, text = file.read_text(encoding="utf-8").partition("\n")
        system, rule, request = text.partition("\n---\n")
    except OSError as error:
        raise _broken(file) from error
    whole = version.startswith("version:") and rule and all(f"{{{field}}}" in request for field in fields)
    if not whole:
        raise _broken(file)
    return Prompt(version.removeprefix("version:").strip(), system.strip(), request.strip())


def _broken(file: Path) -> CorpusError:
    return CorpusError(
        (f"Le prompt {file} manque ou n'a pas la forme attendue.", f"The prompt {file} is missing or malformed."),
        (
            "Voir prompts/README.md : version, message système, ligne « --- », demande avec {question} et {extraits}.",
            "See prompts/README.md: version, system message, a “---” line, a request with {question} and {extraits}.",
        ),
    )
