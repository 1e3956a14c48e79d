"""A home, opened: its library, the published index, and what it takes to keep them whole and current.

    HOME/writer.lock
    HOME/files/                     copies of added files, a card beside each
    HOME/library-<fingerprint>/     library.sqlite, index/

A fingerprint (model, splitter, analysis, schema) names the folder: whatever would change vectors or passages
leads to another folder, filled anew from the shipped corpus and the copies.
"""

import hashlib
import logging
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np

from assistant.errors import CorruptedIndex, LibraryBusy, UnreadablePath
from assistant.index import analysis
from assistant.index.embedding import Embedder
from assistant.index.generation import (
    CURRENT,
    Generation,
    current,
    drop_words,
    open_generation,
    publish,
    published_version,
)
from assistant.index.lexical import LexicalIndex
from assistant.index.shipped_part import ExactVectors, ShippedPart
from assistant.library import indexing
from assistant.library.descriptions import Description
from assistant.library.ingest import Ingestion, forget_document
from assistant.library.locks import writing
from assistant.library.rows import SHIPPED
from assistant.library.shipped import ShippedDocument, sync
from assistant.library.store import SCHEMA_VERSION, Library
from assistant.settings import Settings
from assistant.vocabulary import DocumentType, FileVerdict, Progress

log = logging.getLogger(__name__)
RESTORED = "restored"
# How long to wait for another process that fills the library for the first time: there is nothing to answer from.
FIRST_PREPARATION_S = 600


def fingerprint(embedder: Embedder, passage_characters: int) -> str:
    """Eight hexadecimal digits that change when the same files would give other passages or vectors."""
    parts = (SCHEMA_VERSION, indexing.VERSION, analysis.VERSION, embedder.fingerprint, str(passage_characters))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def unusable(home: Path, error: Exception) -> UnreadablePath:
    """The error for a home that does not take what is written."""
    return UnreadablePath(
        (
            f"Le dossier {home} ne peut pas servir de bibliothèque\u00a0: {error}",
            f"{home} cannot hold a library: {error}",
        ),
        (
            "Vérifiez vos droits et la place libre, ou choisissez un autre dossier avec INTERPILOTE_HOME.",
            "Check your rights and the free space, or choose another folder with INTERPILOTE_HOME.",
        ),
    )


def _forget_in(file: Path, document_ids: Iterable[str]) -> None:
    try:
        with closing(Library(file)) as other:
            with other.transaction():
                for document_id in document_ids:
                    other.remove(document_id)
            other.settle()
    except sqlite3.DatabaseError as error:
        log.warning("%s cannot be opened: %s", file, error)
    drop_words(file.parent / "index")  # built again if these settings come back


