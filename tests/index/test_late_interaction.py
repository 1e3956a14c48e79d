"""Words compared in their context: what is kept of a passage, what a word counts, what is found close."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.encoded import Encoded
from assistant.index.late_interaction import max_similarities, packed, token_weights
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
TEXTS = st.lists(st.sampled_from("budget conseil membre projet label la de région".split()), max_size=8).map(" ".join)


def encoded(text: str) -> Encoded:
    return EMBEDDER.encode_query(text)


def closeness(question: str, *passages: str) -> list[float]:
    asked = encoded(question)
    weights = token_weights(asked, lambda term: 3.0)
    return list(max_similarities(asked.tokens, weights, [packed(encoded(text)) for text in passages]))


def test_function_words_of_a_passage_are_not_kept() -> None:
    assert len(packed(encoded("le budget de la région et du conseil"))) == len("budget région conseil".split())


def test_a_rare_word_of_a_question_counts_more_than_a_common_one_and_a_function_word_least() -> None:
    rarity = {"conseil": 2.0, "telededect": 8.0}
    weights = token_weights(encoded("le conseil télédédection"), lambda term: rarity.get(term, 8.0))
    assert weights[0] < weights[1] < weights[2]
    assert weights.sum() == pytest.approx(1)


def test_the_passage_that_has_all_the_words_is_the_closest() -> None:
    whole, half, none = closeness("budget des membres", "les membres votent le budget", "le budget", "la trésorerie")
    assert whole > half > none


@given(TEXTS, st.lists(TEXTS, max_size=5))
def test_closeness_is_a_cosine_and_does_not_depend_on_the_other_passages(question: str, passages: list[str]) -> None:
    scores = closeness(question, *passages)
    assert all(-1 <= score <= 1 + 1e-5 for score in scores)
    assert scores == pytest.approx([closeness(question, text)[0] for text in passages], abs=1e-6)


@given(TEXTS.filter(lambda text: set(text.split()) - {"la", "de", ""}))
def test_one_byte_a_component_is_enough(text: str) -> None:
    kept = packed(encoded(text)).astype(np.float32)
    exact = [encoded(word).tokens[0] for word in text.split() if word not in ("la", "de")]
    cosines = (kept * np.stack(exact)).sum(axis=1) / np.linalg.norm(kept, axis=1)
    assert cosines.min() > 0.999


@pytest.mark.parametrize("text", ["", "la de", "?!"])
def test_a_passage_without_a_word_of_its_own_comes_last(text: str) -> None:
    assert closeness("budget", text, "la région") == sorted(closeness("budget", text, "la région"))


def test_a_question_without_a_word_is_close_to_nothing() -> None:
    assert closeness("", "le budget") == [-1]
