"""Files of a home or of a person: one place for each, its name as text, its checksum, how much text to expect;
cards."""

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

# How much of a file of this kind is text, roughly: what makes the time left come out right.
_TEXT_SHARE = {".pdf": 0.08, ".docx": 0.2, ".html": 0.4, ".htm": 0.4}


def place(path: Path) -> Path:
    """Where a path leads: absolute, links followed. Two names of one file have one place."""
    return Path(os.path.realpath(path))  # unlike Path.resolve, it does not raise on links that run in circles


def written(path: Path) -> str:
    """A path as any file and screen takes it: in a name that is not UTF-8, the odd bytes are written \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def weight(path: Path) -> int:
    """Characters of text to expect in a file; none if it is gone already."""
    try:
        return int(path.stat().st_size * _TEXT_SHARE.get(path.suffix.lower(), 1.0))
    except OSError:
        return 0


def checksum(path: Path) -> str:
    """The sha256 of a file's content, read by blocks. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_card(path: Path, card: Mapping[str, object]) -> None:
    """Writes a card as JSON, whole or not at all. Raises OSError."""
    temporary = path.with_name(f"{path.name}.part")
    temporary.write_text(json.dumps(card, ensure_ascii=False), encoding="utf-8")
    os.replace(temporary, path)


def gone(path: Path) -> bool:
    """Whether nothing is there: what is there and may not be looked at is not gone."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
