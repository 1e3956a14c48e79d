"""Prompts read from prompts/, one file a route."""

from pathlib import Path

from assistant import resources
from assistant.errors import CorpusError
from assistant.vocabulary import Intent


def load_prompt(intent: Intent, folder: Path | None = None) -> tuple[str, str]:
    """System message and request of a route. Raises CorpusError when the file is missing or has no `---` line."""
    file = (folder or resources.prompts()) / f"{intent.value}.md"
    try:
        version, _, text = file.read_text(encoding="utf-8").partition("\n")
        system, rule, request = text.partition("\n---\n")
    except OSError as error:
        raise _broken(file) from error
    if not (version.startswith("version:") and rule and "{question}" in request and "{extraits}" in request):
        raise _broken(file)
    return system.strip(), request.strip()


def _broken(file: Path) -> CorpusError:
    return CorpusError(
        (f"Le prompt {file} manque ou n'a pas la forme attendue.", f"The prompt {file} is missing or malformed."),
        (
            "Voir prompts/README.md : version, message système, ligne « --- », demande avec {question} et {extraits}.",
            "See prompts/README.md: version, system message, a “---” line, a request with {question} and {extraits}.",
        ),
    )
