"""Abstentions scored by hand, weights recovered from questions made to have known ones."""

import json
import math
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.abstention import DOMAIN, Signals, load_judge
from assistant.answering.by_nearness import learn
from assistant.answering.question_kind import held_out
from assistant.errors import UnreadablePath
from assistant.evaluation.abstention import (
    at,
    auroc,
    evaluate_labelled,
    fit_general,
    fit_weights,
    write_weights,
)
from assistant.evaluation.labelled import Labelled, labelled_signals, read_labels
from assistant.index.embedding import Embedder
from assistant.resources import corpus
from assistant.settings import Settings


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


def _drawn() -> tuple[list[Signals], list[bool]]:
    draw = random.Random(7)
    found = [
        Signals(passage_coverage=(share := draw.random()), surety=share, similarity=0.85 + 0.1 * draw.random())
        for _ in range(200)
    ]
    return found, [draw.random() < 1 / (1 + math.exp(-8 * (s.passage_coverage - 0.5))) for s in found]


def test_fitted_weights_separate_what_the_signals_separate_and_are_read_back(tmp_path: Path) -> None:
    found, wanted = _drawn()
    domain, report = fit_weights([{n: s.features("fr")[n] for n in DOMAIN} for s in found], wanted)
    labelled = [
        Labelled("answerable" if w else "far_unanswerable", s, "fr") for s, w in zip(found, wanted, strict=True)
    ]
    general, _ = fit_general(labelled)
    assert report["auroc_held_out"] > 0.85
    file = tmp_path / "abstention.yaml"
    write_weights(file, domaine=domain)
    write_weights(file, general=general)
    judge = load_judge(file)
    assert judge.domain.of["fait_demande"] > 2
    assert evaluate_labelled(labelled, judge.general, 0.5)["by_label"]["far_unanswerable"]["auroc"] > 0.85


def test_labels_that_say_nothing_are_refused(tmp_path: Path) -> None:
    (tmp_path / "queries.jsonl").write_text('{"id": "q", "text": "Où ?", "label": "answerable"}', encoding="utf-8")
    with pytest.raises(UnreadablePath):
        read_labels(tmp_path)


def test_the_kind_of_a_question_is_learnt_from_others() -> None:
    draw = np.random.default_rng(3)
    vectors = draw.normal(size=(120, 8))
    answered = [bool(row[0] > 0) for row in vectors]
    assert auroc(held_out(vectors, answered), answered) > 0.9
    kinds = learn(vectors, answered)
    ahead = np.zeros(8, np.float32)
    ahead[0] = 5
    assert kinds.log_odds(ahead) > 0 > kinds.log_odds(-ahead)


@pytest.mark.model
def test_a_folder_is_scored_by_kind_of_question(tmp_path: Path, embedder: Embedder) -> None:
    texts = ["Le phare de Cordouan a été achevé en 1611.", "La betterave donne du sucre et de l'alcool."]
    rows = [json.dumps({"id": f"d{n}", "title": "", "text": text}) for n, text in enumerate(texts)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(rows), encoding="utf-8")
    asked = [
        ("Quand le phare de Cordouan a-t-il été achevé ?", "answerable"),
        ("Qui chante Carmen ?", "far_unanswerable"),
    ]
    queries = [json.dumps({"id": f"q{n}", "text": text, "label": label}) for n, (text, label) in enumerate(asked)]
    (tmp_path / "queries.jsonl").write_text("\n".join(queries), encoding="utf-8")
    (tmp_path / "qrels.tsv").write_text("q0\td0\t1\n", encoding="utf-8")
    found = labelled_signals(tmp_path, embedder, Settings(), lambda name, share: None)
    report = evaluate_labelled(found, load_judge(corpus() / "abstention.yaml").general, 0.4)
    assert report["auroc"] == 1.0
