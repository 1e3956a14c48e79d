"""Whether the whole of a field is asked for, a part of it, or what changed."""

import pytest

from assistant import Interpilote
from assistant.answering.asked_parts import Part

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Combien d'adhérents compte Axelera ?", None),
        ("Axelera fédérait combien d'adhérents avant 2020 ?", None),
        ("Combien d'apiculteurs parmi les membres d'Axelera ?", Part.PARTIE),
        ("Combien d'adhérents savoyards compte Axelera ?", Part.PARTIE),
        ("Combien de projets d'Axelera touchent aux batteries ?", Part.PARTIE),
        ("How many Danish firms belong to Axelera?", Part.PARTIE),
        ("Combien d'adhérents Axelera a-t-il perdus ?", Part.EVOLUTION),
        ("De combien le budget d'Axelera a-t-il augmenté ?", Part.EVOLUTION),
    ],
)
def test_parts_are_told_from_the_whole_by_words_never_seen(
    assistant: Interpilote, question: str, part: Part | None
) -> None:
    start = question.index("Axelera")
    read = assistant.asked_parts.read(question, assistant.embedder.embed_query, [(start, start + len("Axelera"))])
    assert read is part


def test_a_sentence_tells_a_part_when_it_has_its_words_and_a_figure(assistant: Interpilote) -> None:
    question = "Part de PME parmi les membres d'Axelera"
    tells = assistant.asked_parts.tells(Part.PARTIE, question, [(question.index("Axelera"), len(question))])
    assert tells("Axelera réunissait 300 membres, dont 70 % de PME.")
    assert not tells("Axelera réunissait 300 membres.")
    assert not tells("Axelera aide les PME.")
