"""The clusters of another country are not told by what France counts."""

import pytest

from assistant import Interpilote
from assistant.answering.abroad import countries_in
from assistant.vocabulary import Status


def test_countries_are_known_by_name_and_adjective_and_france_is_none() -> None:
    assert countries_in("un cluster suisse et deux pôles espagnols") == {"suisse", "espagne"}
    assert not countries_in("Combien de pôles de compétitivité en France ?")


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    [
        "Combien de pôles de compétitivité y a-t-il en Belgique ?",
        "Nombre de clusters en Espagne",
        "Quel est le budget moyen d'un cluster suisse ?",
        "How many clusters are there in Germany?",
    ],
)
def test_figures_of_another_country_are_refused(assistant: Interpilote, question: str) -> None:
    assert assistant.ask(question).status is Status.ABSTAINED


@pytest.mark.model
def test_what_the_corpus_tells_of_another_country_is_still_answered(assistant: Interpilote) -> None:
    assert assistant.ask("EICOSE est un réseau avec l'Allemagne ?").status is Status.ANSWERED
    assert assistant.ask("Combien de pôles de compétitivité y a-t-il en France ?").status is Status.ANSWERED
