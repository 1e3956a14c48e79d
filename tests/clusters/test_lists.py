"""Who is in a region, who works on a theme: lists that the assistant can quote."""

import re
from collections.abc import Iterable

import pytest

from assistant import resources
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.lists import AIMING, cluster_lists, is_list_alone, region_lists, theme_lists
from assistant.clusters.sizes import asks_for_sizes
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


def test_a_theme_tells_trades_from_markets(directory: Directory, lists: dict[str, str]) -> None:
    health = lists["theme-sante"].splitlines()
    trade = named(directory, next(line for line in health if line.startswith("Clusters et pôles sur le thème")))
    market = named(directory, "\n".join(line for line in health if AIMING in line))
    assert {"lyonbiopole", "medicen"} <= trade and {"techtera", "minalogic"} <= market and not trade & market


def test_no_sentence_stands_for_a_list_with_a_name_or_two(lists: dict[str, str]) -> None:
    title = "Clusters et pôles sur le thème « énergie » : "
    counts = [line.count(",") for line in lists["theme-energie"].splitlines() if line.startswith(title)]
    assert len(counts) > 1 and max(counts) - min(counts) <= len(counts)


@pytest.mark.parametrize("region", [region for region in NEIGHBOURS if other_names(region)])
def test_a_region_is_known_by_its_old_names(region: str) -> None:
    for name in other_names(region):
        assert region_lists(f"Quels clusters en {name.upper()} ?") >= region_lists(region)


def test_a_question_names_the_lists_it_is_about(directory: Directory) -> None:
    assert region_lists("Quels clusters en Aquitaine travaillent sur le bois ?") == {"region-nouvelle aquitaine"}
    assert "theme-bois" in theme_lists("Quels clusters en Aquitaine travaillent sur le bois ?", directory.vocabulary)
    assert not region_lists("Comment composer un bureau ?")


def test_the_list_of_sizes_gives_each_figure_with_its_year(directory: Directory, lists: dict[str, str]) -> None:
    known = {c.short_name: c.members for c in directory.active if c.members and c.kind != "reseau"}
    largest = max(known, key=lambda name: known[name].count)
    sentence = next(line for line in lists["tailles"].splitlines() if line.startswith("Plus gros clusters"))
    members = known[largest]
    assert sentence.index(largest) < min(sentence.index(n) for n in named_in(sentence, known) if n != largest)
    assert f"{members.count:,}".replace(",", "\u202f") in sentence
    assert str(members.year) in sentence


def named_in(sentence: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if f"{name} (" in sentence]


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("Quels pôles couvrent le Grand Est ?", True),
        ("Quel est le plus gros pôle français ?", True),
        ("Quels clusters travaillent sur l'hydrogène ?", True),
        ("Quels autres clusters existent déjà en Normandie ?", True),
        ("Ah, alors juste la liste des pôles qui bossent sur l'hydrogène", True),
        ("Quels pôles d'Occitanie ont perdu leur label ?", False),
        ("Qui dirige le plus gros pôle ?", False),
        ("Comment financer un pôle en Bretagne ?", False),
    ],
)
def test_a_question_that_wants_more_than_a_list_is_told_apart(directory: Directory, question: str, alone: bool) -> None:
    assert is_list_alone(question, directory.vocabulary, asks_for_sizes(question)) is alone
