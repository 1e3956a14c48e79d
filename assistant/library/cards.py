"""The cards of the files kept in the home: what a rebuild knows of each beside its content."""

import logging
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field

from assistant.library.rows import OURS
from assistant.vocabulary import DocumentType, Model, ReadDocument

log = logging.getLogger(__name__)


def own_words(document: ReadDocument) -> dict[str, object]:
    """What a file says of itself.

    Who it is for is not among it: only the person who adds it says that. Nor is what makes a sheet of the directory.
    """
    return {name: value for name, value in document.meta.items() if name not in ("visibility", *OURS)}


def _plain_name(name: str) -> str:
    if not name or PurePath(name).name != name:
        raise ValueError("not the name of a file beside its card")
    return name


class Card(Model):
    """What is known of a kept file: where it came from, and what was said of it. Later versions may say more."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    paths: tuple[str, ...] = Field(min_length=1)
    type: DocumentType
    title: str = Field(min_length=1)
    file: Annotated[str, AfterValidator(_plain_name)]
    said: dict[str, Any] = Field(default_factory=dict)


def read_cards(files: Path) -> Iterator[Card]:
    """The cards of the files kept in the home; a damaged one is passed over."""
    for file in sorted(files.glob("*.json")):
        try:
            yield Card.model_validate_json(file.read_bytes())
        except (OSError, ValueError) as error:
            log.warning("files/%s is damaged: %r", file.name, error)
