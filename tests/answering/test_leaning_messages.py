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
        (("qui anime les 126 grappes", "et si on divise, par grappe ça fait combien d'argent"), {"F131"}),
    ],
)
def test_the_fact_that_it_leaves_unsaid_is_cited(
    assistant: Interpilote, messages: tuple[str, ...], facts: set[str]
) -> None:
    answer = after(assistant, *messages)
    assert answer.status is Status.ANSWERED
    assert facts & {*answer.citations[0].facts, *answer.citations[1].facts}


def test_turns_without_a_word_are_no_subject(assistant: Interpilote) -> None:
    answer = assistant.ask("À quoi sert l'AFPC ?", history=[Turn(question=" ? "), Turn(question="")])
    assert answer.rewritten_question is None and "AFPC" in answer.answer
