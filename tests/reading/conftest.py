"""Real files made on the spot: PDF by reportlab and pypdf, DOCX by python-docx."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from assistant.reading.isolation import Reader

MakePdf = Callable[..., Path]


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One child process for all the tests of a file."""
    with Reader() as opened:
        yield opened


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Write a PDF with one page a list of lines; `outline` is (page, title, level)."""

    def make(
        pages: Sequence[Sequence[str]],
        name: str = "rapport.pdf",
        title: str = "",
        outline: Sequence[tuple[int, str, int]] = (),
        password: str | None = None,
    ) -> Path:
        from reportlab.lib.pdfencrypt import StandardEncryption
        from reportlab.pdfgen.canvas import Canvas

        path = tmp_path / name
        encryption = StandardEncryption(password, canPrint=1) if password is not None else None
        canvas = Canvas(str(path), encrypt=encryption)
        if title:
            canvas.setTitle(title)
        for number, lines in enumerate(pages):
            for at, text, level in outline:
                if at == number:
                    canvas.bookmarkPage(f"{number}-{text}")
                    canvas.addOutlineEntry(text, f"{number}-{text}", level)
            for row, line in enumerate(lines):
                canvas.drawString(50, 800 - 16 * row, line)
            canvas.showPage()
        canvas.save()
        return path

    return make
