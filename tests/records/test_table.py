"""The journal in and out of spreadsheets: good lines kept whole, bad ones told, formulas made harmless."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.errors import InvalidRecord, UnreadablePath, UnwritableFile
from assistant.records.entries import Contact, LineFault, Note
from assistant.records.table import as_table, read_table
from assistant.spreadsheets import as_csv, as_written, harmless, rows, separator_of

Noted = Callable[..., Note]
HEADER = "date;personne;cluster;sujet;étape;confiance;suite;suite le\n"
KNOWN = {"alpha-rlh": "alpha-rlh", "Xylofutur": "xylofutur"}.get


def imported(journal: Interpilote, tmp_path: Path, content: bytes) -> tuple[int, int, dict[int, str]]:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    report = journal.import_journal(file)
    return report.added, report.already, {fault.line: fault.reason for fault in report.faults}


def test_ten_thousand_lines_with_errors_keep_the_good_ones_and_tell_each_bad_one(
    journal: Interpilote, tmp_path: Path
) -> None:
    bad = {
        7: "hier;Ada;alpha-rlh;x;;;;",
        70: "2026-01-02;Ada;atlantis;x;;;;",
        700: "2026-01-02;Ada;alpha-rlh;;;;;",
        1700: "2026-01-02;Ada;alpha-rlh;x;mariage;;;",
        2700: "2026-01-02;Ada;alpha-rlh;x;;9;;",
        3700: "2026-01-02;Ada;;x;;;;",
        4700: "2026-01-02;Ada;alpha-rlh;x;;;;2026-01-03",
        5700: "2026-01-02;Ada;alpha-rlh;x;;;;;trop",
        6700: '2026-01-02;"Ada;alpha-rlh;x;;;;',
        7700: f"2026-01-02;Ada;alpha-rlh;{'x' * 1001};;;;",
    }
    lines = [
        bad.get(n, f"0{1 + n % 9}/01/2026;Personne {n % 50};Xylofutur;sujet {n};idée;3;;") for n in range(2, 10_002)
    ]
    added, already, faults = imported(journal, tmp_path, (HEADER + "\n".join(lines)).encode())
    assert (added, already) == (10_000 - len(bad), 0)
    assert faults.keys() == bad.keys()
    assert "date" in faults[7] and "« atlantis » inconnu" in faults[70] and "« sujet » manque" in faults[700]
    assert "idée, contact, projet" in faults[1700] and "de 1 à 5" in faults[2700] and "ni cluster" in faults[3700]
    assert "guillemet" in faults[6700]
    assert "sans « suite »" in faults[4700] and "9 cases pour 8" in faults[5700] and "1 000 caractères" in faults[7700]
    assert len(journal.journal().persons) == 50


def test_importing_the_same_table_again_adds_nothing(journal: Interpilote, tmp_path: Path, note: Noted) -> None:
    for rank in range(3):
        journal.note(
            note(about=f"sujet {rank}", person="Ada", by="Nadia", useful=True, next_step="a", introduced_by="Zoé")
        )
    file = tmp_path / "out.csv"
    assert journal.export_journal(file) == 3
    assert imported(journal, tmp_path, file.read_bytes())[:2] == (0, 3)


def test_an_export_comes_back_the_same_in_another_home(journal: Interpilote, tmp_path: Path, note: Noted) -> None:
    journal.note(
        note(
            person="+Ada =Dupont",
            by="@Nadia",
            about='=HYPERLINK("http://x";"y") \'a\' ; "b"',
            whom_else="'=déjà protégé",
            next_step="-1",
            next_on=date(2026, 12, 1),
            useful=False,
            may_say=True,
            confidence=2,
            way="rencontre",
            stage="convention",
            done=True,
            organisation=None,
        )
    )
    file = tmp_path / "out.csv"
    journal.export_journal(file)
    cells = [cell for _, row in rows(file.read_text("utf-8-sig"), ";") for cell in row or ()]
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell]
    elsewhere = Interpilote(journal.settings.model_copy(update={"home": tmp_path / "other"}))
    assert elsewhere.import_journal(file).added == 1
    mine, theirs = journal.journal().contacts[0], elsewhere.journal().contacts[0]
    assert mine.model_dump(include=set(Note.model_fields)) == theirs.model_dump(include=set(Note.model_fields))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_what_spreadsheets_write_is_read(journal: Interpilote, tmp_path: Path, encoding: str, separator: str) -> None:
    text = "Date;Personne;Cluster;Sujet;Étape\n3/2/2026;Zoé Élan;ALPHA-RLH;pôle à créer;Idée\n"
    assert imported(journal, tmp_path, text.replace(";", separator).encode(encoding))[0] == 1
    (contact,) = journal.journal().contacts
    assert (contact.day, contact.person, contact.about, contact.stage) == (
        date(2026, 2, 3),
        "Zoé Élan",
        "pôle à créer",
        "idee",
    )


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"nom;prenom\na;b\n", b"\x00\x01\x02"])
def test_a_table_without_its_columns_is_refused_with_their_list(
    journal: Interpilote, tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(InvalidRecord) as caught:
        imported(journal, tmp_path, content)
    assert "qui d'autre" in caught.value.remedy()


def test_a_missing_table_and_a_place_closed_to_us_are_told(journal: Interpilote, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePath):
        journal.import_journal(tmp_path / "nowhere.csv")
    with pytest.raises(UnwritableFile):
        journal.export_journal(tmp_path / "nowhere" / "out.csv")
    with pytest.raises(InvalidRecord):
        journal.export_journal(tmp_path / "out.xlsx")


_TEXT = st.text(st.characters(blacklist_categories=("Cs",)), max_size=40)


@given(_TEXT)
def test_a_cell_made_harmless_is_no_formula_and_reads_back_as_it_was(text: str) -> None:
    assert harmless(text)[:1] not in set("=+-@\t\r＝＋－＠")
    assert as_written(harmless(text)) == text


@given(st.lists(st.tuples(_TEXT, _TEXT), max_size=5))
def test_a_table_reads_back_as_it_was_written(lines: list[tuple[str, str]]) -> None:
    text = as_csv(("a", "b"), lines).decode("utf-8-sig")
    read = [[as_written(cell) for cell in row or ()] for _, row in rows(text, separator_of(text))]
    assert read[1:] == [list(line) for line in lines if any(cell.strip() for cell in map(harmless, line))]


@given(st.text(st.characters(blacklist_categories=("Cs",)), max_size=300))
def test_no_table_breaks_the_reading(text: str) -> None:
    for read in read_table(HEADER + text, KNOWN):
        assert isinstance(read, Note | LineFault)


@given(st.text(min_size=1, max_size=200).filter(lambda t: t.strip()))
def test_any_text_of_a_note_comes_back(text: str) -> None:
    try:
        contact = Contact(id=1, day=date(2026, 1, 1), about=text, cluster_id="alpha-rlh")
    except ValueError:
        return  # nothing but control characters
    (read,) = read_table(as_table([contact]).decode("utf-8-sig"), lambda name: name)
    assert isinstance(read, Note) and read.about == contact.about
