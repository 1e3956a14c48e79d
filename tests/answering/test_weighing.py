"""Weighing sentences, without model or index."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.answering.weighing import KNOWN, OTHER_SHEET, SUMMARY, WEIGHTS, WORDS, spread, weighed


def signals(rows: int, **given: list[float]) -> Mapping[str, NDArray[np.float32]]:
    return {name: np.array(given.get(name, [0.5] * rows), np.float32) for name in WEIGHTS}


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_every_signal_moves_the_order_as_its_weight_says(name: str) -> None:
    less, more = weighed(signals(2, **{name: [0.0, 1.0]}))
    assert (more > less) == (WEIGHTS[name] > 0)


def test_of_two_sentences_alike_the_one_in_the_first_lines_leads_and_a_sheet_follows() -> None:
    plain, opening, sheet = weighed(signals(3, **{SUMMARY: [0, 1, 0], OTHER_SHEET: [0, 0, 1]}))
    assert opening > plain > sheet


def test_a_sentence_with_all_words_asked_beats_the_same_without() -> None:
    with_words, without = weighed(signals(2, **{WORDS: [1.0, 0.0]}))
    assert with_words > without


@given(st.lists(st.floats(-1, 1, width=32), min_size=1, max_size=20))
def test_spread_keeps_the_order_and_lies_between_nought_and_one(values: list[float]) -> None:
    found = spread(np.array(values, np.float32))
    assert found.min() >= 0 and found.max() <= 1
    for a, b in zip(range(len(values)), range(1, len(values)), strict=False):
        assert (found[a] <= found[b]) or values[a] > values[b]


def test_the_more_surely_a_fact_is_asked_for_the_less_the_wording_counts() -> None:
    def lead_of_words(surety: float) -> float:
        with_words, without = weighed(signals(2, **{WORDS: [1.0, 0.0], KNOWN: [surety, surety]}))
        return float(with_words - without)

    assert lead_of_words(0.2) == pytest.approx(2 * lead_of_words(0.9), rel=1e-4)
    assert lead_of_words(0.9) < lead_of_words(0.45) < lead_of_words(0.2)
