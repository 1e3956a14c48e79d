import zipfile
from pathlib import Path

import docx
import pytest

from assistant.reading.isolation import Reader, Refused


@pytest.fixture
def report(tmp_path: Path) -> Path:
    document = docx.Document()
    document.core_properties.title = "Bilan du pôle"
    document.add_heading("Gouvernance", level=1)
    document.add_paragraph("Le conseil se réunit quatre fois par an.")
    document.add_paragraph("les entreprises", style="List Bullet")
    document.add_paragraph("la recherche", style="List Bullet")
    document.add_heading("Budget", level=2)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Année", "Budget", "2012", "1 M€"], strict=True):
        cell.text = text
    document.add_paragraph("Source : le pôle.")
    path = tmp_path / "bilan.docx"
    document.save(str(path))
    return path


def test_a_word_document_keeps_its_headings_lists_and_tables(reader: Reader, report: Path) -> None:
    document = reader.read(report)
    assert document.title == "Bilan du pôle"
    (page,) = document.pages
    assert page.text == (
        "Gouvernance\n\nLe conseil se réunit quatre fois par an.\n\n– les entreprises\n– la recherche\n\n"
        "Budget\n\nAnnée | Budget\n2012 | 1 M€\n\nSource : le pôle."
    )
    assert [(heading.level, heading.title) for heading in page.headings] == [(1, "Gouvernance"), (2, "Budget")]


def refused_code(reader: Reader, path: Path) -> str:
    with pytest.raises(Refused) as caught:
        reader.read(path)
    return caught.value.code


def test_an_empty_word_document_is_empty(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "vide.docx"
    docx.Document().save(str(path))
    assert refused_code(reader, path) == "vide"


def test_a_zip_bomb_is_refused_before_it_is_opened(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "bombe.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    assert refused_code(reader, path) == "trop_gros"


def test_a_password_on_a_word_document_is_told(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "secret.docx"
    stream = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + stream + bytes(500))
    assert refused_code(reader, path) == "chiffre"


def test_another_zip_is_not_taken_for_a_word_document(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "archive.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lisez-moi.txt", "bonjour")
    assert refused_code(reader, path) == "illisible"


def test_a_truncated_word_document_is_refused(reader: Reader, report: Path) -> None:
    report.write_bytes(report.read_bytes()[:-300])
    assert refused_code(reader, report) == "illisible"


def test_entities_that_multiply_do_not_fill_the_memory(reader: Reader, report: Path, tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<!DOCTYPE d [<!ENTITY e0 "lol">{levels}]><w:document xmlns:w="x"><w:body>&e9;</w:body></w:document>'
    path = tmp_path / "entites.docx"
    with zipfile.ZipFile(report) as source, zipfile.ZipFile(path, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, body if name == "word/document.xml" else source.read(name))
    assert refused_code(reader, path) in {"illisible", "vide", "memoire"}
