import pytest

from assistant.answering.answer_type import answer_type, is_keywords


@pytest.mark.parametrize(
    "question", ["Combien de membres ?", "Quelle part privée attend l'État ?", "How many members?"]
)
def test_a_question_of_quantity_prefers_sentences_with_a_figure(question: str) -> None:
    expected = answer_type(question)
    with_figure = expected.fit("Le budget moyen d'un pôle était de 1,09 M€ en 2011.", lambda t: 0)
    without = expected.fit("Le budget d'un pôle vient de plusieurs financeurs.", lambda t: 0)
    assert with_figure > without


def test_a_year_alone_is_no_figure() -> None:
    assert answer_type("Combien de salariés ?").fit("La phase V a commencé en 2023.", lambda t: 0) == 0


def test_a_question_of_date_prefers_sentences_with_a_year() -> None:
    expected = answer_type("Quand la phase V a-t-elle commencé ?")
    assert expected.fit("La phase V a commencé en 2023.", lambda t: 0) > expected.fit(
        "La phase V a commencé.", lambda t: 0
    )


def test_a_question_about_which_clusters_prefers_sentences_that_name_some() -> None:
    expected = answer_type("Quels pôles travaillent sur le bois ?")
    assert expected.fit("Xylofutur et Axelera", lambda t: 2) > expected.fit("le bois", lambda t: 0)


def test_an_open_question_prefers_nothing() -> None:
    assert answer_type("Comment recruter ?").fit("En 2012, 11 personnes chez Cap Digital.", lambda t: 1) == 0


def test_keywords_ask_by_their_nouns() -> None:
    assert answer_type("nombre pôles").number and answer_type("date phase V").date and answer_type("liste pôles").names
    assert not answer_type("Comment réduire le nombre de réunions ?").number


def test_a_few_words_without_a_sentence_are_keywords() -> None:
    assert is_keywords("budget première année grappe")
    assert not is_keywords("Quel budget la première année ?")
    assert not is_keywords("")
