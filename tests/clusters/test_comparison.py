"""Figures side by side: years and sources in each cell, blanks blank, mixed years said."""

from datetime import date

import pytest

from assistant import resources
from assistant.clusters.comparison import MOST, compare
from assistant.clusters.directory import Directory
from assistant.clusters.indicators import ROWS
from assistant.errors import InvalidQuestion, UnknownCluster
from assistant.library.averages import load_averages
from assistant.library.facts import load_facts


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


def test_the_age_of_a_merged_cluster_says_what_it_comes_from(directory: Directory, today: date) -> None:
    cells = compare(directory, ["alpha-rlh", "xylofutur"], ["age"], today).indicators[0].cells
    assert cells[0].formula == f"{today.year} − 2017, fusion de structures nées dès 2005"
    assert cells[1].formula == f"{today.year} − 2005"


def test_a_budget_without_an_amount_is_a_blank_and_a_remark(directory: Directory, today: date) -> None:
    table = compare(directory, ["nae", "axelera"], ["budget"], today)
    assert table.indicators[0].cells[0].value is None
    assert any("contrat régional" in warning for warning in table.warnings)


def test_all_indicators_are_given_by_default_for_all_clusters(directory: Directory, today: date) -> None:
    ids = [c.id for c in directory.active]
    for start in range(0, len(ids), MOST):
        table = compare(directory, ids[start : start + MOST], None, today)
        assert [row.name for row in table.indicators] == list(ROWS)
        for cell in (cell for row in table.indicators for cell in row.cells):
            unsourced = not directory.by_id[cell.cluster_id].sources  # an entry known from the relations only
            assert cell.sources == () if cell.value is None else (cell.sources or unsourced), cell
            assert cell.value != 0 or cell.value is None, "a blank is never filled, not even with a nought"


def test_a_computed_figure_shows_its_sum_and_the_years_of_its_terms(directory: Directory, today: date) -> None:
    age, ratio, share = compare(
        directory, ["xylofutur", "vitagora"], ["age", "membres_par_personne", "part_privee"], today
    ).indicators
    assert (age.cells[0].value, age.cells[0].formula) == (21, "2026 − 2005")
    assert ratio.cells[0].value == pytest.approx(278 / 7, abs=0.05)
    assert ratio.cells[0].formula == "278 membres (2022) ÷ 7 personnes (2019)"
    assert ratio.cells[0].year is None and ratio.mixed_years
    assert share.cells[0].value is None
    assert (share.cells[1].value, share.cells[1].year) == (50, 2025) and "subventions" in str(share.cells[1].formula)


def test_projects_with_others_are_counted_through_mergers_and_none_is_a_blank(
    directory: Directory, today: date
) -> None:
    (row,) = compare(directory, ["alpha-rlh", "eurosima"], ["projets_communs"], today).indicators
    assert row.cells[0].value == 5 and row.cells[0].formula == "3 projets + 2 conventions"
    assert "Smart Bordeaux" in str(row.cells[0].note)
    assert row.cells[1].value is None


def test_one_cluster_gets_peers_of_its_kind_with_the_reasons_and_no_more_than_eight(
    directory: Directory, today: date
) -> None:
    table = compare(directory, ["vitagora"], ["membres"], today, peers=3)
    assert table.clusters == ("vitagora", *(peer.cluster_id for peer in table.peers)) and len(table.peers) == 3
    for peer in table.peers:
        assert "même type (pôle de compétitivité)" in peer.because and peer.sources
        assert directory.by_id[peer.cluster_id].kind == "pole_de_competitivite"
    crowded = compare(directory, ["vitagora", "xylofutur", "inno-vin"], ["membres"], today, peers=7)
    assert len(crowded.clusters) == MOST
    assert any("5 pairs sur 7" in warning for warning in crowded.warnings)


def test_a_cluster_given_twice_is_one_column_and_it_is_said(directory: Directory, today: date) -> None:
    table = compare(directory, ["ALPHA-RLH", "Route des Lasers", "inno-vin"], ["membres"], today)
    assert table.clusters == ("alpha-rlh", "inno-vin")
    assert any("ALPHA-RLH est donné 2 fois" in warning for warning in table.warnings)


def test_nine_clusters_are_refused_with_the_number_to_give(directory: Directory, today: date) -> None:
    with pytest.raises(InvalidQuestion) as caught:
        compare(directory, [c.id for c in directory.active[:9]], None, today)
    assert "9 clusters" in caught.value.message() and "8 au plus" in caught.value.remedy()


def test_clusters_stand_beside_published_averages_that_are_those_of_their_facts(
    directory: Directory, today: date
) -> None:
    facts = load_facts(resources.corpus())
    averages = load_averages(resources.corpus(), facts)
    for average in averages:
        fact = facts.fact(average.fact)
        assert average.year in fact.years
        forms = [f"{average.value:g}", f"{average.value / 1e6:g}"]
        assert any(form.replace(".", ",") in fact.text for form in forms), fact.text
        assert average.sources and str(average.year) in f"{average.according_to} {fact.years}"
    table = compare(directory, ["xylofutur", "inno-vin"], ["equipe"], today, averages=averages)
    pole = next(average for average in table.averages if average.name == "pole_moyen")
    assert [(p.cluster_id, p.times) for p in pole.positions] == [("xylofutur", 0.64)], "a blank has no place"
    assert "2019" in pole.positions[0].text and "de 2012" in pole.positions[0].text


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
