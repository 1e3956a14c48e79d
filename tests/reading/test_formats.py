from pathlib import Path

import pytest

from assistant.reading.isolation import Limits, Reader, Refused


def refusal(reader: Reader, path: Path, content: bytes) -> Refused:
    path.write_bytes(content)
    with pytest.raises(Refused) as caught:
        reader.read(path)
    return caught.value


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.md", "a.txt", "a.html"])
def test_a_file_without_a_byte_is_empty(name: str, reader: Reader, tmp_path: Path) -> None:
    assert refusal(reader, tmp_path / name, b"").code == "vide"


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
@pytest.mark.parametrize("content", [b" \n\t\n ", b"\x00\x00\x00", b"\xef\xbb\xbf"])
def test_a_file_without_a_word_is_empty(name: str, content: bytes, reader: Reader, tmp_path: Path) -> None:
    assert refusal(reader, tmp_path / name, content).code == "vide"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"Ceci est un texte."),
        ("a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("a.pdf", b"PK\x03\x04" + bytes(50)),
        ("a.txt", b"%PDF-1.4\n" + bytes(50)),
        ("a.md", b"PK\x03\x04" + bytes(50)),
        ("a.html", b"\x7fELF" + bytes(50)),
        ("a.docx", b"%PDF-1.4\n"),
        ("a.docx", b"Un texte."),
        ("a.docx", b"PK\x03\x04" + bytes(50)),
        ("a.txt", bytes(range(1, 32)) * 20),
    ],
)
def test_a_wrong_extension_is_told(name: str, content: bytes, reader: Reader, tmp_path: Path) -> None:
    assert refusal(reader, tmp_path / name, content).code == "illisible"


@pytest.mark.parametrize("name", ["a.xlsx", "a.png", "a.exe", "sans_extension", "a.doc"])
def test_other_types_are_refused_with_the_types_to_use(name: str, reader: Reader, tmp_path: Path) -> None:
    refused = refusal(reader, tmp_path / name, b"contenu")
    assert refused.code == "type_non_pris_en_charge" and "PDF" in refused.reason


def test_a_file_too_big_is_refused_with_the_limit(tmp_path: Path) -> None:
    with Reader(Limits(megabytes=1)) as strict:
        refused = refusal(strict, tmp_path / "a.txt", b"a " * 600_000)
    assert refused.code == "trop_gros" and "1 Mo" in refused.reason


def test_a_folder_or_a_missing_file_is_refused_not_raised(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "dossier.pdf").mkdir()
    for name in ("dossier.pdf", "absent.pdf"):
        with pytest.raises(Refused) as caught:
            reader.read(tmp_path / name)
        assert caught.value.code == "illisible"


def test_capital_letters_in_the_extension_are_fine(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "NOTE.TXT"
    path.write_text("Le pôle.", encoding="utf-8")
    assert reader.read(path).pages[0].text == "Le pôle."