class Workspace:
    """The library and index of a home. Safe to share between threads; other processes may write meanwhile."""

    def __init__(self, settings: Settings, embedder: Embedder, notice: Callable[[str], None] = log.warning) -> None:
        self.settings, self.embedder, self._notice = settings, embedder, notice
        self.fingerprint = fingerprint(embedder, settings.passage_characters)
        self.folder = settings.home / f"library-{self.fingerprint}"
        self.files = settings.home / "files"
        self.library = self._open_library()
        self._opening = threading.Lock()
        self._generation: Generation | None = None
        self._previous: Generation | None = None
        self._shipped: tuple[int, ShippedPart | None] | None = None

    @property
    def index_folder(self) -> Path:
        """Where the generations of the index lie."""
        return self.folder / "index"

    @property
    def corpus_version(self) -> str:
        """What answers are stamped with: it changes with the library and with how it is indexed."""
        return f"{self.library.version}-{self.fingerprint}"

    def _open_library(self) -> Library:
        file = self.folder / "library.sqlite"
        try:
            return Library(file)
        except (OSError, sqlite3.OperationalError) as error:
            raise unusable(self.settings.home, error) from error
        except sqlite3.DatabaseError:
            with self._changing():
                return self._replaced(file)

    def _replaced(self, file: Path) -> Library:
        """The library another process put in place of the damaged one meanwhile, else an empty one."""
        try:
            return Library(file)
        except sqlite3.DatabaseError:
            aside = self.folder.with_name(f"damaged-{time.strftime('%Y%m%d-%H%M%S')}")
            self.folder.rename(aside)
            self._notice(
                f"La bibliothèque était abîmée : elle est mise de côté dans {aside} et se reconstruit "
                "à partir du corpus livré et de vos fichiers."
            )
            return Library(file)

    @contextmanager
    def _changing(self, timeout_s: float | None = None) -> Iterator[None]:
        """The writer lock. Raises LibraryBusy, or UnreadablePath when the disk does not take what is written."""
        try:
            with writing(self.settings.home, self.settings.lock_timeout_s if timeout_s is None else timeout_s):
                yield
        except (OSError, sqlite3.OperationalError) as error:
            raise unusable(self.settings.home, error) from error

    # --- keeping current ---------------------------------------------------------------------------------

    def ensure(
        self, shipped: Callable[[], Iterable[ShippedDocument]], shipped_version: str, progress: Progress
    ) -> None:
        """Brings in the shipped corpus and the kept files if they lack, and publishes the index if it is behind.

        While another process writes, answers come from the index as published: nobody waits. Raises LibraryBusy
        when there is no index yet and the other process takes too long.
        """
        if self._is_current(shipped_version):
            return
        first = current(self.index_folder) is None
        try:
            with self._changing(FIRST_PREPARATION_S if first else 0):
                if self._is_current(shipped_version):
                    return
                sync(
                    self.library, self.embedder, self.settings.passage_characters, shipped(), shipped_version, progress
                )
                self._restore_files(progress)
                self._publish()
        except LibraryBusy:
            if first:
                raise
            log.info("index: another process is writing; answering from the published generation")

    def _is_current(self, shipped_version: str) -> bool:
        return (
            self.library.state("shipped") == shipped_version
            and self.library.state(RESTORED) is not None
            and published_version(self.index_folder) == self.library.version
        )

    def _restore_files(self, progress: Progress) -> None:
        if self.library.state(RESTORED) is None:
            self._ingestion(DocumentType.UTILISATEUR, progress).restore()
            with self.library.transaction():
                self.library.set_state(RESTORED, "1")

    def _publish(self, from_scratch: bool = False) -> None:
        if published_version(self.index_folder) is None and (self.index_folder / CURRENT).exists():
            self._notice("L'index publié est introuvable ou illisible : il se reconstruit depuis la bibliothèque.")
        if from_scratch or published_version(self.index_folder) != self.library.version:
            publish(self.library, self.index_folder, from_scratch)

    # --- reading -----------------------------------------------------------------------------------------

    def generation(self) -> Generation:
        """The published index, re-opened when another process published a newer one."""
        with self._opening:
            folder = current(self.index_folder)
            if self._generation is not None and folder == self._generation.folder:
                return self._generation
            opened = self._open_or_rebuild(folder)
            # The one before the last may still serve a question in another thread: it is closed one step later.
            if self._previous is not None:
                self._previous.close()
            self._previous, self._generation = self._generation, opened
            return opened

    def shipped_part(self) -> ShippedPart | None:
        """The shipped corpus alone, as it is searched beside added files; None when nothing was added."""
        version = self.generation().version
        with self._opening:
            if self._shipped is None or self._shipped[0] != version:
                added = next(iter(self.library.documents("added")), None)
                self._shipped = version, None if added is None else self._read_shipped()
            return self._shipped[1]

    def _read_shipped(self) -> ShippedPart:
        terms, types = dict(self.library.passage_terms(SHIPPED)), self.library.passage_types()
        ids = tuple(terms)
        rows = self.library.passage_vectors(ids) if ids else np.zeros((0, 0), np.float32)
        return ShippedPart(LexicalIndex.of(terms), ExactVectors(ids, tuple(types[key] for key in ids), rows))

    def _open_or_rebuild(self, folder: Path | None) -> Generation:
        """The generation in `folder`, or the one that takes its place when it is gone or damaged."""
        try:
            if folder is not None:
                return open_generation(folder)
        except CorruptedIndex as error:
            newer = current(self.index_folder)
            if newer is not None and newer != folder:
                return self._open_or_rebuild(newer)
            self._notice(f"{error.message()} {error.remedy()}")
        with self._changing():
            published = current(self.index_folder)
            if published is None or published == folder:  # else another process rebuilt it meanwhile
                self._publish(from_scratch=True)
                published = current(self.index_folder)
        assert published is not None
        return open_generation(published)

    # --- writing -----------------------------------------------------------------------------------------

    def ingest(
        self,
        paths: list[Path],
        kind: DocumentType,
        progress: Progress,
        described: Mapping[Path, Description] | None = None,
    ) -> list[FileVerdict]:
        """Adds, updates and removes files; see Ingestion.run. Raises LibraryBusy, UnreadablePath."""
        with self._changing():
            try:
                ingestion = self._ingestion(kind, progress)
                ingestion.described = described or {}
                verdicts = ingestion.run(paths)
            finally:
                self._publish()
            self._leave_no_trace({v.document_id for v in verdicts if v.verdict == "removed" and v.document_id})
            return verdicts

    def _ingestion(self, kind: DocumentType, progress: Progress) -> Ingestion:
        return Ingestion(self.library, self.embedder, self.files, self.settings.passage_characters, kind, progress)

    def remove(self, document_id: str) -> None:
        """Forgets an added document, its copy, and the files that bore it. Raises LibraryBusy.

        Libraries left by other settings forget it too. Its bytes are overwritten, and the words of the generation of
        the index before this one are deleted; its numbers (vectors, without text) stay there until the next publication,
        and a library that was set aside as damaged is left alone.
        """
        with self._changing():
            with self.library.transaction():
                paths = [e.path for e in self.library.manifest().values() if e.document_id == document_id]
                self.library.forget(paths)
                forget_document(self.library, self.files, document_id)
            self._publish()
            self._leave_no_trace({document_id})

    def _leave_no_trace(self, document_ids: Iterable[str]) -> None:
        gone = [key for key in document_ids if self.library.document(key) is None]  # else another file bears it
        if not gone:
            return
        self.library.settle()
        drop_words(self.index_folder, kept=current(self.index_folder))
        for file in self.settings.home.glob("library-*/library.sqlite"):
            if file.parent != self.folder:
                _forget_in(file, gone)

    def close(self) -> None:
        """Lets the home go."""
        for generation in (self._generation, self._previous):
            if generation is not None:
                generation.close()
        self.library.close()
