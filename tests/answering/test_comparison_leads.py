"""What a row comes to is said in words made of its own cells: their order, their years, what is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.comparison_leads import asks_least, lead
from assistant.answering.comparison_texts import dated
from assistant.vocabulary import Cell, Indicator, Language

NAMES = {"a": "Aa", "b": "Bb", "c": "Cc"}


def said(
    name: str, *values: float | None, unit: str | None = None, least: bool = False, language: Language = "fr"
) -> str | None:
    cells = tuple(
        Cell(cluster_id=key, value=value, year=None if value is None else 2020)
        for key, value in zip(NAMES, values, strict=False)
    )
    row = Indicator(name=name, unit=unit, cells=cells)
    return lead(row, NAMES, least, lambda cell, of: dated(cell, of, language, with_unit=True), language)


def test_who_has_most_comes_before_the_others_in_their_order() -> None:
    assert (
        said("membres", 20, 30, 10)
        == "Bb compte le plus de membres : 30 (2020), devant Aa, 20 (2020), et Cc, 10 (2020)."
    )
    assert said("membres", 20, 30, least=True) == "Aa compte le moins de membres : 20 (2020), contre Bb, 30 (2020)."
    assert said("budget", 2e6, 1e6, unit="EUR/an", language="en") == (
        "Aa has the largest annual budget: 2,000,000 € (2020), ahead of Bb, 1,000,000 € (2020)."
    )


def test_the_oldest_has_the_smallest_year() -> None:
    assert str(said("creation", 2006.0, 2005.0, unit="année")).startswith("Bb existe depuis le plus longtemps : 2005")
    assert str(said("creation", 2006.0, 2005.0, unit="année", least=True)).startswith("Aa est le dernier créé : 2006")


def test_what_is_not_known_is_said() -> None:
    assert said("budget", None, None, None) == "Le répertoire ne donne le budget pour aucun des trois."
    assert said("equipe", None, 7, None, unit="personnes") == (
        "Seul chiffre connu : Bb, 7 personnes (2020). Chiffre non connu du répertoire : Aa et Cc."
    )
    assert str(said("membres", 5, 5)).startswith("Aa et Bb sont à égalité pour le nombre de membres : 5 (2020) et 5")


def test_a_row_of_words_has_no_order() -> None:
    cells = tuple(Cell(cluster_id=key, value="or") for key in ("a", "b"))
    row = Indicator(name="labels", unit=None, cells=cells)
    assert lead(row, NAMES, False, lambda cell, of: str(cell.value)) is None


@pytest.mark.parametrize(
    "question", ["Lequel a le moins de membres ?", "Le plus petit budget ?", "Which has fewer members?"]
)
def test_the_smallest_is_asked_for(question: str) -> None:
    assert asks_least(question) and not asks_least("Lequel a le plus de membres ?")


@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=3, unique=True), st.booleans())
def test_the_first_named_is_the_first_in_order(values: list[int], least: bool) -> None:
    first = list(NAMES.values())[values.index(min(values) if least else max(values))]
    assert str(said("membres", *values, least=least)).startswith(f"{first} ")


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("Range-les du plus grand au plus petit", False),
        ("Du plus petit au plus grand", True),
        ("Par budget décroissant", False),
        ("Rank them from the smallest to the largest", True),
        ("Rank them from the largest to the smallest", False),
    ],
)
def test_of_two_ends_the_first_is_meant(question: str, least: bool) -> None:
    assert asks_least(question) is least
