"""A workspace over a home of its own, without model: real SQLite, Chroma, BM25 and reading processes."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from assistant.index.search import Hit, search
from assistant.library.shipped import ShippedDocument
from assistant.library.workspace import Workspace
from assistant.settings import Settings
from assistant.vocabulary import DocumentType, FileVerdict
from tests.hashing import HashingEmbedder

NOTE = ShippedDocument(
    "0" * 16, DocumentType.BONNES_PRATIQUES, "note", "# Note livrée\n\nLe conseil compte 35 membres.\n"
)


def silent(label: str, share: float) -> None:
    """No progress shown."""


class Desk:
    """What a person does with a home: add files, look for words, see what is said."""

    def __init__(
        self, home: Path, shipped: Sequence[ShippedDocument] = (NOTE,), version: str = "v1", **settings: object
    ) -> None:
        self.said: list[str] = []
        values = {"home": home, "lock_timeout_s": 20, **settings}
        self.workspace = Workspace(Settings.model_validate(values), HashingEmbedder(), self.said.append)
        self.workspace.ensure(lambda: shipped, version, silent)

    def ingest(self, *paths: Path, kind: DocumentType = DocumentType.UTILISATEUR) -> list[FileVerdict]:
        return self.workspace.ingest(list(paths), kind, silent)

    def verdicts(self, *paths: Path) -> dict[str, tuple[str, str | None]]:
        return {Path(v.path).name: (v.verdict, v.code) for v in self.ingest(*paths)}

    def _search(self, query: str) -> list[Hit]:
        encoded = self.workspace.embedder.encode_query(query)
        generation, library = self.workspace.generation(), self.workspace.library
        return search(generation, library, encoded, lexical_weight=0.5, depth=50, reread=20)

    def hits(self, query: str) -> list[tuple[str, float]]:
        """Texts of all the passages that either arm finds, with their scores, best first."""
        hits = self._search(query)
        rows = self.workspace.library.passages([hit.passage_id for hit in hits])
        return [(rows[hit.passage_id].text, round(hit.score, 5)) for hit in hits]

    def found(self, query: str) -> list[str]:
        """Texts of the passages that have a word of the query, best first."""
        hits = self._search(query)
        rows = self.workspace.library.passages([hit.passage_id for hit in hits])
        return [rows[hit.passage_id].text for hit in hits if "lexical" in hit.ranks and hit.passage_id in rows]


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(**options: Any) -> Desk:
        made.append(Desk(tmp_path / "home", **options))
        return made[-1]

    yield make
    for desk in made:
        desk.workspace.close()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "rapports"
    place.mkdir()
    (place / "a.txt").write_text("La gouvernance du cluster Alpha réunit trente administrateurs.", encoding="utf-8")
    (place / "b.md").write_text("# Bêta\n\nLe budget du cluster Bêta vient des cotisations.", encoding="utf-8")
    return place
