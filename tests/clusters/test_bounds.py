"""Questions that set a bound on a figure of clusters are understood, and others set none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.clusters.bounds import Bound, Side, bound_in, without_bound
from assistant.clusters.fields import Field


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Quels clusters ont moins de 100 membres ?", Bound(Field.MEMBRES, Side.LESS, 100, 100)),
        ("lesquels ont au moins 1 200 adhérents", Bound(Field.MEMBRES, Side.LEAST, 1200, 1200)),
        ("which of them have no more than 50 members?", Bound(Field.MEMBRES, Side.MOST, 50, 50)),
        ("ceux qui comptent entre 100 et 300 membres", Bound(Field.MEMBRES, Side.BETWEEN, 100, 300)),
        ("pôles avec un budget de plus de 1,5 M€", Bound(Field.BUDGET, Side.MORE, 1.5e6, 1.5e6)),
        ("un budget inférieur à 500 000 €", Bound(Field.BUDGET, Side.LESS, 5e5, 5e5)),
        ("un budget entre 1 et 2 M€", Bound(Field.BUDGET, Side.BETWEEN, 1e6, 2e6)),
        ("entre 500 k€ et 2 M€", Bound(Field.BUDGET, Side.BETWEEN, 5e5, 2e6)),
        ("une équipe de plus de 10 personnes", Bound(Field.EQUIPE, Side.MORE, 10, 10)),
        ("au plus 5 salariés", Bound(Field.EQUIPE, Side.MOST, 5, 5)),
        ("créés après 2010", Bound(Field.CREATION, Side.MORE, 2010, 2010)),
        ("fondés entre 2005 et 2010", Bound(Field.CREATION, Side.BETWEEN, 2005, 2010)),
        ("founded in 2006", Bound(Field.CREATION, Side.EQUAL, 2006, 2006)),
        ("nous avons moins de temps", None),
        ("au moins deux réunions par an", None),
        ("plus de membres", None),
        ("un projet né en 2019 de 3 membres", Bound(Field.CREATION, Side.EQUAL, 2019, 2019)),
    ],
)
def test_a_bound_is_read_with_its_field_side_and_number(text: str, bound: Bound | None) -> None:
    assert bound_in(text) == bound


def test_what_is_left_is_the_list_that_is_asked_for() -> None:
    left = without_bound("Quels clusters sont en Normandie, et lesquels ont moins de 200 membres ?")
    assert left.split() == ["Quels", "clusters", "sont", "en", "Normandie,", "?"]


@given(st.sampled_from(Side), st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_a_figure_within_a_range_is_at_most_as_far_as_one_outside(side: Side, low: int, high: int, value: int) -> None:
    bound = Bound(Field.MEMBRES, side, min(low, high), max(low, high))
    assert bound.off(value) >= 0
    if side is Side.BETWEEN:
        assert bound.holds(value) == (min(low, high) <= value <= max(low, high))
    assert not (
        Bound(Field.MEMBRES, Side.LESS, low, low).holds(value)
        and Bound(Field.MEMBRES, Side.LEAST, low, low).holds(value)
    )


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert without_bound(text) == text or bound_in(text) is not None


@pytest.mark.parametrize("unit", ["qui ", "entre 1 ", "1 000 ", "budget de ", "et ceux "])
def test_a_hostile_text_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    """50,000 characters: a rule that backtracks would take minutes."""
    assert bound_in(unit * (50_000 // len(unit))) is None
