"""A question that says where and on what its pilot works is enough for first suggestions."""

import pytest

from assistant import Interpilote, resources
from assistant.answering.stated_profile import in_labels, stated_profile
from assistant.clusters.themes import Vocabulary, load_vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(resources.corpus() / "themes.yaml")


@pytest.mark.parametrize(
    ("question", "regions", "sectors", "needs"),
    [
        ("Je suis en Bretagne dans l'agroalimentaire, avec quel cluster travailler ?", ("Bretagne",), ("agroalimentaire",), ()),
        ("Notre cluster bois cherche des compétences en capteurs", (), ("forêt et bois",), ("capteurs",)),
        ("Un partenaire pour un projet d'intelligence artificielle dans la vigne", (), (), ("intelligence artificielle", "vigne")),
        ("on est un cluster du numérique en PACA et on voudrait travailler avec la santé", ("Provence-Alpes-Côte d'Azur",), ("numérique",), ("santé",)),
        ("Mon projet de drones : avec qui ?", (), (), ("drones",)),
    ],
)  # fmt: skip
def test_region_filiere_and_need_are_read_apart(
    vocabulary: Vocabulary, question: str, regions: tuple[str, ...], sectors: tuple[str, ...], needs: tuple[str, ...]
) -> None:
    found = stated_profile(question, vocabulary)
    assert found is not None
    assert (found.regions, found.sectors, found.needs) == (regions, sectors, needs)


@pytest.mark.parametrize(
    "question", ["Avec qui monter un projet ?", "De qui apprendre ?", "À la réunion du conseil", ""]
)
def test_a_question_that_says_nothing_of_its_pilot_makes_no_profile(vocabulary: Vocabulary, question: str) -> None:
    assert stated_profile(question, vocabulary) is None


def test_a_translated_question_is_read_by_the_names_of_its_themes(vocabulary: Vocabulary) -> None:
    found = stated_profile(in_labels("projet drones vigne viticole Bretagne", vocabulary), vocabulary)
    assert found is not None
    assert found.regions == ("Bretagne",)
    assert "drones" in found.needs
    assert any("vigne" in need for need in found.needs)


@pytest.mark.model
def test_a_cluster_compared_to_ours_is_not_taken_for_who_asks(assistant: Interpilote) -> None:
    answer = assistant.ask("Aerospace Valley peut-elle être partenaire d'un petit cluster comme le mien ?")
    assert not answer.suggestions
    assert assistant.ask("Avec qui Aerospace Valley pourrait-elle monter un projet de capteurs ?").suggestions


@pytest.mark.model
def test_the_place_that_référents_are_wanted_in_is_enough_for_names(assistant: Interpilote) -> None:
    answer = assistant.ask("Je cherche des référents en Occitanie dans le bois")
    assert answer.suggestions and "Occitanie" in " ".join(answer.warnings)
