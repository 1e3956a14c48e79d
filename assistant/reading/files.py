"""The files below the paths a person gives."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import UnreadablePath


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Every regular file at or below the paths, sorted, each once.

    Below a folder, hidden files and folders are skipped, folders that are links are not entered, and a link to
    a file counts only when it stays in that folder. Raises UnreadablePath, before the first file for a path
    that does not exist, when reached for a folder that cannot be listed.
    """
    for path in paths:
        try:
            path.stat()
        except FileNotFoundError as error:
            raise _unreadable(path, ("n’existe pas", "does not exist")) from error
        except OSError as error:
            raise _unreadable(path, ("ne peut pas être ouvert", "cannot be opened")) from error
    seen: set[Path] = set()
    for path in paths:
        for file in _below(path, path.resolve()) if path.is_dir() else [path]:
            if file.is_file() and file not in seen:
                seen.add(file)
                yield file


def _below(folder: Path, root: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise _unreadable(folder, ("ne peut pas être ouvert", "cannot be opened")) from error
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, root)
        elif not entry.is_symlink() or (not entry.is_dir() and path.resolve().is_relative_to(root)):
            yield path


def _unreadable(path: Path, why: tuple[str, str]) -> UnreadablePath:
    return UnreadablePath(
        (f"« {path} » {why[0]}.", f"“{path}” {why[1]}."),
        ("Vérifiez le chemin et vos droits de lecture.", "Check the path and that you may read it."),
    )
