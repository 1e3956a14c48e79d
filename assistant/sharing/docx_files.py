"""Blocks written as a DOCX file."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from assistant.sharing.pages import Block, Heading, Paragraph, Table

_WIDE = 4  # columns from which the page lies on its side


def as_docx(blocks: Iterable[Block]) -> bytes:
    """A DOCX document with these blocks. Characters that XML does not take are left out."""
    from docx import Document

    document = Document()
    held = list(blocks)
    if any(len(block.rows[0]) >= _WIDE for block in held if isinstance(block, Table) and block.rows):
        _on_its_side(document)
    for block in held:
        _add(document, block)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _on_its_side(document: Any) -> None:
    from docx.enum.section import WD_ORIENT

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _add(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(_clean(block.text), level=block.level)
    elif isinstance(block, Paragraph):
        document.add_paragraph(_clean(block.text), style="List Bullet" if block.listed else None)
    else:
        _add_table(document, block.rows)


def _add_table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for at, row in enumerate(rows):
        for column, (cell, text) in enumerate(zip(table.rows[at].cells, row, strict=True)):
            cell.text = _clean(text)
            for run in cell.paragraphs[0].runs:
                run.bold = at == 0 or column == 0


def _clean(text: str) -> str:
    """Without the control characters and lone surrogates that XML refuses."""
    return "".join(
        c for c in text if c in "\t\n" or (c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff")
    )
