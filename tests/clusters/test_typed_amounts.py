"""Amounts that pilots type are read in full or refused: never a thousand times too small."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.clusters.typed_amounts import budget, members, team

TODAY = date(2026, 11, 26)
SPACES = (" ", "\u00a0", "\u202f", "\u2009", "\u2007")
MULTIPLES = {
    1e3: ("k€", "K€", "kEUR", "k", "mille euros", "milliers d’euros"),
    1e6: ("M€", "M", "meur", "millions d'euros"),
}


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("450.000 €", 450_000),
        ("1.200.000 €", 1_200_000),
        ("1,250,000 €", 1_250_000),
        ("450 kEUR", 450_000),
        ("450 k", 450_000),
        ("450 mille euros", 450_000),
        ("1,2 M", 1_200_000),
        ("0,125 M€ en 2025", 125_000),
        ("1 milliard €", 1_000_000_000),
        ("750 k€/an", 750_000),
        ("1 250 000,50 € par an (2025)", 1_250_000.5),
    ],
)
def test_a_budget_is_read_in_euros_however_it_is_written(text: str, euros: float) -> None:
    read = budget(text, TODAY)
    assert read is not None and read.value == euros


@pytest.mark.parametrize(
    "text",
    [
        *("450", "450 €", "450,000 €", "1.250 M€", "1 200.000 €", "1.2.3 M€", "12.34.56", "450 $", "-450 k€"),
        *("450 à 500 k€", "450-500 k€", "450 kilos", "450 k€ et des dons", "450 k€ (2090)", "4" + " " * 190 + "x"),
    ],
)
def test_a_budget_of_which_the_scale_is_not_sure_is_refused(text: str) -> None:
    assert budget(text, TODAY) is None


@pytest.mark.parametrize("text", ["180,000", "180 dont 30 laboratoires", "entre 100 et 200", "1.20.000"])
def test_members_that_are_no_single_number_are_refused(text: str) -> None:
    assert members(text, TODAY) is None


@pytest.mark.parametrize("text", ["2 à 3 ETP", "4 k", "4 salariés et demi"])
def test_a_team_that_is_no_single_number_is_refused(text: str) -> None:
    assert team(text, TODAY) is None


@given(
    st.integers(1, 10**9),
    st.sampled_from([*SPACES, ".", "'", "’", ""]),
    st.sampled_from(["", " membres", " adhérents", " entreprises"]),
    st.sampled_from([("", 2026), (" (2025)", 2025), (" en 2024", 2024), (", 2023", 2023)]),
)
def test_any_number_is_read_in_full_with_any_sign_between_thousands(
    number: int, separator: str, unit: str, year: tuple[str, int]
) -> None:
    read = members(f"{grouped(number, separator)}{unit}{year[0]}", TODAY)
    assert read is not None and (read.value, read.year) == (number, year[1])


@given(st.integers(10, 99_999), st.sampled_from([1e3, 1e6]), st.integers(0, 5), st.sampled_from(SPACES), st.booleans())
def test_a_unit_multiplies_whatever_its_spelling(
    number: int, factor: float, spelling: int, space: str, tenths: bool
) -> None:
    names = MULTIPLES[factor]
    text = f"{number // 10},{number % 10}" if tenths else str(number)
    read = budget(f"{text}{space}{names[spelling % len(names)]}", TODAY)
    assert read is not None and read.value == pytest.approx(number * factor / (10 if tenths else 1))


@given(st.text("1345678 0.,'’\u202f", max_size=12))
def test_what_is_read_has_all_the_digits_that_were_typed(text: str) -> None:
    read = members(text, TODAY)
    if read is not None:
        assert re.sub(r"\D", "", text).strip("0") in re.sub(r"\D", "", f"{Decimal(str(read.value)):f}")
