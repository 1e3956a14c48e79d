"""A cluster of the directory becomes a profile; its phase follows the published rule, with its reason."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.clusters.directory import Directory
from assistant.clusters.maturity import phase_of
from assistant.clusters.profile import completed, profile_of
from assistant.vocabulary import Phase, PilotProfile


@pytest.mark.parametrize(
    ("cluster", "phase", "evidence"),
    [
        ("axelera", Phase.DEVELOPPEMENT, "label de pôle de phase V, obtenu en 2023"),
        ("inno-vin", Phase.DEVELOPPEMENT, "EPAWI"),
        ("brit-inov", Phase.INCONNUE, "ne dit pas"),
        ("outdoor-sports-valley", Phase.INCONNUE, "ne dit pas"),
    ],
)
def test_the_phase_comes_with_its_evidence(
    directory: Directory, today: date, cluster: str, phase: Phase, evidence: str
) -> None:
    profile, reason = profile_of(directory, directory.by_id[cluster], today)
    assert profile.phase is phase
    assert evidence in reason


def test_age_alone_never_ends_structuring(directory: Directory, today: date) -> None:
    old = directory.by_id["brit-inov"].model_copy(update={"founded": 1990})
    assert phase_of(directory, old, today)[0] is Phase.INCONNUE


def test_a_young_cluster_without_a_project_is_in_structuration(directory: Directory, today: date) -> None:
    young = directory.by_id["brit-inov"].model_copy(update={"founded": 2025})
    phase, reason, _ = phase_of(directory, young, today)
    assert phase is Phase.STRUCTURATION and "2025" in reason
    assert phase_of(directory, young, date(2030, 1, 1))[0] is Phase.INCONNUE


def test_a_refused_label_is_no_evidence_of_maturity(directory: Directory, today: date) -> None:
    refused = directory.by_id["creahd"].model_copy(update={"status": "active", "merged_into": None, "founded": None})
    alone = replace(directory, relations=())
    assert phase_of(alone, refused, today)[0] is Phase.INCONNUE


def test_a_merged_name_gives_the_profile_of_its_successor(directory: Directory, today: date) -> None:
    resolved = directory.resolve("Route des Lasers")
    profile, _ = completed(directory, PilotProfile(cluster_id="Route des Lasers"), today)
    assert profile.cluster_id == "alpha-rlh" and resolved.via == "merged"
    assert profile.members == 260 and profile.city == "Talence" and profile.team is None


def test_what_the_pilot_says_wins_over_the_directory(directory: Directory, today: date) -> None:
    said = PilotProfile(cluster_id="innovin", members=210, phase=Phase.STRUCTURATION, needs=("capteurs",))
    profile, reason = completed(directory, said, today)
    assert (profile.members, profile.phase, profile.needs) == (210, Phase.STRUCTURATION, ("capteurs",))
    assert (profile.city, profile.founded, profile.cluster_id) == ("Villenave-d'Ornon", 2010, "inno-vin")
    assert reason is None


def test_the_directory_fills_the_phase_only_when_the_pilot_does_not_say(directory: Directory, today: date) -> None:
    profile, reason = completed(directory, PilotProfile(cluster_id="axelera"), today)
    assert profile.phase is Phase.DEVELOPPEMENT and reason is not None
    assert completed(directory, PilotProfile(regions=("Bretagne",)), today) == (
        PilotProfile(regions=("Bretagne",)),
        None,
    )
