"""What a file is, told by its content and its extension together, and which module reads it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from assistant.reading.limits import Limits
from assistant.reading.markup import read_markdown
from assistant.reading.office import read_docx
from assistant.reading.pdf import read_pdf
from assistant.reading.refusals import Refused
from assistant.reading.text import read_text
from assistant.reading.webpage import read_html
from assistant.vocabulary import ReadDocument

_READERS: dict[str, Callable[[Path, Limits], ReadDocument]] = {
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_text,
    ".text": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = {
    "zip": (b"PK\x03\x04", b"PK\x05\x06"),
    "ole": (_OLE,),
    "binary": (
        *(
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF8",
            b"RIFF",
            b"\x1f\x8b",
            b"\x7fELF",
            b"MZ\x90",
            b"7z\xbc\xaf",
            b"Rar!",
            b"BZh",
        ),
        *(b"\xfd7zXZ", b"{\\rtf", b"II*\x00", b"MM\x00*", b"SQLite format 3", b"ID3", b"\x00\x00\x01\x00"),
    ),
}
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")


def read(path: Path, limits: Limits) -> ReadDocument:
    """Read one file of any supported type. Raises Refused, and whatever a parser raises on a hostile file."""
    extension = path.suffix.lower()
    if extension not in _READERS:
        raise Refused("type_non_pris_en_charge")
    _check_content(path, extension, limits)
    return _READERS[extension](path, limits)


def _check_content(path: Path, extension: str, limits: Limits) -> None:
    """Raises Refused unless the content can be what the extension says."""
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise Refused("acces_interdit", "not a regular file")
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise Refused("acces_interdit", repr(error)) from error
    if not size:
        raise Refused("vide")
    if size > limits.megabytes * 1_000_000:
        raise Refused("trop_gros")
    content = _content(head)
    if extension == ".pdf":
        _expect(content == "pdf", otherwise=content)
    elif extension == ".docx":
        if content == "ole" and _ENCRYPTED_OFFICE in path.read_bytes():
            raise Refused("chiffre")
        _expect(content == "zip", otherwise=content)
        if not _is_word(path):
            raise Refused("extension_trompeuse")
    else:
        _expect(content == "text", otherwise="binary")


def _expect(true: bool, otherwise: str) -> None:
    if not true:
        raise Refused("illisible" if otherwise == "text" else "extension_trompeuse")


def _content(head: bytes) -> str:
    """pdf, zip, ole, binary, else text. A PDF may begin with some bytes of its own."""
    if b"%PDF-" in head and not head.lstrip().startswith((b"<", b"#")):
        return "pdf"
    for name, signatures in _SIGNATURES.items():
        if head.startswith(signatures):
            return name
    return "text"


def _is_word(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile as error:
        raise Refused("illisible", repr(error)) from error
