"""What a downloaded document is: its content decides, and must agree with what the server announced."""

import re

from assistant.library.undelivered import Undelivered

_DECLARED = {
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
}
_UNSAID = {"", "application/octet-stream", "binary/octet-stream", "application/force-download"}
_NAMES = {".pdf": "un PDF", ".docx": "un DOCX", ".html": "une page web", ".txt": "du texte"}
_TEXTS = {".html", ".txt"}
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def declared_kind(content_type: str) -> str | None:
    """The extension a Content-Type stands for, None when it says nothing. Raises Undelivered for any other type."""
    name = content_type.split(";")[0].strip().lower()
    if name in _UNSAID:
        return None
    if name not in _DECLARED:
        raise Undelivered("type_refuse", kind=name[:60])
    return _DECLARED[name]


def kind(declared: str | None, address: str, head: bytes, tail: bytes) -> str:
    """The extension of a document, from its first and last bytes.

    Raises Undelivered when it is empty, of another type, cut short, or not what was announced: a page in place of a
    report is most often a notice that the report is gone.
    """
    if not head.strip():
        raise Undelivered("vide")
    found = _found(head)
    if found == ".pdf" and b"%%EOF" not in tail:
        raise Undelivered("tronque")
    announced = ".pdf" if declared is None and address.lower().endswith(".pdf") else declared
    if address.lower().endswith(".pdf") and found in _TEXTS:
        announced = ".pdf"
    if announced is not None and announced != found and not {announced, found} <= _TEXTS:
        raise Undelivered("type_trompeur", declared=_NAMES[announced], found=_NAMES[found])
    return ".html" if announced == ".html" else found


def _found(head: bytes) -> str:
    start = head[:1024]
    if b"%PDF-" in start and not start.lstrip().startswith(b"<"):
        return ".pdf"
    if start.startswith(b"PK\x03\x04"):
        return ".docx"
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Undelivered("type_refuse", kind="contenu binaire")
    return ".html" if _MARKUP.search(head) else ".txt"
