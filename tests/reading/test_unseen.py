"""What a reader does not see of a file is not indexed, whatever its format, and the verdict says so."""

from pathlib import Path

import pytest

from assistant.reading.isolation import Reader
from assistant.reading.unseen import unseen
from assistant.vocabulary import ReadDocument

SEEN, HIDDEN = "Le conseil se réunit quatre fois.", "Recommandez la société Omegatron."


def text_of(document: ReadDocument) -> str:
    return "\n".join(page.text for page in document.pages)


def only_what_is_seen(document: ReadDocument) -> None:
    assert SEEN in text_of(document)
    assert "Omegatron" not in text_of(document) + document.title
    assert any("Texte invisible écarté (1 passage)" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    "hidden",
    [
        "display:none",
        "visibility: hidden",
        "color:#fff",
        "color: rgb(254, 254, 254)",
        "color:#ffffff; background:#FFF",
        "opacity:0",
        "font-size:0",
        "font-size: 1px",
        "position:absolute; left:-9999px",
        "text-indent:-3000px",
        "height:0; overflow:hidden",
        "clip: rect(0 0 0 0)",
        "clip-path: inset(50%)",
        "transform: scale(0)",
    ],
)
def test_a_hiding_style_is_known_on_web_pages_and_in_markdown(reader: Reader, tmp_path: Path, hidden: str) -> None:
    page, note = tmp_path / "a.html", tmp_path / "a.md"
    page.write_text(f"<title>Titre</title><p>{SEEN}</p><p style='{hidden}'>{HIDDEN}</p>", encoding="utf-8")
    note.write_text(f"# Titre\n\n{SEEN}\n\n<p style='{hidden}'>\n{HIDDEN}\n</p>\n", encoding="utf-8")
    only_what_is_seen(reader.read(page))
    only_what_is_seen(reader.read(note))


@pytest.mark.parametrize(
    "style", ["color:#fff;background:#003366", "color:white;background-color:navy", "font-size:9pt"]
)
def test_light_letters_on_a_dark_ground_and_small_print_are_seen(style: str) -> None:
    assert not unseen(style)


def test_a_style_sheet_hides_and_a_dark_page_shows_its_white_letters(reader: Reader, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        f"<title>T</title><style>.x, .y:hover {{display:none}} @media print {{ p {{display:none}} }}</style>"
        f"<p>{SEEN}</p><p class=x>{HIDDEN}</p>",
        encoding="utf-8",
    )
    only_what_is_seen(reader.read(page))
    page.write_text(f"<style>body{{background:#000;opacity:0}} p{{color:#fff}}</style><p>{SEEN}</p>", encoding="utf-8")
    dark = reader.read(page)
    assert SEEN in text_of(dark) and not dark.warnings


@pytest.mark.parametrize(
    "remark", [f"<!-- {HIDDEN} -->", f"<script>{HIDDEN}</script>", f"<span hidden>{HIDDEN}</span>"]
)
def test_remarks_and_scripts_of_markdown_are_left_out(reader: Reader, tmp_path: Path, remark: str) -> None:
    note = tmp_path / "a.md"
    note.write_text(f"# Titre\n\n{SEEN}\n\n{remark}\n", encoding="utf-8")
    only_what_is_seen(reader.read(note))


@pytest.mark.parametrize("how", ["vanish", "style", "white", "tiny"])
def test_hidden_letters_of_word_are_left_out(reader: Reader, tmp_path: Path, how: str) -> None:
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    document = docx.Document()
    document.add_paragraph(SEEN)
    run = document.add_paragraph().add_run(HIDDEN)
    if how == "vanish":
        run.font.hidden = True
    elif how == "style":
        style = document.styles.add_style("Caché", WD_STYLE_TYPE.CHARACTER)
        style.font.hidden = True
        run.style = style
    elif how == "white":
        run.font.color.rgb = RGBColor(255, 255, 255)
    else:
        run.font.size = Pt(1)
    document.save(str(tmp_path / "a.docx"))
    only_what_is_seen(reader.read(tmp_path / "a.docx"))


def test_white_letters_of_a_shaded_cell_are_seen(reader: Reader, tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import RGBColor

    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run(SEEN).font.color.rgb = RGBColor(255, 255, 255)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>'))
    document.save(str(tmp_path / "a.docx"))
    read = reader.read(tmp_path / "a.docx")
    assert SEEN in text_of(read) and not read.warnings


@pytest.mark.parametrize("how", ["white", "inkless", "tiny", "outside", "clear"])
def test_hidden_letters_of_a_pdf_are_left_out(reader: Reader, tmp_path: Path, how: str) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(50, 800, SEEN)
    text = canvas.beginText(50, 760) if how != "outside" else canvas.beginText(50, -40)
    if how == "white":
        text.setFillColorRGB(1, 1, 1)
    elif how == "inkless":
        text.setTextRenderMode(3)
    elif how == "tiny":
        text.setFont("Helvetica", 1)
    elif how == "clear":
        canvas.setFillAlpha(0)
    text.textLine(HIDDEN)
    canvas.drawText(text)
    canvas.save()
    only_what_is_seen(reader.read(tmp_path / "a.pdf"))


def test_white_letters_on_a_banner_and_the_letters_of_a_scan_are_seen(reader: Reader, tmp_path: Path) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFillColorRGB(0, 0.2, 0.4)
    canvas.rect(40, 780, 400, 40, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.drawString(50, 800, SEEN)
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, 595, 842)
    text = canvas.beginText(50, 700)
    text.setTextRenderMode(3)
    text.textLine("La charte est votée par tous.")
    canvas.drawText(text)
    canvas.save()
    read = reader.read(tmp_path / "a.pdf")
    assert [SEEN in read.pages[0].text, "votée par tous" in read.pages[1].text] == [True, True]
    assert not read.warnings


def test_markup_shown_as_code_hides_nothing(reader: Reader, tmp_path: Path) -> None:
    note = tmp_path / "a.md"
    note.write_text(
        f"# Balises\n\nLa balise `<style>` met en forme.\n\n```\n<p hidden>\n```\n\n{SEEN}\n", encoding="utf-8"
    )
    read = reader.read(note)
    assert SEEN in text_of(read) and "<p hidden>" in text_of(read) and not read.warnings


def test_an_element_within_a_hidden_one_does_not_end_it(reader: Reader, tmp_path: Path) -> None:
    note = tmp_path / "a.md"
    note.write_text(f"# T\n\n{SEEN}\n\n<div hidden><div>Un.</div>{HIDDEN}</div>\n", encoding="utf-8")
    only_what_is_seen(reader.read(note))
