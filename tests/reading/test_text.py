from pathlib import Path

import pytest

from assistant.reading.isolation import Reader
from assistant.reading.layout import PAGE_LIMIT
from assistant.vocabulary import ReadDocument

SENTENCE = "Le conseil d’administration réunit les entreprises et la recherche du territoire. "


def read(reader: Reader, path: Path, content: str | bytes) -> ReadDocument:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return reader.read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_accents_survive_every_usual_encoding(encoding: str, reader: Reader, tmp_path: Path) -> None:
    text = "L’évaluation coûte 3 € : c’est « déjà » là."
    assert read(reader, tmp_path / "a.txt", text.encode(encoding)).pages[0].text == text


def test_form_feeds_are_page_breaks(reader: Reader, tmp_path: Path) -> None:
    pages = read(reader, tmp_path / "a.txt", "Page une.\fPage deux.\fPage trois.").pages
    assert [(page.number, page.text) for page in pages] == [(1, "Page une."), (2, "Page deux."), (3, "Page trois.")]


def test_a_long_text_is_cut_into_pages_after_whole_sentences(reader: Reader, tmp_path: Path) -> None:
    pages = read(reader, tmp_path / "a.txt", SENTENCE * 200).pages
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert all(PAGE_LIMIT / 2 < len(page.text) <= PAGE_LIMIT for page in pages[:-1])
    assert all(page.text.endswith("territoire.") for page in pages)
    assert " ".join(page.text for page in pages).split() == (SENTENCE * 200).split()


def test_a_text_without_a_space_is_still_cut(reader: Reader, tmp_path: Path) -> None:
    pages = read(reader, tmp_path / "a.txt", "x" * 10_000).pages
    assert all(len(page.text) <= PAGE_LIMIT for page in pages)
    assert sum(len(page.text) for page in pages) == 10_000


def test_a_short_text_with_headings_is_one_page(reader: Reader, tmp_path: Path) -> None:
    document = read(reader, tmp_path / "a.txt", f"1. La gouvernance\n\n{SENTENCE}\n\n2. Le budget\n\n{SENTENCE}\n")
    (page,) = document.pages
    assert [heading.title for heading in page.headings] == ["1. La gouvernance", "2. Le budget"]
    assert all(page.text[heading.start :].startswith(heading.title) for heading in page.headings)


def test_the_title_comes_from_the_first_line_marked_as_one(reader: Reader, tmp_path: Path) -> None:
    assert read(reader, tmp_path / "a.txt", "# Rapport du pôle\n\nLe pôle va bien.").title == "Rapport du pôle"


def test_control_characters_leave_the_text(reader: Reader, tmp_path: Path) -> None:
    assert read(reader, tmp_path / "a.txt", b"Le p\x00\xc3\xb4le\x07 va.").pages[0].text == "Le pôle va."
