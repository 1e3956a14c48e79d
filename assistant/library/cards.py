"""The cards of the files kept in the home: what a rebuild knows of each beside its content."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.library.rows import OURS
from assistant.vocabulary import ReadDocument

log = logging.getLogger(__name__)


def own_words(document: ReadDocument) -> dict[str, object]:
    """What a file says of itself.

    Who it is for is not among it: only the person who adds it says that. Nor is what makes a sheet of the directory.
    """
    return {name: value for name, value in document.meta.items() if name not in ("visibility", *OURS)}


def read_cards(files: Path) -> Iterator[dict[str, Any]]:
    """The cards of the files kept in the home; a damaged one is passed over."""
    for file in sorted(files.glob("*.json")):
        try:
            card = json.loads(file.read_text(encoding="utf-8"))
            yield {"said": dict(card.get("said", {})), **{key: card[key] for key in ("paths", "type", "title", "file")}}
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("files/%s is damaged: %r", file.name, error)
