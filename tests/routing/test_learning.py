"""What learning rests on: rows of words and equations are those of the plain matrices, whatever the texts."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.routing import word_rows
from assistant.routing.learning import BLOCK, inverted, nearness, solved
from assistant.routing.word_rows import WordRows, rows_of

TEXTS = st.lists(
    st.lists(st.sampled_from("pôle label région budget membre bureau".split()), max_size=6), min_size=1, max_size=12
)


def dense(rows: WordRows) -> np.ndarray:
    found = np.zeros((len(rows.places), len(rows.vocabulary)))
    for row, places, values in zip(found, rows.places, rows.values, strict=True):
        row[places] = values
    return found


@given(TEXTS, st.integers(0, 4))
def test_products_and_weights_are_those_of_the_whole_rows(texts: list[list[str]], few: int) -> None:
    rows = rows_of([Counter(text) for text in texts])
    share = np.arange(2 * len(texts), dtype=np.float32).reshape(-1, 2)
    usual, word_rows.FEW = word_rows.FEW, few
    try:
        assert np.allclose(rows.products(), dense(rows) @ dense(rows).T, atol=1e-5)
    finally:
        word_rows.FEW = usual
    assert np.allclose(rows.weights(share), dense(rows).T @ share, atol=1e-4)


def test_a_large_system_is_solved_block_by_block_as_it_would_be_at_once() -> None:
    drawn = np.random.default_rng(5)
    points = drawn.normal(size=(BLOCK + 150, 30)).astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    kernel = 12 * nearness(points, points, 1.0) + np.eye(len(points), dtype=np.float32)
    targets = drawn.normal(size=(len(points), 3)).astype(np.float32)
    expected = np.linalg.solve(kernel.astype(np.float64), targets)
    assert np.allclose(solved(kernel, targets.copy()), expected, atol=1e-3)


def test_a_large_system_is_inverted_in_place_as_it_would_be_at_once() -> None:
    points = np.random.default_rng(6).normal(size=(2 * BLOCK + 150, 30)).astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    kernel = 16 * nearness(points, points, 1.0) + np.eye(len(points), dtype=np.float32)
    expected = np.linalg.inv(kernel.astype(np.float64))
    assert np.allclose(inverted(kernel), expected, atol=1e-4)
