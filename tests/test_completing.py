"""« Ma fiche » on the command line and in Python."""

import json
from pathlib import Path

import pytest
import yaml

from assistant import Interpilote, resources
from assistant.cli import _run
from assistant.library.shipped import shipped_documents, shipped_version


def typed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    capsys.readouterr()
    code = _run(["clusters", "complete", *arguments, "--json"], as_json=True)
    return code, json.loads(capsys.readouterr().out)


def test_the_blanks_are_shown_and_filled_and_handed_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, shown = typed(capsys, "inno-vin")
    assert code == 0 and [b["field"] for b in shown["blanks"]] == ["team", "budget"]  # type: ignore[attr-defined]
    file = tmp_path / "patch.yaml"
    code, shown = typed(capsys, "Inno'vin", "--set", "team=3", "--reply", "Bonjour.", "--export", str(file))
    assert code == 0 and "team" in shown["declared"] and shown["replies"]  # type: ignore[operator]
    assert [b["field"] for b in shown["blanks"]] == ["budget"]  # type: ignore[attr-defined]
    assert yaml.safe_load(file.read_text(encoding="utf-8"))[0]["team"]["value"] == 3
    assert typed(capsys, "inno-vin")[1]["declared"] == shown["declared"], "kept for the next command"


def test_what_is_declared_shows_on_the_sheet_of_clusters_show(capsys: pytest.CaptureFixture[str]) -> None:
    typed(capsys, "inno-vin", "--set", "website=inno-vin.example")
    assert _run(["clusters", "show", "inno-vin"], as_json=False) == 0
    assert "https://inno-vin.example (déclaré par le cluster le" in capsys.readouterr().out


def test_a_person_reads_the_blanks_and_how_to_fill_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["clusters", "complete", "aliptic"], as_json=False) == 0
    out = capsys.readouterr().out
    assert "technologies" in out and "--set" in out and "réponse au besoin" in out


@pytest.mark.parametrize(
    ("arguments", "code", "remedy"),
    [
        (["inovin"], "cluster_inconnu", "inno-vin"),
        (["inno-vin", "--set", "colour=red"], "declaration_invalide", "technologies"),
        (["inno-vin", "--set", "team"], "declaration_invalide", "technologies"),
        (["inno-vin", "--export", "x.yaml"], "declaration_invalide", "--set"),
        (["inno-vin", "--set", "team=3", "--export", "/nowhere/x.yaml"], "fichier_impossible", "dossier"),
    ],
)
def test_a_mistake_says_what_to_do(
    capsys: pytest.CaptureFixture[str], arguments: list[str], code: str, remedy: str
) -> None:
    exit_code, told = typed(capsys, *arguments)
    error = told["error"]
    assert exit_code == 1 and error["code"] == code and remedy in error["remedy"]  # type: ignore[index]


def test_the_sheet_that_is_indexed_follows_what_is_declared() -> None:
    opened = Interpilote()
    before = shipped_version(resources.corpus(), opened.settings.home / "declared.json")
    opened.complete("inno-vin", {"team": "3"})
    assert shipped_version(resources.corpus(), opened.settings.home / "declared.json") != before
    sheets = {d.cluster_id: d.markdown for d in shipped_documents(resources.corpus(), opened.directory)}
    assert "Équipe d’Inno'vin : 3 ETP" in sheets["inno-vin"]


def test_an_open_assistant_answers_from_what_was_just_declared(assistant: Interpilote) -> None:
    try:
        assistant.complete("aetos", {"city": "Saint-Médard-en-Jalles"})
        (card,) = [d for d in assistant.documents() if d.meta.get("cluster_id") == "aetos"]
        assert "Saint-Médard-en-Jalles" in assistant.page(card.id).text
    finally:
        assistant.complete("aetos", {"city": ""})
    assert assistant.directory.by_id["aetos"].city is None
