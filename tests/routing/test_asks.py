"""Of two things asked, the first decides."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.routing.asks import first_ask, read_intent
from assistant.routing.classifier import IntentClassifier
from assistant.vocabulary import Intent
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Qui visiter pour la gouvernance, et combien d'adhérents ont-ils ?", "Qui visiter pour la gouvernance"),
        ("Avec qui monter un projet ? Ensuite, comment le financer ?", "Avec qui monter un projet"),
        (
            "Comparez nos effectifs aux leurs, puis dites-nous comment ils recrutent.",
            "Comparez nos effectifs aux leurs",
        ),
        ("Who runs Valorial, and could they advise us?", "Who runs Valorial"),
    ],
)
def test_what_is_asked_first_is_told_apart(question: str, first: str) -> None:
    assert first_ask(question) == first


@pytest.mark.parametrize(
    "question",
    [
        "Nous débutons. Qui visiter ?",
        "Comment recruter et garder des adhérents ?",
        "Quelqu'un qui l'a fait et qui en parle bien ?",
        "Which cluster runs its committee best and would let us watch?",
        "statuts et règlement",
        "",
    ],
)
def test_a_question_that_asks_one_thing_is_left_whole(question: str) -> None:
    assert first_ask(question) is None


@given(text=st.text(st.sampled_from("qui et comment ? ; , puis où 🙂")))
def test_the_first_ask_is_a_beginning_of_the_question(text: str) -> None:
    first = first_ask(text)
    assert first is None or first in text


def test_the_intent_leans_to_what_is_asked_first(classifier: IntentClassifier) -> None:
    question = "Comment rédiger une convention, et de qui s'inspirer pour notre gouvernance ?"
    vector = EMBEDDER.embed_query(question)
    whole = classifier.probabilities(question, vector)
    read = read_intent(question, [], classifier, EMBEDDER.embed_query, vector).probabilities
    assert read[Intent.PRATIQUE] > whole[Intent.PRATIQUE]
    assert sum(read.values()) == pytest.approx(1)


def test_of_a_follow_up_what_it_asks_counts_and_the_question_before_is_no_first_ask(
    classifier: IntentClassifier,
) -> None:
    before, typed = "De qui s'inspirer pour notre gouvernance", "comment rédiger une convention"
    question = f"{before}, et {typed} ?"
    vector, message = EMBEDDER.embed_query(question), classifier.read(typed, EMBEDDER.embed_query(typed))
    alone = read_intent(question, [], classifier, EMBEDDER.embed_query, vector).probabilities
    read = read_intent(question, [], classifier, EMBEDDER.embed_query, vector, message).probabilities
    assert read[Intent.PRATIQUE] > alone[Intent.PRATIQUE]
    assert sum(read.values()) == pytest.approx(1)


def test_a_name_is_left_out_of_the_meaning(classifier: IntentClassifier) -> None:
    seen: list[str] = []

    def embed(text: str) -> NDArray[np.float32]:
        seen.append(text)
        return EMBEDDER.embed_query(text)

    question = "Qui dirige Vitagora ?"
    read_intent(question, [(11, 19)], classifier, embed, EMBEDDER.embed_query(question))
    assert seen == ["Qui dirige ce cluster ?"]
