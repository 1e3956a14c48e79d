"""Ahead, or only lucky: the paired test."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.evaluation.paired import gain

SCORES = st.lists(st.floats(0, 1), min_size=1, max_size=20)


@settings(max_examples=15, deadline=None)
@given(SCORES)
def test_a_method_is_not_ahead_of_itself(scores: list[float]) -> None:
    assert gain(scores, scores) == {"gain": 0.0, "p": 1.0, "queries": len(scores)}


def test_ten_wins_out_of_ten_are_no_luck_and_three_may_be() -> None:
    assert gain([1.0] * 10, [0.5] * 10)["p"] == pytest.approx(2 / 2**10, abs=0.002)
    assert gain([1.0] * 3, [0.5] * 3)["p"] == pytest.approx(2 / 2**3, abs=0.02)


def test_wins_that_losses_make_up_for_are_no_gain() -> None:
    found = gain([1.0, 0.0] * 20, [0.0, 1.0] * 20)
    assert found["gain"] == 0
    assert found["p"] > 0.9
