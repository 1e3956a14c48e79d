"""Drafts as DOCX: they open, keep every source with how far it was read, and leave blanks to the pilot."""

import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest

from assistant import Interpilote
from assistant.answering.presenting import SEEN
from assistant.draft_answers import DraftKind
from assistant.drafts.draft import Draft, Line, Section, Table, marker
from assistant.drafts.plain import draft_text
from assistant.drafts.roadmap import dated_steps
from assistant.drafts.typography import typeset
from assistant.drafts.word import as_docx
from assistant.records.entries import Note
from assistant.settings import Settings
from assistant.vocabulary import Phase, PilotProfile, Role

TODAY = date(2026, 11, 22)
KINDS: tuple[DraftKind, ...] = ("message", "meeting", "convention", "roadmap")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Interpilote:
    return Interpilote(Settings(home=tmp_path_factory.mktemp("home")), today=lambda: TODAY)


def texts(content: bytes) -> list[str]:
    """Paragraphs and cells of a DOCX file, addresses of links included."""
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(p.text for p in document.paragraphs), *cells, document.sections[0].footer.paragraphs[0].text]


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_keeps_every_source_with_how_far_it_was_read(opened: Interpilote, kind: DraftKind) -> None:
    made = opened.draft(kind, "alpha-rlh", "inno-vin", need="télédétection, capteurs", on=date(2027, 3, 15))
    said = texts(as_docx(made))
    numbered = [text for text in said if re.match(r"\[\d+\] ", text)]
    assert len(numbered) == len(made.sources) > 0
    for source, text in zip(made.sources, numbered, strict=True):
        assert SEEN[source.seen]["fr"] in text and (source.url or "") in text
    cited = {n for section in made.sections for line in section.lines for n in line.sources}
    assert cited <= set(range(1, len(made.sources) + 1))
    assert "22 novembre 2026" in said[-1] and (made.corpus_version or "-") in said[-1]


@pytest.mark.parametrize("kind", ["message", "convention"])
def test_what_is_not_known_is_left_to_the_pilot(opened: Interpilote, kind: DraftKind) -> None:
    content = as_docx(opened.draft(kind, "alpha-rlh", "inno-vin"))
    marked = [
        run.text
        for paragraph in docx.Document(io.BytesIO(content)).paragraphs
        for run in paragraph.runs
        if run.font.highlight_color
    ]
    assert len(marked) >= 3 and set(marked) == {"… à compléter"}


def test_a_message_speaks_to_the_other_and_its_checks_stand_apart(opened: Interpilote) -> None:
    made = opened.draft("message", "eurosima", "inno-vin", role="referent")
    body = " ".join(line.text for section in made.sections[:-1] for line in section.lines)
    assert "vous nous avez déjà aidés" in body or "vous avez déjà aidé" in body
    assert made.sections[-1].apart and "ne pas envoyer" in (made.sections[-1].title or "")


def test_a_message_to_who_is_known_already_says_so(opened: Interpilote) -> None:
    text = draft_text(opened.draft("message", "alpha-rlh", "inno-vin", need="capteurs"))
    assert "se connaissent déjà : projet commun, « Smart Bordeaux »" in text.replace("\u202f", " ").replace("\xa0", " ")
    assert opened.draft("roadmap", "alpha-rlh", "inno-vin").title.startswith("Feuille de route d’Inno")


def test_a_convention_after_a_failure_starts_by_settling_it(opened: Interpilote) -> None:
    made = opened.draft("convention", "agri-sud-ouest-innovation", "inno-vin", need="vigne")
    assert made.sections[1].title == "À régler avant d’écrire"
    assert any("Qualiméditerranée" in line.text for line in made.sections[1].lines)


def test_a_roadmap_goes_back_from_the_day_aimed_at_on_working_days() -> None:
    goal, steps = dated_steps("partenaire", TODAY, date(2027, 6, 30))
    assert goal == date(2027, 6, 30) and [s.day for s in steps] == sorted(s.day for s in steps)
    assert goal in [s.day for s in steps] and all(s.day.weekday() < 5 for s in steps)
    assert not any(s.late for s in steps) and sum(s.blocking for s in steps) == 3
    assert sum(s.late for s in dated_steps("partenaire", TODAY, date(2026, 12, 31))[1]) >= 4


def test_a_roadmap_without_a_day_starts_today() -> None:
    goal, steps = dated_steps("referent", TODAY, None)
    assert steps[0].day == TODAY and not any(s.late for s in steps) and goal > TODAY


def test_a_day_too_near_is_said(opened: Interpilote) -> None:
    made = opened.draft("roadmap", "alpha-rlh", "inno-vin", on=date(2026, 12, 15))
    assert "Trop court" in made.sections[0].lines[1].text
    assert "passée" in opened.draft("roadmap", "alpha-rlh", "inno-vin", on=date(2026, 1, 1)).sections[0].lines[1].text


