"""Wrong citations are graded by a person; a quote nobody read counts as ungraded, never as harmless."""

import json
from pathlib import Path

import pytest

from assistant.errors import UnreadablePath
from assistant.evaluation.answers import read_gold
from assistant.evaluation.harm import GRADES, Wrong, harm, read_grades

SHIPPED = Path("eval/datasets/harm-grades.jsonl")


def test_grades_are_counted_and_an_unread_quote_is_ungraded() -> None:
    wrong = [Wrong("c1", "q ?", "t", quote) for quote in ("Fausse note.", "À côté.", "Jamais lue.")]
    found = harm(wrong, 10, {("c1", "Fausse note."): "harmful", ("c1", "À côté."): "harmless"})
    assert found["counts"] == {"harmless": 1, "misleading": 0, "harmful": 1, "ungraded": 1}
    assert found["harmful_of_all_cited"]["share"] == 0.1
    assert [w["grade"] for w in found["wrong"]] == ["harmful", "harmless", "ungraded"]


def test_without_grades_all_are_ungraded(tmp_path: Path) -> None:
    assert read_grades(tmp_path / "none.jsonl") == {}
    assert harm([Wrong("c1", "q", "t", "x")], 1, {})["counts"]["ungraded"] == 1


@pytest.mark.parametrize("row", [{"id": "c1"}, {"id": "c1", "quote": "x", "grade": "grave"}])
def test_a_malformed_grade_is_refused(row: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "grades.jsonl"
    file.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(UnreadablePath):
        read_grades(file)


def test_each_shipped_grade_is_of_a_question_of_the_set() -> None:
    known = {gold.id for gold in read_gold(Path("eval/datasets/citations.jsonl"))}
    grades = read_grades(SHIPPED)
    assert {question for question, _ in grades} <= known
    assert set(grades.values()) <= set(GRADES)
