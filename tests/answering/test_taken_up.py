"""A reply to the question asked back, another subject, thanks before a question."""

import pytest

from assistant import Interpilote
from assistant.answering.state import Request
from assistant.answering.taken_up import taken_up
from assistant.routing.clarify import clarification
from assistant.vocabulary import Intent, Phase, PhaseSource, Route, Status, Turn

OPEN_ROUTE = Route(intent=Intent.REFERENT, phase=Phase.INCONNUE, phase_source=PhaseSource.INCONNUE, confidence=0.6)
BACK = clarification(OPEN_ROUTE, 0.9, "fr")
ASKED = Turn(question="Qui contacter dans la santé ?", answer=BACK.question if BACK else "")
BEFORE = Turn(question="Quelle équipe pour une grappe ?", answer="De une à trois personnes. [1]")


@pytest.mark.parametrize(
    ("reply", "phase", "intent"),
    [
        ("pour me comparer à plus avancé que moi", Phase.STRUCTURATION, Intent.REFERENT),
        ("comparer notre organisation", Phase.STRUCTURATION, Intent.REFERENT),
        ("un partenaire", Phase.DEVELOPPEMENT, Intent.PARTENAIRE),
        ("to find a project partner", Phase.DEVELOPPEMENT, Intent.PARTENAIRE),
    ],
)
def test_a_typed_reply_chooses_as_the_button_does(reply: str, phase: Phase, intent: Intent) -> None:
    request, said, again = taken_up(Request(reply, history=(ASKED,)), reply)
    assert (request.phase, request.intent, request.history) == (phase, intent, ())
    assert said == ASKED.question and again


@pytest.mark.parametrize("message", ["et la Région ?", "un partenaire pour comparer", "Quel partenaire choisir ?"])
def test_what_chooses_neither_or_asks_is_no_reply(message: str) -> None:
    assert taken_up(Request(message, history=(ASKED,)), message)[2] is False


def test_nothing_was_asked_back() -> None:
    request = Request("comparer notre organisation", history=(BEFORE,))
    assert taken_up(request, request.question) == (request, request.question, False)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("autre chose, comment on paie la CCI ?", "comment on paie la CCI ?"),
        ("merci. sinon comment on organise une AG", "comment on organise une AG"),
        ("ok let me change topic: what insurance?", "what insurance?"),
        ("Changeons de sujet : qui vote ?", "qui vote ?"),
        ("Merci quand même. Autre question : les statuts ?", "les statuts ?"),
    ],
)
def test_another_subject_leaves_the_dialogue(message: str, left: str) -> None:
    request, said, _ = taken_up(Request(message, history=(BEFORE,)), message)
    assert said == left and request.history == ()


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("merci c'est clair. et à mi-temps ?", "et à mi-temps ?"),
        ("Tant pis, merci. Et en Bretagne ?", "Et en Bretagne ?"),
        ("et en Bretagne ?", "et en Bretagne ?"),
        ("sinon, en Bretagne ?", "sinon, en Bretagne ?"),
        ("merci de me dire qui vote", "merci de me dire qui vote"),
        ("une autre question de gouvernance se pose ?", "une autre question de gouvernance se pose ?"),
        ("merci", "merci"),
    ],
)
def test_thanks_before_a_question_are_no_part_of_it_and_the_dialogue_goes_on(message: str, left: str) -> None:
    request, said, _ = taken_up(Request(message, history=(BEFORE,)), message)
    assert said == left and request.history == (BEFORE,)


@pytest.mark.model
def test_whoever_types_the_reply_gets_the_names_that_the_button_gives(assistant: Interpilote) -> None:
    first = assistant.ask("qui contacter en Occitanie dans le bois")
    assert first.status is Status.CLARIFY
    turn = Turn(question=first.question, answer=first.answer)
    typed = assistant.ask("comparer notre organisation", history=[turn])
    clicked = assistant.ask(first.question, intent=Intent.REFERENT, phase=Phase.STRUCTURATION)
    assert typed.route.intent is clicked.route.intent is Intent.REFERENT
    assert (typed.status, typed.suggestions) == (clicked.status, clicked.suggestions)
    assert typed.status is not Status.CLARIFY  # not asked back once more


@pytest.mark.model
def test_thanks_within_a_dialogue_are_read_as_nothing_else(assistant: Interpilote) -> None:
    answer = assistant.ask("ok merci, je vais le noter", history=[BEFORE])
    assert "plaisir" in answer.answer and answer.rewritten_question is None
