"""`eval gate` as it is typed: one table, its JSON, an exit code that a build can rely on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant import Interpilote, resources
from assistant.cli import _run

Typed = Callable[..., tuple[int, str]]
# The few lines of the set may all be read rightly.
OUT_OF_REACH = 1.1


@pytest.fixture
def typed(assistant: Interpilote, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Runs `eval gate` in this process over the shared prepared home; gives its exit code and what it prints."""
    monkeypatch.setenv("INTERPILOTE_HOME", str(assistant.settings.home))

    def command(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = _run(["eval", "gate", *arguments], as_json="--json" in arguments)
        return code, capsys.readouterr().out

    return command


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    """A few lines of the routing set, and a gate on them."""
    (tmp_path / "datasets").mkdir()
    lines = (resources.evaluation() / "datasets" / "routing.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "datasets" / "routing.jsonl").write_text("\n".join(lines[::30]), encoding="utf-8")
    floors(tmp_path, 0.1)
    return tmp_path


def floors(folder: Path, floor: float, path: str = "macro_f1") -> None:
    entry: dict[str, Any] = {"name": "routage", "command": "routing", "path": path, "direction": "at_least"}
    entry |= {"floor": floor, "tolerance": 0.05, "target": OUT_OF_REACH, "target_from": "objectif"}
    public = entry | {"name": "recherche", "command": "retrieval", "set": "piaf-s", "path": "fused.ndcg@10"}
    lines = ["today: 2026-11-25", "measures:"]
    for measure in (entry, public):
        lines += [f"  {'-' if key == 'name' else ' '} {key}: {value}" for key, value in measure.items()]
    (folder / "gate.yaml").write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.model
def test_a_floor_that_holds_exits_with_0_and_one_that_does_not_with_1(typed: Typed, sets: Path) -> None:
    code, out = typed("--sets", str(sets), "--json", "--propose", str(sets / "new.yaml"))
    report = json.loads(out)
    measured, public = report["measures"]
    assert (code, report["green"]) == (0, True)
    assert (measured["verdict"], measured["target_reached"]) == ("green", False)
    assert measured["interval"][0] <= measured["value"] <= measured["interval"][1]
    assert (public["verdict"], public["value"]) == ("not_measured", None)
    assert set(report["seconds"]) == {"routing"}
    assert f"floor: {measured['proposed_floor']:g}" in (sets / "new.yaml").read_text(encoding="utf-8")

    floors(sets, OUT_OF_REACH)
    code, out = typed("--sets", str(sets))
    assert code == 1
    assert "ROUGE" in out
    assert "NON" in out
    assert "non mesuré" in out


@pytest.mark.model
def test_a_path_that_no_evaluation_gives_is_told_with_its_line(typed: Typed, sets: Path) -> None:
    floors(sets, 0.1, path="macro_f2")
    code, out = typed("--sets", str(sets), "--json")
    error = json.loads(out)["error"]
    assert code == 1
    assert error["code"] == "seuils_invalides"
    assert "ligne 5" in error["message"]
    assert "macro_f1" in error["message"]


def test_folders_that_do_not_exist_are_told_before_any_work(typed_alone: Typed, tmp_path: Path) -> None:
    for option, file, told in (("--data", "absent", "illisible"), ("--propose", "absent/gate.yaml", "impossible")):
        code, out = typed_alone(option, str(tmp_path / file), "--json")
        assert code == 1
        assert json.loads(out)["error"]["code"].endswith(told)


@pytest.fixture
def typed_alone(capsys: pytest.CaptureFixture[str]) -> Typed:
    """As `typed`, without a prepared home."""

    def command(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        return _run(["eval", "gate", *arguments], as_json=True), capsys.readouterr().out

    return command
