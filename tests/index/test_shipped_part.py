"""The shipped corpus is searched the same whatever was added beside it."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.lexical import LexicalIndex, build_lexical
from assistant.index.shipped_part import ExactVectors, ShippedPart

TERMS = st.lists(st.lists(st.sampled_from(("budget", "gouvern", "eau", "bois")), max_size=5), min_size=1, max_size=8)


@given(TERMS)
def test_an_index_in_memory_finds_what_one_on_disk_finds(passages: list[list[str]]) -> None:
    from tempfile import TemporaryDirectory

    ids = list(range(10, 10 + len(passages)))
    with TemporaryDirectory() as folder:
        build_lexical(Path(folder), ids, passages)
        read = LexicalIndex.read(Path(folder))
        held = LexicalIndex.of(dict(zip(ids, passages, strict=True)))
        assert held.best("budget de l'eau", 5) == read.best("budget de l'eau", 5)
        assert held.idf("budget") == read.idf("budget") and held.knows("bois") == read.knows("bois")


def test_the_nearest_vectors_come_first_and_types_are_kept() -> None:
    rows = np.array([[1, 0], [0, 1], [0.6, 0.8]], np.float32)
    vectors = ExactVectors((3, 5, 9), ("note", "annuaire", "note"), rows)
    query = np.array([0, 1], np.float32)
    assert list(vectors.best(query, 2)) == [5, 9]
    assert list(vectors.best(query, 2, ["note"])) == [9, 3]
    assert ExactVectors((), (), np.zeros((0, 0), np.float32)).best(query, 2) == {}


def test_a_passage_is_known_to_be_of_the_corpus() -> None:
    part = ShippedPart(LexicalIndex.of({4: ["bois"]}), ExactVectors((4,), ("note",), np.ones((1, 2), np.float32)))
    assert part.holds(4) and not part.holds(5)
