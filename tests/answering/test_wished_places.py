"""Regions that a question enumerates, leaves out or keeps to, and parts of France read as their regions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import resources
from assistant.answering.first_wishes import first_wishes
from assistant.answering.places import places_at, places_within
from assistant.answering.wished_places import wished_places
from assistant.answering.wishes import Wishes, wishes_in
from assistant.clusters.directory import Directory, load_directory
from assistant.clusters.territory import NEIGHBOURS

OUEST = {"Bretagne", "Normandie", "Pays de la Loire"}


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


def read(directory: Directory, question: str) -> tuple[Wishes, str]:
    wishes, plain = wishes_in(question, directory.mentions(question))
    return first_wishes(wishes, plain, plain, lambda clause: None)


@pytest.mark.parametrize(
    ("question", "outside"),
    [
        ("Un partenaire pour des capteurs, hors d'Occitanie et de Nouvelle-Aquitaine ?", {"Occitanie", "Nouvelle-Aquitaine"}),
        ("Un partenaire hydrogène, ni en Bretagne ni dans le Grand Est", {"Bretagne", "Grand Est"}),
        ("Qui pour le vin, sauf en Corse, en PACA et en Île-de-France ?", {"Corse", "Provence-Alpes-Côte d'Azur", "Île-de-France"}),
        ("Des référents, mais pas dans le Sud-Ouest", {"Occitanie", "Nouvelle-Aquitaine"}),
        ("Sans les clusters de Normandie ou de Picardie, qui pour le textile ?", {"Normandie", "Hauts-de-France"}),
        ("Which partners outside Brittany and Normandy?", {"Bretagne", "Normandie"}),
    ],
)  # fmt: skip
def test_every_region_that_is_refused_is_left_out(directory: Directory, question: str, outside: set[str]) -> None:
    found, plain = read(directory, question)
    assert set(found.outside) == outside and not found.inside
    assert not places_within(plain)


@pytest.mark.parametrize(
    ("question", "inside"),
    [
        ("Quel partenaire en Bretagne ou Pays de la Loire pour les composites ?", {"Bretagne", "Pays de la Loire"}),
        ("Des partenaires pour l'aéronautique en Bretagne et Normandie ?", {"Bretagne", "Normandie"}),
        ("Qui contacter dans l'Ouest sur le maritime ?", OUEST),
        ("Which partners in the west of France for food?", OUEST),
        ("Quels clusters du Nord pour le textile ?", {"Hauts-de-France"}),
        ("Un partenaire robotique, uniquement en Alsace, en Lorraine ou en Franche-Comté", {"Grand Est", "Bourgogne-Franche-Comté"}),
        ("Des partenaires sur les protéines, de préférence dans l'Ouest", OUEST),
        ("Un partenaire eau, en Bretagne où en Normandie seulement", {"Bretagne", "Normandie"}),
    ],
)  # fmt: skip
def test_every_region_that_is_wanted_is_looked_in(directory: Directory, question: str, inside: set[str]) -> None:
    assert set(read(directory, question)[0].inside) == inside


@pytest.mark.parametrize(
    "question",
    [
        "Avec qui monter un projet de tourisme en Occitanie et en Corse ?",
        "Un partenaire pour vendre dans le nord de l'Europe ?",
        "Quel partenaire pour les marchés de l'est de la Chine ?",
        "Un partenaire pour animer nos rencontres en réunion ?",
        "Un partenaire dans le centre de recherche ?",
        "Nous cherchons, en pays de connaissance, un partenaire pour le bois",
    ],
)
def test_where_a_project_is_or_what_is_no_region_narrows_nothing(directory: Directory, question: str) -> None:
    found, _ = read(directory, question)
    assert not found.inside and not found.outside


REGIONS = sorted(NEIGHBOURS)


@given(st.lists(st.sampled_from(REGIONS), min_size=1, max_size=4, unique=True), st.sampled_from([" et ", " ou ", ", "]))
def test_an_enumeration_is_read_to_its_end(regions: list[str], joint: str) -> None:
    text = joint.join(f"en {region}" for region in regions)
    found = places_at(text, 0)
    assert found is not None and set(found.regions) == set(regions) and found.end == len(text)


@given(st.text(max_size=80))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    for found in wished_places(text):
        assert 0 <= found.start <= found.end <= len(text)
