"""Both arms, fused: what is found, of which type, and how it is scored."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.index.analysis import terms
from assistant.index.generation import Generation, open_generation, publish
from assistant.index.search import DENSE, LEXICAL, Hit, search
from assistant.library.rows import StoredDocument, StoredPassage
from assistant.library.store import Library
from assistant.vocabulary import DocumentType, Page
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
NOTES = {
    "a": (DocumentType.EVALUATION, "Le budget vient des cotisations."),
    "b": (DocumentType.ANNUAIRE, "Le budget du pôle vient de la Région."),
    "c": (DocumentType.UTILISATEUR, "Notre budget à nous."),
    "d": (DocumentType.EVALUATION, "Le conseil compte trente membres."),
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.sqlite")
    for key, (kind, text) in NOTES.items():
        passage = StoredPassage(1, 0, len(text), (), tuple(terms(text)), EMBEDDER.embed_passage(text))
        with library.transaction():
            library.add(StoredDocument(key, key, kind), [Page(1, text)], [passage])
    return library


@pytest.fixture
def generation(library: Library, tmp_path: Path) -> Iterator[Generation]:
    opened = open_generation(publish(library, tmp_path / "index"))
    yield opened
    opened.close()


def find(
    generation: Generation, library: Library, query: str, kind: DocumentType | None = None, reread: int = 0
) -> list[Hit]:
    allowed = frozenset(key for key, t in library.passage_types().items() if t == kind) if kind else None
    types = [kind] if kind else None
    return search(
        generation,
        library,
        EMBEDDER.encode_query(query),
        lexical_weight=0.5,
        depth=10,
        reread=reread,
        types=types,
        allowed=allowed,
    )


@pytest.mark.parametrize("kind", list(DocumentType))
def test_a_type_asked_for_is_the_only_one_found(generation: Generation, library: Library, kind: DocumentType) -> None:
    hits = find(generation, library, "budget conseil", kind)
    rows = library.passages([hit.passage_id for hit in hits])
    assert {row.document_id for row in rows.values()} == {key for key, (type_, _) in NOTES.items() if type_ == kind}


def test_ranks_and_scores_are_those_of_each_arm(generation: Generation, library: Library) -> None:
    hits = find(generation, library, "le budget des cotisations")
    assert library.passages([hits[0].passage_id])[hits[0].passage_id].document_id == "a"
    assert hits[0].ranks == {LEXICAL: 1, DENSE: 1}
    assert hits[0].score == pytest.approx(1)
    for arm in (LEXICAL, DENSE):
        found = sorted((hit.ranks[arm], -hit.scores[arm]) for hit in hits if arm in hit.ranks)
        assert [rank for rank, _ in found] == list(range(1, len(found) + 1))
        assert found == sorted(found, key=lambda pair: pair[1])
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("reread", [1, 2, 3, 4, 100])
def test_passages_read_again_come_before_the_others_and_scores_go_down(
    generation: Generation, library: Library, reread: int
) -> None:
    query = "le budget des cotisations du conseil"
    before, after = find(generation, library, query), find(generation, library, query, reread=reread)
    assert {hit.passage_id for hit in after[:reread]} == {hit.passage_id for hit in before[:reread]}
    assert after[reread:] == before[reread:]
    assert after[0].score == 1
    assert [hit.score for hit in after] == sorted((hit.score for hit in after), reverse=True)


@pytest.mark.parametrize(("weight", "arm"), [(1.0, LEXICAL), (0.0, DENSE)])
def test_the_arm_with_all_the_weight_orders_alone(
    generation: Generation, library: Library, weight: float, arm: str
) -> None:
    query = "le budget des cotisations"
    hits = search(generation, library, EMBEDDER.encode_query(query), lexical_weight=weight, depth=10, reread=0)
    ranked = [hit.ranks[arm] for hit in hits if arm in hit.ranks]
    assert ranked == sorted(ranked)


def test_more_is_asked_for_than_there_is(generation: Generation, library: Library) -> None:
    query = "budget"
    hits = search(generation, library, EMBEDDER.encode_query(query), lexical_weight=0.5, depth=1000, reread=1000)
    assert len(hits) == len(NOTES)
