"""The journal, call sheets and drafts on the command line."""

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from assistant.cli import _run


def typed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = _run([*arguments, "--json"], as_json=True)
    return code, json.loads(capsys.readouterr().out)


def test_from_a_suggestion_kept_to_a_handover(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert typed(capsys, "carnet", "keep", "alpha-rlh", "--role", "partenaire")[1]["cluster_id"] == "alpha-rlh"
    said = [
        "--person",
        "Ada Dupont",
        "--by",
        "Nadia",
        "--about",
        "capteurs",
        "--next",
        "relire",
        "--next-on",
        "2020-01-02",
    ]
    code, kept = typed(
        capsys, "carnet", "add", "--cluster", "Route des Lasers", *said, "--confidence", "5", "--no-may-say"
    )
    assert code == 0 and kept["cluster_id"] == "alpha-rlh" and kept["may_say"] is False
    assert typed(capsys, "carnet", "next")[1]["due"][0]["late"] is True
    assert typed(capsys, "carnet", "done", str(kept["id"]))[1]["done"] is True
    assert typed(capsys, "carnet", "next")[1]["due"] == []
    assert typed(capsys, "carnet", "funnel")[1]["called"] == 1
    assert len(typed(capsys, "carnet", "list", "--person", "ada dupont")[1]["contacts"]) == 1
    assert typed(capsys, "carnet", "show", str(kept["id"]))[1]["about"] == "capteurs"
    left = typed(capsys, "carnet", "person", "leave", "Ada Dupont", "--on", "2026-01-05", "--to", "Mairie")[1]
    assert left["presences"][-1] == {
        "cluster_id": None,
        "organisation": "Mairie",
        "function": None,
        "since": "2026-01-05",
        "until": None,
    }
    file = tmp_path / "passation.docx"
    report = typed(capsys, "carnet", "handover", "--of", "Nadia", "--out", str(file))[1]
    assert report["written"] == str(file) and report["ties"][0]["state"] == "a_reprendre"
    assert docx.Document(io.BytesIO(file.read_bytes())).paragraphs[0].text == "Passation"


def test_persons_are_added_listed_and_erased_with_a_receipt(capsys: pytest.CaptureFixture[str]) -> None:
    added = typed(capsys, "carnet", "person", "add", "Zoé Roy", "--cluster", "xylofutur", "--detail", "z@x.fr")[1]
    assert added["presences"][0]["cluster_id"] == "xylofutur"
    typed(capsys, "carnet", "person", "add", "Nadia", "--ours")
    assert [p["name"] for p in typed(capsys, "carnet", "person", "list")[1]["persons"]] == ["Zoé Roy", "Nadia"]
    code, refused = typed(capsys, "carnet", "erase", "Zoé Roy")
    assert code == 2 and refused["error"]["code"] == "usage" and "--yes" in refused["error"]["remedy"]
    assert len(typed(capsys, "carnet", "person", "list")[1]["persons"]) == 2
    assert typed(capsys, "carnet", "erase", "Zoé Roy", "--yes")[1]["person_id"] == added["id"]
    assert typed(capsys, "carnet", "erase", "Zoé Roy", "--yes")[1]["error"]["code"] == "fiche_inconnue"


def test_a_table_goes_out_and_comes_in(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    typed(capsys, "carnet", "add", "--cluster", "alpha-rlh", "--about", "=1+1")
    out, whole = tmp_path / "c.csv", tmp_path / "c.json"
    assert typed(capsys, "carnet", "export", str(out))[1]["contacts"] == 1
    assert "'=1+1" in out.read_text("utf-8-sig")
    assert typed(capsys, "carnet", "import", str(out))[1] == {"added": 0, "already": 1, "faults": []}
    typed(capsys, "carnet", "export", str(whole))
    assert json.loads(whole.read_text("utf-8"))["contacts"][0]["about"] == "=1+1"
    out.write_text("date;sujet;cluster\nhier;x;alpha-rlh\n", encoding="utf-8")
    code, report = typed(capsys, "carnet", "import", str(out))
    assert code == 1 and report["faults"][0]["line"] == 2


def test_everything_reads_as_text_too(capsys: pytest.CaptureFixture[str]) -> None:
    typed(capsys, "carnet", "add", "--cluster", "alpha-rlh", "--person", "Ada Dupont", "--about", "x", "--next", "y")
    for command in (
        ["list"],
        ["next"],
        ["funnel"],
        ["show", "1"],
        ["person", "list"],
        ["handover"],
        ["keep", "inno-vin"],
    ):
        capsys.readouterr()
        assert _run(["carnet", *command], as_json=False) == 0
        assert capsys.readouterr().out.strip()
    assert _run(["carnet", "erase", "Ada Dupont", "--yes"], as_json=False) == 0
    assert "Reçu d’effacement" in capsys.readouterr().out


def test_a_call_sheet_and_each_draft_are_one_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pair = ["alpha-rlh", "--for", "inno-vin", "--need", "capteurs"]
    code, sheet = typed(capsys, "fiche-appel", *pair, "--role", "partenaire")
    assert code == 0 and sheet["ask"] and sheet["record"].startswith("interpilote carnet add --cluster alpha-rlh")
    for kind in ("message", "meeting", "convention", "roadmap"):
        file = tmp_path / f"{kind}.docx"
        code, made = typed(capsys, "draft", kind, *pair, "--date", "2027-06-30", "--out", str(file))
        assert code == 0 and made["sources"] and docx.Document(io.BytesIO(file.read_bytes())).paragraphs
    capsys.readouterr()
    assert _run(["draft", "message", *pair], as_json=False) == 0
    assert "Sources" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "exit_code", "code"),
    [
        (["carnet", "add", "--about", "x"], 1, "note_invalide"),
        (["carnet", "add", "--cluster", "alpha-rlh", "--about", " "], 1, "note_invalide"),
        (["carnet", "add", "--cluster", "alpha-rlh", "--about", "x", "--next-on", "2026-01-01"], 1, "note_invalide"),
        (["carnet", "add", "--cluster", "atlantis", "--about", "x"], 1, "cluster_inconnu"),
        (["carnet", "add", "--person", "12", "--about", "x"], 1, "fiche_inconnue"),
        (["carnet", "person", "add", "x" * 300, "--ours"], 1, "note_invalide"),
        (["carnet", "person", "add", "Zoé", "--cluster", "alpha-rlh", "--function", "x" * 300], 1, "note_invalide"),
        (["carnet", "import", "nowhere.csv"], 1, "chemin_illisible"),
        (["fiche-appel", "alpha-rlh"], 2, "usage"),
        (["draft", "poem", "alpha-rlh", "--for", "inno-vin"], 2, "usage"),
        (["draft", "message", "alpha-rlh", "--for", "inno-vin", "--out", "/nowhere/m.docx"], 1, "fichier_impossible"),
    ],
)
def test_a_mistake_has_its_code(
    capsys: pytest.CaptureFixture[str], arguments: list[str], exit_code: int, code: str
) -> None:
    exited, told = typed(capsys, *arguments)
    assert (exited, told["error"]["code"]) == (exit_code, code)
