"""The pilot's own ties: « nous » is the cluster of the profile."""

import pytest

from assistant import Interpilote
from assistant.answering.own_ties import asks_own_ties


@pytest.mark.parametrize(
    "question",
    [
        "Avec qui avons-nous déjà travaillé ?",
        "Qui avons-nous déjà côtoyé parmi les pôles voisins ?",
        "Qui a déjà travaillé avec nous ?",
        "Avec quels pôles mon cluster a-t-il déjà signé une convention ?",
        "Quelles sont nos relations avec les autres clusters ?",
        "Avons-nous une convention avec cette grappe ?",
        "Quels projets avons-nous co-labellisés ?",
        "Quelles conventions avons-nous signées ?",
        "Who have we already worked with? Has anyone signed with us?",
    ],
)
def test_questions_on_the_pilots_own_ties_are_seen(question: str) -> None:
    assert asks_own_ties(question)


@pytest.mark.parametrize(
    "question",
    [
        "Avec qui devrions-nous travailler ?",
        "Combien de projets avons-nous labellisés ?",
        "Avons-nous besoin d'une convention ?",
        "Comment gérer nos relations avec la Région ?",
        "Qui a déjà travaillé sur la vigne ?",
        "Avec qui pourrions-nous signer une convention ?",
    ],
)
def test_whom_to_work_with_is_no_question_on_ties(question: str) -> None:
    assert not asks_own_ties(question)


@pytest.mark.model
def test_whom_we_worked_with_is_told_from_the_sheet_of_the_pilots_cluster(assistant: Interpilote) -> None:
    answer = assistant.ask("Avec qui avons-nous déjà travaillé ?", cluster="inno-vin")
    assert "Smart Bordeaux" in answer.answer and answer.citations
    assert not answer.suggestions


@pytest.mark.model
def test_a_tie_with_one_cluster_names_both_or_says_that_there_is_none(assistant: Interpilote) -> None:
    known = assistant.ask("Avons-nous déjà travaillé avec Aerospace Valley ?", cluster="mecanic-vallee")
    assert known.answer.startswith("Oui") and known.answer.count("\n- ") == 1
    assert "Aerospace Valley et Mecanic Vallée" in known.answer
    none = assistant.ask("Avons-nous une convention avec Aerospace Valley ?", cluster="aetos")
    assert "aucun lien entre Aetos et Aerospace Valley" in none.answer


@pytest.mark.model
def test_projects_alone_are_told_when_projects_are_asked_for(assistant: Interpilote) -> None:
    told = assistant.ask("Quels projets avons-nous co-labellisés ?", cluster="aerospace-valley").answer
    lines = [line for line in told.splitlines() if line.startswith("- ")]
    assert lines and all(line.startswith("- Projet commun") for line in lines)


@pytest.mark.model
def test_how_many_ties_are_not_told_is_said(assistant: Interpilote) -> None:
    told = assistant.ask("Avec qui avons-nous déjà travaillé ?", cluster="aerospace-valley").answer
    assert "Autres liens documentés sur les fiches" in told


@pytest.mark.model
def test_a_tie_that_came_to_nothing_is_no_yes(assistant: Interpilote) -> None:
    told = assistant.ask("Avons-nous déjà travaillé avec Inno'vin ?", cluster="aerospace-valley").answer
    assert told.startswith("Aucun travail commun n’est documenté")
