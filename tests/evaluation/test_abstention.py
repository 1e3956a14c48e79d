"""Abstentions scored by hand, weights recovered from questions made to have known ones."""

import json
import math
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.abstention import Signals, load_abstention_weights
from assistant.evaluation.abstention import at, auroc, evaluate_abstention, fit_weights, write_weights
from assistant.vocabulary import Language


def test_the_roc_area_is_the_share_of_pairs_in_order() -> None:
    assert auroc([0.9, 0.4, 0.4, 0.1], [True, True, False, False]) == 0.875


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=2))
def test_turning_the_scores_round_turns_the_roc_area_round(pairs: list[tuple[float, bool]]) -> None:
    scores, positive = [s for s, _ in pairs], [p for _, p in pairs]
    if any(positive) and not all(positive):
        assert auroc(scores, positive) + auroc([-s for s in scores], positive) == pytest.approx(1, abs=2e-4)


def test_abstentions_are_counted_at_a_caution() -> None:
    measures = at([0.9, 0.2, 0.6, 0.1], [True, True, False, False], 0.5)
    assert measures["precision"]["share"] == measures["recall"]["share"] == 0.5
    assert measures["answered"] == measures["risk"] == 0.5


def test_fitted_weights_separate_what_the_signals_separate_and_are_read_back(tmp_path: Path) -> None:
    draw = random.Random(7)
    known = {
        f"q{n}": Signals(passage_coverage=draw.random(), similarity=0.85 + 0.1 * draw.random()) for n in range(200)
    }
    file, weights_file = tmp_path / "set.jsonl", tmp_path / "abstention.yaml"
    rows = [
        {
            "id": q,
            "set": "s",
            "question": q,
            "kind": "k",
            "facts": [],
            "key": None,
            "expected": "answer" if draw.random() < 1 / (1 + math.exp(-8 * (s.passage_coverage - 0.5))) else "abstain",
        }
        for q, s in known.items()
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    def signals_of(question: str) -> tuple[Signals, Language]:
        return known[question], "fr"

    weights, report = fit_weights(file, signals_of)
    assert report["auroc_held_out"] > 0.85
    write_weights(weights, weights_file)
    read = load_abstention_weights(weights_file)
    assert read.of["couverture_passage"] > 2
    assert evaluate_abstention(file, signals_of, read, 0.5)["auroc"] > 0.85
