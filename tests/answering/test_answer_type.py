import pytest

from assistant.answering.answer_type import asks_names, asks_number, is_keywords


@pytest.mark.parametrize(
    "question", ["Combien de membres ?", "Quelle part privée attend l'État ?", "How many members?"]
)
def test_a_question_of_quantity_asks_for_a_number(question: str) -> None:
    assert asks_number(question)
    assert not asks_number("Comment recruter ?")


def test_a_question_about_which_clusters_asks_for_names() -> None:
    assert asks_names("Quels pôles travaillent sur le bois ?")
    assert not asks_names("Comment recruter ?")


def test_keywords_ask_by_their_nouns() -> None:
    assert asks_number("nombre pôles") and asks_names("liste pôles")
    assert not asks_number("Comment réduire le nombre de réunions ?")


def test_a_few_words_without_a_sentence_are_keywords() -> None:
    assert is_keywords("budget première année grappe")
    assert not is_keywords("Quel budget la première année ?")
    assert not is_keywords("")
