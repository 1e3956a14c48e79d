"""Figures side by side: years and sources in each cell, blanks blank, mixed years said."""

from datetime import date

import pytest

from assistant.clusters.comparison import ROWS, compare
from assistant.clusters.directory import Directory
from assistant.errors import InvalidQuestion, UnknownCluster


def test_each_cell_has_its_year_and_sources_and_blanks_stay_blank(directory: Directory, today: date) -> None:
    table = compare(directory, ["inno-vin", "xylofutur"], ["membres", "budget"], today)
    members, budgets = table.indicators
    assert [(c.value, c.year) for c in members.cells] == [(180, 2023), (278, 2022)]
    assert all(cell.sources for cell in members.cells)
    assert (budgets.cells[0].value, budgets.cells[0].year, budgets.cells[0].sources) == (None, None, ())
    assert (budgets.cells[1].value, budgets.cells[1].year, budgets.unit) == (1_000_000, 2019, "EUR/an")


def test_mixed_years_are_said_and_equal_years_are_not(directory: Directory, today: date) -> None:
    mixed = compare(directory, ["inno-vin", "xylofutur"], ["membres"], today)
    assert any("2022 et 2023" in warning for warning in mixed.warnings)
    assert compare(directory, ["inno-vin", "eurobiomed"], ["membres"], today).warnings == ()


def test_a_merged_cluster_is_compared_by_its_successor_once(directory: Directory, today: date) -> None:
    table = compare(directory, ["Route des Lasers", "Elopsys", "inno-vin"], ["creation"], today)
    assert table.clusters == ("alpha-rlh", "inno-vin")
    assert len(table.indicators[0].cells) == 2 and any("Route des Lasers" in w for w in table.warnings)


def test_age_is_counted_to_today_and_ratings_keep_their_old_name(directory: Directory) -> None:
    table = compare(directory, ["cara"], ["age", "evaluation_2012"], date(2030, 6, 1))
    assert table.indicators[0].cells[0].value == 25
    assert table.indicators[1].cells[0].value == "très performant (sous le nom LUTB)"
    assert table.indicators[1].cells[0].year == 2012


def test_a_budget_without_an_amount_is_a_blank_and_a_remark(directory: Directory, today: date) -> None:
    table = compare(directory, ["nae", "axelera"], ["budget"], today)
    assert table.indicators[0].cells[0].value is None
    assert any("contrat régional" in warning for warning in table.warnings)


def test_all_indicators_are_given_by_default_for_all_clusters(directory: Directory, today: date) -> None:
    table = compare(directory, [c.id for c in directory.active], None, today)
    assert [row.name for row in table.indicators] == list(ROWS)
    assert all(len(row.cells) == len(directory.active) for row in table.indicators)


def test_unknown_clusters_and_indicators_are_refused_with_a_remedy(directory: Directory, today: date) -> None:
    with pytest.raises(UnknownCluster):
        compare(directory, ["atlantis"], None, today)
    with pytest.raises(InvalidQuestion) as caught:
        compare(directory, ["inno-vin"], ["bonheur"], today)
    assert "membres" in caught.value.remedy()
    with pytest.raises(InvalidQuestion):
        compare(directory, [], None, today)


def test_from_2027_a_label_that_ended_in_2026_reads_so(directory: Directory) -> None:
    (row,) = compare(directory, ["axelera"], ["labels"], date(2027, 1, 1)).indicators
    assert "label de pôle de phase V, obtenu en 2023 : labellisé jusqu’à fin 2026, suite non vérifiée" in str(
        row.cells[0].value
    )
