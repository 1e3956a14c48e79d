import pytest

from assistant.routing.seeking import seeks_nobody


@pytest.mark.parametrize(
    ("question", "nobody"),
    [
        ("Quel logiciel utilise notre voisin ?", True),
        ("Que devient une alliance quand un label se perd ?", True),
        ("Les PME ont-elles voix au chapitre dans les grappes ?", True),
        ("What software does it use?", True),
        ("Quel pôle pour un projet d'hydrogène ?", False),
        ("Quels autres clusters ont ce souci ?", False),
        ("Quel laboratoire pour des capteurs ?", False),
        ("Avec qui bâtir un projet ?", False),
        ("Comment trouver un allié ?", False),
        ("drones pour la vigne", False),  # asks nothing by its words
        ("plutôt en Bretagne", False),
    ],
)
def test_a_search_for_somebody_is_told_from_one_for_a_thing(question: str, nobody: bool) -> None:
    assert seeks_nobody(question) is nobody
