"""A message that follows others is answered by the fact that it means, whatever it leaves unsaid."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Answer, Status, Turn

pytestmark = pytest.mark.model


def after(assistant: Interpilote, *messages: str) -> Answer:
    history: list[Turn] = []
    for message in messages[:-1]:
        history.append(Turn(question=message, answer=assistant.ask(message, history=history).answer))
    return assistant.ask(messages[-1], history=history)


@pytest.mark.parametrize(
    ("messages", "facts"),
    [
        (("c'est quoi un cluster au juste", "et une grappe ?"), {"F008", "F001", "F265", "F271"}),
        (("inno'vin a démarré avec combien de monde", "la mise en place a pris combien de temps"), {"F203", "F202"}),
        # Not learnt: of eval/development/follow_ups.jsonl.
        (("le fui existe encore en 2025 ?", "remplacé par quoi"), {"F141", "F142"}),
        (("on convoque l'ag combien de jours avant", "faut mettre quoi dedans"), {"F582"}),
        (("c'est quoi le contrat d'engagement républicain", "et si on le signe pas"), {"F566"}),
        (("qui anime les 126 grappes", "et si on divise, par grappe ça fait combien d'argent"), {"F131"}),
    ],
)
def test_the_fact_that_it_leaves_unsaid_is_cited(
    assistant: Interpilote, messages: tuple[str, ...], facts: set[str]
) -> None:
    answer = after(assistant, *messages)
    assert answer.status is Status.ANSWERED
    assert facts & {*answer.citations[0].facts, *answer.citations[1].facts}


@pytest.mark.parametrize(
    "message", ["merci", "quelle heure est-il ?", "raconte-moi une blague", "Qui a gagné la coupe du monde ?"]
)
def test_what_is_of_nothing_here_leans_on_no_question_before(assistant: Interpilote, message: str) -> None:
    answer = after(assistant, "Comment obtenir le label bronze ?", message)
    assert answer.rewritten_question is None and answer.status is not Status.ANSWERED


def test_turns_without_a_word_are_no_subject(assistant: Interpilote) -> None:
    answer = assistant.ask("À quoi sert l'AFPC ?", history=[Turn(question=" ? "), Turn(question="")])
    assert answer.rewritten_question is None and "AFPC" in answer.answer
