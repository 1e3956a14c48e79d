"""A second opinion on the intent costs one call of the model a question."""

from dataclasses import replace

import pytest

from assistant import Interpilote
from assistant.answering.state import Request
from assistant.answering.understanding import understand
from assistant.vocabulary import Language, PilotProfile, Route

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "question",
    ["Avec qui monter un projet de capteurs ?", "Avec qui monter un projet de capteurs, sauf Aerospace Valley ?"],
)
def test_a_question_is_settled_once_whatever_it_leaves_out(assistant: Interpilote, question: str) -> None:
    asked = list[str]()

    def opinion(text: str, route: Route, language: Language) -> Route:
        asked.append(text)
        return route

    known = replace(assistant._ready().known, second_opinion=opinion)
    understand(known, {"request": Request(question, PilotProfile(cluster_id="inno-vin"))})
    assert len(asked) == 1
