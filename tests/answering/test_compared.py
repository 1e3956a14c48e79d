"""A comparison answers what it is asked: in words, by the rows asked for, and it says what it does not compare."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Answer, Intent, Status, Turn

pytestmark = pytest.mark.model


def rows(answer: Answer) -> list[str]:
    assert answer.comparison is not None
    return [row.name for row in answer.comparison.indicators]


@pytest.mark.parametrize(
    ("question", "asked", "said"),
    [
        ("Entre Vitagora et Valorial, qui a le plus de membres ?", ["membres"], "Vitagora compte le plus de membres"),
        ("Valorial est-il plus gros que Vitagora ?", ["membres"], "Vitagora compte le plus de membres"),
        ("Compare les budgets de Systematic, Minalogic et Axelera", ["budget"], "le budget pour aucun des trois"),
        (
            "Lequel a le plus petit budget, CARA ou Nuclear Valley ?",
            ["budget"],
            "Nuclear Valley a le plus petit budget",
        ),
        ("Compare les effectifs de Vitagora et de Cap Digital", ["equipe"], "Cap Digital a la plus grande équipe"),
        ("Vitagora et Valorial : lequel est le plus ancien ?", ["creation", "age"], "Vitagora existe depuis"),
        ("Compare les labels d'EuraMaterials et de Techtera", ["labels"], "suite non vérifiée"),
        ("Which has the bigger team, Vitagora or Aquimer?", ["equipe"], "Vitagora has the largest team"),
        (
            "Compare les membres et le budget d'ID4MOBILITY et de CARA",
            ["membres", "budget"],
            "CARA a le plus gros budget",
        ),
    ],
)
def test_only_the_rows_asked_for_are_shown_after_a_sentence(
    assistant: Interpilote, question: str, asked: list[str], said: str
) -> None:
    answer = assistant.ask(question)
    assert rows(answer) == asked and said in answer.answer
    assert not any("projets annoncés" in warning for warning in answer.warnings)


def test_the_figures_of_the_sentence_have_the_citations_of_the_table(assistant: Interpilote) -> None:
    answer = assistant.ask("Entre Vitagora et Valorial, qui a le plus de membres ?")
    first = answer.answer.partition("\n")[0]
    assert "680 (2025) [1]" in first and "400 (2022) [2]" in first
    assert ["680" in answer.citations[0].quote, "400" in answer.citations[1].quote] == [True, True]


@pytest.mark.parametrize(
    "question",
    [
        "Compare Vitagora et Valorial",
        "Compare Axelera aux autres pôles",
        "Compare Vitagora et Valorial pour préparer mon comité",
    ],
)
def test_without_a_row_named_the_whole_table_stays(assistant: Interpilote, question: str) -> None:
    assert len(rows(assistant.ask(question))) > 8


def test_a_follow_up_on_a_comparison_gives_the_rows_it_names(assistant: Interpilote) -> None:
    before = "Compare Vitagora et Valorial"
    history = (Turn(question=before, answer=assistant.ask(before).answer),)
    answer = assistant.ask("et les effectifs des équipes ?", history=history)
    assert rows(answer) == ["equipe"] and "Valorial" in answer.answer


def test_what_no_row_tells_is_said_after_what_notes_tell_of_it(assistant: Interpilote) -> None:
    answer = assistant.ask("Compare la gouvernance de PMT et de Capenergies")
    assert "26 sièges" in answer.answer and "quatre collèges" in answer.answer
    assert "Le répertoire ne compare pas la gouvernance." in answer.answer and answer.comparison is None
    assert "Compare PMT et Capenergies" in answer.follow_ups
    silent = assistant.ask("Compare la communication de Vitagora et de Valorial")
    assert silent.answer.startswith("Le répertoire ne compare pas la communication.") and len(rows(silent)) > 8


def test_fields_that_are_no_row_are_quoted_from_the_sheets(assistant: Interpilote) -> None:
    answer = assistant.ask("Compare les thèmes de Vitagora et de Valorial")
    assert [citation.quote.split(" ")[0] for citation in answer.citations] == ["Vitagora", "Valorial"]


@pytest.mark.parametrize(
    "question", ["Comparez Xylofutur et Fibois", "Compare le nombre d'adhérents de Fibois et de Xylofutur"]
)
def test_a_name_nobody_knows_is_told_and_nobody_stands_in(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED and answer.route.intent is Intent.COMPARAISON
    assert answer.answer.startswith("Je ne connais pas Fibois")
    assert answer.comparison is not None and answer.comparison.clusters == ("xylofutur",)
