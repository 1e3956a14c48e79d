"""Meetings for a real set of clusters: why these two, what to ask, who is kept apart, and lists as people write them."""

import csv
import io
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.drafts.typography import typeset
from assistant.errors import InvalidGuests, UnreadablePath
from assistant.meetings.arranging import arrange
from assistant.meetings.guests import Invited, invited_in
from assistant.sharing.meetings import meetings_csv, meetings_docx, meetings_text
from assistant.vocabulary import Meeting, Meetings, Phase

TODAY = date(2026, 11, 25)
AQUITAINE = (
    "inno-vin xylofutur alpha-rlh eurosima avenia digital-aquitaine aetos spn odeys atlanpack cosmetic-valley".split()
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


def meet(directory: Directory, *names: str, rounds: int = 1) -> Meetings:
    return arrange(directory, [Invited(name) for name in names], rounds, TODAY)


def tables(meetings: Meetings) -> list[Meeting]:
    return [meeting for found in meetings.rounds for meeting in found.meetings]


def test_each_meeting_has_a_reason_of_its_own_a_question_and_sources(directory: Directory) -> None:
    found = tables(meet(directory, *AQUITAINE, rounds=3))
    for meeting in found:
        assert meeting.criterion and meeting.sources and meeting.question.endswith("?")
        assert any(name in meeting.reason for name in meeting.names)
        assert "votre" not in meeting.reason
    assert len({meeting.criterion for meeting in found}) >= 4
    photonics = next(m for m in found if {"alpha-rlh", "inno-vin"} <= set(m.clusters))
    assert photonics.kind == "partenaire" and "projet commun" in photonics.reason


def test_a_novice_meets_a_referent_and_two_novices_only_without_one(directory: Directory) -> None:
    young = [Invited("aetos", Phase.STRUCTURATION), Invited("spn", Phase.STRUCTURATION)]
    (alone,) = tables(arrange(directory, young, 1, TODAY))
    assert (alone.kind, alone.learner) == ("entre_pairs", None)
    guided = arrange(directory, [*young, Invited("xylofutur"), Invited("cosmetic-valley")], 1, TODAY)
    assert {meeting.learner for meeting in tables(guided)} == {"aetos", "spn"}
    given_phase = next(guest for guest in guided.guests if guest.cluster_id == "aetos")
    assert given_phase.phase_given and given_phase.phase is Phase.STRUCTURATION


def test_an_unknown_phase_is_said_and_how_to_give_it(directory: Directory) -> None:
    assert any(
        "Phase inconnue pour Brit'Inov" in w and "colonne phase" in w
        for w in meet(directory, "brit-inov", "avenia").warnings
    )


def test_a_documented_failure_keeps_two_apart_through_a_merger(directory: Directory) -> None:
    made = meet(directory, "inno-vin", "Qualiméditerranée", "xylofutur", "alpha-rlh", rounds=3)
    met = {frozenset(pair) for meeting in tables(made) for pair in combinations(meeting.clusters, 2)}
    assert frozenset({"inno-vin", "agri-sud-ouest-innovation"}) not in met
    assert any("2017" in w and "Jamais à la même table" in w and "Inno'vin" in w for w in made.warnings)


def test_two_who_cannot_meet_get_a_bye_that_is_announced(directory: Directory) -> None:
    made = meet(directory, "inno-vin", "agri-sud-ouest-innovation")
    assert made.rounds == () and any("0 tour sur 1" in warning for warning in made.warnings)


def test_rivals_of_one_theme_and_region_are_avoided_and_told_when_nothing_else_is_left(directory: Directory) -> None:
    (meeting,) = tables(meet(directory, "aetos", "aerospace-valley"))
    assert any(c.kind == "concurrence" and "Nouvelle-Aquitaine" in c.text for c in meeting.cautions)
    four = tables(meet(directory, "aetos", "aerospace-valley", "vitagora", "inno-vin"))
    assert not any({"aetos", "aerospace-valley"} <= set(meeting.clusters) for meeting in four)


def test_an_odd_number_makes_a_table_of_three_that_is_announced(directory: Directory) -> None:
    made = meet(directory, "inno-vin", "alpha-rlh", "xylofutur", "vitagora", "avenia")
    assert sorted(len(meeting.clusters) for meeting in tables(made)) == [2, 3]
    assert any("trois à leur table" in warning for warning in made.warnings)


def test_a_merged_name_a_double_and_a_network_are_told(directory: Directory) -> None:
    made = meet(directory, "Route des Lasers", "ALPHA-RLH", "France Clusters", "inno-vin")
    assert [guest.cluster_id for guest in made.guests] == ["alpha-rlh", "inno-vin"]
    told = " ".join(made.warnings)
    assert "Route des Lasers" in told and "plusieurs fois" in told and "est un réseau" in told


def test_one_cluster_or_sixty_one_are_refused(directory: Directory) -> None:
    for names in (["inno-vin"], [c.id for c in directory.active if c.kind != "reseau"][:61]):
        with pytest.raises(InvalidGuests):
            meet(directory, *names)


@given(st.data())
def test_any_set_of_the_directory_is_placed_whole(data: st.DataObject) -> None:
    directory = load_once()
    ids = [cluster.id for cluster in directory.active if cluster.kind != "reseau"]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=9, unique=True))
    phases = data.draw(st.lists(st.sampled_from([None, *list(Phase)[:2]]), min_size=len(chosen), max_size=len(chosen)))
    invited = [Invited(name, phase) for name, phase in zip(chosen, phases, strict=True)]
    made = arrange(directory, invited, 2, TODAY)
    for found in made.rounds:
        placed = [i for meeting in found.meetings for i in meeting.clusters] + [bye.cluster_id for bye in found.byes]
        assert sorted(placed) == sorted(chosen)


