"""Who asks for a list of the directory gets it whole, in its order, and nothing beside."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Answer, Intent, Status

pytestmark = pytest.mark.model


def quoted(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Liste des pôles en Alsace", "Pôles de compétitivité dans le Grand Est"),
        ("Liste des pôles alsaciens", "Pôles de compétitivité dans le Grand Est"),
        ("pôles en Midi-Pyrénées", "Pôles de compétitivité en Occitanie"),
        ("quels clusters en PACA", "Pôles de compétitivité en Provence-Alpes-Côte d'Azur"),
        ("Combien de pôles en Occitanie ?", "Le répertoire connaît"),
        ("Quels clusters du vin en Occitanie ?", "Clusters et pôles sur le thème « vigne et vin » en Occitanie"),
        ("Donne-moi trois pôles sur l'hydrogène", "Clusters et pôles qui citent « hydrogène »"),
        ("Quels clusters en IA ?", "Clusters et pôles sur le thème « intelligence artificielle et données »"),
        ("Liste des clusters du bois", "Clusters et pôles sur le thème « forêt et bois » :"),
        ("Which clusters are there in Normandy?", "Pôles de compétitivité en Normandie"),
        ("Quels clusters existent déjà en Normandie ?", "Pôles de compétitivité en Normandie"),
        ("Which clusters deal with hydrogen?", "Clusters et pôles qui citent « hydrogène »"),
    ],
)
def test_the_list_that_is_asked_for_leads(assistant: Interpilote, question: str, first: str) -> None:
    for cluster in (None, "inno-vin"):
        answer = assistant.ask(question, cluster=cluster)
        assert answer.status is Status.ANSWERED and answer.route.intent is Intent.FAIT
        assert quoted(answer)[0].startswith(first)
        assert all("liste du répertoire" in citation.title for citation in answer.citations)


def test_all_of_a_kind_are_named_though_they_take_two_sentences(assistant: Interpilote) -> None:
    told = " ".join(quoted(assistant.ask("Quels pôles en Auvergne-Rhône-Alpes ?")))
    assert "Axelera" in told and "Techtera" in told and "Grappe" not in told


def test_a_region_that_is_left_out_is_not_listed(assistant: Interpilote) -> None:
    told = quoted(assistant.ask("Quels clusters aéronautiques en dehors de l'Occitanie ?"))
    assert any("NAE" in quote for quote in told) and not any("en Occitanie" in quote for quote in told)
    assert assistant.ask("Quels clusters hors de Bretagne ?").status is Status.ABSTAINED


def test_a_kind_that_a_region_lacks_is_told_by_what_it_has(assistant: Interpilote) -> None:
    *others, last = quoted(assistant.ask("Quelles grappes en Bretagne ?"))
    assert "7 pôles de compétitivité et 1 cluster régional" in last and len(others) == 2


def test_a_theme_that_nobody_of_a_region_has_is_told_as_not_known(assistant: Interpilote) -> None:
    answer = assistant.ask("Quels clusters du bois en Bretagne ?")
    assert answer.status is Status.ABSTAINED
    assert answer.abstention and "forêt et bois" in answer.abstention.nearest[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Quels partenaires en Bretagne ?",
        "Qui finance les pôles en Bretagne ?",
        "Quel est le budget des pôles de la santé ?",
    ],
)
def test_what_asks_for_more_than_a_list_gets_none(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question, cluster="inno-vin")
    assert answer.status is Status.ABSTAINED or not all(
        "liste du répertoire" in citation.title for citation in answer.citations
    )


@pytest.mark.model
def test_who_is_active_in_a_theme_is_listed_in_english_too(assistant: Interpilote) -> None:
    answer = assistant.ask("Which French clusters are active in robotics?")
    assert "« robotique »" in answer.citations[0].quote.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "Je cherche un référent sur l'hydrogène pour un de mes adhérents",
            "Clusters et pôles qui citent « hydrogène »",
        ),
        (
            "Suggest a mentor cluster for someone who starts in agrifood",
            "Clusters et pôles sur le thème « agroalimentaire »",
        ),
    ],
)
def test_who_looks_for_a_referent_on_a_theme_and_says_nothing_else_is_told_who_works_on_it(
    assistant: Interpilote, question: str, first: str
) -> None:
    answer = assistant.ask(question)
    assert answer.route.intent is Intent.REFERENT and quoted(answer)[0].startswith(first)
    assert answer.next_steps and not answer.suggestions
