"""Scores and certainties behave, whatever the criteria; lists do not depend on the order of candidates."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.clusters.directory import Directory
from assistant.clusters.partners import CRITERIA as PARTNER_CRITERIA
from assistant.clusters.referents import CRITERIA as REFERENT_CRITERIA
from assistant.clusters.scoring import (
    PARTNERS,
    REFERENTS,
    Ranking,
    diversified,
    expected_worth,
    rank_value,
    score_and_certainty,
)
from assistant.vocabulary import CriterionValue

values = st.one_of(st.none(), st.floats(0, 1))
criteria = st.lists(
    st.builds(CriterionValue, name=st.just("c"), value=values, weight=st.floats(0, 1), because=st.just("parce que"))
)


@given(criteria)
def test_score_and_certainty_stay_between_zero_and_one(judged: list[CriterionValue]) -> None:
    score, certainty = score_and_certainty(judged)
    assert 0 <= score <= 1
    assert 0 <= certainty <= 1


@given(criteria, st.floats(0, 1))
def test_an_unknown_never_raises_certainty_nor_changes_the_score(judged: list[CriterionValue], weight: float) -> None:
    unknown = CriterionValue(name="u", value=None, weight=weight, because="non vu")
    before, after = score_and_certainty(judged), score_and_certainty([*judged, unknown])
    assert after[1] <= before[1]
    assert after[0] == before[0]


@given(criteria)
def test_the_score_is_the_weighted_mean_of_what_is_known(judged: list[CriterionValue]) -> None:
    known = [c for c in judged if c.value is not None and c.weight > 1e-6]
    score, _ = score_and_certainty(known)
    if known:
        numbers = [c.value or 0.0 for c in known]
        assert min(numbers) - 1e-4 <= score <= max(numbers) + 1e-4


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_what_is_unknown_is_worth_the_prior(score: float, certainty: float, prior: float) -> None:
    worth = rank_value(score, certainty, prior)
    assert min(score, prior) - 1e-9 <= worth <= max(score, prior) + 1e-9


@given(criteria)
def test_without_priors_of_their_own_criteria_are_worth_what_score_and_certainty_say(
    judged: list[CriterionValue],
) -> None:
    ranking = Ranking(prior=0.5, diversite=0, certitude_minimale=0)
    exact = [c.model_copy(update={"weight": round(c.weight, 2)}) for c in judged]
    score, certainty = score_and_certainty(exact)
    assert abs(expected_worth(exact, ranking) - rank_value(score, certainty, 0.5)) < 1e-3


@given(values, st.floats(0, 1))
def test_a_prior_of_its_own_holds_for_the_unknown_only(value: float | None, prior: float) -> None:
    ranking = Ranking(prior=0.5, priors={"c": prior}, diversite=0, certitude_minimale=0)
    judged = [CriterionValue(name="c", value=value, weight=1, because="parce que")]
    assert expected_worth(judged, ranking) == (prior if value is None else value)


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.floats(0, 1), max_size=12),
    st.integers(0, 15),
    st.floats(0, 1),
    st.randoms(use_true_random=False),
)
def test_the_list_does_not_depend_on_the_order_of_candidates(
    worth: dict[str, float], k: int, penalty: float, random: object
) -> None:
    names = list(worth)
    shuffled = list(names)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def alike(one: str, other: str) -> float:
        return float(one[0] == other[0])

    first = diversified(names, k, worth.__getitem__, alike, penalty, str)
    assert first == diversified(shuffled, k, worth.__getitem__, alike, penalty, str)
    assert len(first) == min(k, len(names)) == len(set(first))


def test_the_second_of_two_clones_gives_way_to_something_else() -> None:
    worth = {"solar1": 0.80, "solar2": 0.79, "wood": 0.70}
    chosen = diversified(list(worth), 2, worth.__getitem__, lambda a, b: float(a[:4] == b[:4]), 0.15, str)
    assert chosen == ["solar1", "wood"]


def test_each_family_has_a_weight_for_each_of_its_criteria(directory: Directory) -> None:
    assert PARTNER_CRITERIA.keys() == PARTNERS == directory.weights.partners.keys()
    assert REFERENT_CRITERIA.keys() == REFERENTS == directory.weights.referents.keys()
