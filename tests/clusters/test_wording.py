"""What pilots read of a référent is true and French: no merit that is none, towns and names with their article."""

from datetime import date

import pytest

from assistant.answering.suggestion_texts import speaks_against
from assistant.clusters.directory import Directory
from assistant.clusters.maturity import phase_of
from assistant.clusters.names import of
from assistant.clusters.profile import completed
from assistant.clusters.sheets import sheet
from assistant.clusters.suggestions import examined
from assistant.vocabulary import CriterionValue, PilotProfile


def reason(directory: Directory, pilot: str, candidate: str, name: str, today: date) -> CriterionValue:
    profile, _ = completed(directory, PilotProfile(cluster_id=pilot), today)
    found = examined(directory, profile, directory.by_id[candidate], "referent", today=today)[1]
    return next(c for c in found.criteria if c.name == name)


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("Pôle SCS", "du Pôle SCS"),
        ("Cluster Montagne", "du Cluster Montagne"),
        ("Le Havre", "du Havre"),
        ("Les Ulis", "des Ulis"),
        ("Auzeville-Tolosane", "d’Auzeville-Tolosane"),
        ("École-Valentin", "d’École-Valentin"),
        ("Clubster NSL", "de Clubster NSL"),
        ("La Rochelle", "de La Rochelle"),
        ("votre cluster", "de votre cluster"),
    ],
)
def test_de_contracts_and_elides(name: str, after: str) -> None:
    assert of(name) == after


def test_a_younger_cluster_has_no_merit_of_age(directory: Directory, today: date) -> None:
    older = directory.by_id["eskal-eureka"].founded
    for cluster in directory.active:
        if cluster.kind == "reseau" or cluster.id == "eskal-eureka" or directory.predecessors(cluster):
            continue
        found = reason(directory, "eskal-eureka", cluster.id, "avance", today)
        if older and cluster.founded and cluster.founded >= older:
            assert "existe depuis 2" not in found.because or "moins longtemps" in found.because
            if "label" not in found.because:
                assert speaks_against(found, "fr"), found.because


def test_the_same_town_is_no_distance(directory: Directory, today: date) -> None:
    homes = dict[str, str]()
    for cluster in directory.active:
        if (
            cluster.city
            and cluster.kind != "reseau"
            and (other := homes.setdefault(cluster.city, cluster.id)) != cluster.id
        ):
            assert "dans la même ville" in reason(directory, other, cluster.id, "distance", today).because


def test_a_figure_against_ours_says_whose_it_is(directory: Directory, today: date) -> None:
    said = reason(directory, "inno-vin", "eurosima", "moyens_comparables", today).because
    assert "contre 180 membres en 2023 pour Inno'vin" in said
    said = reason(directory, "aetos", "aerospace-valley", "moyens_comparables", today).because
    assert "autre type de structure (pôle de compétitivité)" in said


def test_who_helped_beside_it_was_not_helped_by_it(directory: Directory, today: date) -> None:
    said = reason(directory, "s2e2", "neopolia", "habitude_aide", today).because
    assert "a déjà aidé" in said and "France Clusters" not in said


def test_a_label_that_is_held_is_told_before_a_first_one(directory: Directory, today: date) -> None:
    for name in ("cosmetic-valley", "aquimer"):
        because = phase_of(directory, directory.by_id[name], today).because
        assert "2026" in because and "premier label" not in because


def test_an_unknown_year_is_said_once(directory: Directory, today: date) -> None:
    for cluster in directory.clusters:
        _, text = sheet(cluster, directory)
        assert "(année non vue), année non vue" not in text and "date non vue, vers 2021), année" not in text
