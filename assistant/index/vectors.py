"""The dense arm: Chroma, embedded, cosine. The only module that knows Chroma and how it lays out its folder."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

COLLECTION = "passages"
_DATABASE = "chroma.sqlite3"
_GRAPH_CARD = "index_metadata.pickle"  # in the folder of a graph that is written for good


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


def _database(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder / _DATABASE).resolve().as_uri()}?mode=ro", uri=True)


def copy_vectors(source: Path, target: Path) -> None:
    """Copies a published folder, whole even if a reader opens it meanwhile: Chroma notes each opening in it."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(f"{_DATABASE}*"))
    with closing(_database(source)) as old, closing(sqlite3.connect(target / _DATABASE)) as new:
        old.backup(new)


def check_vectors(folder: Path) -> None:
    """Raises sqlite3.DatabaseError when the database is missing or damaged. Run before Chroma opens the folder."""
    with closing(_database(folder)) as database:
        state = database.execute("PRAGMA quick_check").fetchone()[0]
    if state != "ok":
        raise sqlite3.DatabaseError(state)


def count_vectors(folder: Path) -> int:
    """How many passages a published folder holds, without opening it in Chroma. Raises sqlite3.DatabaseError."""
    with closing(_database(folder)) as database:
        return int(database.execute("SELECT count(*) FROM embeddings").fetchone()[0])


def lasting_files(folder: Path) -> Iterator[Path]:
    """The files that reading leaves as they are: those of graphs written for good (a small one is built anew)."""
    for card in folder.glob(f"*/{_GRAPH_CARD}"):
        yield from card.parent.iterdir()


class VectorIndex:
    """Passage vectors by id. One folder is written by one process, published, then only read."""

    def __init__(self, folder: Path) -> None:
        self._client = _client(folder)
        self._passages = self._client.get_or_create_collection(
            COLLECTION,
            embedding_function=None,  # vectors are ours: Chroma's own model is English and would be downloaded
            configuration={"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 200}},
        )

    def ids(self) -> set[int]:
        """Ids of all passages held."""
        return {int(key) for key in self._passages.get(include=[])["ids"]}

    def add(self, ids: Sequence[int], vectors: NDArray[np.float32], types: Sequence[str]) -> None:
        """Adds new passages with the type of their document."""
        step = self._client.get_max_batch_size()
        for start in range(0, len(ids), step):
            part = slice(start, start + step)
            self._passages.add(
                ids=[str(key) for key in ids[part]],
                embeddings=vectors[part],
                metadatas=[{"type": kind} for kind in types[part]],
            )

    def remove(self, ids: Sequence[int]) -> None:
        """Forgets these passages."""
        step = self._client.get_max_batch_size()
        for start in range(0, len(ids), step):
            self._passages.delete(ids=[str(key) for key in ids[start : start + step]])

    def best(self, query: NDArray[np.float32], k: int, types: Sequence[str] | None = None) -> dict[int, float]:
        """The k nearest passages and their cosine similarity, best first; equal ones in the order they were added.

        Rounded: the last digits depend on how the graph was built, and must not order what is equal.
        """
        found = self._passages.query(
            query_embeddings=[query],
            n_results=k,
            where={"type": {"$in": list(types)}} if types else None,
            include=["distances"],
        )
        ids, distances = cast(Any, found["ids"])[0], cast(Any, found["distances"])[0]
        nearest = [(int(key), round(1.0 - float(distance), 6)) for key, distance in zip(ids, distances, strict=True)]
        return dict(sorted(nearest, key=lambda pair: (-pair[1], pair[0])))

    def close(self) -> None:
        """Lets the folder go."""
        self._client.close()
