"""Partners and référents are measured as by hand, on relations that what is measured never sees."""

from dataclasses import replace
from datetime import date
from math import log2
from typing import Any

import numpy as np
import pytest

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.entries import Relation
from assistant.evaluation.baselines import baselines, popularity, tfidf
from assistant.evaluation.comparing import compared
from assistant.evaluation.partners import SETS, evaluate_partners, rankings
from assistant.evaluation.ranking import (
    METRICS,
    Query,
    draws,
    expected_at_random,
    gini,
    measured,
    spread,
    with_intervals,
)
from assistant.evaluation.relations import helping, joining, masked, pairs, queries

TODAY = date(2026, 11, 22)
STAGES = ("projet", "convention")


def asks(relevant: str, relations: str = "R", left_out: str = "") -> Query:
    return Query("q", frozenset(relevant), frozenset(relations), frozenset(left_out))


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


@pytest.fixture(scope="module")
def few(directory: Directory) -> Directory:
    """Fifteen clusters, those that became them and the networks, so that every one can ask in little time."""
    kept = {cluster.id for cluster in [*directory.active[:15], *(c for c in directory.active if c.kind == "reseau")]}
    clusters = tuple(c for c in directory.clusters if c.id in kept or c.status != "active")
    clusters = tuple(c for c in clusters if c.merged_into is None or _end(directory, c.merged_into) in kept)
    ids = {c.id for c in clusters}
    return replace(
        directory, clusters=clusters, relations=tuple(r for r in directory.relations if ids >= set(r.clusters))
    )


def _end(directory: Directory, cluster: str) -> str:
    return directory.successor(cluster).id


def test_a_list_is_measured_as_by_hand() -> None:
    hit1, hit5, hit10, mrr, ndcg = measured("abcdefghijkl", asks("cl"))
    assert (hit1, hit5, hit10, mrr) == (0, 1, 1, pytest.approx(1 / 3))
    assert ndcg == pytest.approx((1 / log2(4)) / (1 + 1 / log2(3)))
    assert measured("abc", asks("z")) == (0, 0, 0, 0, 0)
    assert measured("abc", asks("c", left_out="ab"))[:4] == (1, 1, 1, 1)


def test_chance_is_exact() -> None:
    hit1, hit5, hit10, mrr, _ = expected_at_random(4, asks("ab"))
    # two good ones among four: the first comes at rank 1, 2 or 3 with probability 1/2, 1/3, 1/6
    assert (hit1, hit5, hit10) == (0.5, 1, 1)
    assert mrr == pytest.approx(1 / 2 + 1 / 3 / 2 + 1 / 6 / 3)
    generator = np.random.default_rng(0)
    drawn = [measured(list(generator.permutation(list("abcdefghijkl"))), asks("abc")) for _ in range(4000)]
    assert np.mean(drawn, axis=0) == pytest.approx(expected_at_random(12, asks("abc")), abs=0.03)


def test_popularity_in_the_first_ten_is_shared_out() -> None:
    assert gini([1, 1, 1, 1]) == 0
    assert gini([0, 0, 0, 4]) == pytest.approx(0.75)
    assert gini([0, 0]) == 0
    found = spread({"a": ["b", "c"], "b": ["c"], "c": ["b"]}, "abcd")
    assert found == {"coverage": 0.5, "gini": 0.5}


def test_intervals_draw_relations_and_are_the_same_each_time() -> None:
    together = [asks("a", "R"), asks("a", "R"), asks("a", "S")]
    drawn = draws(together)
    assert np.array_equal(drawn, draws(together))
    assert not np.array_equal(drawn, draws(together, seed=5))
    assert drawn.sum(axis=1) == pytest.approx(1)
    assert np.array_equal(drawn[:, 0], drawn[:, 1]), "what one relation says comes and goes together"
    values = np.array([[1.0] * 5, [1.0] * 5, [0.0] * 5])
    assert with_intervals(values, drawn)["mrr"] == {"value": 0.6667, "low": 0.0, "high": 1.0}


