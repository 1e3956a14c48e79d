"""What a call asks is quoted letter for letter; what was not found is said; the plan names what can stop everything."""

import re
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from assistant.answering.project_texts import call_text
from assistant.calls.constraints import constraints
from assistant.calls.dates import dates_in, working_day
from assistant.calls.file import call_in
from assistant.calls.holidays import easter, is_holiday
from assistant.calls.reading import call_of
from assistant.errors import UnreadableCall, UnreadablePath
from assistant.vocabulary import Page

TODAY = date(2026, 11, 22)
TEXT = """L'appel est ouvert aux pôles de compétitivité et aux PME d'Occitanie.
Le projet réunit au moins trois partenaires, dont deux entreprises.
Le budget total est compris entre 500 000 € et 2 M€.
La subvention couvre 45 % des coûts éligibles.
Le projet est labellisé par un pôle avant le dépôt.
Chaque partenaire joint une lettre d'engagement signée.
La date limite de dépôt est fixée au 15 mars 2027 à 12 heures.
Le jury se réunit à Toulouse dans une salle claire."""
PAGES = (Page(1, TEXT),)
SENTENCES = [
    *TEXT.split("\n"),
    "§ 2.1 ",
    "…",
    "« Qui ? »",
    "3 partenaires max. ; 1er juin 2027",
    "œuvre à 50 % d’aide\t",
]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("candidats", "ouvert aux pôles"),
        ("partenaires", "au moins trois partenaires"),
        ("montants", "500 000 €"),
        ("taux", "45 %"),
        ("dates", "15 mars 2027"),
        ("labellisation", "labellisé par un pôle"),
        ("signatures", "lettre d'engagement"),
    ],
)
def test_each_constraint_is_found_with_its_sentence(kind: str, said: str) -> None:
    assert [said in c.quote for c in constraints(PAGES) if c.kind == kind] == [True]


@given(st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=60)), max_size=14), st.sampled_from(" \n"))
def test_every_quote_is_a_substring_of_its_page(parts: list[str], between: str) -> None:
    text = between.join(parts)
    pages = [Page(1, text), Page(2, TEXT)]
    for found in constraints(pages):
        assert found.quote in pages[found.page - 1].text


def test_what_was_not_found_is_left_to_read() -> None:
    call = call_of("appel.md", PAGES, date(2027, 3, 15), TODAY)
    assert call.to_read == ("durée du projet",)
    assert call.warnings == ()


def test_the_plan_names_the_steps_that_stop_everything_on_working_days() -> None:
    plan = call_of("appel.md", PAGES, date(2027, 3, 15), TODAY).plan
    stopping = " ".join(step.label for step in plan if step.blocking)
    for step in ("comité de labellisation", "accord de consortium", "lettres d’engagement"):
        assert step in stopping
    assert [s.day for s in plan] == sorted(s.day for s in plan)
    assert all(TODAY <= s.day < date(2027, 3, 15) and s.day.weekday() < 5 and not s.late for s in plan)
    assert all(s.quote is None or s.quote in TEXT for s in plan)
    consortium = next(s for s in plan if "consortium" in s.label)
    assert consortium.quote is None, "the text does not name it"


TWO_STEPS = (
    Page(
        1,
        "Le porteur doit être une association implantée en Nouvelle-Aquitaine.\n"
        "Une lettre d'intention est à envoyer avant le 29 janvier 2027 à minuit.\n"
        "Les dossiers complets, signés par tous, sont déposés au plus tard le 15 mars 2027.",
    ),
)


def test_a_first_date_that_the_call_sets_is_a_step_that_stops_everything() -> None:
    plan = call_of("appel.md", TWO_STEPS, date(2027, 3, 15), TODAY).plan
    intention = [step for step in plan if step.quote and "lettre d'intention" in step.quote]
    assert [(step.day, step.blocking) for step in intention] == [(date(2027, 1, 29), True)]
    assert [s.day for s in plan] == sorted(s.day for s in plan)


def test_where_one_must_be_to_apply_is_quoted() -> None:
    found = [c.quote for c in constraints(TWO_STEPS) if c.kind == "candidats"]
    assert found == ["Le porteur doit être une association implantée en Nouvelle-Aquitaine."]


def test_without_a_deadline_the_dates_of_the_text_are_offered() -> None:
    warning = call_of("appel.md", PAGES, None, TODAY).warnings[0]
    assert "15 mars 2027" in warning and "--deadline 2027-03-15" in warning


def test_a_deadline_in_the_past_has_no_plan_and_says_so() -> None:
    call = call_of("appel.md", PAGES, date(2026, 11, 1), TODAY)
    assert call.plan == ()
    assert "passée depuis 21 jours" in call.warnings[0]


def test_a_deadline_too_near_says_which_steps_are_late() -> None:
    call = call_of("appel.md", PAGES, date(2026, 12, 10), TODAY)
    assert any(step.late and step.blocking for step in call.plan)
    assert "trop proche" in call.warnings[0]


