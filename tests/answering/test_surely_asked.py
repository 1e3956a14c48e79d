"""A question that is surely after a known fact is answered by it, whatever else it resembles."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Status


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Un cluster vieillissant a-t-il intérêt à s'ouvrir à d'autres ?", "connaissances"),
        ("France Clusters peut-il me présenter un autre cluster ?", "dirigeants de France Clusters"),
        ("Que fait le Club Sully ?", "association de dix pôles"),
        ("financeur clusters Aquitaine", "Région était le premier financeur"),
        ("Qu'est-ce qui bloque la coopération entre clusters ?", "freins"),
        ("À quoi sert l'AFPC ?", "AFPC"),
    ],
)
def test_the_fact_is_told_rather_than_a_question_back_a_list_or_themes(
    assistant: Interpilote, question: str, told: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert any(told in c.quote.replace("\u00a0", " ").replace("’", "'") for c in answer.citations[:2])


@pytest.mark.model
def test_who_only_looks_for_another_cluster_is_still_asked_what_for(assistant: Interpilote) -> None:
    assert assistant.ask("Vers quel cluster nous tourner ?").status is Status.CLARIFY
