"""Messages that follow others: the shipped ones are sound, and each is read with those before it."""

from pathlib import Path

import pytest

from assistant import resources
from assistant.answering.known_follow_ups import FOLLOWS, READ, after, read_follow_ups
from assistant.answering.known_questions import MISSED
from assistant.errors import CorpusError
from assistant.library.facts import load_facts


def test_a_message_is_read_with_the_last_ones_before_it_the_last_first() -> None:
    assert after("et le délai ?", ["comment avoir le bronze", "et le coût ?"]).split(FOLLOWS) == [
        "et le délai ?",
        "et le coût ?",
        "comment avoir le bronze",
    ]
    assert len(after("e", ["a", "b", "c", "d"]).split(FOLLOWS)) == READ + 1


def test_shipped_follow_ups_are_after_facts_that_exist_or_after_none() -> None:
    messages, facts = (
        read_follow_ups(resources.corpus() / "follow_ups.jsonl"),
        load_facts(resources.corpus()).facts,
    )
    answered = [message for message in messages if message.facts and not message.facts[0].startswith(MISSED)]
    assert len(answered) > 1500
    assert all({*message.facts, *message.also} <= facts.keys() for message in answered)
    assert all(FOLLOWS in message.text for message in messages)
    assert len({message.text for message in messages}) == len(messages)


@pytest.mark.parametrize(
    "text",
    [
        "{\n",
        '{"text": "et ?"}\n',
        '{"text": "et ?", "before": [], "language": "fr", "leans": true, "facts": ["F001"], "also": []}\n',
        '{"text": "et ?", "before": ["a"], "language": "fr", "leans": true, "facts": [], "also": []}\n',
        '{"text": "et ?", "before": ["a"], "language": "fr", "leans": "non", "facts": ["F001"], "also": []}\n',
    ],
)
def test_a_spoilt_file_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "follow_ups.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError):
        read_follow_ups(file)
