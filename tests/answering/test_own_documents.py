"""A pilot who asks for what their own documents say gets it; others get the corpus."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.followups import rewrite
from assistant.answering.own_documents import After, after, asked_of, is_only_added
from assistant.vocabulary import Language, Turn


def rare(word: str) -> bool:
    return word.lower() in ("boisvallon", "hectares")


@pytest.mark.parametrize(
    ("question", "language", "looked"),
    [
        ("Selon notre règlement intérieur, quand se réunit le bureau ?", "fr", After.OWN),
        ("Que dit mon rapport sur les cotisations ?", "fr", After.OWN),
        ("Que contient le document ajouté ?", "fr", After.OWN),
        ("In our minutes, who pays?", "en", After.OWN),
        ("Que dit le guide sur les devis ?", "fr", After.NAMED),
        ("Quelle cotisation demande Boisvallon ?", "fr", After.NAMED),
        ("What does Boisvallon charge?", "en", After.NAMED),
        ("Combien d'hectares ?", "fr", After.PERHAPS),
        ("How many hectares?", "en", After.ANYWHERE),
        ("Comment organiser la gouvernance d'un cluster ?", "fr", After.ANYWHERE),
        ("Que contient une convention entre clusters ?", "fr", After.ANYWHERE),
        ("Notre convention est-elle valable ?", "fr", After.ANYWHERE),
    ],
)
def test_where_a_question_looks_for_its_answer(question: str, language: Language, looked: After) -> None:
    assert after(question, language, rare) is looked


def test_what_says_where_to_look_is_no_part_of_what_is_asked() -> None:
    assert asked_of("Selon mes documents ajoutés, comment financer un poste ?") == "Comment financer un poste ?"
    assert asked_of("Comment financer un poste dans mes documents ajoutés ?") == "Comment financer un poste ?"
    assert asked_of("Selon notre règlement, qui vote ?") == "Selon notre règlement, qui vote ?"


@given(st.text(max_size=40), st.sampled_from(("", " dans mes documents ajoutés ?", " in my added documents?")))
def test_a_question_is_never_emptied(text: str, where: str) -> None:
    question = text + where
    assert any(map(str.isalnum, asked_of(question))) == any(map(str.isalnum, question))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Et dans mes documents ajoutés ?", "Comment financer un poste ?"),
        ("And in my added documents?", "Comment financer un poste?"),
    ],
)
def test_the_question_before_is_asked_again_of_the_added_files(question: str, asked: str) -> None:
    again = rewrite(question, [Turn(question="Comment financer un poste ?", answer="…")])
    assert again is not None and asked_of(again) == asked and after(again, "fr", rare) is After.OWN


def test_a_word_of_the_corpus_is_no_name_of_an_added_file() -> None:
    held = frozenset({"boisvallon"})
    assert is_only_added("Boisvallon", lambda word: True, lambda term: False, lambda term: term in held)
    assert not is_only_added("Boisvallon", lambda word: True, lambda term: True, lambda term: term in held)
    assert not is_only_added("cluster", lambda word: False, lambda term: False, lambda term: True)
