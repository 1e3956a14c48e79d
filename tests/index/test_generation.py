"""What is derived from the library is the same however it was built, and is known when it is not whole."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import CorruptedIndex
from assistant.index.analysis import terms
from assistant.index.generation import Generation, current, open_generation, publish, published_version
from assistant.index.search import Hit, search
from assistant.library.rows import StoredDocument, StoredPassage
from assistant.library.store import Library
from assistant.vocabulary import DocumentType, Page
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
WORDS = "budget conseil membre projet label cotisation filière territoire bureau région".split()


def add(library: Library, key: str, text: str, kind: DocumentType = DocumentType.EVALUATION) -> None:
    passage = StoredPassage(1, 0, len(text), (), tuple(terms(text)), EMBEDDER.embed_passage(text))
    with library.transaction():
        library.add(StoredDocument(key, key, kind), [Page(1, text)], [passage])


def remove(library: Library, key: str) -> None:
    with library.transaction():
        library.remove(key)


def hits(generation: Generation, library: Library, query: str) -> list[Hit]:
    return search(generation, library, EMBEDDER.encode_query(query), lexical_weight=0.5, depth=50, reread=20)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite")


CHANGES = st.lists(st.tuples(st.integers(0, 5), st.lists(st.sampled_from(WORDS), max_size=6)), min_size=1, max_size=6)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
def test_an_index_extended_change_by_change_finds_what_one_built_at_once_finds(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, list[str]]]
) -> None:
    """A document with words is added or replaced, one without is removed."""
    place = tmp_path_factory.mktemp("generations")
    library = Library(place / "library.sqlite")
    for number, chosen in changes:
        if chosen:
            add(library, f"d{number}", " ".join(chosen))
        else:
            remove(library, f"d{number}")
        publish(library, place / "extended")
    publish(library, place / "at once")
    opened = [open_generation(folder) for root in ("extended", "at once") if (folder := current(place / root))]
    assert len(opened) == 2
    for query in (*WORDS, "budget du conseil"):
        one, other = (hits(generation, library, query) for generation in opened)
        scores = [
            {(h.passage_id, arm): score for h in found for arm, score in h.scores.items()} for found in (one, other)
        ]
        assert scores[0] == pytest.approx(scores[1], abs=1e-5)
    for generation in opened:
        generation.close()
    library.close()


def test_the_generation_replaced_last_stays_for_its_readers_and_older_ones_go(library: Library, tmp_path: Path) -> None:
    folders = []
    for number in range(4):
        add(library, f"d{number}", "budget")
        folders.append(publish(library, tmp_path / "index"))
    assert [folder.exists() for folder in folders] == [False, False, True, True]
    assert current(tmp_path / "index") == folders[-1]
    assert published_version(tmp_path / "index") == library.version


def test_a_reader_goes_on_while_the_next_generation_is_published(library: Library, tmp_path: Path) -> None:
    add(library, "d1", "le budget")
    reading = open_generation(publish(library, tmp_path / "index"))
    add(library, "d2", "le budget du conseil")
    publish(library, tmp_path / "index")
    assert len(hits(reading, library, "budget")) == 1
    reading.close()


def test_what_a_killed_publication_left_is_cleared_and_never_read(library: Library, tmp_path: Path) -> None:
    add(library, "d1", "le budget")
    left = tmp_path / "index" / "building-9"
    (left / "vectors").mkdir(parents=True)
    (tmp_path / "index" / "CURRENT.new").write_text("g0000")
    publish(library, tmp_path / "index")
    assert not left.exists()
    assert published_version(tmp_path / "index") == library.version


def test_an_index_of_an_empty_library_opens_and_finds_nothing(library: Library, tmp_path: Path) -> None:
    generation = open_generation(publish(library, tmp_path / "index"))
    assert hits(generation, library, "budget") == []
    generation.close()


def test_parts_that_do_not_agree_are_damage(library: Library, tmp_path: Path) -> None:
    add(library, "d1", "le budget")
    folder = publish(library, tmp_path / "index")
    card = folder / "generation.json"
    card.write_text(card.read_text().replace('"passages": 1', '"passages": 2'))
    with pytest.raises(CorruptedIndex) as damaged:
        open_generation(folder)
    assert "rien n'est perdu" in damaged.value.remedy()


def test_an_index_that_cannot_be_extended_is_built_again(library: Library, tmp_path: Path) -> None:
    add(library, "d1", "le budget")
    folder = publish(library, tmp_path / "index")
    (folder / "vectors" / "chroma.sqlite3").write_bytes(b"x" * 5000)
    add(library, "d2", "le conseil")
    generation = open_generation(publish(library, tmp_path / "index"))
    assert len(generation.vectors.ids()) == 2
    generation.close()


def test_reading_an_index_does_not_make_it_look_damaged(library: Library, tmp_path: Path) -> None:
    text = " ".join(WORDS)
    vectors = np.random.default_rng(1).normal(size=(1300, 64)).astype(np.float32)  # Chroma writes its graph at 1000
    passages = [StoredPassage(1, 0, 6, (), ("budget",), vector) for vector in vectors]
    with library.transaction():
        library.add(StoredDocument("d", "d", DocumentType.EVALUATION), [Page(1, text)], passages)
    folder = publish(library, tmp_path / "index")
    for _ in range(3):
        generation = open_generation(folder)
        assert hits(generation, library, "budget")
        generation.close()
