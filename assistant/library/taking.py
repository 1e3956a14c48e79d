"""A person's file taken over into the home before it is looked at: what is hashed, read and kept is one and the same.

HOME/files/<anything>.part/<name>     while the file is read; moved away when it is kept, gone when it is refused
"""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.folders import own_folder
from assistant.library.places import checksum

_BLOCK = 1 << 20


class SourceError(Exception):
    """A person's file cannot be read, or is gone. The message is the system's reason."""


def file_id(path: Path) -> str:
    """Id of a file's content, read by blocks. Raises SourceError."""
    try:
        return checksum(path)[:16]
    except OSError as error:
        raise SourceError(error.strerror or str(error)) from error


@contextmanager
def taken(path: Path, files: Path, most: int) -> Iterator[tuple[Path, str]]:
    """A copy of the same name below `files`, of `most` bytes at most, and the id of the whole content.

    Raises SourceError for the file, OSError when the home does not take the copy.
    """
    own_folder(files)
    with TemporaryDirectory(dir=files, suffix=".part", ignore_cleanup_errors=True) as place:
        copy = Path(place) / path.name
        yield copy, _copied(path, copy, most)


def sweep(files: Path) -> None:
    """Drops what a killed ingestion left. The caller holds the writer lock."""
    for left in files.glob("*.part"):
        shutil.rmtree(left, ignore_errors=True)


def _copied(path: Path, copy: Path, most: int) -> str:
    digest, size = hashlib.sha256(), 0
    with copy.open("wb") as kept:
        for block in _blocks(path):
            digest.update(block)
            kept.write(block[: max(0, most - size)])
            size += len(block)
    return digest.hexdigest()[:16]


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            yield from iter(partial(stream.read, _BLOCK), b"")
    except OSError as error:
        raise SourceError(error.strerror or str(error)) from error
