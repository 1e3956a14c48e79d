"""A comparison taken away as CSV or DOCX: every figure with its year and sources, and nothing a spreadsheet would run."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from assistant import resources
from assistant.answering.comparison_texts import comparison_text, marks
from assistant.clusters.comparison import compare
from assistant.clusters.directory import load_directory
from assistant.drafts.typography import typeset
from assistant.errors import UnwritableFile
from assistant.library.averages import load_averages
from assistant.library.facts import load_facts
from assistant.library.named_sources import with_source_names
from assistant.sharing.comparison import comparison_csv, comparison_docx
from assistant.sharing.files import write_file
from assistant.vocabulary import Cell, Comparison, Indicator


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    corpus = resources.corpus()
    facts = load_facts(corpus)
    averages = load_averages(corpus, facts)
    asked = ["inno-vin", "xylofutur", "alpha-rlh"]
    found = compare(load_directory(corpus), asked, None, date(2026, 11, 25), averages=averages, peers=1)
    return with_source_names(found, facts)


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_csv_has_a_line_a_cell_with_year_and_sources_and_blanks_stay_blank(comparison: Comparison) -> None:
    rows = read(comparison_csv(comparison))
    cells = sum(len(row.cells) for row in comparison.indicators)
    assert len(rows) == cells + len(comparison.averages)
    by_name = {(row["indicateur"], row["cluster"]): row for row in rows}
    members = by_name["Membres", "Xylofutur"]
    assert (members["valeur"], members["année"], members["années différentes"]) == ("278", "2022", "oui")
    assert "http" in members["sources"]
    blank = by_name["Budget", "Inno'vin"]
    assert (blank["valeur"], blank["année"], blank["sources"]) == ("", "", "")
    average = by_name["Équipe", "pôle moyen"]["sources"]
    assert "competitivite.gouv.fr, 2012" in average and "http" in average and "F076" not in average


@pytest.mark.parametrize("hostile", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1"])
def test_a_name_that_looks_like_a_formula_is_shown_not_run(hostile: str) -> None:
    cell = Cell(cluster_id="x", value=hostile, sources=(hostile,), note=hostile)
    table = Comparison(clusters=("x",), names={"x": hostile}, indicators=(Indicator(name="labels", cells=(cell,)),))
    (row,) = read(comparison_csv(table))
    for column in ("cluster", "valeur", "remarque", "sources"):
        assert row[column] == "'" + hostile


def test_the_docx_opens_with_the_table_the_averages_and_every_source(comparison: Comparison) -> None:
    document = Document(io.BytesIO(comparison_docx(comparison)))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["", *map(typeset, comparison.names.values())]
    first = [cell.text for cell in table.rows[1].cells]
    assert first[0] == "Membres · années différentes" and first[1].startswith("180 (2023) [1")
    assert [cell.text for cell in table.rows[3].cells][1] == "—"
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for source in {s for row in comparison.indicators for cell in row.cells for s in cell.sources} - {"paper"}:
        assert source in text
    assert "moyenne de 2012" in text and "278 membres (2022) ÷ 7 personnes (2019)" in text


def test_the_terminal_shows_figures_years_numbered_sources_and_formulas(comparison: Comparison) -> None:
    text = comparison_text(comparison)
    assert "180 (2023) [1" in text and "39,7 (années différentes)" in text
    assert "Calcul : Âge = année en cours − année de création" in text
    assert "proposé comme pair" in text
    assert "187 (2012 ; La gouvernance des pôles durant la phase 2, competitivite.gouv.fr, 2012)" in text
    assert not re.search(r"\bF\d{3}\b", text), "facts have names"


def test_numbers_of_sources_that_follow_each_other_are_one_range() -> None:
    numbers = {letter: at for at, letter in enumerate("abcdef", start=1)}
    assert marks("fcba", numbers) == "[1–3, 6]"
    assert marks("", numbers) == ""


def test_a_file_in_another_format_or_a_closed_place_is_refused_with_what_to_do(tmp_path: Path) -> None:
    formats = {".csv": lambda: b"x"}
    with pytest.raises(UnwritableFile, match="format inconnu") as unknown:
        write_file(tmp_path / "table.xlsx", formats)
    assert ".csv" in unknown.value.remedy()
    with pytest.raises(UnwritableFile):
        write_file(tmp_path / "nowhere" / "table.csv", formats)
    write_file(tmp_path / "TABLE.CSV", formats)
    assert (tmp_path / "TABLE.CSV").read_bytes() == b"x"


def test_the_files_of_a_comparison_speak_english_when_asked() -> None:
    corpus = resources.corpus()
    asked, day = ["inno-vin", "xylofutur", "alpha-rlh"], date(2026, 11, 25)
    averages = load_averages(corpus, load_facts(corpus))
    found = compare(load_directory(corpus), asked, None, day, averages=averages, peers=1, language="en")
    rows = read(comparison_csv(found, "en"))
    assert list(rows[0])[:5] == ["indicator", "unit", "cluster", "value", "year"]
    (ratio,) = [row for row in rows if row["cluster"] == "Xylofutur" and row["indicator"] == "Members per team member"]
    assert ratio["value"] == "39.7" and ratio["formula"] == "278 members (2022) ÷ 7 team members (2019)"
    assert any(row["value"] == "1090000" and row["remark"] == "published average" for row in rows)
    document = Document(io.BytesIO(comparison_docx(found, "en")))
    assert document.paragraphs[0].text.startswith("Comparison: Inno’vin, Xylofutur")
    assert "2,000,000 (2016)" in " ".join(cell.text for row in document.tables[0].rows for cell in row.cells)


def test_a_document_says_when_it_was_made_and_splits_no_row(comparison: Comparison) -> None:
    document = Document(io.BytesIO(comparison_docx(comparison, "fr", date(2026, 11, 25))))
    assert document.paragraphs[1].text == "Établie par Interpilote le 25 novembre 2026"
    rows = document.tables[0].rows
    assert len(rows) > 10 and all(row._tr.trPr.xpath("w:cantSplit") for row in rows)
