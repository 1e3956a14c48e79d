"""Who is in a region, who works on a theme: lists that the assistant can quote."""

import re

import pytest

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.lists import cluster_lists, region_lists, theme_lists
from assistant.clusters.territory import NATIONAL, NEIGHBOURS, other_names


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


@pytest.fixture(scope="module")
def lists(directory: Directory) -> dict[str, str]:
    return {made.name: made.markdown for made in cluster_lists(directory)}


def named(directory: Directory, text: str) -> set[str]:
    return {mention.resolved.cluster.id for mention in directory.mentions(text)}


def test_every_living_cluster_is_in_the_list_of_each_of_its_regions(
    directory: Directory, lists: dict[str, str]
) -> None:
    for cluster in directory.active:
        if cluster.kind != "reseau":
            for region in set(cluster.regions) - {NATIONAL}:
                (name,) = region_lists(region)
                assert cluster.short_name in lists[name], (cluster.id, region)


def test_a_list_names_no_cluster_of_the_past(directory: Directory, lists: dict[str, str]) -> None:
    living = {cluster.id for cluster in directory.active}
    for name, text in lists.items():
        assert named(directory, text) <= living, name


def test_the_number_of_structures_is_that_of_the_names_listed(directory: Directory, lists: dict[str, str]) -> None:
    for name, text in lists.items():
        if name.startswith("region-"):
            counted = re.search(r"connaît (\d+) structure", text)
            assert counted is not None and int(counted[1]) == len(named(directory, text)), name


def test_a_theme_lists_those_whose_entry_bears_it(directory: Directory, lists: dict[str, str]) -> None:
    listed = named(directory, lists["theme-drones"])
    assert {"aetos"} <= listed
    for cluster_id in listed:
        assert "drones" in directory.subject(directory.by_id[cluster_id], with_ties=False).weights


@pytest.mark.parametrize("region", [region for region in NEIGHBOURS if other_names(region)])
def test_a_region_is_known_by_its_old_names(region: str) -> None:
    for name in other_names(region):
        assert region_lists(f"Quels clusters en {name.upper()} ?") >= region_lists(region)


def test_a_question_names_the_lists_it_is_about(directory: Directory) -> None:
    assert region_lists("Quels clusters en Aquitaine travaillent sur le bois ?") == {"region-nouvelle aquitaine"}
    assert "theme-bois" in theme_lists("Quels clusters en Aquitaine travaillent sur le bois ?", directory.vocabulary)
    assert not region_lists("Comment composer un bureau ?")
