"""A comparison is changed in a few words: a cluster more or less, another one, a row more."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.beside import side_by_side
from assistant.answering.table_changed import table_changed
from assistant.vocabulary import Turn

_NAMES = re.compile(r"Minalogic|Systematic(?: Paris-Region)?|Cap Digital|Vitagora|Medicen", re.IGNORECASE)
WHOLE = "| | Minalogic | Systematic |\n|---|---|---|\n" + "".join(
    f"| {row} | 1 [1] | 2 [2] |\n" for row in ("Membres · années différentes", "Équipe (personnes)", "A", "B", "C", "D")
)
OF_MEMBERS = "| | Minalogic | Systematic |\n|---|---|---|\n| Membres · années différentes | 450 (2025) | 900 (2023) |"


def names(text: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in _NAMES.finditer(text)]


def asked_again(message: str, table: str = WHOLE, before: str = "Compare Minalogic et Systematic.") -> str | None:
    return table_changed(message, [Turn(question=before, answer=table)], names)


@pytest.mark.parametrize(
    ("message", "whole"),
    [
        ("rajoute Vitagora", "Comparer Minalogic, Systematic et Vitagora ?"),
        ("Et Cap Digital ?", "Comparer Minalogic, Systematic et Cap Digital ?"),
        (
            "tu peux ajouter aussi Vitagora et Medicen au tableau ?",
            "Comparer Minalogic, Systematic, Vitagora et Medicen ?",
        ),
        ("enlève Systematic et mets Medicen", "Comparer Minalogic et Medicen ?"),
        ("remplace Systematic Paris-Region par Vitagora", "Comparer Minalogic et Vitagora ?"),
        ("plutôt Vitagora que Minalogic", "Comparer Systematic et Vitagora ?"),
    ],
)
def test_clusters_come_into_a_comparison_and_go_from_it(message: str, whole: str) -> None:
    assert asked_again(message) == whole


def test_a_comparison_on_a_few_rows_stays_one_on_these() -> None:
    assert asked_again("ajoute Vitagora", OF_MEMBERS) == "Comparer Minalogic, Systematic et Vitagora\u00a0: membres ?"


def test_a_row_is_added_to_those_there() -> None:
    assert asked_again("ajoute le budget", OF_MEMBERS) == "Comparer Minalogic et Systematic\u00a0: membres, le budget ?"


def test_a_row_of_the_whole_table_is_there_already_and_another_stands_alone() -> None:
    assert asked_again("rajoute les membres") == "Comparer Minalogic et Systematic ?"
    assert asked_again("ajoute les cotisations") == "Comparer Minalogic et Systematic\u00a0: les cotisations ?"


def test_an_english_comparison_is_changed_in_english() -> None:
    again = asked_again("add Vitagora please", before="Compare the members of Minalogic and Systematic")
    assert again == "Compare Minalogic, Systematic and Vitagora?"


@pytest.mark.parametrize(
    "message",
    [
        "sans Minalogic",  # one alone would be left
        "ajoute Systematic",  # it is there
        "quel est le budget de Vitagora ?",
        "Vitagora est-il plus gros que Minalogic ?",
        "merci",
    ],
)
def test_what_changes_nothing_of_a_comparison_is_read_otherwise(message: str) -> None:
    assert asked_again(message) is None


def test_an_answer_that_is_no_comparison_is_not_changed() -> None:
    assert asked_again("ajoute Vitagora", "Minalogic comptait 450 membres en 2025. [1]") is None


def test_a_list_is_made_a_table_of_one_more_than_it_holds_at_most() -> None:
    few = ["Minalogic", "Systematic", "Cap Digital", "Vitagora", "Medicen"]
    told = Turn(question="Quels pôles ?", answer=f"Pôles en France : {', '.join(few[:-1])} et {few[-1]}. [1]")
    for message in ("fais un tableau", "tu peux me faire un tableau comparatif stp ?", "sous forme de tableau"):
        assert side_by_side(message, [told], names) == f"Comparer {', '.join(few[:-1])} et {few[-1]}"


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_message_after_any_answer_is_read_without_failing(message: str, answer: str) -> None:
    table_changed(message, [Turn(question="?", answer=answer)], names)
    table_changed(message, [Turn(question="?", answer=WHOLE)], names)
