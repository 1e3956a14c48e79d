"""The dense arm: Chroma, embedded, cosine. The only module that knows Chroma."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

COLLECTION = "passages"


def _client(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))


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
        """The k nearest passages and their cosine similarity."""
        count = self._passages.count()
        if count == 0:
            return {}
        found = self._passages.query(
            query_embeddings=[query],
            n_results=min(k, count),
            where={"type": {"$in": list(types)}} if types else None,
            include=["distances"],
        )
        ids, distances = cast(Any, found["ids"])[0], cast(Any, found["distances"])[0]
        return {int(key): 1.0 - float(distance) for key, distance in zip(ids, distances, strict=True)}

    def close(self) -> None:
        """Lets the folder go."""
        self._client.close()