_LOADED: list[Directory] = []


def load_once() -> Directory:
    if not _LOADED:
        _LOADED.append(load_directory(resources.corpus()))
    return _LOADED[0]


# --- lists -----------------------------------------------------------------------------------------------


def test_a_list_is_read_with_its_phases_whatever_the_spreadsheet(tmp_path: Path) -> None:
    expected = [
        Invited("Inno'vin", Phase.DEVELOPPEMENT, 2),
        Invited("Aetos", Phase.STRUCTURATION, 3),
        Invited("SPN", None, 5),
    ]
    text = "Nom;Phase\nInno'vin;Développement\nAetos;structuration\n\nSPN;\n"
    for encoding in ("utf-8-sig", "cp1252", "utf-16"):
        (tmp_path / "liste.csv").write_bytes(text.encode(encoding))
        assert invited_in(tmp_path / "liste.csv") == expected
    (tmp_path / "liste.txt").write_text(
        "# invités\nInno'vin\nAetos, Nouvelle-Aquitaine # à relancer\n", encoding="utf-8"
    )
    assert [guest.name for guest in invited_in(tmp_path / "liste.txt")] == ["Inno'vin", "Aetos, Nouvelle-Aquitaine"]
    (tmp_path / "simple.csv").write_text("inno-vin,structuration\naetos\n", encoding="utf-8")
    assert invited_in(tmp_path / "simple.csv")[0] == Invited("inno-vin", Phase.STRUCTURATION, 1)


def test_every_faulty_line_is_named_and_nothing_is_half_done(directory: Directory, tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("cluster;phase\nInno'vin;adolescence\n;structuration\nAetos;\n", encoding="utf-8")
    with pytest.raises(InvalidGuests, match=r"ligne 2 : phase « adolescence »") as wrong:
        invited_in(file)
    assert "ligne 3 : le nom du cluster manque" in wrong.value.message()
    file.write_text("cluster\nAtlantis\nAetos\n", encoding="utf-8")
    with pytest.raises(InvalidGuests, match=r"ligne 2 : Aucun cluster .* Noms les plus proches"):
        arrange(directory, invited_in(file), 1, TODAY)
    file.write_text('cluster\n"Aetos\nSPN\n', encoding="utf-8")
    with pytest.raises(InvalidGuests, match="ligne 2 : un guillemet"):
        invited_in(file)
    with pytest.raises(UnreadablePath):
        invited_in(tmp_path / "absent.csv")


@given(st.binary(max_size=300), st.sampled_from([".csv", ".txt"]))
def test_any_bytes_are_a_list_or_a_refusal(content: bytes, ending: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"liste{ending}"
        file.write_bytes(content)
        try:
            assert all(guest.name for guest in invited_in(file))
        except InvalidGuests as refusal:
            assert refusal.remedy()


# --- files -----------------------------------------------------------------------------------------------


def test_what_is_handed_out_has_a_reason_a_question_and_sources_for_each_table(directory: Directory) -> None:
    made = meet(directory, *AQUITAINE, rounds=2)
    rows = list(csv.DictReader(io.StringIO(meetings_csv(made).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == len(tables(made)) and all(row["raison"] and row["question"] and row["sources"] for row in rows)
    document = Document(io.BytesIO(meetings_docx(made)))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert len(document.tables[0].rows) == len(tables(made)) + 1
    shown = meetings_text(made)
    for meeting in tables(made):
        assert typeset(meeting.reason) in text and typeset(meeting.question) in text and meeting.reason in shown
        assert all(source in text for source in meeting.sources if source != "paper")


def test_who_already_helped_others_does_not_come_as_a_novice(directory: Directory) -> None:
    met = tables(meet(directory, "eurosima", "enter", "avenia", "brit-inov", rounds=3))
    assert met and all(meeting.learner != "eurosima" for meeting in met)
    assert any(meeting.learner == "brit-inov" for meeting in met)
