"""Whoever asks where an answer comes from is told its sentences with their documents, sources and how far they were read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.answering.source_asked import nearness, source_asked
from assistant.vocabulary import Turn

TOLD = [
    Turn(question="Comment se finance un cluster ?", answer="Vitagora tire 35 % de ses recettes des cotisations. [1]")
]


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("source ?", set()),
        ("Et tes sources ?", set()),
        ("d'où vient ce chiffre ?", set()),
        ("tu l'as lu où ?", set()),
        ("c'est écrit où ?", set()),
        ("Where does that figure come from?", set()),
        ("what is the source?", set()),
        ("tu as une source pour ce chiffre ?", set()),
        ("tu as une source précise pour ces 35 % ?", {"35"}),
        ("D'où vient le chiffre de Vitagora ?", {"vitagor"}),
    ],
)
def test_a_source_is_asked_for_in_a_few_words(message: str, meant: set[str]) -> None:
    assert source_asked(message, TOLD) == meant


@pytest.mark.parametrize(
    "message",
    [
        "d'où vient l'argent au départ ?",
        "quelle est la source de financement principale ?",
        "tu connais une autre source ?",
        "les sources de subventions, lesquelles ?",
        "quelles sources pour suivre les appels à projets ?",
        "une source plus fiable ?",
        "Où trouver des financements ?",
        "d'où vient le chiffre d'Atlanpack ?",
    ],
)
def test_other_questions_are_left_to_others(message: str) -> None:
    assert source_asked(message, TOLD) is None


def test_without_a_quoted_answer_no_source_is_asked_for() -> None:
    assert source_asked("source ?", []) is None
    assert source_asked("source ?", [Turn(question="Bonjour", answer="Bonjour !")]) is None


def test_a_figure_that_is_meant_has_to_be_in_the_quote() -> None:
    assert nearness(frozenset({"35", "cotis"}), "Des cotisations : 51 %") == 0
    assert nearness(frozenset({"35"}), "35 % de cotisations") == 1


@given(st.text(max_size=200))
def test_anything_typed_is_read_without_a_fault(message: str) -> None:
    source_asked(message, TOLD)


@pytest.mark.model
def test_the_sentences_meant_are_told_with_their_sources(assistant: Interpilote) -> None:
    first = assistant.ask("Combien de membres a Vitagora ?")
    history = [Turn(question=first.question, answer=first.answer)]
    told = assistant.ask("d'où vient ce chiffre ?", history=history)
    assert [citation.quote for citation in told.citations] == [citation.quote for citation in first.citations]
    for citation in told.citations:
        assert citation.sources and all(source.title in told.answer for source in citation.sources[:3])
    assert "lue " in told.answer and told.question == "d'où vient ce chiffre ?"


@pytest.mark.model
def test_sources_asked_for_again_and_again_are_those_of_the_same_answer(assistant: Interpilote) -> None:
    first = assistant.ask("Combien de membres a Vitagora ?")
    asked = [Turn(question=first.question, answer=first.answer)]
    asked += [Turn(question="source ?", answer=first.answer)] * 4
    told = assistant.ask("tes sources ?", history=asked)
    assert [citation.quote for citation in told.citations] == [citation.quote for citation in first.citations]


@pytest.mark.model
def test_a_question_after_it_follows_what_was_asked_before(assistant: Interpilote) -> None:
    first = assistant.ask("Combien de membres a Vitagora ?")
    asked = [Turn(question=first.question, answer=first.answer)]
    told = assistant.ask("source ?", history=asked)
    after = assistant.ask("et Valorial ?", history=[*asked, Turn(question="source ?", answer=told.answer)])
    assert "Valorial comptait 400" in after.answer.replace("\u202f", " ").replace("\u00a0", " ")
