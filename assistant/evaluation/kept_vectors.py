"""Vectors of questions kept between runs, so that a question of a frozen set is embedded once a model.

One SQLite file; a row is named by the model's fingerprint, by what was asked of it and by the text, all three hashed
together: another model or another text finds nothing here. Rows of other models are dropped when the file is opened.
"""

import hashlib
import io
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.folders import own_folder
from assistant.index.embedding import Embedder
from assistant.index.encoded import Encoded

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, model TEXT NOT NULL, value BLOB NOT NULL) WITHOUT ROWID"
)
QUERY, PASSAGE, ENCODED = "query", "passage", "encoded"


class KeptVectors:
    """An embedder that remembers single texts in a file; whole documents are embedded anew. Safe to share between
    threads.

    A file that cannot be read as such a store is replaced: it holds nothing that cannot be made again.
    """

    def __init__(self, embedder: Embedder, file: Path) -> None:
        self._embedder = embedder
        self.dimension, self.fingerprint, self.reading = embedder.dimension, embedder.fingerprint, embedder.reading
        own_folder(file.parent)
        self._db = _opened(file)
        self._db.execute("DELETE FROM kept WHERE model != ?", (self.fingerprint,))
        self.made = 0
        """How many texts were embedded because they were not kept."""

    def close(self) -> None:
        """Lets the file go."""
        self._db.close()

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question."""
        return self._vector(QUERY, text, self._embedder.embed_query)

    def read_question(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question by what it is after; kept under the adapter's own name."""
        return self._vector(self.reading, text, self._embedder.read_question)

    def embed_passage(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a text to be found."""
        return self._vector(PASSAGE, text, self._embedder.embed_passage)

    def encode_query(self, text: str) -> Encoded:
        """A question with the vectors of its tokens."""
        return _encoded(self._kept(ENCODED, text, lambda: _packed(self._embedder.encode_query(text))))

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """One unit vector a row, made anew."""
        return self._embedder.embed_passages(texts, progress)

    def encode_passages(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Texts with the vectors of their tokens, made anew."""
        return self._embedder.encode_passages(texts)

    def count_tokens(self, text: str) -> int:
        """How many tokens `text` makes."""
        return self._embedder.count_tokens(text)

    def _vector(self, kind: str, text: str, make: Callable[[str], NDArray[np.float32]]) -> NDArray[np.float32]:
        return np.frombuffer(self._kept(kind, text, lambda: make(text).tobytes()), np.float32)

    def _kept(self, kind: str, text: str, make: Callable[[], bytes]) -> bytes:
        name = "\0".join((self.fingerprint, kind, text)).encode("utf-8", "surrogatepass")
        key = hashlib.sha256(name).digest()
        row = self._db.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        if row:
            return bytes(row[0])
        value = make()
        self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (key, self.fingerprint, value))
        self.made += 1
        return value


def _opened(file: Path) -> sqlite3.Connection:
    try:
        return _connected(file)
    except sqlite3.OperationalError:  # locked, or a full disk: not damaged
        raise
    except sqlite3.DatabaseError:
        file.unlink()
        return _connected(file)


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=30, check_same_thread=False, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode=WAL")  # each vector is written at once: a stopped run keeps its work
        database.execute("PRAGMA synchronous=OFF")
        database.execute(_SCHEMA)
        database.execute("SELECT key, model, value FROM kept LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _packed(encoded: Encoded) -> bytes:
    stream = io.BytesIO()
    spans = np.array(encoded.spans, np.int64).reshape(-1, 2)
    np.savez(stream, text=np.array(encoded.text), vector=encoded.vector, tokens=encoded.tokens, spans=spans)
    return stream.getvalue()


def _encoded(value: bytes) -> Encoded:
    with closing(np.load(io.BytesIO(value), allow_pickle=False)) as read:
        spans = tuple((int(start), int(end)) for start, end in read["spans"])
        return Encoded(str(read["text"]), read["vector"], read["tokens"], spans)
