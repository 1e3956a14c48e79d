"""The largest of a region or of a theme are ranked by the figures of their sheets."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Provenance

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "first", "below"),
    [
        ("Quels sont les plus gros pôles franciliens ?", "Cap Digital comptait 1 000", "Vitagora"),
        (
            "Quels pôles ont le plus de membres en Auvergne-Rhône-Alpes ?",
            "CIMES comptait 500",
            "Sans chiffre connu : Tenerrdis",
        ),
        ("Plus petits clusters de Normandie ?", "Pôle TES comptait 163", "Valorial"),
        ("Quel est le plus gros cluster de l'aéronautique ?", "Aerospace Valley comptait 851", "indicatif"),
        ("Quels pôles bretons ont le plus gros budget ?", "Budget de Valorial", "Images & Réseaux"),
        (
            "Tableau des effectifs des clusters de Bretagne",
            "Équipe d’ID4MOBILITY",
            "Sans chiffre connu : Images & Réseaux",
        ),
        ("Quels sont les plus vieux clusters de France ?", "CARMA est un cluster régional", "Cosmetic Valley"),
        ("Classe les clusters de Bretagne par nombre de membres", "ID4MOBILITY comptait 480", "indicatif"),
        ("Classement des pôles franciliens par nb d'adhérents", "Cap Digital comptait 1 000", "Vitagora"),
        ("Range les clusters bretons du plus grand au plus petit", "ID4MOBILITY comptait 480", "indicatif"),
        ("Trie les pôles d'Occitanie par effectif", "Équipe d", "indicatif"),
        ("Trie les clusters normands par ancienneté", "NAE est un cluster", "indicatif"),
        ("Année de création des clusters maritimes", "Aquimer est un pôle", "2005"),
    ],
)
def test_those_of_a_list_come_in_the_order_of_their_figures(
    assistant: Interpilote, question: str, first: str, below: str
) -> None:
    answer = assistant.ask(question)
    text = answer.answer.replace("\u202f", " ").replace("\u00a0", " ")
    assert f"1. {first}" in text and below in text.partition("1. ")[2]
    assert {citation.provenance for citation in answer.citations} == {Provenance.FICHE}


@pytest.mark.parametrize(
    "question", ["Quels sont les pôles de Normandie ?", "Quels sont les plus gros pôles de France ?"]
)
def test_other_lists_stay_as_they_are(assistant: Interpilote, question: str) -> None:
    assert "\n1. " not in assistant.ask(question).answer
