"""What was told in a dialogue goes back: who goes on asking reads something else first."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.already_told import OPENED, SHOWN, told_in
from assistant.vocabulary import Turn

FIRST = "Un jeune cluster peut prévoir de une à trois personnes."
SECOND = "L'équipe moyenne d'un pôle comptait onze personnes en 2012."
BEFORE = Turn(question="quelle équipe ?", answer=f"{FIRST} [1]\n{SECOND} [2]")


def test_the_sentence_that_opened_the_last_answer_goes_back_farther_than_the_next() -> None:
    told = told_in("et à mi-temps ?", [BEFORE])
    assert (told(FIRST), told(SECOND), told("Autre chose.")) == (OPENED, SHOWN, 0.0)
    assert 0 < SHOWN < OPENED


def test_the_same_question_again_gets_the_same_answer() -> None:
    assert told_in("Quelle  équipe ?", [BEFORE])(FIRST) == 0.0


def test_spaces_and_capitals_do_not_hide_what_was_told() -> None:
    answer = FIRST.replace(" ", "\u00a0").upper() + " [1]"
    assert told_in("et ensuite ?", [Turn(question="q", answer=answer)])(FIRST) == OPENED


@given(st.text(), st.text(min_size=1))
def test_without_a_dialogue_nothing_goes_back(question: str, sentence: str) -> None:
    assert told_in(question, [])(sentence) == 0.0
