import pytest

from assistant.answering.need import need_of


@pytest.mark.parametrize(
    ("question", "need"),
    [
        ("Avec qui monter un projet de télédétection et de capteurs ?", "télédétection, capteurs"),
        ("Nous cherchons un partenaire pour l'imagerie par drones", "imagerie, drones"),
        ("Avec qui collaborer ?", None),
        ("Quels partenaires nous conseilles-tu ?", None),
        ("Tu nous recommanderais qui ?", None),
        ("Avec qui faut-il s'allier ?", None),
        ("Aerospace et nous, est-ce une bonne idée ?", "Aerospace"),
        ("Vous suggérez qui pour l'hydrogène ?", "hydrogène"),
        ("un partenaire pour nous robotique", "robotique"),
        ("qui travaillent sur le bois", "bois"),
        ("Who could we build a project with on remote sensing?", "remote sensing"),
    ],
)
def test_what_is_looked_for_is_told_from_the_words_that_ask(question: str, need: str | None) -> None:
    assert need_of(question, []) == need


def test_the_name_of_a_cluster_is_no_need() -> None:
    question = "Avec qui Inno'vin peut-il travailler sur le bois ?"
    assert need_of(question, [(9, 17)]) == "bois"
