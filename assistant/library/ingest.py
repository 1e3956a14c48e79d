"""Adding a person's files: found, hashed, read apart, embedded, committed one document at a time.

Incremental by content: what was decided for the same bytes is not decided again. Killed at any moment, the
library holds whole documents only and the next call goes on from there.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from assistant.index.embedding import Embedder
from assistant.library.indexing import index_pages
from assistant.library.store import Library, ManifestEntry, StoredDocument
from assistant.reading.files import find_files
from assistant.reading.isolation import Reader, Refused
from assistant.vocabulary import DocumentType, FileVerdict, ReadDocument

Progress = Callable[[str, float], None]


def content_id(content: bytes) -> str:
    """A document's id: the first 16 hexadecimal digits of the sha256 of its content."""
    return hashlib.sha256(content).hexdigest()[:16]


def file_id(path: Path) -> str:
    """Id of a file's content, read by blocks."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:16]


@dataclass
class Ingestion:
    """One call of `ingest`. The caller holds the writer lock."""

    library: Library
    embedder: Embedder
    files: Path  # where copies are kept, so that a citation still opens
    passage_characters: int
    type: DocumentType = DocumentType.UTILISATEUR
    progress: Progress = lambda label, share: None
    _seen: dict[str, ManifestEntry] = field(default_factory=dict)

    def run(self, paths: Sequence[Path]) -> list[FileVerdict]:
        """One verdict a file found, then one for each file that disappeared below `paths`.

        Raises UnreadablePath when a path does not exist or cannot be listed.
        """
        self._seen = self.library.manifest()
        found = [path.resolve() for path in find_files(self._still_there(paths))]
        weights = [_weight(path) for path in found]
        total, done, verdicts = max(1, sum(weights)), 0, list[FileVerdict]()
        with Reader() as reader:
            for path, weight in zip(found, weights, strict=True):
                verdicts.append(self._one(reader, path, partial(self._tell, path.name, done / total, weight / total)))
                done += weight
        return verdicts + list(self._removed(paths, {str(path) for path in found}))

    def _still_there(self, paths: Sequence[Path]) -> list[Path]:
        """The paths to look into: one that is gone, but below which files are known, is not an error."""
        return [path for path in paths if path.exists() or not self._known_below(path)]

    def _known_below(self, path: Path) -> bool:
        root = path.resolve()
        return any(Path(entry).is_relative_to(root) for entry in self._seen)

    def _tell(self, name: str, before: float, own: float, part: float) -> None:
        self.progress(name, before + own * part)

    def _one(self, reader: Reader, path: Path, progress: Callable[[float], None]) -> FileVerdict:
        progress(0.0)
        try:
            document_id = file_id(path)
        except OSError as error:
            return FileVerdict(
                path=str(path),
                verdict="refused",
                code="illisible",
                reason=f"Le fichier ne peut pas être lu ({error.strerror}). Vérifiez les droits d'accès.",
            )
        known = self._known(path, document_id)
        if known is not None:
            return known
        try:
            document = reader.read(path)
        except Refused as refused:
            return self._refuse(path, document_id, refused)
        return self._index(path, document_id, document, self._keep(path, document_id), progress)

    def bring_back(self, reader: Reader, copy: Path, path: Path) -> None:
        """Indexes a copy kept in the home under the path it first had; a copy that went bad is left out."""
        document_id = copy.stem
        try:
            document = reader.read(copy)
        except Refused as refused:
            self._refuse(path, document_id, refused)
            return
        self._index(path, document_id, document, copy.name, lambda share: None)

    def _known(self, path: Path, document_id: str) -> FileVerdict | None:
        """The earlier verdict on the same bytes, if any: at this path, or elsewhere (a double)."""
        before = self._seen.get(str(path))
        if before is not None and before.document_id == document_id:
            return self._repeat(before)
        twin = next((entry for entry in self._seen.values() if entry.document_id == document_id), None)
        if twin is None:
            return None
        self._record(ManifestEntry(str(path), document_id, twin.code, twin.reason), replaced=before)
        verdict = self._repeat(twin)
        if verdict.verdict == "refused":
            return verdict.model_copy(update={"path": str(path)})
        reason = f"Même contenu que {Path(twin.path).name}, déjà dans la bibliothèque."
        return verdict.model_copy(update={"path": str(path), "code": "doublon", "reason": reason})

    def _repeat(self, entry: ManifestEntry) -> FileVerdict:
        if entry.code:
            return FileVerdict(path=entry.path, verdict="refused", code=entry.code, reason=entry.reason)
        pages, passages = self.library.counts(entry.document_id)
        return FileVerdict(
            path=entry.path, document_id=entry.document_id, verdict="unchanged", pages=pages, passages=passages
        )

    def _refuse(self, path: Path, document_id: str, refused: Refused) -> FileVerdict:
        entry = ManifestEntry(str(path), document_id, refused.code, refused.reason)
        self._record(entry, replaced=self._seen.get(str(path)))
        return FileVerdict(path=str(path), verdict="refused", code=refused.code, reason=refused.reason)

    def _index(
        self, path: Path, document_id: str, document: ReadDocument, copy: str, progress: Callable[[float], None]
    ) -> FileVerdict:
        passages = index_pages(document.title, document.pages, self.embedder, self.passage_characters, progress)
        card = StoredDocument(document_id, document.title, self.type, "added", copy, document.meta)
        with self.library.transaction():
            self.library.add(card, document.pages, passages)
            self._record_in_transaction(ManifestEntry(str(path), document_id), self._seen.get(str(path)))
        return FileVerdict(
            path=str(path),
            document_id=document_id,
            verdict="indexed",
            pages=len(document.pages),
            passages=len(passages),
            code="avertissement" if document.warnings else None,
            reason=" ".join(document.warnings) or None,
        )

    def _keep(self, path: Path, document_id: str) -> str:
        """Copies the file into the home, with a card beside it from which a rebuild can start."""
        self.files.mkdir(parents=True, exist_ok=True)
        name = f"{document_id}{path.suffix.lower()}"
        temporary = self.files / f"{name}.part"
        shutil.copyfile(path, temporary)
        os.replace(temporary, self.files / name)
        card = {"path": str(path), "type": self.type.value, "file": name}
        (self.files / f"{document_id}.json").write_text(json.dumps(card, ensure_ascii=False), encoding="utf-8")
        return name

    def _record(self, entry: ManifestEntry, replaced: ManifestEntry | None) -> None:
        with self.library.transaction():
            self._record_in_transaction(entry, replaced)

    def _record_in_transaction(self, entry: ManifestEntry, replaced: ManifestEntry | None) -> None:
        self.library.record(entry)
        self._seen[entry.path] = entry
        if replaced is not None and replaced.document_id != entry.document_id:
            self._drop_orphan(replaced.document_id)

    def _drop_orphan(self, document_id: str) -> None:
        """Forgets a document that no file bears any more."""
        if all(entry.document_id != document_id for entry in self._seen.values()):
            forget_document(self.library, self.files, document_id)

    def _removed(self, paths: Sequence[Path], found: set[str]) -> Iterator[FileVerdict]:
        roots = [path.resolve() for path in paths]
        for entry in list(self._seen.values()):
            below = any(Path(entry.path).is_relative_to(root) for root in roots)
            if not below or entry.path in found:
                continue
            del self._seen[entry.path]
            with self.library.transaction():
                self.library.forget([entry.path])
                self._drop_orphan(entry.document_id)
            yield FileVerdict(
                path=entry.path,
                document_id=None if entry.code else entry.document_id,
                verdict="removed",
                reason="Le fichier n'existe plus : il est retiré de la bibliothèque.",
            )


def forget_document(library: Library, files: Path, document_id: str) -> None:
    """Removes a document and the copies kept of it; inside a transaction."""
    library.remove(document_id)
    for copy in files.glob(f"{document_id}.*"):
        copy.unlink(missing_ok=True)


# How much of a file of this kind is text, roughly: what makes the time left come out right.
_TEXT_SHARE = {".pdf": 0.08, ".docx": 0.2, ".html": 0.4, ".htm": 0.4}


def _weight(path: Path) -> int:
    """Characters of text to expect in a file."""
    return int(path.stat().st_size * _TEXT_SHARE.get(path.suffix.lower(), 1.0))


def restore(ingestion: Ingestion) -> None:
    """Brings back into an empty library the files kept in the home, from their cards."""
    cards = [json.loads(card.read_text(encoding="utf-8")) for card in sorted(ingestion.files.glob("*.json"))]
    with Reader() as reader:
        for done, card in enumerate(cards):
            ingestion.progress(Path(card["path"]).name, done / len(cards))
            ingestion.type = DocumentType(card["type"])
            ingestion.bring_back(reader, ingestion.files / card["file"], Path(card["path"]))
