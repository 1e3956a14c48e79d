"""What a cluster says of itself lies over the shipped directory, dated, and can be taken back or handed over."""

import os
from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant import resources
from assistant.clusters.declared import declare, patch, read_declarations, with_declared
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.entries import Cluster
from assistant.clusters.profile import profile_of
from assistant.clusters.sheets import sheet
from assistant.clusters.suggestions import partners
from assistant.clusters.typed import typed_value
from assistant.errors import InvalidDeclaration, UnreadablePath


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "declared.json"


def over(file: Path) -> Directory:
    return load_directory(resources.corpus(), file)


def test_a_declared_value_lies_over_the_shipped_one_with_its_date(
    directory: Directory, file: Path, today: date
) -> None:
    declare(file, directory.by_id["inno-vin"], {"team": "3,5", "members": "200 (2025)"}, None, today)
    entry = over(file).by_id["inno-vin"]
    assert entry.team is not None and (entry.team.value, entry.team.year) == (3.5, 2026)
    assert entry.members is not None and (entry.members.count, entry.members.year) == (200, 2025)
    _, text = sheet(entry, over(file))
    assert "Équipe d’Inno'vin : 3,5 ETP (2026) (déclaré par le cluster le 22 novembre 2026)." in text
    assert directory.by_id["inno-vin"].team is None
    assert profile_of(over(file), entry, today)[0].team == 3.5


def test_a_declared_technology_counts_where_the_wording_of_a_sector_did_not(
    directory: Directory, file: Path, today: date
) -> None:
    declare(file, directory.by_id["robotics-place"], {"technologies": "robotique ; vision"}, None, today)
    assert over(file).subject(over(file).by_id["robotics-place"]).technologies


def test_an_empty_value_takes_back_what_was_declared(directory: Directory, file: Path, today: date) -> None:
    entry = directory.by_id["inno-vin"]
    declare(file, entry, {"team": "3"}, None, today)
    declare(file, entry, {"team": ""}, None, today)
    assert over(file).by_id["inno-vin"].team is None


def test_all_or_nothing(directory: Directory, file: Path, today: date) -> None:
    with pytest.raises(InvalidDeclaration, match="members"):
        declare(file, directory.by_id["inno-vin"], {"team": "3", "members": "beaucoup"}, None, today)
    assert not file.exists()