def test_a_handover_is_a_document_that_opens(opened: Interpilote) -> None:
    opened.note(Note(day=TODAY, about="dossier\x0b bois", cluster_id="xylofutur", person="Jean Martin", stage="projet"))
    said = texts(as_docx(opened.handover_draft(opened.handover(successor="Karim"))))
    assert "1. Dossiers et engagements" in said and "2. La confiance, personne par personne" in said
    assert "dossier bois" in said and any("bonjour Karim" in text for text in said)


def test_the_same_draft_gives_the_same_text_and_empty_tables_still_open() -> None:
    made = Draft(
        title="T",
        sections=(Section(title="s", lines=(Line(text="a", sources=(1,)),), table=Table(header=("x", "y"), rows=())),),
        day=TODAY,
    )
    assert texts(as_docx(made)) == texts(as_docx(made))


def test_runs_of_sources_are_shortened() -> None:
    assert marker((3, 1, 2, 7, 9, 10)) == "[1–3, 7, 9, 10]" and marker(()) == ""


def test_french_spaces_break_no_line_and_addresses_stay() -> None:
    assert typeset("l'idée : « oui » ; non ?") == "l’idée\u00a0: «\u00a0oui\u00a0»\u00a0; non\u00a0?"
    assert typeset("voir https://x.fr/l'an:1?a=b") == "voir https://x.fr/l'an:1?a=b"


@pytest.mark.parametrize("role", ["referent", "partenaire"])
@pytest.mark.parametrize("kind", KINDS)
def test_an_english_draft_is_english_but_for_names_quotes_and_sources(
    opened: Interpilote, kind: DraftKind, role: Role
) -> None:
    made = opened.draft(kind, "agri-sud-ouest-innovation", "inno-vin", role, "sensors", date(2027, 3, 15), "en")
    written = as_docx(made)
    said = [text for text in texts(written) if not re.match(r"\[\d+\] ", text)]
    told = re.sub(r"“[^”]*”", "", "\n".join(said))
    assert not re.search(
        r"\b(?:est|sont|dans|avec|votre|vous|pour|depuis|selon|sur|qui|aucune?|à|le|la)\b|[«»]", told
    ), told
    assert "… to fill in" in told or kind == "roadmap"
    assert "draft of 22 November 2026" in said[-1]
    assert docx.Document(io.BytesIO(written)).core_properties.language == "en-GB"
    numbered = [text for text in texts(written) if re.match(r"\[\d+\] ", text)]
    for source, text in zip(made.sources, numbered, strict=True):
        assert SEEN[source.seen]["en"] in text


@pytest.mark.parametrize("kind", KINDS)
def test_sources_are_numbered_in_the_order_in_which_they_are_read(opened: Interpilote, kind: DraftKind) -> None:
    made = opened.draft(kind, "agri-sud-ouest-innovation", "inno-vin", on=date(2027, 3, 15))
    text = draft_text(made).rpartition("\nSources\n")[0]
    ends = [run.partition("–") for found in re.findall(r"\[(\d[\d–, ]*)\]", text) for run in found.split(", ")]
    met = [number for first, _, last in ends for number in range(int(first), int(last or first) + 1)]
    assert list(dict.fromkeys(met)) == list(range(1, len(made.sources) + 1))


def test_no_step_of_a_roadmap_falls_on_a_public_holiday() -> None:
    _, steps = dated_steps("partenaire", TODAY, date(2027, 5, 1))
    assert date(2027, 4, 30) in [step.day for step in steps], "the first of May is a holiday, and a Saturday"
    assert date(2027, 1, 1) not in [step.day for step in dated_steps("partenaire", TODAY, date(2027, 3, 2))[1]]


def test_a_handover_in_english_introduces_in_english(tmp_path: Path) -> None:
    kept = Interpilote(Settings(home=tmp_path), today=lambda: TODAY)
    kept.note(Note(day=TODAY, by="Nadia", person="Ada Dupont", cluster_id="alpha-rlh", about="capteurs", confidence=5))
    said = texts(as_docx(kept.handover_draft(kept.handover("Nadia", "Karim", "en"))))
    assert said[0] == "Handover" and "Dear Ada Dupont, dear Karim," in said
    assert any("5 out of 5" in text for text in said)


def test_a_novice_letter_holds_no_advice_to_its_writer_and_names_no_cluster_for_them(opened: Interpilote) -> None:
    novice = PilotProfile(regions=("Bretagne",), sectors=("agroalimentaire",), phase=Phase.STRUCTURATION)
    made = opened.draft("message", "valorial", novice, role="referent")
    letter = " ".join(line.text for section in made.sections[:-1] for line in section.lines)
    assert "Ma fiche" not in letter and "Votre cluster" not in letter and "votre cluster" not in letter
    assert "notre région (Bretagne)" in letter  # not the others that Valorial covers
    assert any("Ma fiche" in line.text for line in made.sections[-1].lines)


def test_a_letter_claims_no_common_theme_that_only_a_joint_project_tells(opened: Interpilote) -> None:
    assert "thèmes en commun" not in draft_text(opened.draft("message", "alpha-rlh", "inno-vin", need="capteurs"))
