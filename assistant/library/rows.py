"""What the library keeps, as values: a document's card, passages and sentences, what was decided of a file."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.vocabulary import DocumentType

SHIPPED = "shipped"  # origin of the documents of the corpus
OURS = ("cluster_id", "name")  # what only a shipped document's card says: whose sheet, which list it is


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document's card. `origin` is `shipped` or `added`; `file` the copy kept in the home."""

    id: str
    title: str
    type: DocumentType
    origin: str = "added"
    file: str | None = None
    meta: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredSentence:
    """A sentence of a passage: its stretch of the page, the headings above it, the facts it rests on, its vector."""

    start: int
    end: int
    section: tuple[str, ...]
    facts: tuple[str, ...]
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage ready to be indexed. `terms` are its index terms, `vector` its unit embedding, `tokens` those of its
    tokens as `late_interaction.packed` gives them, shape (tokens, dimension)."""

    page: int
    start: int
    end: int
    section: tuple[str, ...]
    terms: tuple[str, ...]
    vector: NDArray[np.float32]
    sentences: tuple[StoredSentence, ...] = ()
    tokens: NDArray[np.int8] = field(default_factory=lambda: np.zeros((0, 0), np.int8))


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage as retrieval reads it back."""

    id: int
    document_id: str
    page: int
    start: int
    end: int
    section: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What was decided for one file: its document id (hash of its content) and, if refused, why."""

    path: str
    document_id: str
    code: str | None = None
    reason: str | None = None
