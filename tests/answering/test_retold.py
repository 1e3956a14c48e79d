"""The last answer is told again as it is asked for: shorter, in the other language, what else, what is newer."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.answering.retold import ONE, Retelling, retold
from assistant.vocabulary import Answer, Status, Turn

TOLD = [
    Turn(question="Combien de membres compte CIMES ?", answer="CIMES comptait 500 membres en 2019. [1]\nAutre. [2]")
]
SUGGESTED = [Turn(question="Qui voir ?", answer="- **Vitagora** : proche. [1]\n- **Valorial** : proche. [2]")]


@pytest.mark.parametrize(
    ("message", "how"),
    [
        ("résume", Retelling.SHORT),
        ("tu peux résumer en deux phrases stp ?", Retelling.SHORT),
        ("trop long, en bref ?", Retelling.SHORT),
        ("sois plus concis", Retelling.SHORT),
        ("In short?", Retelling.SHORT),
        ("je n'ai pas compris", Retelling.UNCLEAR),
        ("explique plus simplement", Retelling.UNCLEAR),
        ("plus de détails ?", Retelling.MORE),
        ("Tu peux développer un peu ?", Retelling.MORE),
        ("quoi d'autre ?", Retelling.MORE),
        ("et sinon ?", Retelling.MORE),
        ("Tell me more", Retelling.MORE),
        ("en anglais stp", Retelling.WHOLE),
        ("qui pourrait me renseigner là-dessus ?", Retelling.WHOM),
        ("à qui demander ?", Retelling.WHOM),
        ("Who could tell me more?", Retelling.WHOM),
        ("t'as pas plus récent ?", Retelling.NEWER),
        ("source ?", Retelling.SOURCES),
        ("tu es sûr ?", Retelling.SOURCES),
        ("c'est de quand ?", Retelling.SOURCES),
        ("is that reliable?", Retelling.SOURCES),
    ],
)
def test_a_few_words_ask_for_the_last_answer_again(message: str, how: Retelling) -> None:
    again = retold(message, TOLD)
    assert again is not None
    assert again.how is how


@pytest.mark.parametrize(
    "message",
    [
        "plus de membres ?",
        "autre chose : comment recruter ?",
        "et sinon le budget ?",
        "quel cluster est le plus récent ?",
        "un bilan plus récent des pôles",
        "comment résumer un projet ?",
        "résume les missions de Cap Digital",
        "les statuts en français ?",
        "en gros on paie combien ?",
        "ok c'est tout, merci",
    ],
)
def test_a_question_of_its_own_is_left_to_others(message: str) -> None:
    assert retold(message, TOLD) is None


def test_more_clusters_are_asked_for_otherwise_and_nothing_is_told_again_without_a_quote() -> None:
    assert retold("quoi d'autre ?", SUGGESTED) is None
    assert retold("plus de détails ?", [Turn(question="Bonjour", answer="Bonjour !")]) is None
    assert retold("plus de détails ?", []) is None


def test_newer_is_than_the_year_named_else_than_that_of_the_first_sentence() -> None:
    for message, after in (("plus récent ?", 2019), ("c'est vieux 2015, t'as pas plus récent ?", 2015)):
        again = retold(message, TOLD)
        assert again is not None
        assert again.after == after


def test_one_sentence_is_one() -> None:
    again = retold("résume en une phrase", TOLD)
    assert again is not None
    assert again.sentences == ONE


@given(st.text(max_size=60), st.text(max_size=80))
def test_any_message_after_any_answer_is_read_without_failing(message: str, answer: str) -> None:
    retold(message, [*TOLD, Turn(question=message, answer=answer)])


def _then(assistant: Interpilote, *messages: str) -> list[Answer]:
    history, answers = list[Turn](), list[Answer]()
    for message in messages:
        answers.append(assistant.ask(message, history=history))
        history.append(Turn(question=message, answer=answers[-1].answer))
    return answers


@pytest.mark.model
def test_a_summary_is_the_first_sentences_with_their_citations(assistant: Interpilote) -> None:
    whole, short, one = _then(assistant, "Comment se finance un cluster ?", "résume", "en une phrase")
    assert len(whole.claims) > len(short.claims) == 2
    assert [c.quote for c in short.citations] == [c.quote for c in whole.citations][: len(short.citations)]
    assert one.claims == short.claims[:1]
    assert "[1]" in one.answer
    assert "[2]" not in one.answer


@pytest.mark.model
def test_a_summary_warns_of_the_old_figures_that_it_has_alone(assistant: Interpilote) -> None:
    for answer in _then(assistant, "Comment fixer les cotisations ?", "en une phrase"):
        warned = [warning for warning in answer.warnings if "plus de cinq ans" in warning]
        told = {str(citation.figures_year) for citation in answer.citations}
        assert all(set(re.findall(r"\b\d{4}\b", warning)) <= told for warning in warned)


@pytest.mark.model
def test_more_is_what_was_not_told_until_nothing_is_left(assistant: Interpilote) -> None:
    answers = _then(assistant, "Faut-il un commissaire aux comptes ?", *["quoi d'autre ?"] * 3)
    told = list[str]()
    for answer in answers:
        quotes = [citation.quote for citation in answer.citations]
        assert not {*quotes} & {*told}
        told += quotes
    assert len(answers[1].citations) > 0
    assert answers[-1].status is Status.ABSTAINED
    assert "pas plus" in answers[-1].answer


@pytest.mark.model
def test_what_is_newer_is_told_or_that_nothing_is(assistant: Interpilote) -> None:
    known = _then(assistant, "Quel est le budget moyen d'un pôle ?", "plus récent que 2011 ?")[1]
    assert known.status is Status.ANSWERED
    assert all("202" in citation.quote or "201" in citation.quote for citation in known.citations)
    unknown = _then(assistant, "Combien de membres compte EMC2 ?", "2018 c'est vieux, t'as pas plus récent ?")[1]
    assert unknown.status is Status.ABSTAINED
    assert "2018" in unknown.answer


@pytest.mark.model
def test_whoever_asks_who_knows_is_told_whom_to_ask(assistant: Interpilote) -> None:
    whom = _then(assistant, "Combien de membres au conseil d'administration ?", "qui pourrait me renseigner ?")[1]
    assert whom.abstention is not None
    assert whom.abstention.contacts
    assert whom.abstention.nearest


@pytest.mark.model
def test_the_other_language_is_that_of_all_but_the_quotes(assistant: Interpilote) -> None:
    french, english = _then(assistant, "Comment se finance un cluster ?", "en anglais stp")
    assert english.language == "en"
    assert [c.quote for c in english.citations] == [c.quote for c in french.citations]
    assert "French sources" in english.answer
