"""Adding a person's files: found, hashed, read apart, embedded, committed one document at a time.

Incremental by content: what was decided for the same bytes is not decided again. Killed at any moment, the
library holds whole documents only and the next call goes on from there.
"""

import hashlib
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from assistant.index.embedding import Embedder
from assistant.library.cards import Card, own_words, read_cards
from assistant.library.descriptions import NAMES, SAID, Description, Manifests
from assistant.library.indexing import index_pages
from assistant.library.places import gone, place, weight, write_card, written
from assistant.library.rows import ManifestEntry, StoredDocument
from assistant.library.store import Library
from assistant.library.taking import SourceError, file_id, sweep, taken
from assistant.reading.files import find_files
from assistant.reading.isolation import Reader, Refused
from assistant.vocabulary import DocumentType, FileVerdict, Progress, ReadDocument

log = logging.getLogger(__name__)


def content_id(content: bytes) -> str:
    """A document's id: the first 16 hexadecimal digits of the sha256 of its content."""
    return hashlib.sha256(content).hexdigest()[:16]


@dataclass
class Ingestion:
    """One call of `ingest`. The caller holds the writer lock."""

    library: Library
    embedder: Embedder
    files: Path  # where copies are kept, so that a citation still opens
    passage_characters: int
    type: DocumentType = DocumentType.UTILISATEUR
    progress: Progress = lambda label, share: None
    described: Mapping[Path, Description] = field(default_factory=dict)  # said by who calls: over the manifests
    _seen: dict[str, ManifestEntry] = field(default_factory=dict)

    def run(self, paths: Sequence[Path]) -> list[FileVerdict]:
        """One verdict a file found, a manifest only for its faults, then one for each file that disappeared below
        `paths`.

        Raises UnreadablePath when a path does not exist or cannot be listed.
        """
        sweep(self.files)
        self._seen = self.library.manifest()
        found = list(dict.fromkeys(place(path) for path in find_files(self._still_there(paths))))
        manifests, found = Manifests(found), [path for path in found if path.name not in NAMES]
        said = {place(path): description for path, description in self.described.items()}
        weights = [weight(path) for path in found]
        total, done, verdicts = max(1, sum(weights)), 0, list[FileVerdict]()
        with Reader() as reader:
            for path, share in zip(found, weights, strict=True):
                tell = partial(self._tell, path.name, done / total, share / total)
                about = said.get(path, Description()).over(manifests.described.get(path))
                verdicts.append(self._one(reader, path, about, tell))
                done += share
        verdicts += (
            FileVerdict(path=written(path), verdict="refused", code="manifeste", reason=reason)
            for path, reason in manifests.faults
        )
        return verdicts + list(self._removed(paths, {written(path) for path in found}))

    def _still_there(self, paths: Sequence[Path]) -> list[Path]:
        """The paths to look into: one that is gone, but below which files are known, is not an error."""
        return [path for path in paths if not (gone(path) and any(self._known_below([path])))]

    def _known_below(self, paths: Sequence[Path]) -> Iterator[ManifestEntry]:
        roots = [written(place(path)) for path in paths]
        for entry in list(self._seen.values()):
            if any(Path(entry.path).is_relative_to(root) for root in roots):
                yield entry

    def _tell(self, name: str, before: float, own: float, part: float) -> None:
        self.progress(name, before + own * part)

    def _one(self, reader: Reader, path: Path, about: Description, progress: Callable[[float], None]) -> FileVerdict:
        progress(0.0)
        try:
            known = self._decided(path, file_id(path), about)  # most often: nothing is copied then
            if known is not None:
                return known
            with taken(path, self.files, reader.limits.megabytes * 1_000_000 + 1) as (copy, document_id):
                known = self._decided(path, document_id, about)  # it may have changed meanwhile
                return known or self._new(reader, path, copy, document_id, about, progress)
        except SourceError as error:
            return FileVerdict(
                path=written(path),
                verdict="refused",
                code="illisible",
                reason=f"Le fichier ne peut pas être lu ({error}). Vérifiez qu’il est encore là, et vos droits d’accès.",
            )

    def _decided(self, path: Path, document_id: str, about: Description) -> FileVerdict | None:
        """What was decided of the same bytes, unless they are described anew now."""
        held = self.library.document(document_id)
        if held is not None and held.origin == "added" and about.differs_from(held):
            return None
        return self._known(written(path), document_id)

    def _new(
        self,
        reader: Reader,
        path: Path,
        copy: Path,
        document_id: str,
        about: Description,
        progress: Callable[[float], None],
    ) -> FileVerdict:
        """Reads and indexes what nothing was decided of, or what is described anew."""
        try:
            document = reader.read(copy)
        except Refused as refused:
            return self._refuse(written(path), document_id, refused)
        held = self.library.document(document_id)
        name = self._keep(copy, document_id)
        meta = {**own_words(document), **(held.meta if held else {}), **about.meta()}
        document = replace(document, title=about.title or (held or document).title, meta=meta)
        kind = about.type or (held.type if held else self.type)
        return self._index([written(path)], document_id, document, name, kind, progress)

    def restore(self) -> None:
        """Brings back the files kept in the home that the library lacks, as their cards say they were."""
        self._seen = self.library.manifest()
        cards = list(read_cards(self.files))
        with Reader() as reader:
            for done, card in enumerate(cards):
                self.progress(card.title, done / len(cards))
                self._bring_back(reader, card)

    def _bring_back(self, reader: Reader, card: Card) -> None:
        copy, paths = self.files / card.file, card.paths
        if self.library.document(copy.stem) is not None:  # restored before an interruption, or shipped by now
            with self.library.transaction():
                self._bear(paths, copy.stem)
            return
        try:
            read = reader.read(copy)
            document = replace(read, title=card.title, meta={**own_words(read), **card.said})
        except Refused as refused:  # nothing is noted, so that the file itself is read when it comes again
            log.warning("files/%s cannot be brought back: %s", copy.name, refused.reason)
            return
        self._index(paths, copy.stem, document, copy.name, card.type, lambda share: None)

    def _known(self, path: str, document_id: str) -> FileVerdict | None:
        """The earlier verdict on the same bytes, if any: at this path, or elsewhere (a double).

        A refusal holds for another file only under the same extension: renaming a file may be what it needs.
        """
        before, held = self._seen.get(path), self.library.document(document_id) is not None
        if before is not None and before.document_id == document_id and (before.code or held):
            return self._repeat(before)
        twin = next((entry for entry in self._same(document_id) if _stands_for(entry, path, held)), None)
        if twin is None and not held:
            return None
        entry = replace(twin, path=path) if twin else ManifestEntry(path, document_id)
        self._record(entry, replaced=before)
        verdict = self._repeat(entry)
        if entry.code:
            return verdict
        name = Path(twin.path).name if twin else "un document du corpus livré"
        reason = f"Même contenu que {name}, déjà dans la bibliothèque."
        return verdict.model_copy(update={"code": "doublon", "reason": reason})

    def _same(self, document_id: str) -> list[ManifestEntry]:
        return [entry for entry in self._seen.values() if entry.document_id == document_id]

    def _repeat(self, entry: ManifestEntry) -> FileVerdict:
        if entry.code:
            return FileVerdict(path=entry.path, verdict="refused", code=entry.code, reason=entry.reason)
        pages, passages = self.library.counts(entry.document_id)
        return FileVerdict(
            path=entry.path, document_id=entry.document_id, verdict="unchanged", pages=pages, passages=passages
        )

    def _refuse(self, path: str, document_id: str, refused: Refused) -> FileVerdict:
        entry = ManifestEntry(path, document_id, refused.code, refused.reason)
        self._record(entry, replaced=self._seen.get(path))
        return FileVerdict(path=path, verdict="refused", code=refused.code, reason=refused.reason)

    def _index(
        self,
        paths: Sequence[str],
        document_id: str,
        document: ReadDocument,
        copy: str,
        kind: DocumentType,
        progress: Callable[[float], None],
    ) -> FileVerdict:
        pages = [replace(page, fact_spans=()) for page in document.pages]  # facts are the corpus's to name
        passages = index_pages(document.title, pages, self.embedder, self.passage_characters, progress)
        card = StoredDocument(document_id, document.title, kind, "added", copy, document.meta)
        with self.library.transaction():
            self.library.add(card, document.pages, passages)
            self._bear(paths, document_id)
        return FileVerdict(
            path=paths[0],
            document_id=document_id,
            verdict="indexed",
            pages=len(document.pages),
            passages=len(passages),
            code="avertissement" if document.warnings else None,
            reason=" ".join(document.warnings) or None,
        )

    def _keep(self, copy: Path, document_id: str) -> str:
        """Keeps the copy in the home, so that a citation still opens and a rebuild can start from it; nobody else reads it."""
        name = f"{document_id}{copy.suffix.lower()}"
        copy.chmod(0o600)
        os.replace(copy, self.files / name)
        return name

    def _bear(self, paths: Sequence[str], document_id: str) -> None:
        """Records that these files bear a document; inside a transaction."""
        for path in paths:
            self._record_in_transaction(ManifestEntry(path, document_id), self._seen.get(path))

    def _record(self, entry: ManifestEntry, replaced: ManifestEntry | None) -> None:
        with self.library.transaction():
            self._record_in_transaction(entry, replaced)

    def _record_in_transaction(self, entry: ManifestEntry, replaced: ManifestEntry | None) -> None:
        self.library.record(entry)
        self._seen[entry.path] = entry
        self._settle(entry.document_id)
        if replaced is not None and replaced.document_id != entry.document_id:
            self._settle(replaced.document_id)

    def _settle(self, document_id: str) -> None:
        """Writes on a document's card which files bear it; forgets the document when none does any more."""
        document = self.library.document(document_id)
        if document is None or document.file is None:
            return
        paths = [entry.path for entry in self._same(document_id) if not entry.code]
        if not paths:
            forget_document(self.library, self.files, document_id)
            return
        said = {name: document.meta[name] for name in SAID if name in document.meta}
        card = {
            "paths": paths,
            "type": document.type.value,
            "title": document.title,
            "file": document.file,
            "said": said,
        }
        write_card(self.files / f"{document_id}.json", card)

    def _removed(self, paths: Sequence[Path], found: set[str]) -> Iterator[FileVerdict]:
        for entry in self._known_below(paths):
            if entry.path in found:
                continue
            del self._seen[entry.path]
            with self.library.transaction():
                self.library.forget([entry.path])
                self._settle(entry.document_id)
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


def _stands_for(entry: ManifestEntry, path: str, held: bool) -> bool:
    """Whether what was decided for a file of the same bytes holds for `path` too."""
    return not entry.code if held else bool(entry.code) and Path(entry.path).suffix.lower() == Path(path).suffix.lower()
