"""An English question is searched with French words."""

import pytest

from assistant import resources
from assistant.answering.english import in_french, load_translations
from assistant.errors import CorpusError


def test_words_and_expressions_of_the_field_are_put_in_french() -> None:
    lexicon = load_translations(resources.corpus() / "english.yaml")
    found = in_french("What membership fees do small clusters ask for?", lexicon, lambda term: False)
    assert "cotisation" in found
    assert "petit" in found


def test_names_that_the_index_knows_are_kept_and_others_left_out() -> None:
    found = in_french("Which mergers at Zorglub and Vitagora?", {"merger": "fusion"}, lambda term: term == "vitagor")
    assert found == "fusion Vitagora"


def test_a_verb_is_known_in_its_forms_and_a_word_that_tells_nothing_here_is_left_out() -> None:
    lexicon = {"cut": "baisse", "grant": "subvention", "french": "", "plan": "prévoir"}
    assert in_french("French grants are cutting, planned", lexicon, lambda term: True) == "subvention baisse prévoir"


def test_a_question_of_unknown_words_is_searched_as_it_is() -> None:
    assert in_french("Zorglub?", {}, lambda term: False) == "Zorglub?"


def test_a_missing_lexicon_is_said(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CorpusError):
        load_translations(tmp_path / "english.yaml")
