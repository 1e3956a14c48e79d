"""A question wrapped in a message is searched above all for what it asks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.analysis import terms
from assistant.index.messages import encode_message, said_apart
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
ASKED = "Combien de membres faut-il au conseil ?"
MESSAGE = "Bonjour,\nnous sommes deux salariés à Brest. Combien de membres faut-il au conseil ?\nMerci d'avance"


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (MESSAGE, ["nous sommes deux salariés à Brest.", ASKED, ASKED]),
        ("Qui remplace le président M. Dupont au bureau ?", []),
        ("Bonjour. Je cherche un budget annuel moyen.", ["Je cherche un budget annuel moyen."] * 2),
        (
            "J'ai soixante adhérents et un président. Je ne sais pas par où commencer la feuille de route.",
            [
                "J'ai soixante adhérents et un président.",
                "Je ne sais pas par où commencer la feuille de route.",
                "Je ne sais pas par où commencer la feuille de route.",
            ],
        ),
        ("budget cotisations", []),
        ("", []),
    ],
)
def test_greetings_are_left_out_and_what_is_asked_is_heard_twice(message: str, parts: list[str]) -> None:
    assert said_apart(message) == parts


def test_what_is_asked_weighs_more_than_in_the_whole() -> None:
    encoded, question = encode_message(EMBEDDER, MESSAGE), EMBEDDER.embed_query(ASKED)
    assert encoded.vector @ question > EMBEDDER.embed_query(MESSAGE) @ question
    assert (
        terms(encoded.text).count("membr") > terms(encoded.text).count("brest") > terms(encoded.text).count("bonjour")
    )


def test_a_question_alone_is_searched_as_it_is() -> None:
    plain, encoded = EMBEDDER.encode_query("Combien de membres ?"), encode_message(EMBEDDER, "Combien de membres ?")
    assert encoded.text == plain.text
    assert (encoded.vector == plain.vector).all()


@given(st.text(max_size=200) | st.text(alphabet="ab ?.!\n", max_size=60))
def test_the_tokens_are_those_of_the_text_whatever_was_typed(text: str) -> None:
    encoded = encode_message(EMBEDDER, text)
    assert len(encoded.tokens) == len(encoded.spans)
    assert all(0 <= start <= end <= len(encoded.text) for start, end in encoded.spans)
    assert np.linalg.norm(encoded.vector) == pytest.approx(1, abs=1e-3)
