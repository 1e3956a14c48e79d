"""Blind judgements of pairs: agreement as by hand, and how often the list puts the better référent first."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant import resources
from assistant.clusters.directory import load_directory
from assistant.errors import UnreadablePath
from assistant.evaluation.judgements import Pair, evaluate_judgements, kappa, read_pairs

SET = Path(__file__).parents[2] / "eval" / "datasets" / "referent-pairs.jsonl"
DIRECTORY = load_directory(resources.corpus())


def test_agreement_beyond_chance_is_as_by_hand() -> None:
    # 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: seen 0.7, by chance 0.5
    assert kappa([(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15) == pytest.approx(0.4)
    assert kappa([(0, 0)] * 3) == kappa([]) == 1


def test_only_agreed_pairs_count_and_whoever_is_listed_first_wins() -> None:
    a, b, c = (cluster.id for cluster in DIRECTORY.active[:3])
    agreed = Pair("P1", a, (b, c), (c, c), (b, c))
    split = Pair("P2", a, (b, c), (b, c), (b, c))
    gone = Pair("P3", a, (b, "atlantis"), (b, b), (b, b))
    found = evaluate_judgements(
        DIRECTORY, [agreed, split, gone], {"good": {a: [c, b]}, "bad": {a: [b, c]}, "mute": {a: []}}
    )
    assert (found["pairs"], found["agreement"]["share"]) == (2, 0.5)
    assert [found["accuracy"][name]["share"] for name in ("good", "bad", "mute")] == [1, 0, 0]


def test_the_shipped_pairs_are_many_active_and_seen_in_both_orders() -> None:
    pairs = read_pairs(SET)
    active = {cluster.id for cluster in DIRECTORY.active}
    assert len(pairs) >= 100 and len({pair.id for pair in pairs}) == len(pairs)
    assert all(pair.first[0] != pair.first[1] for pair in pairs), "the second pass shows the other first"
    assert sum(active.issuperset({pair.pilot, *pair.candidates}) for pair in pairs) >= 100


def test_judged_pairs_are_part_of_the_measure_of_referents(referents_report: dict[str, Any]) -> None:
    judged, active = referents_report["judged"], {cluster.id for cluster in DIRECTORY.active}
    known = sum(active.issuperset({pair.pilot, *pair.candidates}) for pair in read_pairs(SET)[:30])
    assert judged["pairs"] == known >= 25 and {"measured", "region", "tfidf"} <= judged["accuracy"].keys()
    assert judged["accuracy"]["measured"]["share"] > judged["accuracy"]["popularity"]["share"]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", json.dumps({"id": "P1", "pilot": "a", "candidates": ["b"], "passes": []}), '{"id": "P1"}'],
)
def test_a_malformed_set_is_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(line)
    with pytest.raises(UnreadablePath, match="paires"):
        read_pairs(file)


def test_a_choice_outside_the_pair_is_refused(tmp_path: Path) -> None:
    row = json.loads(SET.read_text(encoding="utf-8").splitlines()[0])
    row["passes"][0]["better"] = "somebody-else"
    file = tmp_path / "pairs.jsonl"
    file.write_text(json.dumps(row))
    with pytest.raises(UnreadablePath):
        read_pairs(file)
