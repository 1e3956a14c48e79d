"""Figures are compared by what they are worth, not by how they are typed; a bare year is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.figures import counts, figures, has_figure


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("1 234,5 € et 12 membres", {"1234.5", "12"}),
        ("1,5 M€", {"1.5"}),
        ("15 M€", {"15"}),
        ("2 à 3 salariés", {"2", "3"}),
        ("en 2012, 200 membres", {"2012", "200"}),
        ("en 2012 200 membres", {"2012", "200"}),
        ("10 000 000 €", {"10000000"}),
        ("aucun chiffre", set()),
    ],
)
def test_the_figures_of_a_text_are_read_whole(text: str, held: set[str]) -> None:
    assert figures(text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("800 € en 2023", {"800"}),
        ("2 000 € en 2023", {"2000"}),
        ("2000 € en 2023", {"2000"}),
        ("1900 adhérents", {"1900"}),
        ("créé en 2005", set()),
        ("de 2019 à 2022", set()),
    ],
)
def test_a_year_counts_nothing(text: str, held: set[str]) -> None:
    assert counts(text) == held
    assert has_figure(text) == bool(held)


@pytest.mark.parametrize(
    "text",
    [
        "2500 entreprises",
        "1800 emplois",
        "un budget de 1500000 euros",
        "2050 salariés en 2012",
        "12 %",
        "quelque 3000 PME",
    ],
)
def test_a_large_figure_is_one_however_it_is_typed(text: str) -> None:
    assert has_figure(text)


@pytest.mark.parametrize("text", ["la 5G et le CO2", "la phase V, en 2023", "le 1er pôle", "un pôle 3D"])
def test_a_digit_in_a_word_is_no_figure(text: str) -> None:
    assert not has_figure(text)


@given(st.integers(0, 10**9))
def test_a_number_is_the_same_with_and_without_its_spaces(number: int) -> None:
    spaced = f"{number:,}".replace(",", "\u202f")
    assert figures(f"{spaced} €") == figures(f"{number} €") == {str(number)}
