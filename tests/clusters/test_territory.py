"""Regions, neighbours and distances."""

import pytest

from assistant.clusters.directory import Directory
from assistant.clusters.territory import (
    NATIONAL,
    NEIGHBOURS,
    are_neighbours,
    council_of,
    distance_km,
    region_of,
    regions_in,
)


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("aquitaine", "Nouvelle-Aquitaine"),
        ("PACA", "Provence-Alpes-Côte d'Azur"),
        ("Rhône Alpes", "Auvergne-Rhône-Alpes"),
        ("languedoc-roussillon", "Occitanie"),
        ("ile de france", "Île-de-France"),
        ("Atlantide", None),
    ],
)
def test_old_and_loosely_typed_regions_are_understood(typed: str, region: str | None) -> None:
    assert region_of(typed) == region


def test_neighbourhood_goes_both_ways() -> None:
    for region, neighbours in NEIGHBOURS.items():
        assert region not in neighbours
        for neighbour in neighbours:
            assert are_neighbours(neighbour, region), (region, neighbour)


def test_every_region_and_city_of_the_directory_is_on_the_map(directory: Directory) -> None:
    for cluster in directory.clusters:
        assert all(region == NATIONAL or council_of(region) for region in cluster.regions), cluster.id
        assert cluster.city is None or distance_km(cluster.city, "Paris") is not None, cluster.id


def test_distances_are_those_of_the_map() -> None:
    assert distance_km("Paris", "Marseille") == pytest.approx(661, abs=3)
    assert distance_km("Bordeaux", "Toulouse") == pytest.approx(212, abs=3)
    assert distance_km("Lyon", "Lyon") == 0
    assert distance_km("Lyon", "Atlantis") is None


@pytest.mark.parametrize(
    "text",
    [
        "le centre de recherche",
        "au sud de Paris",
        "à la réunion du bureau",
        "Avant la réunion",
        "Quel pôle aura le plus de membres ?",
    ],
)
def test_everyday_words_are_no_regions(text: str) -> None:
    assert regions_in(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("en région Centre", "Centre-Val de Loire"),
        ("la Région Sud", "Provence-Alpes-Côte d'Azur"),
        ("quels clusters à La Réunion ?", "La Réunion"),
    ],
)
def test_names_that_are_everyday_words_are_regions_when_written_as_such(text: str, region: str) -> None:
    assert regions_in(text) == {region}
