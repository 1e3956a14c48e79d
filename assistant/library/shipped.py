"""The shipped corpus: notes in Markdown, a sheet for each cluster of the directory, its lists by region and theme."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant import resources
from assistant.clusters import sheets
from assistant.clusters.directory import Directory
from assistant.clusters.lists import cluster_lists
from assistant.clusters.sheets import sheet
from assistant.index.embedding import Embedder
from assistant.library.changes import remember
from assistant.library.indexing import index_pages
from assistant.library.ingest import content_id
from assistant.library.rows import SHIPPED, StoredDocument
from assistant.library.store import Library
from assistant.reading.limits import Limits
from assistant.reading.markup import parse_markdown
from assistant.vocabulary import DocumentType, Progress

# The code and the sentences of sheets and lists: worded anew, they are indexed anew.
_WORDING = Path(sheets.__file__).parent


@dataclass(frozen=True, slots=True)
class ShippedDocument:
    """A document of the corpus: its id (hash of its text), type, Markdown, and the cluster a sheet is about."""

    id: str
    type: DocumentType
    name: str
    markdown: str
    cluster_id: str | None = None


def shipped_documents(corpus: Path, directory: Directory) -> Iterator[ShippedDocument]:
    """Every note of corpus/documents/<type>/, then a sheet a cluster, then the lists by region and theme."""
    for file in sorted((corpus / "documents").glob("*/*.md")):
        text = file.read_text(encoding="utf-8")
        yield ShippedDocument(content_id(text.encode()), DocumentType(file.parent.name), file.stem, text)
    for cluster in directory.clusters:
        _, text = sheet(cluster, directory)
        yield ShippedDocument(content_id(text.encode()), DocumentType.ANNUAIRE, cluster.id, text, cluster.id)
    for made in cluster_lists(directory):
        yield ShippedDocument(content_id(made.markdown.encode()), DocumentType.ANNUAIRE, made.name, made.markdown)


def shipped_version(corpus: Path, declared: Path | None = None) -> str:
    """Changes when any file of the corpus changes, what clusters declared over it, or what words sheets."""
    digest = hashlib.sha256()
    said = resources.TEXTS
    for folder, files in ((corpus, corpus.rglob("*")), (_WORDING, _WORDING.glob("*.py")), (said, said.glob("*.yaml"))):
        for file in sorted(files):
            if file.is_file():
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    if declared is not None and declared.is_file():
        digest.update(declared.read_bytes())
    return digest.hexdigest()[:16]


def sync(
    library: Library,
    embedder: Embedder,
    passage_characters: int,
    documents: Iterable[ShippedDocument],
    version: str,
    progress: Progress,
) -> None:
    """Makes the library hold exactly these shipped documents, embedding only new ones. The caller holds the lock."""
    if library.state(SHIPPED) == version:
        return
    wanted = {document.id: document for document in documents}
    held = {document.id: document.type for document in library.documents(SHIPPED)}
    new = [document for key, document in wanted.items() if held.get(key) != document.type]
    for done, document in enumerate(new):
        progress(document.name, done / len(new))
        _add(library, embedder, passage_characters, document)
    with library.transaction():
        for gone in held.keys() - wanted.keys():
            library.remove(gone)
        named = ((f"{document.type.value}/{document.name}", document.id) for document in wanted.values())
        remember(library, library.state(SHIPPED), named)
        library.set_state(SHIPPED, version)


def _add(library: Library, embedder: Embedder, passage_characters: int, document: ShippedDocument) -> None:
    read = parse_markdown(document.markdown, document.name, Limits())
    passages = index_pages(read.title, read.pages, embedder, passage_characters)
    meta = {**read.meta, "name": document.name, "cluster_id": document.cluster_id}
    with library.transaction():
        library.add(StoredDocument(document.id, read.title, document.type, SHIPPED, None, meta), read.pages, passages)
