"""Before a call: what to ask, what to offer, who can introduce you, what to handle with care; all from the directory."""

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from assistant import Interpilote
from assistant.clusters.territory import council_of
from assistant.drafts.plain import call_sheet_text
from assistant.errors import UnknownCluster, UserError
from assistant.records.entries import Note
from assistant.settings import Settings
from assistant.vocabulary import PilotProfile

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Interpilote:
    """An assistant whose journal is empty."""
    return Interpilote(Settings(home=tmp_path_factory.mktemp("home")), today=lambda: TODAY)


def test_a_partner_is_asked_about_the_need_and_offered_what_it_lacks(opened: Interpilote) -> None:
    sheet = opened.call_sheet("alpha-rlh", "inno-vin", "partenaire", "télédétection, capteurs")
    assert "« télédétection » et « capteurs »" in sheet.ask[0].text and sheet.ask[0].sources
    assert sheet.ask[-1].text.startswith("Vers qui d’autre")
    technology = sheet.offer[0]
    assert "biocontrôle" in technology.text and "ALPHA-RLH" in (technology.because or "")
    assert set(technology.sources) <= set(opened.directory.by_id["inno-vin"].sources)
    who = [point.text for point in sheet.introducers]
    assert any("Conseil régional de Nouvelle-Aquitaine" in text for text in who)
    assert any("France Clusters" in text for text in who)
    assert any("partenaire commun" in text for text in who)
    assert any("Route des Lasers" in (point.because or "") for point in sheet.cautions)


def test_a_referent_is_asked_for_method_whatever_its_theme(opened: Interpilote) -> None:
    sheet = opened.call_sheet("eurosima", "inno-vin")
    asked = " ".join(point.text for point in sheet.ask)
    assert "première" in asked or "premier" in asked or "adhérents" in asked
    assert "cas d’usage" not in asked
    assert any("inno" in (point.because or "").casefold() for point in sheet.ask), "the help it gave is asked about"


def test_a_blank_of_the_sheet_becomes_a_question(opened: Interpilote) -> None:
    sheet = opened.call_sheet("alpha-rlh", "inno-vin")
    assert opened.directory.by_id["alpha-rlh"].team is None
    assert any("l’équipe" in point.text and "ne le dit pas" in (point.because or "") for point in sheet.ask)


def test_a_documented_failure_is_handled_under_both_names(opened: Interpilote) -> None:
    sheet = opened.call_sheet("agri-sud-ouest-innovation", "inno-vin", "partenaire", "vigne")
    (failure,) = [point for point in sheet.cautions if point.text.startswith("En parler d’emblée")]
    assert "Qualiméditerranée" in (failure.because or "") and "2017" in (failure.because or "") and failure.sources


def test_nothing_is_offered_that_the_profile_does_not_hold(opened: Interpilote) -> None:
    (point,) = opened.call_sheet("alpha-rlh", PilotProfile(regions=("Nouvelle-Aquitaine",))).offer
    assert "préparez une chose à donner" in point.text and not point.sources


@pytest.mark.parametrize("role", ["referent", "partenaire"])
def test_every_cluster_gets_a_whole_sheet_whose_sources_are_registered(
    opened: Interpilote, role: Literal["referent", "partenaire"]
) -> None:
    for cluster in opened.directory.active:
        if cluster.id != "inno-vin":
            sheet = opened.call_sheet(cluster.id, "inno-vin", role, "capteurs")
            assert len(sheet.ask) >= 3 and sheet.offer and sheet.introducers
            text = call_sheet_text(sheet, opened.facts)
            assert "None" not in text and "  - ." not in text
            region = next((r for r in cluster.regions if council_of(r)), None)
            assert region is None or cluster.regions[0] != region or (council_of(region) or "") in text


def test_whoever_is_known_there_comes_first(tmp_path: Path) -> None:
    opened = Interpilote(Settings(home=tmp_path), today=lambda: TODAY)
    opened.note(Note(day=TODAY, about="x", cluster_id="alpha-rlh", person="Ada Dupont", by="Nadia", confidence=4))
    first = opened.call_sheet("alpha-rlh", "inno-vin").introducers[0]
    assert first.text.startswith("Ada Dupont") and "par Nadia, confiance 4 sur 5" in (first.because or "")


def test_a_declared_willingness_to_be_called_is_told_and_its_end_too(tmp_path: Path) -> None:
    opened = Interpilote(Settings(home=tmp_path), today=lambda: TODAY)
    opened.complete("aetos", {"open_to_calls": "sur les drones, jusqu'au 31/12/2026"})
    (told,) = opened.call_sheet("aetos", "inno-vin").warnings
    assert "accepte d’être appelé sur les drones" in told
    later = Interpilote(Settings(home=tmp_path), today=lambda: date(2027, 1, 1))
    (told,) = later.call_sheet("aetos", "inno-vin").warnings
    assert "c’est passé" in told


def test_a_mistake_says_what_to_do(opened: Interpilote) -> None:
    with pytest.raises(UnknownCluster):
        opened.call_sheet("atlantis", "inno-vin")
    with pytest.raises(UnknownCluster):
        opened.call_sheet("alpha-rlh", "atlantis")
    with pytest.raises(UserError, match="propre cluster"):
        opened.call_sheet("Inno'vin", "inno-vin")


def test_an_old_name_answers_for_its_successor(opened: Interpilote) -> None:
    sheet = opened.call_sheet("Route des Lasers", "inno-vin")
    assert sheet.cluster_id == "alpha-rlh" and "Route des Lasers" in sheet.warnings[0]
