"""A table is made of the clusters of a region or a theme, each figure with its source."""

import pytest

from assistant import Interpilote
from assistant.answering.tabled import rows_of_table
from assistant.vocabulary import Turn


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("fais un tableau des pôles du numérique avec leurs membres", "les membres"),
        ("un tableau des clusters d'Occitanie avec le budget et l'équipe", "le budget et l'équipe"),
        ("Fais-moi un tableau des pôles en Bretagne", ""),
    ],
)
def test_rows_are_those_named_behind(question: str, rows: str) -> None:
    assert rows_of_table(question) == rows


@pytest.mark.model
def test_the_poles_of_a_region_stand_in_a_table_with_their_sources(assistant: Interpilote) -> None:
    answer = assistant.ask("Fais-moi un tableau des pôles en Bretagne")
    assert answer.comparison is not None
    assert {"valorial", "emc2"} <= {*answer.comparison.clusters}
    members = next(line for line in answer.answer.splitlines() if line.startswith("| Membres"))
    assert members.count("[") == len(answer.comparison.clusters)


@pytest.mark.model
@pytest.mark.parametrize(
    "question", ["Fais un tableau des cotisations des pôles en Bretagne", "Fais-moi un tableau de bord"]
)
def test_what_no_row_tells_is_no_table_of_clusters(assistant: Interpilote, question: str) -> None:
    assert assistant.ask(question).comparison is None


@pytest.mark.model
def test_peers_that_are_proposed_have_their_figures_cited_too(assistant: Interpilote) -> None:
    answer = assistant.ask("compare Minalogic avec d'autres pôles")
    members = next(line for line in answer.answer.splitlines() if line.startswith("| Membres"))
    assert members.count("[") >= 3


@pytest.mark.model
def test_a_list_is_ranked_or_set_side_by_side_by_a_few_words(assistant: Interpilote) -> None:
    asked = "Quels clusters en Occitanie ?"
    told = [Turn(question=asked, answer=assistant.ask(asked).answer)]
    assert "par budget" in (assistant.ask("lequel a le plus gros budget ?", history=told).rewritten_question or "")
    table = assistant.ask("mets ça dans un tableau avec le nombre de membres", history=told)
    assert table.comparison is not None
    assert "huit premiers" in table.answer or "huit premiers" in " ".join(table.warnings)


@pytest.mark.model
def test_us_is_nobody_until_it_is_said_who(assistant: Interpilote) -> None:
    answer = assistant.ask("compare-nous avec Minalogic")
    assert answer.comparison is not None
    assert [*answer.comparison.clusters] == ["minalogic"]
    assert "Mon cluster" in answer.answer + " ".join(answer.warnings)
