import pytest

from assistant.answering.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Comment composer le conseil d'administration ?", "fr"),
        ("quel budget pour un jeune cluster", "fr"),
        ("What staff size should I expect for a young cluster?", "en"),
        ("Who could help us with the governance of our cluster?", "en"),
        ("gouvernance", "fr"),
    ],
)
def test_a_question_is_answered_in_its_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_question_without_function_words_follows_the_setting() -> None:
    assert detect_language("Inno'vin", default="en") == "en"
