"""Word documents (DOCX) → blocks: headings, paragraphs, items, tables."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.reading.characters import one_line
from assistant.reading.layout import Block, block, laid_out
from assistant.reading.limits import Limits
from assistant.reading.office_unseen import drop_unseen
from assistant.reading.refusals import Refused
from assistant.reading.unseen import told
from assistant.vocabulary import ReadDocument

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_PARTS = 10_000
_HEADING_STYLE = re.compile(r"(?:heading|titre) (\d)$", re.I)
_MB = 1_000_000


def read_docx(path: Path, limits: Limits) -> ReadDocument:
    """A DOCX file, on virtual pages. Footnotes, headers, footers and text boxes are not read, nor what is not shown."""
    import docx

    check_archive(path, limits)
    document = docx.Document(str(path))
    hidden = drop_unseen(document)
    blocks = list(_blocks(document))
    if not blocks:
        raise Refused("sans_texte" if document.inline_shapes else "vide")
    meta = _properties(document)
    return laid_out(blocks, limits, path.stem, announced=meta.get("title"), meta=meta, warnings=told(hidden))


def check_archive(path: Path, limits: Limits) -> None:
    """Raises Refused(bombe) when the parts of a ZIP file, as declared, are out of proportion."""
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("chiffre")
    swollen = any(
        part.file_size > _MB and part.file_size > limits.expansion_ratio * max(part.compress_size, 1) for part in parts
    )
    if swollen or len(parts) > _PARTS or sum(part.file_size for part in parts) > limits.expansion_mb * _MB:
        raise Refused("bombe", "ZIP expansion")


def _properties(document: "Document") -> dict[str, object]:
    properties = document.core_properties
    values = {
        "title": properties.title,
        "author": properties.author,
        "subject": properties.subject,
        "keywords": properties.keywords,
        "created": properties.created.date().isoformat() if properties.created else "",
    }
    return {name: one_line(value) for name, value in values.items() if value}


def _blocks(document: "Document") -> Iterator[Block]:
    from docx.table import Table

    in_list = False
    for part in document.iter_inner_content():
        made: list[Block | None]
        if isinstance(part, Table):
            made, in_list = list(_rows(part)), False
        else:
            level, prefix = _heading_level(part), _item_prefix(part)
            made = [block(prefix + part.text, level, tight=bool(prefix) and in_list)] if part.text.strip() else []
            in_list = bool(prefix) if made else in_list
        yield from (item for item in made if item)


def _heading_level(paragraph: "Paragraph") -> int:
    name = (paragraph.style.name or "") if paragraph.style else ""
    match = _HEADING_STYLE.match(name)
    return int(match[1]) or 1 if match else int(name == "Title")


def _item_prefix(paragraph: "Paragraph") -> str:
    properties = paragraph._p.pPr
    listed = properties is not None and properties.numPr is not None
    style = (paragraph.style.name or "") if paragraph.style else ""
    return "– " if (listed or style.startswith("List")) and not _heading_level(paragraph) else ""


def _rows(table: "Table") -> Iterator[Block | None]:
    """One line a row; cells merged over several columns are said once."""
    for number, row in enumerate(table.rows):
        cells = {id(cell._tc): cell for cell in row.cells}.values()
        texts = [" ".join(cell.text.split()) for cell in cells]
        if any(texts):
            yield block(" | ".join(texts), tight=number > 0)
