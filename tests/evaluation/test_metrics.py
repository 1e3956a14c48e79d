"""Measures on sets small enough to compute by hand."""

import json
import math
from pathlib import Path

import pytest

from assistant import resources
from assistant.clusters.directory import load_directory
from assistant.errors import UnreadablePath
from assistant.evaluation.retrieval import evaluate_retrieval, evaluate_sets
from assistant.evaluation.routing import calibration_error, evaluate_routing, macro_f1, macro_f1_interval
from assistant.evaluation.routing_ablation import evaluate_ablation
from assistant.routing.examples import Example
from assistant.settings import Settings
from assistant.vocabulary import Intent, Phase, PhaseSource, Route
from tests.hashing import HashingEmbedder

A, B = Intent.FAIT, Intent.PRATIQUE


def test_retrieval_is_measured_as_by_hand(tmp_path: Path) -> None:
    documents = {
        "d1": "Le budget vient des cotisations.",
        "d2": "Le conseil compte trente membres.",
        "d3": "Rien à voir.",
    }
    queries = {"q1": "budget", "q2": "trente membres"}
    rows = [json.dumps({"id": key, "title": "", "text": text}) for key, text in documents.items()]
    (tmp_path / "corpus.jsonl").write_text("\n".join(rows))
    (tmp_path / "queries.jsonl").write_text("\n".join(json.dumps({"id": k, "text": t}) for k, t in queries.items()))
    # q1's right document is found first; q2's judged document is never found by its words
    (tmp_path / "qrels.tsv").write_text("query\tdocument\trelevance\nq1\td1\t1\nq2\td3\t1\n")
    report = evaluate_retrieval(tmp_path, HashingEmbedder(), Settings(), lambda label, share: None)
    assert report["lexical"]["ndcg@10"] == 0.5
    assert report["lexical"]["recall@10"] == 0.5
    assert report["queries"] == 2
    third = 1 / math.log2(4)
    assert report["fused"]["ndcg@10"] in (round((1 + third) / 2, 4), round((1 + 1 / math.log2(3)) / 2, 4))


def test_several_sets_are_measured_one_by_one_and_their_queries_pooled(tmp_path: Path) -> None:
    for name, text in (("one", "Le budget vient des cotisations."), ("two", "Le conseil compte trente membres.")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "corpus.jsonl").write_text(json.dumps({"id": "d", "title": "", "text": text}))
        (tmp_path / name / "queries.jsonl").write_text(json.dumps({"id": "q", "text": "budget"}))
        (tmp_path / name / "qrels.tsv").write_text("query\tdocument\trelevance\nq\td\t1\n")
    report = evaluate_sets(
        [tmp_path / "one", tmp_path / "two"], HashingEmbedder(), Settings(), lambda label, share: None
    )
    assert report["sets"].keys() == {"one", "two"}
    assert report["sets"]["two"]["lexical"]["ndcg@10"] == 0  # the word is not in its only document
    assert report["pooled"]["lexical"] == {"gain": 0.5, "p": 1.0, "queries": 2}


def test_a_malformed_set_is_explained(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePath) as refused:
        evaluate_retrieval(tmp_path, HashingEmbedder(), Settings(), lambda label, share: None)
    assert "corpus.jsonl" in refused.value.remedy()


def test_macro_f1_counts_each_intent_alike() -> None:
    assert macro_f1([A, A, A, B], [A, A, A, A]) == round((6 / 7 + 0) / 2, 4)
    assert macro_f1([A, B], [A, B]) == 1


def test_calibration_error_is_the_gap_between_confidence_and_accuracy() -> None:
    assert calibration_error([0.95, 0.95], [True, True]) == pytest.approx(0.05)
    assert calibration_error([1.0, 1.0], [True, False]) == pytest.approx(0.5)


def test_routing_is_measured_with_its_second_readings_and_phases(tmp_path: Path) -> None:
    rows = [
        {"text": "un", "intent": "fait", "lang": "fr", "also": "pratique", "phase": None},
        {"text": "deux", "intent": "hors_sujet", "lang": "fr", "also": None, "phase": "structuration"},
    ]
    file = tmp_path / "set.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)))

    def route(text: str, history: object) -> Route:
        intent = Intent.PRATIQUE if text == "un" else Intent.HORS_SUJET
        return Route(phase=Phase.INCONNUE, phase_source=PhaseSource.INCONNUE, intent=intent, confidence=0.8)

    report = evaluate_routing(file, route)
    assert report["macro_f1"] == 0.5
    assert report["macro_f1_with_second_reading"] == 1
    assert report["out_of_scope"] == {"recall": 1.0, "false_alarms": 0.0}
    assert report["phase"] == {"found": 0.0, "made_up": 0.0}


def test_a_set_without_phases_or_off_topic_utterances_is_measured_without_them(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps({"text": "un", "intent": "fait", "lang": "fr"}))
    found = Route(phase=Phase.INCONNUE, phase_source=PhaseSource.INCONNUE, intent=Intent.FAIT, confidence=0.8)
    report = evaluate_routing(file, lambda text, history: found)
    assert report["out_of_scope"] == {"recall": None, "false_alarms": 0.0}
    assert report["phase"] == {"found": None, "made_up": 0.0}


def test_the_ablation_names_what_is_left_out_and_scores_no_router_as_one_intent(tmp_path: Path) -> None:
    rows = [
        {"text": "Comment composer notre conseil ?", "intent": "pratique", "lang": "fr"},
        {"text": "Quand est né ce pôle ?", "intent": "fait", "lang": "fr"},
    ]
    file = tmp_path / "set.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows))
    examples = [
        Example(f"{word} {number} question", (), intent, f"{intent}-{number}")
        for number in range(6)
        for word, intent in (("comment", B), ("quand", A))
    ]
    report = evaluate_ablation(file, examples, HashingEmbedder(), load_directory(resources.corpus()))
    assert {"whole", "without_meaning", "without_words", "without_masking", "no_router"} <= report.keys()
    assert report["no_router"]["macro_f1"] == round((2 / 3) / 2, 4)


def test_an_interval_holds_the_score() -> None:
    low, high = macro_f1_interval([A, B] * 20, [A, B] * 15 + [B, A] * 5)
    assert low < 0.75 < high
