"""Clusters « bretons » are those of Bretagne."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.answering.region_adjectives import with_regions_named


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Quels clusters bretons travaillent sur la mer ?", "Quels clusters en Bretagne travaillent sur la mer ?"),
        ("les pôles de compétitivité normands", "les pôles de compétitivité en Normandie"),
        ("Y a-t-il des grappes alsaciennes ?", "Y a-t-il des grappes en Alsace ?"),
        ("un partenaire francilien pour la santé", "un partenaire en Île-de-France pour la santé"),
        ("nos voisins néo-aquitains", "nos voisins en Nouvelle-Aquitaine"),
        ("Which Breton clusters work on the sea?", "Which clusters en Bretagne work on the sea?"),
        ("reseaux rhonalpins", "reseaux en Rhône-Alpes"),
    ],
)
def test_an_adjective_of_a_region_is_read_as_the_region(typed: str, read: str) -> None:
    assert with_regions_named(typed, []) == read


@pytest.mark.parametrize(
    "typed",
    [
        "Les clusters de la Lorraine",
        "un cluster en Limousin",
        "Qui a mangé un bœuf bourguignon ?",
        "Le Breton cherche un emploi.",
        "les pôles, dit ce Normand",
        "Le cluster Corse Énergies",
    ],
)
def test_names_and_what_is_said_of_others_stay(typed: str) -> None:
    start = typed.find("Corse Énergies")
    assert with_regions_named(typed, [(start, len(typed))] if start >= 0 else []) == typed


@given(st.text(alphabet="clustersbretonsôé '’,?-", max_size=60))
def test_nothing_else_of_a_text_changes(text: str) -> None:
    read = with_regions_named(text, [])
    assert read == text or "en Bretagne" in read


@pytest.mark.model
def test_who_asks_for_clusters_by_such_an_adjective_gets_the_list(assistant: Interpilote) -> None:
    answer = assistant.ask("Quels clusters bretons travaillent sur la mer ?")
    assert answer.citations and "Pôle Mer Bretagne Atlantique" in answer.answer.split("[1]")[0]
