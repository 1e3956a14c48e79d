"""A figure of a comparison is cited by a sentence that says it, and by no other."""

import pytest

from assistant.answering.comparing import gives_figure
from assistant.answering.comparison_texts import YEAR
from assistant.vocabulary import Cell, Indicator


def cited(sentence: str, value: float | str, year: int | None = None, unit: str | None = None) -> bool:
    cell = Cell(cluster_id="a", value=value, year=year)
    return gives_figure(sentence, cell, Indicator(name="membres", unit=unit, cells=(cell,)))


@pytest.mark.parametrize(
    ("sentence", "value", "year", "unit"),
    [
        ("Le pôle a été créé en 2005.", 2005.0, None, YEAR),
        ("En 2019, l'équipe comptait 20 personnes.", 20.0, 2019, "personnes"),
        ("1 200 membres en 2023.", 1200.0, 2023, None),
        ("1 200,5 membres en 2023.", 1200.5, 2023, None),
        ("Un budget de 2,3 M€ en 2022.", 2_300_000.0, 2022, "EUR/an"),
        ("Un budget de 85 000 € en 2022.", 85_000.0, 2022, "EUR/an"),
        ("Région : Bretagne.", "Bretagne", None, None),
    ],
)
def test_a_figure_is_cited_by_the_sentence_that_says_it(
    sentence: str, value: float | str, year: int | None, unit: str | None
) -> None:
    assert cited(sentence, value, year, unit)


@pytest.mark.parametrize(
    ("sentence", "value", "year", "unit"),
    [
        ("L'équipe a été renouvelée en 2019.", 20.0, 2019, "personnes"),
        ("Labellisé jusqu'au 31 décembre 2026.", 20.0, 2026, None),
        ("120 membres en 2023.", 20.0, 2023, None),
        ("20 000 membres en 2023.", 20.0, 2023, None),
        ("1 020 membres en 2023.", 20.0, 2023, None),
        ("20,5 membres en 2023.", 20.0, 2023, None),
        ("12,3 M€ de budget en 2022.", 2_300_000.0, 2022, "EUR/an"),
        ("20 membres en 2012.", 20.0, 2023, None),
        ("Un pôle de 0 M€ en 2022.", 40.0, 2022, "EUR/an"),
    ],
)
def test_a_figure_is_not_cited_by_a_sentence_that_only_holds_its_digits(
    sentence: str, value: float | str, year: int | None, unit: str | None
) -> None:
    assert not cited(sentence, value, year, unit)


def test_a_computed_figure_is_cited_by_none() -> None:
    cell = Cell(cluster_id="a", value=20.0, formula="2026 - 2006")
    assert not gives_figure("20 ans.", cell, Indicator(name="age", cells=(cell,)))
    plain = Cell(cluster_id="a", value=20.0)
    assert not gives_figure("20 ans.", plain, Indicator(name="age", cells=(plain,), formula="année - création"))
