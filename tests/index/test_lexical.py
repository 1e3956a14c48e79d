import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index.analysis import terms
from assistant.index.lexical import LexicalIndex, build_lexical

PASSAGES = {7: "Le budget du cluster vient des cotisations.", 9: "Le conseil d'administration compte trente membres."}


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    build_lexical(tmp_path, list(PASSAGES), [terms(text) for text in PASSAGES.values()])
    return LexicalIndex.read(tmp_path)


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("l'énergie", "énergie"),
        ("d’eau", "eau"),
        ("ÉNERGIES", "energie"),
        ("qu'elles finançaient", "financer"),
        ("po\u0302les", "pôle"),
        ("les membres", "membre"),
    ],
)
def test_words_are_matched_whatever_their_form(text: str, same_as: str) -> None:
    assert terms(text) == terms(same_as)


def test_function_words_carry_no_subject() -> None:
    assert terms("quel est le la les de des what is the") == []


@given(st.text())
def test_any_text_is_analysed_the_same_composed_or_not(text: str) -> None:
    assert terms(unicodedata.normalize("NFD", text)) == terms(unicodedata.normalize("NFC", text))


def test_the_passage_that_has_the_words_is_found(index: LexicalIndex) -> None:
    assert list(index.best("Combien de membres au conseil ?", 10)) == [9]
    assert list(index.best("la cotisation", 1)) == [7]


@pytest.mark.parametrize("query", ["", "zorglub", "le la les", "🙂"])
def test_words_that_no_passage_has_find_nothing(index: LexicalIndex, query: str) -> None:
    assert index.best(query, 5) == {}


def test_passages_not_allowed_are_left_out(index: LexicalIndex) -> None:
    assert index.best("budget conseil", 5, frozenset({9})).keys() == {9}


def test_a_rare_word_weighs_more_and_an_unknown_one_most(tmp_path: Path) -> None:
    build_lexical(tmp_path, [1, 2], [["commun", "rare"], ["commun"]])
    index = LexicalIndex.read(tmp_path)
    assert index.idf("commun") < index.idf("rare") < index.idf("inconnu")
    assert index.knows("rare")
    assert not index.knows("inconnu")


def test_an_empty_library_answers_nothing(tmp_path: Path) -> None:
    build_lexical(tmp_path, [], [])
    assert LexicalIndex.read(tmp_path).best("budget", 5) == {}
