"""The weights of partners are what documented relations teach, and none of these serves to measure."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.entries import Relation
from assistant.evaluation.partner_weights import learn_weights
from assistant.evaluation.partners import learn
from assistant.evaluation.relations import scored, tuning

TODAY = date(2026, 11, 26)
NAMES = ("distance", "moyens", "proximite_thematique", "region_commune")


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


def test_published_weights_are_those_that_the_relations_teach(directory: Directory) -> None:
    learnt = learn(directory, TODAY)
    published = {name: directory.weights.partners[name] for name in learnt["weights"]}
    assert published == pytest.approx(learnt["weights"], abs=0.002)
    assert learnt["log_loss_held_out"] < 0.7 * learnt["log_loss_alike"]


def test_no_relation_serves_both_to_learn_and_to_measure(directory: Directory) -> None:
    used, kept = {r.id for r in tuning(directory).relations}, {r.id for r in scored(directory).relations}
    assert used and kept and not used & kept
    assert used | kept == {r.id for r in directory.relations}


def test_where_partners_are_neighbours_nearness_is_what_is_learnt(directory: Directory) -> None:
    placed = [c for c in directory.active if c.kind != "reseau" and c.regions[:1] == ("Bretagne",)]
    relations = tuple(
        Relation(
            id=f"R{at + 900}",
            clusters=(a.id, b.id),
            stage="projet",
            topic="t",
            basis="autre",
            sources=("paper",),
            confidence="vu",
        )
        for at, (a, b) in enumerate(combinations(placed, 2))
    )
    networks = [c for c in directory.active if c.kind == "reseau"]
    some = tuple({c.id: c for c in [*placed, *networks, *directory.active[:20]]}.values())
    weights = learn_weights(replace(directory, clusters=some, relations=relations), NAMES, ("projet",), TODAY)[
        "weights"
    ]
    assert weights["region_commune"] + weights["distance"] > 0.6
