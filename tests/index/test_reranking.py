"""Several signals, one order: none outweighs the others by its scale, and what lacks does not disturb the rest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.reranking import CONTEXT, SENTENCE, WEIGHTS, WORDS, closeness, combined
from tests.hashing import HashingEmbedder

VALUES = st.lists(st.integers(-100, 100), min_size=2, max_size=12).map(lambda v: np.array(v, np.float32))


@given(VALUES, st.integers(1, 50), st.integers(-50, 50))
def test_neither_scale_nor_offset_of_a_signal_changes_the_outcome(values: np.ndarray, scale: int, offset: int) -> None:
    other = values[::-1].copy()
    plain = combined({WORDS: values, CONTEXT: other}, WEIGHTS)
    moved = combined({WORDS: values * scale + offset, CONTEXT: other}, WEIGHTS)
    assert moved == pytest.approx(plain, abs=1e-3)


@given(VALUES)
def test_a_signal_alone_orders_as_it_does_and_one_that_does_not_vary_has_no_say(values: np.ndarray) -> None:
    alone = combined({CONTEXT: values, SENTENCE: np.ones_like(values)}, WEIGHTS)
    assert (np.diff(alone[np.argsort(values, kind="stable")]) >= -1e-5).all()


class Removed:
    """A library from which the passages were removed after the index was made."""

    def passage_tokens(self, ids: object) -> dict[int, np.ndarray]:
        return {}

    def sentence_vectors(self, passage_ids: object) -> dict[int, np.ndarray]:
        return {}


def test_passages_removed_meanwhile_are_ordered_by_their_words() -> None:
    lexical = np.array([1, 3, 2], np.float32)
    found = closeness(Removed(), HashingEmbedder().encode_query("budget"), lambda term: 1.0, [7, 8, 9], lexical)
    assert list(np.argsort(-found)) == [1, 2, 0]
