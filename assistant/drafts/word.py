"""A draft as a DOCX file: A4, headings and lists by style, blanks highlighted, sources numbered with their links."""

import io
import re
from typing import TYPE_CHECKING, Any

from assistant.answering.presenting import source_text
from assistant.clusters.saying import Voice
from assistant.drafts.draft import Draft, Line, Section, Table, marker
from assistant.drafts.typography import typeset
from assistant.resources import texts
from assistant.vocabulary import BLANKS, Language, Said

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FONT, _SMALL_PT, _BODY_PT = "Calibri", 9, 11
_TEAL, _GREY, _SHADE = "0F766E", "57606A", "E6F2F0"
_LOCALES: Said = {"fr": "fr-FR", "en": "en-GB"}
_FOOTER: dict[str, Said] = texts("drafts")["footer"]
_ROW_CM, _WIDTH_CM, _WIDE_CM = 0.9, 16.6, 25.3


def as_docx(draft: Draft) -> bytes:
    """The file's bytes. They depend on nothing but the draft."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if draft.wide else (Cm(21), Cm(29.7))
    if draft.wide:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    _styles(document, _LOCALES[draft.language])
    _properties(document, draft)
    document.add_heading(typeset(draft.title, draft.language), 0)
    if draft.subtitle:
        document.add_paragraph(typeset(draft.subtitle, draft.language), style="Subtitle")
    for part in draft.sections:
        _section(document, part, _WIDE_CM if draft.wide else _WIDTH_CM, draft.language)
    _sources(document, draft)
    _footer(document, draft)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _styles(document: "Document", locale: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size, colour in (
        ("Normal", _BODY_PT, None),
        ("Title", 20, _TEAL),
        ("Heading 1", 13, _TEAL),
        ("Subtitle", 11, _GREY),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
            style.font.italic = False
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), locale)
    normal.element.get_or_add_rPr().append(language)


def _properties(document: "Document", draft: Draft) -> None:
    from datetime import datetime, time

    properties = document.core_properties
    properties.title, properties.author, properties.comments = typeset(draft.title, draft.language)[:255], "", ""
    properties.language = _LOCALES[draft.language]
    if draft.day:
        properties.created = properties.modified = datetime.combine(draft.day, time())


def _section(document: "Document", section: Section, width_cm: float, language: Language) -> None:
    if section.title:
        document.add_heading(typeset(section.title, language), 1).paragraph_format.page_break_before = section.apart
    for line in section.lines:
        paragraph = document.add_paragraph(style="List Bullet" if section.style == "liste" else None)
        _line(paragraph, line, language)
        for run in paragraph.runs if section.style == "petit" else ():
            run.font.size = _points(_SMALL_PT)
    if section.table:
        _table(document, section.table, width_cm, language)


def _line(paragraph: "Paragraph", line: Line, language: Language) -> None:
    _runs(paragraph, typeset(line.text, language), language)
    if line.sources:
        run = paragraph.add_run(f"\u00a0{marker(line.sources)}")
        run.font.superscript = True


def _runs(paragraph: "Paragraph", text: str, language: Language) -> None:
    """The text, its blanks highlighted."""
    from docx.enum.text import WD_COLOR_INDEX

    blank = typeset(BLANKS[language], language)
    for part in re.split(f"({re.escape(blank)})", text):
        if part:
            run = paragraph.add_run(part)
            if part == blank:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _table(document: "Document", table: Table, width_cm: float, language: Language) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Cm

    made = document.add_table(rows=1, cols=len(table.header), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    shares = table.widths or (1 / len(table.header),) * len(table.header)
    for cell, title in zip(made.rows[0].cells, table.header, strict=True):
        _cell(cell, title, language, bold=True)
        _shade(cell)
    _flag(made.rows[0], "tblHeader")
    for row in table.rows:
        cells = made.add_row()
        cells.height = Cm(_ROW_CM)
        for cell, text in zip(cells.cells, row, strict=True):
            _cell(cell, text, language)
    for line in made.rows:
        _flag(line, "cantSplit")
        for cell, share in zip(line.cells, shares, strict=True):
            cell.width = Cm(width_cm * share)
    for column, share in zip(made.columns, shares, strict=True):
        column.width = Cm(width_cm * share)


def _cell(cell: Any, text: str, language: Language, bold: bool = False) -> None:
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(2)
    _runs(paragraph, typeset(text, language), language)
    for run in paragraph.runs:
        run.font.size, run.font.bold = Pt(10), bold


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), _SHADE)
    cell._tc.get_or_add_tcPr().append(shade)


def _flag(row: Any, name: str) -> None:
    """A property of a row: `cantSplit` keeps it on one page, `tblHeader` says it again on each."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _sources(document: "Document", draft: Draft) -> None:
    if not draft.sources:
        return
    document.add_heading("Sources", 1)
    for number, source in enumerate(draft.sources, 1):
        paragraph = document.add_paragraph(f"[{number}] {typeset(source_text(source, draft.language), draft.language)}")
        if source.url:
            paragraph.add_run(". ")
            _link(paragraph, source.url)
        for run in paragraph.runs:
            run.font.size = _points(_SMALL_PT)


def _link(paragraph: "Paragraph", address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.text.run import Run

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element = OxmlElement("w:r")
    link.append(element)
    paragraph._p.append(link)
    run = Run(element, paragraph)
    run.text, run.font.underline, run.font.size = address, True, _points(_SMALL_PT)


def _footer(document: "Document", draft: Draft) -> None:
    if draft.day is None:
        return
    voice = Voice(draft.language)
    version = voice.phrase(_FOOTER["version"], version=draft.corpus_version) if draft.corpus_version else ""
    text = voice.phrase(_FOOTER["text"], day=voice.day(draft.day), version=version)
    paragraph = document.sections[0].footer.paragraphs[0]
    run = paragraph.add_run(typeset(text, draft.language))
    run.font.size = _points(_SMALL_PT)


def _points(size: int) -> Any:
    from docx.shared import Pt

    return Pt(size)
