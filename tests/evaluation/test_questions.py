"""Questions scored by hand, then by the module."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import UnreadablePath
from assistant.evaluation.intervals import wilson
from assistant.evaluation.questions import evaluate_questions, read_questions
from assistant.vocabulary import Answer, DocumentType, Intent, Phase, PhaseSource, Route, SearchResult, Status

SET = Path(__file__).parents[2] / "eval" / "datasets" / "questions.jsonl"
ROUTE = Route(phase=Phase.INCONNUE, phase_source=PhaseSource.INCONNUE, intent=Intent.FAIT, confidence=1, reasons=())


def row(key: str, expected: str, facts: Sequence[str] = (), told: str | None = None) -> dict[str, object]:
    return {"id": key, "set": "s", "question": key, "kind": "k", "expected": expected, "facts": facts, "key": told}


def answer(question: str) -> Answer:
    status = Status.ABSTAINED if question.startswith("silence") else Status.ANSWERED
    return Answer(
        question=question,
        language="fr",
        route=ROUTE,
        status=status,
        answer="Route des Lasers est ALPHA-RLH.",
        corpus_version="1",
    )


def search(question: str, k: int) -> list[SearchResult]:
    def result(fact: str) -> SearchResult:
        return SearchResult(
            document_id="d", title="t", type=DocumentType.RECHERCHE, page=1, text="", score=1, arms={}, facts=(fact,)
        )

    return [result("F001"), result("F002")][:k]


def test_each_outcome_is_counted_for_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    rows = [
        row("a", "answer", ["F002"]),
        row("silence b", "answer", ["F009"]),
        row("silence c", "abstain"),
        row("d", "abstain"),
        row("e", "redirect", told="alpha-rlh"),
        row("f", "redirect", told="Minalogic"),
    ]
    file.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    measures = evaluate_questions(file, answer, search)
    of_set = measures["sets"]["s"]
    assert of_set["passage_in_first_five"]["share"] == 0.5
    assert of_set["outcome_as_expected"]["share"] == 0.5
    assert of_set["abstention"]["precision"]["share"] == 0.5
    assert of_set["abstention"]["recall"]["share"] == 0.5
    assert [miss["id"] for miss in measures["misses"]] == ["silence b", "d", "f"]


def test_the_shipped_set_is_whole() -> None:
    questions = read_questions(SET)
    assert len({q.id for q in questions}) == len(questions) == 380
    assert all(bool(q.facts) == (q.expected == "answer") for q in questions if q.set == "domaine")


def test_a_file_that_is_no_set_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text('{"id": 1}', encoding="utf-8")
    with pytest.raises(UnreadablePath):
        read_questions(file)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_the_share(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] + 1e-9
    assert counts[0] / counts[1] - 1e-9 <= high <= 1


def test_an_interval_is_wilson_s() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
