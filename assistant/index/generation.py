"""Generations of the derived index: built in a new folder, published by a rename, then only read.

    index/CURRENT            name of the published generation
    index/g00000042/         lexical/, vectors/, generation.json (library version, counts, checksums)

A reader that finds CURRENT changed opens the new folder; the one it leaves stays until the next publication, so
nobody reads a folder that is being written. A new generation starts as a copy of the last one, so that only
what changed is added to Chroma.
"""

import json
import logging
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CorruptedIndex
from assistant.index.lexical import LexicalIndex, build_lexical
from assistant.index.vectors import VectorIndex, check_vectors, copy_vectors, count_vectors, lasting_files
from assistant.library.store import Library

log = logging.getLogger(__name__)
CURRENT = "CURRENT"


@dataclass(frozen=True, slots=True)
class Generation:
    """An opened generation of the index and the version of the library it was made from."""

    folder: Path
    version: int
    lexical: LexicalIndex
    vectors: VectorIndex

    def close(self) -> None:
        """Lets the folder go."""
        self.vectors.close()


def current(root: Path) -> Path | None:
    """Folder of the published generation, or None when there is none or the pointer leads nowhere."""
    try:
        folder = root / (root / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return folder if (folder / "generation.json").is_file() else None


def published_version(root: Path) -> int | None:
    """Version of the library that the published generation holds."""
    folder = current(root)
    try:
        return int(json.loads((folder / "generation.json").read_text())["version"]) if folder else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def open_generation(folder: Path) -> Generation:
    """Opens a generation. Raises CorruptedIndex when it cannot be read or its parts do not agree."""
    with _damage_told(folder):
        card = _checked_card(folder)
        lexical = LexicalIndex.read(folder / "lexical")
        vectors = VectorIndex(folder / "vectors")
        _expect(card["passages"], len(lexical.ids), len(vectors.ids()))
        return Generation(folder, int(card["version"]), lexical, vectors)


def examined_version(folder: Path) -> int:
    """Version of the library that a generation was made from, its files read and none changed: Chroma, which notes each
    opening in its folder, is not started. Raises CorruptedIndex as `open_generation`."""
    with _damage_told(folder):
        card = _checked_card(folder)
        _expect(card["passages"], len(LexicalIndex.read(folder / "lexical").ids), count_vectors(folder / "vectors"))
        return int(card["version"])


def _expect(passages: int, lexical: int, vectors: int) -> None:
    if not passages == lexical == vectors:
        raise ValueError(f"{passages} passages expected, {lexical} lexical, {vectors} vectors")


@contextmanager
def _damage_told(folder: Path) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # whatever Chroma, numpy or the file system raise on a damaged folder
        raise CorruptedIndex(
            (f"L'index {folder} est abîmé : {error}", f"The index {folder} is damaged: {error}"),
            (
                "Il se reconstruit à partir de la bibliothèque ; rien n'est perdu.",
                "It is rebuilt from the library; nothing is lost.",
            ),
        ) from error


def publish(library: Library, root: Path, from_scratch: bool = False) -> Path:
    """Builds the generation of the library as it is now and makes it current. The caller holds the writer lock.

    The one it replaces stays, for those who are reading it.
    """
    version, last = library.version, current(root)
    number = 1 + max((int(p.name[1:]) for p in root.glob("g*") if p.name[1:].isdigit()), default=0)
    folder = root / f"g{number:08d}"
    building = root / f"building-{number}"
    _remove_folders(root.glob("building-*"))
    building.mkdir(parents=True)
    try:
        _build_vectors(library, building / "vectors", None if from_scratch else last)
    except Exception as error:  # as in open_generation
        if from_scratch or last is None:
            raise
        log.warning("index: %s cannot be extended (%r); building from scratch", last.name, error)
        return publish(library, root, from_scratch=True)
    rows = list(library.passage_terms())
    build_lexical(building / "lexical", [key for key, _ in rows], [terms for _, terms in rows])
    card = {"version": version, "passages": len(rows), "files": _checksums(building)}
    (building / "generation.json").write_text(json.dumps(card))
    os.replace(building, folder)
    _point_to(root, folder)
    _remove_folders(old for old in root.glob("g*") if old not in (folder, last))
    return folder


def drop_words(root: Path, kept: Path | None = None) -> None:
    """Deletes the words of every generation but `kept`: they may be those of a document that was removed.

    Who has one open goes on with it; who opens one finds it damaged and takes the published one. Best effort:
    what another process holds on Windows stays until the next publication.
    """
    _remove_folders(old / "lexical" for old in root.glob("g*") if old != kept)


def _checksums(folder: Path) -> dict[str, int]:
    """A checksum for each file that does not change once published."""
    files = [*(folder / "lexical").iterdir(), *lasting_files(folder / "vectors")]
    return {file.relative_to(folder).as_posix(): zlib.crc32(file.read_bytes()) for file in files}


def _checked_card(folder: Path) -> dict[str, int]:
    """What generation.json says. Raises ValueError or sqlite3.DatabaseError when a file is not what was published."""
    card = json.loads((folder / "generation.json").read_text(encoding="utf-8"))
    now = _checksums(folder)
    damaged = sorted(name for name, checksum in card["files"].items() if now.get(name) != checksum)
    if damaged:
        raise ValueError(", ".join(damaged))
    check_vectors(folder / "vectors")
    return {"version": card["version"], "passages": card["passages"]}


def _build_vectors(library: Library, folder: Path, last: Path | None) -> None:
    if last is not None:
        _checked_card(last)
        copy_vectors(last / "vectors", folder)
    vectors = VectorIndex(folder)
    try:
        held, wanted = vectors.ids(), library.passage_types()
        vectors.remove(sorted(held - wanted.keys()))
        new = sorted(wanted.keys() - held)
        if new:
            vectors.add(new, library.passage_vectors(new), [wanted[key] for key in new])
    finally:
        vectors.close()


def _point_to(root: Path, folder: Path) -> None:
    pointer = root / f"{CURRENT}.new"
    pointer.write_text(folder.name, encoding="utf-8")
    os.replace(pointer, root / CURRENT)


def _remove_folders(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
