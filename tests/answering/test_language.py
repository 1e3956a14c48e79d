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


@pytest.mark.parametrize(
    ("keywords", "language"),
    [
        ("membership fee small companies", "en"),
        ("recruit first members", "en"),
        ("gold label requirements", "en"),
        ("cluster manager salary", "en"),
        ("start-ups linked to poles", "en"),
        ("cotisation petites entreprises", "fr"),
        ("recrutement premiers adhérents", "fr"),
        ("benchmark clusters", "fr"),
        ("labels management cluster", "fr"),
        ("equipe budget 2 premieres annees", "fr"),
    ],
)
def test_keywords_are_heard_in_their_language(keywords: str, language: str) -> None:
    assert detect_language(keywords) == language


def test_what_is_of_both_languages_and_names_follow_the_setting() -> None:
    for default in ("fr", "en"):
        assert detect_language("budget 2019", default) == default
        assert detect_language("Inno'vin", default, [(0, 8)]) == default
        assert detect_language("Cosmetic Valley budget", default, [(0, 15)]) == default


def test_the_setting_does_not_turn_french_keywords_into_english() -> None:
    assert detect_language("gouvernance", default="en") == "fr"
    assert detect_language("subsidy cut", default="fr") == "en"


def test_words_with_a_capital_may_be_names_and_tell_no_language() -> None:
    for default in ("fr", "en"):
        assert detect_language("label Gold ESCA", default) == default
    assert detect_language("CLUSTER MANAGER SALARY", "fr") == "en"
