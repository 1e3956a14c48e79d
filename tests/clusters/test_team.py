"""A set of partners for one project: roles, no clones, and the pairs that clash."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answering.project_texts import team_text
from assistant.clusters.directory import Directory
from assistant.clusters.profile import completed
from assistant.clusters.team import team
from assistant.vocabulary import PilotProfile, Team


def made(directory: Directory, pilot: str, size: int, need: str | None, today: date) -> Team:
    profile, _ = completed(directory, PilotProfile(cluster_id=pilot), today)
    return team(directory, profile, size, need, today=today)


def test_a_vine_project_that_lists_both_rivals_says_so_with_names_and_years(directory: Directory, today: date) -> None:
    found = made(directory, "alpha-rlh", 3, "vigne", today)
    names = [m.suggestion.name for m in found.members]
    assert names[0] == "Inno'vin" and "Agri Sud-Ouest Innovation" in names
    failure = next(c for c in found.clashes if c.caution.kind == "antagonisme")
    for said in ("Inno'vin", "Qualiméditerranée", "Cusin & Loubaresse", "2012", "recherche", "en 2017"):
        assert said in failure.caution.text
    assert failure.clusters == ("inno-vin", "agri-sud-ouest-innovation")
    assert failure.instead and failure.instead not in [m.suggestion.name for m in found.members]
    assert "Qualiméditerranée" in team_text(found)


def test_the_pilot_is_one_of_the_set(directory: Directory, today: date) -> None:
    found = made(directory, "inno-vin", 3, "vigne", today)
    assert any("inno-vin" in c.clusters and c.caution.kind == "antagonisme" for c in found.clashes)


def test_members_of_one_theme_are_told_what_they_would_share(directory: Directory, today: date) -> None:
    found = made(directory, "alpha-rlh", 3, "vigne", today)
    rivalry = next(c for c in found.clashes if c.caution.kind == "concurrence")
    for said in ("adhérents", "financeurs", "territoire", "Nouvelle-Aquitaine"):
        assert said in rivalry.caution.text


@pytest.mark.parametrize(
    ("pilot", "need"),
    [
        ("inno-vin", "télédétection, capteurs"),
        ("xylofutur", None),
        ("spn", "santé, cybersécurité"),
    ],
)
def test_each_member_brings_something_sourced(directory: Directory, today: date, pilot: str, need: str | None) -> None:
    found = made(directory, pilot, 4, need, today)
    ids = [m.suggestion.cluster_id for m in found.members]
    assert len(ids) == len(set(ids)) == 4 and pilot not in ids
    assert all(m.roles and any(r.sources for r in m.roles) for m in found.members)
    assert found == made(directory, pilot, 4, need, today)


def test_nobody_is_in_the_set_who_does_not_serve_the_need(directory: Directory, today: date) -> None:
    """Five are asked for: four touch on vine, the others that do bring nothing these lack."""
    found = made(directory, "alpha-rlh", 5, "vigne", today)
    assert {m.suggestion.cluster_id for m in found.members[:3]} == {"inno-vin", "agri-sud-ouest-innovation", "aetos"}
    assert all(any(r.kind == "besoin" for r in m.roles) and any(r.first for r in m.roles) for m in found.members)
    assert any("4 partenaires sur 5 : les autres n’apportent rien" in warning for warning in found.warnings)


def test_who_takes_the_place_of_a_rival_serves_the_need_too(directory: Directory, today: date) -> None:
    failure = next(c for c in made(directory, "alpha-rlh", 3, "vigne", today).clashes if c.instead)
    assert failure.instead
    instead = directory.subject(directory.resolve(failure.instead).cluster)
    assert "vigne_vin" in instead.weights


def test_when_nobody_else_serves_the_need_no_replacement_is_made_up(directory: Directory, today: date) -> None:
    vine = {"inno-vin", "agri-sud-ouest-innovation", "alpha-rlh"}
    gone = [c.id for c in directory.active if "vigne_vin" in directory.subject(c).weights and c.id not in vine]
    few = replace(
        directory,
        clusters=tuple(
            c.model_copy(update={"status": "historical", "fate": "disparu"}) if c.id in gone else c
            for c in directory.clusters
        ),
    )
    found = made(few, "alpha-rlh", 3, "vigne", today)
    assert {m.suggestion.cluster_id for m in found.members} == {"inno-vin", "agri-sud-ouest-innovation"}
    assert next(c for c in found.clashes if c.caution.kind == "antagonisme").instead is None
    assert "Personne d’autre ne peut prendre la place d’Agri Sud-Ouest Innovation" in team_text(found)
    assert any("ne connaît personne d’autre qui réponde au besoin" in warning for warning in found.warnings)


def test_a_need_that_is_not_understood_gives_nobody_and_says_why(directory: Directory, today: date) -> None:
    found = made(directory, "cap-digital", 3, "xyzzyx", today)
    assert not found.members and any("d’autres mots" in warning for warning in found.warnings)


def test_the_need_is_covered_part_by_part(directory: Directory, today: date) -> None:
    found = made(directory, "inno-vin", 3, "santé, nucléaire", today)
    said = " ".join(r.text for m in found.members for r in m.roles if r.kind == "besoin")
    assert "santé" in said and "nucléaire" in said


def test_words_that_nobody_knows_are_told(directory: Directory, today: date) -> None:
    found = made(directory, "inno-vin", 3, "vigne, xyzzyx", today)
    assert any("xyzzyx" in warning for warning in found.warnings)


def test_a_set_larger_than_the_directory_says_how_many_there_are(directory: Directory, today: date) -> None:
    found = made(directory, "alpha-rlh", 60, "vigne", today)
    assert len(found.members) < 60 and any("sur 60" in w for w in found.warnings)
