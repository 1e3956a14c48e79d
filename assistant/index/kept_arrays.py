"""What is learnt at preparation: named arrays, kept in the models folder under a fingerprint of what they were learnt
from."""

import hashlib
import json
import logging
import os
import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

log = logging.getLogger(__name__)
MONTH_S = 30 * 24 * 3600
Arrays = Mapping[str, NDArray[Any]]
T = TypeVar("T")


def kept(
    folder: Path,
    name: str,
    parts: Iterable[bytes],
    learn: Callable[[], T],
    to_arrays: Callable[[T], Mapping[str, Any]],
    of_arrays: Callable[[Arrays], T],
) -> T:
    """What `learn` gives, from `folder` when it was learnt before from the same `parts`; written there when not."""
    digest = hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]
    file = folder / f"{name}-{digest}.npz"
    try:
        with np.load(file, allow_pickle=False) as saved:
            return of_arrays(saved)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error):
        pass  # not there, cut short or spoilt, or written by another version
    learnt = learn()
    try:
        _write(file, to_arrays(learnt))
        _sweep(file, name)
    except OSError as error:  # a folder of models may be shared and closed to us: learnt again each time, then
        log.warning("%s cannot be kept: %s", file, error)
    return learnt


def names_array(names: Iterable[str]) -> NDArray[Any]:
    """Names as an array that can be kept."""
    return np.array(json.dumps(list(names)))


def places_of_array(saved: NDArray[Any]) -> dict[str, int]:
    """The place of each name of `names_array`."""
    return {name: at for at, name in enumerate(json.loads(str(saved)))}


def _sweep(file: Path, name: str) -> None:
    """Drops what was kept under this name from other sources a month ago and more. Raises OSError."""
    named = re.compile(rf"{re.escape(name)}-[0-9a-f]{{12}}\.(?:npz|\d+\.tmp)")
    before = file.stat().st_mtime - MONTH_S
    for other in file.parent.glob(f"{name}-*"):
        if named.fullmatch(other.name) and other != file and other.stat().st_mtime < before:
            other.unlink(missing_ok=True)


def _write(file: Path, arrays: Mapping[str, Any]) -> None:
    """Written beside, then moved: another process never reads half a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    with temporary.open("wb") as stream:
        np.savez_compressed(stream, **arrays)
    os.replace(temporary, file)
