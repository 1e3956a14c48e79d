"""Of the sentences of a paragraph, the one that states the fact asked for leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.answering.stating import UNSTATED, AskedFact, clauses_of, stated
from assistant.index.analysis import terms

WORDS = st.sampled_from("pôle label région budget membres cotisation bureau conseil".split())
SENTENCES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), min_size=1, max_size=6)


def fact(surety: float, text: str) -> AskedFact:
    return AskedFact(surety, [dict.fromkeys(terms(clause), 1.0) for clause in clauses_of(text)])


def test_the_sentence_with_most_of_the_fact_counts_whole_and_its_neighbour_less() -> None:
    texts = ["Le conseil de PMT a 50 membres.", "PMT est un pôle de photonique."]
    first, second = stated(texts, [("F1",), ("F1",)], [False, False], {"F1": fact(0.8, "PMT : conseil de 50 membres")})
    assert first == 0.8
    assert 0.8 * (1 - UNSTATED) <= second < first


def test_a_sentence_that_has_one_of_two_things_that_a_fact_says_counts_whole() -> None:
    texts = ["Le FUI est géré par Oséo.", "Il s'est arrêté en 2019."]
    asked = {"F1": fact(0.8, "Le FUI est géré par Oséo ; il s'est arrêté en 2019.")}
    assert stated(texts, [("F1",), ("F1",)], [False, False], asked) == [0.8, 0.8]


def test_a_sentence_on_no_fact_that_is_asked_for_counts_nothing() -> None:
    assert stated(["Le budget de PMT."], [("F2",)], [False], {"F1": fact(0.8, "PMT : conseil")}) == [0.0]
    assert stated(["Le budget de PMT."], [()], [False], {}) == [0.0]


def test_first_lines_that_sum_up_two_facts_asked_for_come_before_one_that_states_one() -> None:
    texts = ["La Région finance, l'État labellise.", "La Région finance les clusters."]
    asked = {"F1": fact(0.8, "La Région finance les clusters."), "F2": fact(0.7, "L'État labellise les pôles.")}
    summed, one = stated(texts, [("F1", "F2"), ("F1",)], [True, False], asked)
    assert summed > 0.72 and stated(texts, [("F1", "F2"), ("F1",)], [False, False], asked)[0] < summed
    assert one == 0.8


def test_a_question_that_many_facts_answer_is_told_first_by_what_states_several() -> None:
    texts = ["Le bureau.", "Le bureau, la région et le budget."]
    facts, words = [("F1",), ("F1", "F2", "F3")], ("le bureau", "la région", "le budget")

    def lead(surety: float) -> float:
        one, several = stated(texts, facts, [False] * 2, {f"F{at}": fact(surety, w) for at, w in enumerate(words, 1)})
        return several - one

    assert lead(0.2) > 0.1 > lead(0.5) > lead(0.9) == 0


@given(SENTENCES, st.floats(0, 1), st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_none_counts_more_than_the_surety_and_one_counts_as_much(texts: list[str], surety: float, text: str) -> None:
    found = stated(texts, [("F1",)] * len(texts), [False] * len(texts), {"F1": fact(surety, text)})
    assert max(found) == pytest.approx(surety)
    assert all(surety * (1 - UNSTATED) - 1e-9 <= value <= surety + 1e-9 for value in found)


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Quelle proportion des projets labellisés obtient un financement ?", "moitié"),
        ("Quelle est la part des PME parmi les membres d'un pôle ?", "57 % de PME"),
        ("Combien l'État donne-t-il aux pôles chaque année ?", "neuf millions"),
        ("combien de pôles labellisés ?", "53 pôles"),
    ],
)
def test_what_was_asked_for_is_in_the_first_sentence(assistant: Interpilote, question: str, told: str) -> None:
    assert told in assistant.ask(question).citations[0].quote.replace("\u00a0", " ")
