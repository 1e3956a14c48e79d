"""Chroma gives the nearest vectors back, of the types asked for."""

from pathlib import Path

import numpy as np
import pytest

from assistant.index.vectors import VectorIndex, copy_vectors

VECTORS = np.random.default_rng(5).normal(size=(1200, 16)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1, keepdims=True)
TYPES = ["annuaire" if number % 3 else "evaluation" for number in range(len(VECTORS))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("vectors")
    index = VectorIndex(place)
    index.add(range(len(VECTORS)), VECTORS, TYPES)
    index.close()
    return place


def nearest(query: "np.ndarray[tuple[int], np.dtype[np.float32]]", k: int, among: list[int]) -> list[int]:
    return sorted(among, key=lambda row: -float(VECTORS[row] @ query))[:k]


@pytest.mark.parametrize("row", [0, 17, 1199])
def test_the_nearest_are_those_of_an_exhaustive_comparison(folder: Path, row: int) -> None:
    index = VectorIndex(folder)
    found = index.best(VECTORS[row], 10)
    exact = nearest(VECTORS[row], 10, list(range(len(VECTORS))))
    assert next(iter(found)) == row
    assert len(set(found) & set(exact)) >= 9  # the graph is approximate
    for key, score in found.items():
        assert score == pytest.approx(float(VECTORS[key] @ VECTORS[row]), abs=1e-5)
    index.close()


def test_a_type_asked_for_is_the_only_one_found(folder: Path) -> None:
    index = VectorIndex(folder)
    found = index.best(VECTORS[1], 20, ["evaluation"])
    assert len(found) == 20
    assert {TYPES[key] for key in found} == {"evaluation"}
    index.close()


def test_more_may_be_asked_for_than_there_is(folder: Path) -> None:
    index = VectorIndex(folder)
    assert len(index.best(VECTORS[0], 5000)) == len(VECTORS)
    index.close()


def test_an_empty_index_and_a_type_nobody_has_give_nothing(folder: Path, tmp_path: Path) -> None:
    empty = VectorIndex(tmp_path / "empty")
    assert empty.best(VECTORS[0], 10) == {}
    empty.close()
    index = VectorIndex(folder)
    assert index.best(VECTORS[0], 10, ["recherche"]) == {}
    index.close()


def test_what_is_removed_is_found_no_more_and_the_copy_is_another_index(folder: Path, tmp_path: Path) -> None:
    copy_vectors(folder, tmp_path / "copy")
    copy = VectorIndex(tmp_path / "copy")
    copy.remove([17, 18])
    assert not {17, 18} & copy.best(VECTORS[17], 50).keys()
    assert copy.ids() == set(range(len(VECTORS))) - {17, 18}
    copy.close()
    index = VectorIndex(folder)
    assert 17 in index.ids()
    index.close()
