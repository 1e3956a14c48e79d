import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import InvalidQuestion
from assistant.questions import checked_question


@pytest.mark.parametrize("text", ["", "   ", "\x00\x01", "🙂🙂", "?!…", "\u200b\u200b", "x" * 2001, "\ud83d"])
def test_what_is_no_question_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(InvalidQuestion) as refused:
        checked_question(text, 2000)
    assert refused.value.remedy("fr")
    assert refused.value.remedy("en")


def test_accents_are_composed_and_control_characters_dropped() -> None:
    assert checked_question(" e\u0301quipe\x07 du\n po\u0302le ", 100) == "équipe du pôle"


@given(st.text())
def test_a_checked_question_is_clean_or_refused(text: str) -> None:
    try:
        question = checked_question(text, 100)
    except InvalidQuestion:
        return
    assert question == question.strip()
    assert not any(unicodedata.category(ch) in ("Cc", "Cs", "Cf") for ch in question)
    question.encode("utf-8")
