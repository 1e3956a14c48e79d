"""The shipped notes: every paragraph rests on facts, every figure is in one of them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import resources
from assistant.library.facts import load_facts
from assistant.reading.markup import front_matter
from assistant.reading.sentences import sentences
from assistant.vocabulary import DocumentType

FACTS = load_facts(resources.corpus())
NOTES = sorted((resources.corpus() / "documents").glob("*/*.md"))
KEYS = {"title", "type", "themes", "phase", "years", "confidence", "date"}
NUMBER = re.compile(r"\b\d+(?:,\d+)?\b")


def paragraphs(file: Path) -> Iterator[tuple[str, list[str]]]:
    """Text and fact ids of each paragraph that is not a heading."""
    body = front_matter(file.read_text(encoding="utf-8"))[2]
    for block in re.split(r"\n\s*\n", body):
        text = re.sub(r"<!--.*?-->", "", block, flags=re.DOTALL).strip()
        if text and not text.startswith("#"):
            yield text, re.findall(r"F\d{3}", "".join(re.findall(r"<!--(.*?)-->", block, flags=re.DOTALL)))


def numbers(text: str) -> set[str]:
    """Figures, thousands brought together."""
    plain = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "", text)
    return set(NUMBER.findall(plain))


def test_there_are_enough_notes_to_ask() -> None:
    assert len(NOTES) >= 30
    assert {DocumentType(file.parent.name) for file in NOTES} == {*DocumentType} - {"annuaire", "utilisateur"}


@pytest.mark.parametrize("file", NOTES, ids=lambda file: file.stem)
def test_each_paragraph_of_a_note_rests_on_facts_that_hold_its_figures(file: Path) -> None:
    seen: set[str] = set()
    for text, ids in paragraphs(file):
        assert ids, f"no fact under: {text[:60]}"
        assert set(ids) <= FACTS.facts.keys()
        seen |= set(ids)
        held = numbers(" ".join(FACTS.fact(key).text for key in ids))
        # « 150 à 180 000 € » is written out as « 150 000 à 180 000 € »
        missing = {n for n in numbers(text) - held if n.removesuffix("000") not in held}
        assert not missing, f"{missing} in no fact of: {text[:60]}"
    assert len(seen) >= 4


@pytest.mark.parametrize("file", NOTES, ids=lambda file: file.stem)
def test_a_note_says_what_it_is_and_is_well_typed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    meta, warnings, body = front_matter(text)
    assert not warnings
    assert meta.keys() >= KEYS
    assert meta["type"] == file.parent.name
    assert unicodedata.is_normalized("NFC", text)
    assert 150 <= len(re.sub(r"<!--.*?-->", "", body).split()) <= 600
    assert not re.search(r"[^\s\u00a0\u202f][;?!»](?=\s|$)| [;?!»%€]", re.sub(r"<!--.*?-->|https?://\S+", "", body))


def test_every_fact_is_used() -> None:
    used = {key for file in NOTES for _, ids in paragraphs(file) for key in ids}
    assert used == FACTS.facts.keys()


def test_no_sentence_is_said_twice() -> None:
    said: Counter[str] = Counter()
    for file in NOTES:
        for text, _ in paragraphs(file):
            said.update(" ".join(text[s.start : s.end].split()) for s in sentences(text))
    assert [sentence for sentence, count in said.items() if count > 1] == []
