from hypothesis import given
from hypothesis import strategies as st

from assistant.index.fusion import fuse, min_max

SCORES = st.dictionaries(st.integers(0, 30), st.floats(-10, 10), max_size=20)


@given(SCORES, SCORES, st.floats(0, 1))
def test_fused_scores_stay_between_nought_and_one_best_first(
    a: dict[int, float], b: dict[int, float], weight: float
) -> None:
    fused = fuse({"a": a, "b": b}, {"a": weight, "b": 1 - weight})
    scores = [score for _, score in fused]
    assert {key for key, _ in fused} == a.keys() | b.keys()
    assert scores == sorted(scores, reverse=True)
    assert all(-1e-9 <= score <= 1 + 1e-9 for score in scores)


@given(SCORES, SCORES)
def test_the_order_in_which_scores_arrive_does_not_matter(a: dict[int, float], b: dict[int, float]) -> None:
    weights = {"a": 0.5, "b": 0.5}
    assert fuse({"a": a, "b": b}, weights) == fuse(
        {"b": dict(reversed(b.items())), "a": dict(reversed(a.items()))}, weights
    )


@given(SCORES)
def test_an_arm_without_weight_has_no_say(a: dict[int, float]) -> None:
    only = fuse({"a": a, "b": {99: 1.0}}, {"a": 1.0, "b": 0.0})
    assert [item for item in only if item[0] != 99] == fuse({"a": a}, {"a": 1.0})


def test_equal_scores_all_count_in_full_and_nothing_gives_nothing() -> None:
    assert min_max({1: 3.0, 2: 3.0}) == {1: 1.0, 2: 1.0}
    assert min_max({}) == {}