def test_the_gain_is_over_the_best_baseline_query_by_query() -> None:
    asked = [Query(q, frozenset("a"), frozenset({q})) for q in "xyz"]
    own, poor, better = (dict.fromkeys("abcdefxyz", ranking) for ranking in ("ab", "bcdefa", "ba"))
    gain = compared(own, {"poor": poor, "better": better}, asked, 50)["gain"]
    assert gain["mrr"] == {"over": "better", "value": 0.5, "low": 0.5, "high": 0.5}
    assert gain["hit@5"]["value"] == 0


def test_mergers_are_followed_and_each_pair_stands_alone(directory: Directory) -> None:
    sides = joining(directory, STAGES)
    asked = {query.asks: query for query in queries(sides)}
    active = {cluster.id for cluster in directory.active}
    assert asked.keys() <= active and all(q.relevant <= active - {q.asks} for q in asked.values())
    assert "alpha-rlh" in asked["inno-vin"].relevant, "Route des Lasers became ALPHA-RLH"
    alone = pairs(sides)
    assert len(alone) == sum(len(query.relevant) for query in asked.values())
    assert all(query.left_out == asked[query.asks].relevant - query.relevant for query in alone)
    assert all(query.relations <= asked[query.asks].relations for query in alone)


def test_only_those_who_were_helped_look_for_a_referent(directory: Directory) -> None:
    asked = {query.asks: query.relevant for query in queries(helping(directory))}
    assert "eurosima" in asked["inno-vin"] and "eurosima" not in asked


def test_relations_never_reach_what_is_measured(few: Directory) -> None:
    ids = [cluster.id for cluster in few.active]
    invented = tuple(
        Relation(
            id=f"R9{n:02d}",
            clusters=(ids[n], ids[-1 - n]),
            stage="projet",
            topic="projet inventé",
            basis="autre",
            sources=("paper",),
            confidence="vu",
        )
        for n in range(7)
    )
    clusters = tuple(c.model_copy(update={"markets_from_ties": ("vigne", "drones")}) for c in few.clusters)
    changed = replace(few, clusters=clusters, relations=invented)
    blind = rankings(masked(few), TODAY)
    assert blind == rankings(masked(changed), TODAY)
    assert blind != rankings(changed, TODAY), "unmasked, they would count"
    assert all(len(ranking) == len(set(ranking)) and asks not in ranking for asks, ranking in blind.items())


def test_partners_are_measured_on_each_set_and_without_each_criterion(few: Directory) -> None:
    report = evaluate_partners(few, TODAY)
    assert report["clusters"] == len(few.active)
    for name in SETS:
        part = report[name]
        assert part["queries"] >= 2 and part["per_pair"]["pairs"] >= 2
        assert {"proximite_thematique", "complementarite", "region_commune", "distance"} <= part[
            "without_criterion"
        ].keys()
        assert not {"besoin", "lien_documente", "liens_deux_pas"} & part["without_criterion"].keys()
        assert set(part["measured"]) == set(METRICS) == set(part["gain"])


def test_baselines_rank_every_other_cluster_that_may_be_suggested(few: Directory) -> None:
    joined = {"R1": {few.active[0].id, few.active[1].id, few.active[2].id}}
    blind = masked(few)
    popular = popularity(blind, joined)
    ids = {cluster.id for cluster in few.active if cluster.kind != "reseau"}
    for ranking in (popular, *baselines(blind).values()):
        assert all(set(ranked) == ids - {asks} for asks, ranked in ranking.items())
    assert set(popular[few.active[5].id][:3]) == joined["R1"]
    # the relation with the one who asks is left out
    assert popular[few.active[0].id] == sorted(ids - {few.active[0].id})


def test_wording_is_close_when_letters_are() -> None:
    cosines = tfidf(["bois et forêt", "industrie du bois", "laser"])
    assert cosines[0, 1] > 0.1 > cosines[0, 2]
    assert np.diag(cosines) == pytest.approx(1)


def test_referents_are_measured_on_the_help_that_is_documented(referents_report: dict[str, Any]) -> None:
    report = referents_report
    assert report["queries"] >= 4 and report["per_pair"]["pairs"] >= 10
    assert 0 <= report["gini"] <= 1 and report["coverage"] > 0.5
    assert set(report["baselines"]) == {"popularity", "region", "tfidf", "random"}