def test_an_unknown_field_gives_the_list_of_fields(directory: Directory, file: Path, today: date) -> None:
    with pytest.raises(InvalidDeclaration) as caught:
        declare(file, directory.by_id["inno-vin"], {"colour": "red"}, None, today)
    assert "technologies" in caught.value.remedy("fr") and "technologies" in caught.value.remedy("en")


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("regions", "Aquitaine ; Occitanie", ["Nouvelle-Aquitaine", "Occitanie"]),
        ("founded", "2010", 2010),
        ("markets", "santé, énergie", ["santé", "énergie"]),
        ("members", "1 200 en 2025", {"count": 1200, "year": 2025}),
        ("team", "4 salariés (2025)", {"value": 4.0, "unit": "ETP", "year": 2025, "raw": "4 salariés (2025)"}),
        ("budget", "1,2 M€", {"value": 1_200_000.0, "unit": "EUR/an", "year": 2026, "raw": "1,2 M€ (2026)"}),
        ("budget", "450 000", {"value": 450_000.0, "unit": "EUR/an", "year": 2026, "raw": "450 000 € (2026)"}),
        ("website", "exemple.fr", "https://exemple.fr"),
        ("city", "Bordeaux\n\n# Autre titre", "Bordeaux # Autre titre"),
        ("technologies", "capteurs\ndrones", ["capteurs", "drones"]),
        (
            "open_to_calls",
            "sur la gouvernance, jusqu'au 30/06/2027",
            {"about": "la gouvernance", "until": "2027-06-30", "raw": "sur la gouvernance, jusqu’au 30 juin 2027"},
        ),
    ],
)
def test_fields_take_what_people_type(field: str, text: str, expected: object, today: date) -> None:
    assert typed_value(field, text, today) == expected


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("regions", "Atlantide"),
        ("founded", "2099"),
        ("founded", "hier"),
        ("members", "12,5"),
        ("members", "100 (2090)"),
        ("team", "une petite équipe"),
        ("team", "4 " + "x" * 300),
        ("budget", "beaucoup"),
        ("website", "javascript:alert(1)"),
        ("city", "x" * 300),
        ("technologies", " ; , "),
        ("open_to_calls", "sur la gouvernance"),
        ("open_to_calls", "jusqu’au 30 juin 2027"),
        ("open_to_calls", "sur la gouvernance, jusqu’au 30 juin 2025"),
        ("open_to_calls", "sur la gouvernance, jusqu’au bout"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_an_example(field: str, text: str, today: date) -> None:
    with pytest.raises(InvalidDeclaration) as caught:
        typed_value(field, text, today)
    assert field in caught.value.message("fr") and "par exemple" in caught.value.remedy("fr")


def test_a_reply_stands_on_the_sheet_and_beside_the_judgement(directory: Directory, file: Path, today: date) -> None:
    reply = "Le responsable est en poste depuis 2015."
    declare(file, directory.by_id["xylofutur"], {}, reply, today)
    known = over(file)
    assert "Réponse de Xylofutur, le 22 novembre 2026 : « Le responsable" in sheet(known.by_id["xylofutur"], known)[1]
    profile, _ = profile_of(known, known.by_id["inno-vin"], today)
    found = next(s for s in partners(known, profile, 200, today=today).suggestions if s.cluster_id == "xylofutur")
    (turnover,) = [c for c in found.cautions if c.kind == "renouvellement"]
    assert "Cusin & Loubaresse, 2012" in turnover.text and "en poste depuis 2015" in turnover.text


def test_the_patch_is_an_entry_that_the_types_take(directory: Directory, file: Path, today: date) -> None:
    entry = directory.by_id["robotics-place"]
    declare(file, entry, {"city": "Labège", "members": "80"}, "Oui.", today)
    (given,) = yaml.safe_load(yaml.safe_dump(patch(file, entry), allow_unicode=True))
    merged = Cluster.model_validate({**entry.model_dump(), **given})
    assert merged.city == "Labège" and merged.origins["city"].declared_on == today and merged.replies


def test_a_merged_patch_tells_each_reply_once_and_keeps_those_of_before(
    directory: Directory, file: Path, tmp_path: Path, today: date
) -> None:
    entry = directory.by_id["robotics-place"]
    declare(file, entry, {"city": "Labège"}, "Oui.", today)
    merged = Cluster.model_validate({**entry.model_dump(), **patch(file, entry)[0]})
    (still,) = with_declared([merged], file)
    assert [reply.text for reply in still.replies] == ["Oui."]
    later = tmp_path / "later.json"
    declare(later, merged, {}, "Et non.", today)
    (both,) = with_declared([merged], later)
    assert [reply.text for reply in both.replies] == ["Oui.", "Et non."]
    assert [reply["text"] for reply in patch(later, both)[0]["replies"]] == ["Oui.", "Et non."]


def test_nothing_declared_is_nothing_to_export(directory: Directory, file: Path) -> None:
    with pytest.raises(InvalidDeclaration, match="rien à exporter"):
        patch(file, directory.by_id["inno-vin"])


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"clusters": {"inno-vin": {"fields": {"team": {"value": "x", "declared_on": "2026-01-01"}}}}}',
        '{"other": 1}',
    ],
)
def test_a_damaged_file_says_so_and_where(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidDeclaration) as caught:
        over(file)
    assert str(file) in caught.value.message("fr") and "intact" in caught.value.remedy("en")


def test_what_was_declared_for_a_cluster_the_directory_lost_stays_in_the_file(
    directory: Directory, file: Path, today: date
) -> None:
    gone = directory.by_id["inno-vin"].model_copy(update={"id": "gone"})
    declare(file, gone, {"team": "3"}, None, today)
    assert len(over(file).clusters) == len(directory.clusters)
    assert "gone" in read_declarations(file).clusters


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_home_that_cannot_be_written_is_explained(directory: Directory, tmp_path: Path, today: date) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UnreadablePath):
        declare(tmp_path / "declared.json", directory.by_id["inno-vin"], {"team": "3"}, None, today)
    tmp_path.chmod(0o700)
