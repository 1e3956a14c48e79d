"""Those of a list within a bound are told with their figures, and the nearest when nobody is within it."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Provenance, Turn

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "names", "absent"),
    [
        (
            "Quels clusters de Bretagne ont plus de 300 adhérents ?",
            ["ID4MOBILITY", "Valorial"],
            "Images & Réseaux comptait",
        ),
        ("quels pôles ont un budget de plus de 3 M€ ?", ["Aerospace Valley", "Cap Digital"], "Vitagora"),
        (
            "Entre Polymeris, Vitagora et NAE, lesquels ont plus de 350 membres ?",
            ["Vitagora", "Polymeris"],
            "NAE comptait",
        ),
        ("Which clusters in Brittany have fewer than 100 members?", ["Brit'Inov"], "Valorial comptait"),
        ("Quels clusters du numérique ont été créés après 2010 ?", ["Digital 113"], "Cap Digital"),
    ],
)
def test_only_those_within_the_bound_are_told(
    assistant: Interpilote, question: str, names: list[str], absent: str
) -> None:
    answer = assistant.ask(question)
    assert all(name in answer.answer for name in names) and absent not in answer.answer
    assert {citation.provenance for citation in answer.citations} == {Provenance.FICHE}


def test_the_nearest_are_told_when_nobody_is_within_the_bound(assistant: Interpilote) -> None:
    answer = assistant.ask("Quels clusters en Normandie ont moins de 100 membres ?").answer
    assert "aucun parmi ceux dont le chiffre est connu" in answer and "Pôle TES comptait 163 membres" in answer


def test_a_list_just_shown_is_narrowed_by_a_bound(assistant: Interpilote) -> None:
    first = assistant.ask("quels clusters sont en Normandie ?")
    answer = assistant.ask(
        "lesquels ont moins de 200 membres ?",
        history=[Turn(question="quels clusters sont en Normandie ?", answer=first.answer)],
    )
    assert "NAE comptait" in answer.answer and "Cosmetic Valley comptait" not in answer.answer


def test_whoever_tells_their_own_size_asks_for_no_list(assistant: Interpilote) -> None:
    assert "\n1. " not in assistant.ask("Nous avons moins de 50 membres, comment recruter ?").answer


@pytest.mark.parametrize(
    "question",
    [
        "Pourquoi Vitagora et Valorial ont-ils plus de 300 membres ?",
        "Vitagora et Valorial ont monté un projet de plus de 2 M€ : lequel ?",
    ],
)
def test_a_figure_named_in_passing_of_several_clusters_asks_for_no_ranking(
    assistant: Interpilote, question: str
) -> None:
    assert "\n1. " not in assistant.ask(question).answer
