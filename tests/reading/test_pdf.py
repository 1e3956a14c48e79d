import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from assistant.reading.drafts import restore
from assistant.reading.isolation import Limits, Reader, Refused

MakePdf = Callable[..., Path]


def object_pdf(objects: list[bytes]) -> bytes:
    """A PDF file of these objects, numbered from 1; the first is the catalogue."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(out),
    )


def page_with(content: bytes, extra: bytes = b"") -> bytes:
    """A one-page PDF with this content stream dictionary and data."""
    return object_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            content,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *([extra] if extra else []),
        ]
    )


def refusal(reader: Reader, path: Path) -> Refused:
    with pytest.raises(Refused) as caught:
        reader.read(path)
    return caught.value


def test_pages_title_and_properties_are_read(reader: Reader, make_pdf: MakePdf) -> None:
    pages = [["Le pôle réunit 40 membres."], ["Il emploie 3 personnes."]]
    document = reader.read(make_pdf(pages, title="Évaluation 2012"))
    assert document.title == "Évaluation 2012"
    assert [(page.number, page.text) for page in document.pages] == [
        (1, "Le pôle réunit 40 membres."),
        (2, "Il emploie 3 personnes."),
    ]
    assert document.meta["title"] == "Évaluation 2012"
    assert document.warnings == ()


@pytest.mark.parametrize("title", ["", "Microsoft Word - brouillon.docx", "untitled"])
def test_a_title_of_no_use_gives_way_to_the_first_heading_or_the_file_name(
    title: str, reader: Reader, make_pdf: MakePdf
) -> None:
    assert reader.read(make_pdf([["Le pôle."]], name="bilan 2011.pdf", title=title)).title == "bilan 2011"
    headed = make_pdf([["RAPPORT ANNUEL DU PÔLE", "Le pôle va bien."]], name="autre.pdf", title=title)
    assert reader.read(headed).title == "RAPPORT ANNUEL DU PÔLE"


def test_outline_titles_are_found_on_their_pages(reader: Reader, make_pdf: MakePdf) -> None:
    path = make_pdf(
        [["Sommaire"], ["1 Gouvernance", "Le conseil se réunit.", "1.1 Bureau", "Il prépare les décisions."]],
        outline=[(1, "Gouvernance", 0), (1, "Bureau", 1), (0, "Titre absent de la page", 0)],
    )
    page = reader.read(path).pages[1]
    assert [(heading.level, heading.title) for heading in page.headings] == [(1, "Gouvernance"), (2, "Bureau")]
    assert [page.text[heading.start :].split("\n")[0] for heading in page.headings] == ["1 Gouvernance", "1.1 Bureau"]


def test_printed_page_labels_are_kept(reader: Reader, make_pdf: MakePdf, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=make_pdf([["Préface."], ["Sommaire."], ["Le texte."]]))
    writer.set_page_label(0, 1, style="/r")
    writer.set_page_label(2, 2, style="/D")
    labelled = tmp_path / "labels.pdf"
    writer.write(labelled)
    assert [page.label for page in reader.read(labelled).pages] == ["i", "ii", "1"]


def test_headers_leave_the_text_but_not_the_record(reader: Reader, make_pdf: MakePdf) -> None:
    path = make_pdf([["Rapport du pôle", body, f"page {n}"] for n, body in enumerate(["Un.", "Deux.", "Trois."], 1)])
    pages = reader.read(path).pages
    assert [page.text for page in pages] == ["Un.", "Deux.", "Trois."]
    assert restore(pages[1].text, pages[1].edits).split() == ["Rapport", "du", "pôle", "Deux.", "page", "2"]


def test_the_same_text_on_every_page_is_still_read(reader: Reader, make_pdf: MakePdf) -> None:
    assert len([page for page in reader.read(make_pdf([["Attestation."]] * 4)).pages if page.text]) == 4


def test_a_password_is_asked_to_be_removed(reader: Reader, make_pdf: MakePdf) -> None:
    refused = refusal(reader, make_pdf([["Secret."]], password="motdepasse"))
    assert refused.code == "chiffre"
    assert "mot de passe" in refused.reason and "password" in refused.reason_en


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_file_locked_for_printing_only_opens_by_itself(
    algorithm: str, reader: Reader, make_pdf: MakePdf, tmp_path: Path
) -> None:
    writer = PdfWriter(clone_from=make_pdf([["Lisible par tous."]]))
    writer.encrypt(user_password="", owner_password="proprietaire", algorithm=algorithm)
    locked = tmp_path / "locked.pdf"
    writer.write(locked)
    assert reader.read(locked).pages[0].text == "Lisible par tous."


def image_pdf(path: Path, stamps: list[str]) -> Path:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for stamp in stamps:
        canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), 0, 0, 500, 700)
        canvas.drawString(20, 20, stamp)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("stamps", [[""], ["", ""], ["Numérisé, page 1", "Numérisé, page 2", "Numérisé, page 3"]])
def test_a_scan_is_sent_to_character_recognition(stamps: list[str], reader: Reader, tmp_path: Path) -> None:
    refused = refusal(reader, image_pdf(tmp_path / "scan.pdf", stamps))
    assert refused.code == "sans_texte" and "OCR" in refused.reason


def test_pages_that_are_images_are_named(reader: Reader, tmp_path: Path) -> None:
    document = reader.read(image_pdf(tmp_path / "mixed.pdf", ["La synthèse du rapport.", "", "Sa conclusion."]))
    assert document.pages[1].text == ""
    assert any("image" in warning and "2" in warning for warning in document.warnings)


def test_a_blank_document_is_empty_not_scanned(reader: Reader, make_pdf: MakePdf) -> None:
    assert refusal(reader, make_pdf([[], []])).code == "vide"


def test_attachments_are_named_not_read(reader: Reader, make_pdf: MakePdf, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=make_pdf([["Voir la pièce jointe."]]))
    writer.add_attachment("budget.txt", b"Contenu cache")
    path = tmp_path / "joint.pdf"
    writer.write(path)
    document = reader.read(path)
    assert any("budget.txt" in warning for warning in document.warnings)
    assert "cache" not in document.pages[0].text


def test_too_many_pages_are_refused_with_the_limit(make_pdf: MakePdf) -> None:
    with Reader(Limits(pages=2)) as strict:
        refused = refusal(strict, make_pdf([["Un."], ["Deux."], ["Trois."]]))
    assert refused.code == "trop_de_pages" and "2 pages" in refused.reason


def test_a_page_too_long_is_cut_and_it_is_said(make_pdf: MakePdf) -> None:
    with Reader(Limits(page_characters=30)) as strict:
        document = strict.read(make_pdf([["Une phrase bien plus longue que la limite."], ["Court."]]))
    assert len(document.pages[0].text) <= 30
    assert any("page 1" in warning for warning in document.warnings)


def test_a_decompression_bomb_is_refused_not_indexed_as_empty(reader: Reader, tmp_path: Path) -> None:
    packed = zlib.compress(b"BT /F 12 Tf (x) Tj ET " + b" " * 60_000_000, 9)
    path = tmp_path / "bomb.pdf"
    path.write_bytes(page_with(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)))
    refused = refusal(reader, path)
    assert (refused.code, refused.cause) == ("trop_gros", "bombe")


def test_a_page_tree_that_loops_ends(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "loop.pdf"
    path.write_bytes(object_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]))
    assert refusal(reader, path).code in {"illisible", "vide"}


def test_a_lost_page_tree_does_not_lose_the_pages(reader: Reader, tmp_path: Path) -> None:
    stream = b"BT /F 12 Tf 50 700 Td (Page retrouvee.) Tj ET"
    whole = page_with(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    path = tmp_path / "lost.pdf"
    path.write_bytes(whole.replace(b"/Catalog/Pages 2 0 R", b"/Catalog/Pages 9 0 R"))
    document = reader.read(path)
    assert document.pages[0].text == "Page retrouvee."
    assert any("abîmé" in warning for warning in document.warnings)


@pytest.mark.parametrize("kept", [30, 400, 0.5])
def test_a_truncated_file_never_passes_for_a_whole_one(
    kept: float, reader: Reader, make_pdf: MakePdf, tmp_path: Path
) -> None:
    whole = make_pdf([["Une."], ["Deux."]]).read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(whole[: int(kept if kept > 1 else len(whole) * kept)])
    assert refusal(reader, path).code == "illisible"


def test_broken_outline_labels_and_properties_do_not_lose_the_text(reader: Reader, tmp_path: Path) -> None:
    stream = b"BT /F 12 Tf 50 700 Td (Toujours lisible.) Tj ET"
    whole = page_with(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    broken = whole.replace(b"/Catalog/Pages 2 0 R", b"/Catalog/Pages 2 0 R/Outlines 5 0 R/PageLabels 4 0 R/Names 3 0 R")
    path = tmp_path / "broken.pdf"
    path.write_bytes(broken.replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 4 0 R"))
    assert reader.read(path).pages[0].text == "Toujours lisible."


CMAP = (
    b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\n"
    b"endcodespacerange\n%d beginbfchar\n%s\nendbfchar\nendcmap\nend\nend"
)


def test_words_of_a_font_without_a_space_are_not_stuck_together(reader: Reader, tmp_path: Path) -> None:
    """XeTeX leaves gaps in place of spaces, and glyph 32 is a letter."""
    codes = {letter: 0x1D + index for index, letter in enumerate("lespaucr")}  # glyph 0x20 is « p »
    mapping = CMAP % (len(codes), b"\n".join(b"<%04X> <%04X>" % (code, ord(letter)) for letter, code in codes.items()))
    shown = b"-200".join(
        b"<" + b"".join(b"%04X" % codes[letter] for letter in word) + b">" for word in ("les", "places", "seules")
    )
    stream = b"BT /F 11 Tf 50 700 Td [%s] TJ ET" % shown
    widths = b"[29[%s]]" % b" ".join([b"496"] * len(codes))
    path = tmp_path / "xetex.pdf"
    path.write_bytes(
        object_pdf(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
                b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Sans/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
                b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Sans/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                b"/Supplement 0>>/FontDescriptor 8 0 R/W %s>>" % widths,
                b"<</Length %d>>stream\n%s\nendstream" % (len(mapping), mapping),
                b"<</Type/FontDescriptor/FontName/AAAAAA+Sans/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0"
                b"/CapHeight 1/StemV 1>>",
            ]
        )
    )
    assert PdfReader(io.BytesIO(path.read_bytes())).pages[0].extract_text().strip() == "lesplacesseules"
    assert reader.read(path).pages[0].text == "les places seules"
