"""The library: documents, pages, passages and sentences with their vectors, in SQLite. It is the truth.

One document is one transaction, so a killed process leaves whole documents only. Passage ids are never reused,
so an index made from an earlier version can be read beside a newer library. `version` grows with every change.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.folders import own_folder
from assistant.library.rows import (
    OURS,
    SHIPPED,
    ManifestEntry,
    PassageRow,
    StoredDocument,
    StoredPassage,
    StoredSentence,
)
from assistant.vocabulary import DocumentType, Edit, Page

SCHEMA_VERSION = "3"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, type TEXT NOT NULL, origin TEXT NOT NULL,
  file TEXT, meta TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
  document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  number INTEGER NOT NULL, label TEXT, text TEXT NOT NULL, edits TEXT NOT NULL,
  PRIMARY KEY (document_id, number));
CREATE TABLE IF NOT EXISTS passages (
  id INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
  page INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, section TEXT NOT NULL,
  terms TEXT NOT NULL, vector BLOB NOT NULL, tokens BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of ON passages (document_id);
CREATE TABLE IF NOT EXISTS sentences (
  passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
  start INTEGER NOT NULL, end INTEGER NOT NULL, section TEXT NOT NULL, facts TEXT NOT NULL, vector BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS sentences_of ON sentences (passage_id);
CREATE TABLE IF NOT EXISTS manifest (
  path TEXT PRIMARY KEY, document_id TEXT NOT NULL, code TEXT, reason TEXT);
CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Library:
    """One SQLite file. Readers open as many as they like; a writer holds the home's lock (see locks.py).

    Raises OSError or sqlite3.OperationalError when the file cannot be used, sqlite3.DatabaseError when it is damaged.
    """

    def __init__(self, file: Path) -> None:
        own_folder(file.parent)
        self._db = sqlite3.connect(file, timeout=30, check_same_thread=False, isolation_level=None)
        try:
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA foreign_keys=ON")
            self._db.execute("PRAGMA secure_delete=ON")  # what is removed is overwritten
            self._db.executescript(_SCHEMA)
            state = self._db.execute("PRAGMA quick_check").fetchone()[0]  # about half a second a gigabyte
            if state != "ok":
                raise sqlite3.DatabaseError(state)
        except sqlite3.Error:
            self._db.close()
            raise

    def close(self) -> None:
        """Lets the file go."""
        self._db.close()

    def settle(self) -> None:
        """Brings the log into the file and empties it, so that nothing of what was removed stays in it.

        While somebody reads an earlier state, it stays until the file is closed by all.
        """
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All the changes inside, or none; the version grows by one."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._set("version", str(self.version + 1))
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # SQLite may have given up by itself, on a full disk for instance
                self._db.execute("ROLLBACK")
            raise

    @property
    def version(self) -> int:
        """The version marker: readers re-open their index when it moves."""
        return int(self.state("version") or 0)

    def state(self, key: str) -> str | None:
        """A remembered value, such as the hash of the shipped corpus."""
        row = self._db.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_state(self, key: str, value: str) -> None:
        """Remembers a value; inside a transaction."""
        self._set(key, value)

    def _set(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    # --- documents ---------------------------------------------------------------------------------------

    def add(self, document: StoredDocument, pages: Sequence[Page], passages: Sequence[StoredPassage]) -> None:
        """Adds a document with all it holds; inside a transaction. An id already there is replaced."""
        self.remove(document.id)
        self._db.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)",
            (document.id, document.title, document.type, document.origin, document.file, _json(document.meta)),
        )
        self._db.executemany(
            "INSERT INTO pages VALUES (?, ?, ?, ?, ?)",
            [(document.id, page.number, page.label, page.text, _edits_json(page.edits)) for page in pages],
        )
        for passage in passages:
            self._add_passage(document.id, passage)

    def _add_passage(self, document_id: str, passage: StoredPassage) -> None:
        cursor = self._db.execute(
            "INSERT INTO passages (document_id, page, start, end, section, terms, vector, tokens)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                document_id,
                passage.page,
                passage.start,
                passage.end,
                _json(passage.section),
                " ".join(passage.terms),
                _blob(passage.vector),
                np.ascontiguousarray(passage.tokens, dtype=np.int8).tobytes(),
            ),
        )
        self._db.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?)",
            [
                (cursor.lastrowid, s.start, s.end, _json(s.section), " ".join(s.facts), _blob(s.vector))
                for s in passage.sentences
            ],
        )

    def remove(self, document_id: str) -> None:
        """Forgets a document and all it held; inside a transaction."""
        self._db.execute("DELETE FROM documents WHERE id = ?", (document_id,))

    def document(self, document_id: str) -> StoredDocument | None:
        """A document's card, or None."""
        rows = self._documents("WHERE id = ?", (document_id,))
        return rows[0] if rows else None

    def documents(self, origin: str | None = None) -> list[StoredDocument]:
        """All cards, by type then title."""
        return self._documents("WHERE origin = ?" if origin else "", (origin,) if origin else ())

    def _documents(self, where: str, values: tuple[str, ...]) -> list[StoredDocument]:
        rows = self._db.execute(
            f"SELECT id, title, type, origin, file, meta FROM documents {where} ORDER BY type, title, id", values
        )
        return [StoredDocument(r[0], r[1], DocumentType(r[2]), r[3], r[4], _meta(r[3], r[5])) for r in rows]

    def page(self, document_id: str, number: int) -> Page | None:
        """One page with its text and the edits that give the raw text back."""
        row = self._db.execute(
            "SELECT label, text, edits FROM pages WHERE document_id = ? AND number = ?", (document_id, number)
        ).fetchone()
        if row is None:
            return None
        return Page(number, row[1], row[0], edits=tuple(Edit(*edit) for edit in json.loads(row[2])))

    def counts(self, document_id: str) -> tuple[int, int]:
        """Number of pages and of passages of a document."""
        pages = self._db.execute("SELECT count(*) FROM pages WHERE document_id = ?", (document_id,)).fetchone()
        passages = self._db.execute("SELECT count(*) FROM passages WHERE document_id = ?", (document_id,)).fetchone()
        return pages[0], passages[0]

    # --- passages and sentences --------------------------------------------------------------------------

    def passage_ids(self) -> list[int]:
        """Ids of all passages, in order."""
        return [row[0] for row in self._db.execute("SELECT id FROM passages ORDER BY id")]

    def passage_types(self) -> dict[int, str]:
        """Type of the document of each passage."""
        return dict(self._db.execute("SELECT p.id, d.type FROM passages p JOIN documents d ON d.id = p.document_id"))

    def passage_terms(self, origin: str | None = None) -> Iterator[tuple[int, list[str]]]:
        """Index terms of every passage, in order of id; of the documents of one origin if it is given."""
        for key, terms in self._db.execute(
            "SELECT p.id, p.terms FROM passages p JOIN documents d ON d.id = p.document_id"
            " WHERE ? IS NULL OR d.origin = ? ORDER BY p.id",
            (origin, origin),
        ):
            yield key, terms.split()

    def passage_vectors(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """Vectors of these passages, one a row."""
        found = dict(self._in("SELECT id, vector FROM passages WHERE id IN ({})", ids))
        return np.stack([np.frombuffer(found[key], dtype=np.float32) for key in ids])

    def passage_tokens(self, ids: Sequence[int]) -> dict[int, NDArray[np.int8]]:
        """Token vectors of these passages, shape (tokens, dimension); those removed meanwhile are left out."""
        rows = self._in("SELECT id, length(vector), tokens FROM passages WHERE id IN ({})", ids)
        return {key: np.frombuffer(tokens, np.int8).reshape(-1, size // 4) for key, size, tokens in rows}

    def sentence_vectors(self, passage_ids: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """Vectors of the sentences of these passages, one a row; a passage without any is left out."""
        found: dict[int, list[bytes]] = {}
        for key, vector in self._in("SELECT passage_id, vector FROM sentences WHERE passage_id IN ({})", passage_ids):
            found.setdefault(key, []).append(vector)
        return {key: np.frombuffer(b"".join(v), np.float32).reshape(len(v), -1) for key, v in found.items()}

    def passages(self, ids: Sequence[int]) -> dict[int, PassageRow]:
        """These passages with their text; those that were removed meanwhile are left out."""
        rows = self._in(
            "SELECT p.id, p.document_id, p.page, p.start, p.end, p.section, substr(g.text, p.start + 1, p.end - p.start)"
            " FROM passages p JOIN pages g ON g.document_id = p.document_id AND g.number = p.page"
            " WHERE p.id IN ({})",
            ids,
        )
        return {r[0]: PassageRow(r[0], r[1], r[2], r[3], r[4], tuple(json.loads(r[5])), r[6]) for r in rows}

    def passages_of_clusters(self, cluster_ids: Sequence[str]) -> list[int]:
        """Ids of the passages of these clusters' sheets."""
        return self._of_directory("$.cluster_id", cluster_ids)

    def passages_of_lists(self, names: Sequence[str]) -> list[int]:
        """Ids of the passages of these lists of the directory."""
        return self._of_directory("$.name", names)

    def _of_directory(self, field: str, values: Sequence[str]) -> list[int]:
        query = (
            "SELECT p.id FROM passages p JOIN documents d ON d.id = p.document_id WHERE d.origin = ? AND d.type = 'annuaire'"
            f" AND json_extract(d.meta, ?) IN ({','.join('?' * len(values))}) ORDER BY p.id"
        )
        return [row[0] for row in self._db.execute(query, [SHIPPED, field, *values])]

    def passages_stating(self, facts: Sequence[str]) -> list[int]:
        """Ids of the passages of the shipped corpus with a sentence that rests on one of these facts."""
        held = " OR ".join(["instr(' ' || s.facts || ' ', ?)"] * len(facts)) or "0"
        query = (
            "SELECT DISTINCT s.passage_id FROM sentences s JOIN passages p ON p.id = s.passage_id"
            f" JOIN documents d ON d.id = p.document_id WHERE d.origin = ? AND ({held}) ORDER BY s.passage_id"
        )
        return [row[0] for row in self._db.execute(query, [SHIPPED, *(f" {fact} " for fact in facts)])]

    def sentences(self, passage_ids: Sequence[int]) -> dict[int, list[StoredSentence]]:
        """The sentences of these passages, in reading order."""
        found: dict[int, list[StoredSentence]] = {}
        for key, start, end, section, facts, vector in self._in(
            "SELECT passage_id, start, end, section, facts, vector FROM sentences WHERE passage_id IN ({})"
            " ORDER BY passage_id, start",
            passage_ids,
        ):
            known = tuple(facts.split())
            sentence = StoredSentence(
                start, end, tuple(json.loads(section)), known, np.frombuffer(vector, dtype=np.float32)
            )
            found.setdefault(key, []).append(sentence)
        return found

    def _in(self, query: str, ids: Sequence[int]) -> Iterator[tuple]:  # type: ignore[type-arg]
        for start in range(0, len(ids), 500):  # SQLite's limit on variables, on its oldest builds, is 999
            part = ids[start : start + 500]
            yield from self._db.execute(query.format(",".join("?" * len(part))), list(part))

    # --- manifest ----------------------------------------------------------------------------------------

    def manifest(self) -> dict[str, ManifestEntry]:
        """What was decided for each file, by path."""
        return {row[0]: ManifestEntry(*row) for row in self._db.execute("SELECT * FROM manifest")}

    def record(self, entry: ManifestEntry) -> None:
        """Remembers a decision; inside a transaction."""
        self._db.execute(
            "INSERT OR REPLACE INTO manifest VALUES (?, ?, ?, ?)",
            (entry.path, entry.document_id, entry.code, entry.reason),
        )

    def forget(self, paths: Iterable[str]) -> None:
        """Forgets files; inside a transaction."""
        self._db.executemany("DELETE FROM manifest WHERE path = ?", [(path,) for path in paths])


def _meta(origin: str, text: str) -> dict[str, Any]:
    """A document's card; an added file is nobody's sheet and no list of the directory, whatever it says of itself."""
    meta: dict[str, Any] = json.loads(text)
    return meta if origin == SHIPPED else meta | dict.fromkeys(OURS)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _edits_json(edits: Sequence[Edit]) -> str:
    return _json([(edit.start, edit.end, edit.raw) for edit in edits])


def _blob(vector: NDArray[np.float32]) -> bytes:
    return np.ascontiguousarray(vector, dtype=np.float32).tobytes()