def test_another_date_in_the_text_is_told() -> None:
    warnings = call_of("appel.md", PAGES, date(2027, 4, 15), TODAY).warnings
    assert any("15 mars 2027" in w and "fait foi" in w for w in warnings)


def test_without_a_deadline_there_is_no_plan() -> None:
    call = call_of("appel.md", PAGES, None, TODAY)
    assert call.plan == () and "--deadline" in call.warnings[0]


def test_dates_are_read_as_people_write_them() -> None:
    text = "le 1er juin 2027, le 15/03/2027, le 2027-02-01, le 31 février 2027, le 3 août 2027"
    assert dates_in(text) == [date(2027, 2, 1), date(2027, 3, 15), date(2027, 6, 1), date(2027, 8, 3)]


def test_a_text_that_says_nothing_is_refused_with_a_remedy(tmp_path: Path) -> None:
    file = tmp_path / "appel.txt"
    file.write_text("Il fait beau à Bordeaux ce matin.", encoding="utf-8")
    with pytest.raises(UnreadableCall) as refused:
        call_in(file, None, TODAY)
    assert "cahier des charges" in refused.value.remedy() and "specifications" in refused.value.remedy("en")


def test_an_empty_file_is_refused_with_a_remedy(tmp_path: Path) -> None:
    file = tmp_path / "appel.txt"
    file.write_bytes(b"")
    with pytest.raises(UnreadableCall) as refused:
        call_in(file, None, TODAY)
    assert "vide" in refused.value.message() and refused.value.remedy()


def test_a_scan_is_refused_with_character_recognition_as_remedy(tmp_path: Path) -> None:
    Image.new("RGB", (300, 400), "white").save(tmp_path / "scan.pdf")
    with pytest.raises(UnreadableCall) as refused:
        call_in(tmp_path / "scan.pdf", None, TODAY)
    assert "que des images" in refused.value.message()
    assert "OCR" in refused.value.remedy() and "OCR" in refused.value.remedy("en")


def test_a_word_file_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    for line in TEXT.split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "appel.docx"))
    found = call_in(tmp_path / "appel.docx", None, TODAY).constraints
    assert {c.quote for c in found} == {c.quote for c in constraints(PAGES)}


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePath):
        call_in(tmp_path / "absent.pdf", None, TODAY)


def test_pages_that_could_not_be_read_are_told_first() -> None:
    call = call_of("appel.pdf", PAGES, date(2027, 3, 15), TODAY, ["Pages sans texte : 2."])
    assert call.warnings == ("Pages sans texte : 2.",)


def test_a_long_call_shows_a_few_sentences_and_says_how_many_more() -> None:
    text = "\n".join(f"Le lot {n} est doté de {n} 000 euros." for n in range(1, 21))
    call = call_of("appel.md", [Page(1, text)], None, TODAY)
    assert len(call.constraints) == 20 and "et 12 autre(s)" in call_text(call)


def test_headings_are_not_quoted(tmp_path: Path) -> None:
    file = tmp_path / "appel.md"
    file.write_text(f"# Appel\n\n## Qui peut candidater ici\n\n{TEXT}\n", encoding="utf-8")
    assert not any(c.quote.startswith("Qui peut") for c in call_in(file, None, TODAY).constraints)


def test_a_call_is_told_in_english_with_its_own_words_quoted() -> None:
    call = call_of("appel.md", PAGES, date(2026, 12, 10), TODAY, language="en")
    text = call_text(call, "en")
    told = re.sub(r"“[^”]*”", "", text)
    assert "ALREADY LATE" in told and "Not found, to be read by yourself: length of the project." in told
    assert not re.search(r"\b(?:est|sont|pour|depuis|selon|qui|les|des|à)\b|[«»]", told), told
    assert any(constraint.quote in text for constraint in call.constraints)


def test_a_sentence_of_the_call_that_names_several_steps_is_told_once() -> None:
    text = call_text(call_of("appel.md", PAGES, date(2027, 3, 15), TODAY))
    plan = text.partition("Rétroplanning")[2]
    quotes = re.findall(r"l’appel dit : (.*)", plan)
    assert len(quotes) == len(set(quotes)) > 0


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2026, date(2026, 4, 5)), (2027, date(2027, 3, 28)), (2038, date(2038, 4, 25)), (2285, date(2285, 3, 22))],
)
def test_easter_falls_where_the_calendar_says(year: int, sunday: date) -> None:
    assert easter(year) == sunday


@given(st.dates(date(2024, 1, 1), date(2060, 12, 31)))
def test_a_working_day_is_near_and_neither_a_week_end_nor_a_holiday(day: date) -> None:
    found = working_day(day)
    assert found.weekday() < 5 and not is_holiday(found)
    assert 0 <= (day - found).days <= 5
    assert easter(day.year).weekday() == 6


@pytest.mark.parametrize("day", ["2027-01-01", "2027-03-29", "2027-05-06", "2027-05-17", "2027-07-14", "2027-11-11"])
def test_public_holidays_are_known(day: str) -> None:
    assert is_holiday(date.fromisoformat(day))
