"""What an added file is called when it does not say, or says nothing of use."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.isolation import Reader
from assistant.reading.titles import is_title, opening
from tests.reading.conftest import MakePdf

FIRST = "Rapport d'observations définitives sur la gestion de l'agence régionale de développement."


def test_a_text_without_a_title_is_called_by_its_first_sentence(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "doc1.txt"
    file.write_text(f"{FIRST} L'agence emploie douze personnes.\n" * 40, encoding="utf-8")
    assert reader.read(file).title == FIRST


def test_a_page_called_by_what_made_it_is_called_by_its_first_sentence(reader: Reader, tmp_path: Path) -> None:
    page = "<html><head><title>{}</title></head><body><p>{}</p></body></html>"
    file = tmp_path / "page.html"
    for name in ("Microsoft Word - doc1", "Sans titre 2", "rapport_final.docx", "page"):
        file.write_text(page.format(name, FIRST), encoding="utf-8")
        assert reader.read(file).title == FIRST
    file.write_text(page.format("Bilan du pôle", FIRST), encoding="utf-8")
    assert reader.read(file).title == "Bilan du pôle"


def test_a_pdf_called_by_its_own_file_is_called_by_its_first_sentence(reader: Reader, make_pdf: MakePdf) -> None:
    assert reader.read(make_pdf([[FIRST]], name="cr_2024.pdf", title="cr_2024")).title == FIRST


def test_a_beginning_that_says_too_little_leaves_the_name_of_the_file(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "Budget 2024.txt"
    file.write_text("Page 1\n\n12 345 678\n", encoding="utf-8")
    assert reader.read(file).title == "Budget 2024"


@pytest.mark.parametrize("name", ["AFPC et ses commissions", "Document de travail sur l'eau", "Pages jaunes du bois"])
def test_a_title_that_only_looks_like_a_placeholder_is_kept(name: str) -> None:
    assert is_title(name, "fichier")


@given(st.text(alphabet="ab é.!\n#'…", max_size=400) | st.text(max_size=400))
def test_a_first_sentence_is_one_short_line_of_the_text(text: str) -> None:
    said = opening(text)
    assert len(said) <= 150
    assert "\n" not in said


@given(st.lists(st.sampled_from(["pôle", "territoire", "de", "gouvernance"]), min_size=40, max_size=80))
def test_a_long_first_sentence_is_cut_between_words(words: list[str]) -> None:
    said = opening(" ".join(words))
    if said.endswith("…"):
        assert words[: len(said.split())] == said.removesuffix("…").split()
