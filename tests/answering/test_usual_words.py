"""A French question is searched with the words of the texts."""

import pytest

from assistant import resources
from assistant.answering.usual_words import in_their_words, load_usual_words
from assistant.errors import CorpusError

USUAL = load_usual_words(resources.corpus() / "usual_words.yaml")


@pytest.mark.parametrize("asked", ["Comment marier deux pôles ?", "Des mariages entre pôles ?", "Qui s'est marié ?"])
def test_a_usual_word_is_replaced_in_all_its_forms(asked: str) -> None:
    assert "fusion" in in_their_words(asked, USUAL, lambda term: False)


def test_a_word_that_a_text_has_is_left_alone() -> None:
    asked = "Quel cadeau pour un mariage ?"
    assert in_their_words(asked, USUAL, lambda term: True) == asked


def test_everything_else_of_the_question_stays() -> None:
    asked = "Faut-il embaucher dès 2026, d'après Inno'vin ?"
    assert in_their_words(asked, USUAL, lambda term: False).startswith(
        "Faut-il recrutement équipe dès 2026, d'après Inno'vin"
    )


def test_a_missing_file_is_said(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CorpusError):
        load_usual_words(tmp_path / "usual_words.yaml")
