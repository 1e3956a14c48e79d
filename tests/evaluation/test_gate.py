"""A figure below its floor makes the gate red, whatever the figure; a file with a fault is refused with its line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.errors import InvalidGate
from assistant.evaluation.gate import Astray, Gate, Measure, Observed, Row, judge, observed, passes
from assistant.evaluation.gate_file import no_such_figure, propose_floors, read_gate
from assistant.evaluation.intervals import share

SHIPPED = resources.evaluation() / "gate.yaml"
finite = st.floats(-1e3, 1e3, allow_nan=False)
LINES = {
    "name": "n",
    "command": "routing",
    "path": "macro_f1",
    "direction": "at_least",
    "floor": 0.9,
    "tolerance": 0.01,
    "target": 0.95,
    "target_from": "objectif",
}


def measure(**changed: Any) -> Measure:
    return Measure.model_validate({**LINES, **changed})


def gate_of(*measures: Measure) -> Gate:
    return Gate.model_validate({"today": "2026-11-25", "measures": measures})


def written(folder: Path, *measures: dict[str, Any], head: str = "today: 2026-11-25\n") -> Path:
    """A gate file, a key a line from line 3 on."""
    file = folder / "gate.yaml"
    entries = ["\n    ".join(f"{key}: {value}" for key, value in lines.items()) for lines in measures]
    file.write_text(head + "measures:\n" + "".join(f"  - {entry}\n" for entry in entries), encoding="utf-8")
    return file


@given(finite, finite, st.sampled_from(["at_least", "at_most"]))
def test_a_figure_is_red_exactly_when_it_is_on_the_wrong_side_of_its_floor(
    value: float, floor: float, direction: str
) -> None:
    row = judge(gate_of(measure(floor=floor, direction=direction)), {("routing", None): {"macro_f1": value}})[0]
    assert row.green is (value >= floor if direction == "at_least" else value <= floor)
    assert passes([row]) is row.green


@given(finite, st.floats(0, 10), finite, finite, st.sampled_from(["at_least", "at_most"]))
def test_a_worse_figure_never_turns_green_and_a_target_never_decides(
    value: float, loss: float, floor: float, target: float, direction: str
) -> None:
    at = measure(floor=floor, target=target, direction=direction)
    worse = value - loss if direction == "at_least" else value + loss
    before, after = Row(at, Observed(value)), Row(at, Observed(worse))
    assert before.green or not after.green
    assert before.reached or not after.reached
    assert before.green is Row(measure(floor=floor, target=None, direction=direction), Observed(value)).green


@given(finite, st.floats(0, 1), st.sampled_from(["at_least", "at_most"]))
def test_the_floor_proposed_lets_the_day_s_figure_through_and_refuses_one_past_the_tolerance(
    value: float, tolerance: float, direction: str
) -> None:
    sign = 1 if direction == "at_least" else -1
    today = round(value, 4)  # as evaluations round
    at = measure(tolerance=round(tolerance, 4), direction=direction)
    floor = Row(at, Observed(today)).proposed_floor
    again = measure(tolerance=at.tolerance, direction=direction, floor=floor)
    assert Row(again, Observed(today)).green
    assert not Row(again, Observed(today - sign * (at.tolerance + 0.001))).green


@given(st.lists(st.sampled_from([0.0, 0.9, 1.0, None, "absent"]), min_size=1, max_size=6))
def test_one_red_measure_or_none_measured_makes_the_whole_gate_red(found: list[Any]) -> None:
    rows = [Row(measure(), None if value == "absent" else Observed(value)) for value in found]
    measured = [value for value in found if value != "absent"]
    assert passes(rows) is (bool(measured) and all(value is not None and value >= 0.9 for value in measured))


def test_what_could_not_be_observed_is_red_and_not_a_number_too() -> None:
    for direction in ("at_least", "at_most"):
        assert Row(measure(direction=direction), Observed(None)).green is False
        assert Row(measure(direction=direction), Observed(float("nan"))).green is False


def test_a_figure_is_read_with_its_interval_and_what_was_counted() -> None:
    report = {
        "a": {"precision": share([True, True, False]), "none": share([])},
        "hit@5": {"value": 0.8, "low": 0.6, "high": 0.9},
        "f1": 0.7,
        "f1_interval": [0.6, 0.8],
        "dangling": 0,
    }
    assert observed(report, "a.precision") == Observed(0.6667, (0.208, 0.939), 3)
    assert observed(report, "a.none").value is None
    assert observed(report, "hit@5") == Observed(0.8, (0.6, 0.9))
    assert observed(report, "hit@5.low") == Observed(0.6)
    assert observed(report, "f1") == Observed(0.7, (0.6, 0.8))
    assert observed(report, "dangling") == Observed(0.0)


@pytest.mark.parametrize("path", ["b", "a.x", "f1.x", "text", "a", "done"])
def test_a_path_that_leads_to_no_figure_is_told_with_its_line(path: str, tmp_path: Path) -> None:
    file = written(tmp_path, LINES | {"path": path})
    with pytest.raises(Astray) as caught:
        judge(read_gate(file), {("routing", None): {"a": {"b": 1}, "f1": 0.7, "text": "x", "done": True}})
    assert "ligne 5" in no_such_figure(file, caught.value).message()


def test_public_sets_that_were_not_given_are_neither_green_nor_red() -> None:
    public = measure(command="retrieval", set="s", path="fused.ndcg@10")
    rows = judge(gate_of(measure(), public), {("routing", None): {"macro_f1": 0.91}})
    assert [row.green for row in rows] == [True, None]
    assert rows[1].reached is None
    assert passes(rows)


@given(st.from_regex(r"[a-z]{3,9}", fullmatch=True).filter(lambda key: key not in LINES and key != "set"))
def test_an_unknown_key_is_refused_with_its_line(tmp_path_factory: pytest.TempPathFactory, key: str) -> None:
    file = written(tmp_path_factory.mktemp("g"), LINES, LINES | {"path": "f1.fait", f"'{key}'": 1})
    with pytest.raises(InvalidGate) as caught:
        read_gate(file)
    assert f"ligne {2 + len(LINES) * 2 + 1}" in caught.value.message()
    assert f"« {key} »" in caught.value.message()
    assert "target_from" in caught.value.remedy()


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        ({"direction": "up"}, 6, "at_least"),
        ({"floor": "true"}, 7, "number"),
        ({"floor": ".nan"}, 7, "finite"),
        ({"tolerance": -1}, 8, "greater"),
        ({"command": "retrieval"}, 3, "set"),
        ({"set": "piaf-s"}, 3, "retrieval"),
        ({"command": "gouvernance"}, 4, "routing"),
    ],
)
def test_a_wrong_value_is_refused_with_its_line(tmp_path: Path, change: dict[str, Any], line: int, said: str) -> None:
    with pytest.raises(InvalidGate) as caught:
        read_gate(written(tmp_path, LINES | change))
    assert f"ligne {line} " in caught.value.message()
    assert said in caught.value.message("en")


def test_a_missing_key_a_repeated_measure_and_an_unreadable_file_are_refused(tmp_path: Path) -> None:
    without = {key: value for key, value in LINES.items() if key != "target"}
    faults: list[tuple[Callable[[], Path], str]] = [
        (lambda: written(tmp_path, without), "« target »"),
        (lambda: written(tmp_path, LINES, LINES), "deux fois"),
        (lambda: written(tmp_path, LINES, head=""), "« today »"),
        (lambda: written(tmp_path, LINES, head="today: [\n"), "lu"),
        (lambda: tmp_path / "absent.yaml", "lu"),
    ]
    for make, said in faults:
        with pytest.raises(InvalidGate, match=said):
            read_gate(make())


def test_proposing_floors_changes_floors_alone_and_keeps_those_not_measured(tmp_path: Path) -> None:
    gate = read_gate(SHIPPED)
    rows = [Row(m, Observed(0.5) if m.set is None else None) for m in gate.measures]
    propose_floors(SHIPPED, tmp_path / "gate.yaml", rows)
    before, after = (file.read_text(encoding="utf-8").split("\n") for file in (SHIPPED, tmp_path / "gate.yaml"))
    assert all("floor: " in old for old, new in zip(before, after, strict=True) if old != new)
    again = read_gate(tmp_path / "gate.yaml").measures
    assert [m.floor for m in again] == [pytest.approx(row.proposed_floor) for row in rows]


def test_every_shipped_measure_says_where_its_target_comes_from_and_covers_each_evaluation() -> None:
    measures = read_gate(SHIPPED).measures
    assert {m.command for m in measures} == set(Measure.model_fields["command"].annotation.__args__)  # type: ignore[union-attr]
    for m in measures:
        assert (m.target is None) == m.target_from.startswith("aucune cible"), m.name
        assert not re.search(r"[^\u00a0] ?:", m.name.replace("\u00a0:", "")), m.name
