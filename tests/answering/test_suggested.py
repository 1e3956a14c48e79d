"""What follows suggestions: names left out, regions left out, one cluster judged, who worked with whom."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Answer, Turn

pytestmark = pytest.mark.model
ROOT = "Avec qui monter un projet de drones pour la vigne ?"


def ids(answer: Answer) -> set[str]:
    return {suggestion.cluster_id for suggestion in answer.suggestions}


def follow(assistant: Interpilote, *messages: str) -> Answer:
    *before, last = messages
    return assistant.ask(last, cluster="inno-vin", history=[Turn(question=text) for text in before])


def test_a_refused_name_is_left_out_and_the_need_stays(assistant: Interpilote) -> None:
    assert "aetos" in ids(follow(assistant, ROOT))
    for answer in (
        follow(assistant, ROOT, "Un autre qu'Aetos ?"),
        follow(assistant, "Quels partenaires pour un projet de drones pour la vigne, sauf Aetos ?"),
    ):
        assert answer.suggestions and "aetos" not in ids(answer)
        assert "« drones »" in answer.answer and any("Aetos" in warning for warning in answer.warnings)


def test_outside_the_region_nobody_of_it_is_suggested_and_region_is_no_need(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "Et sans ceux de ma région ?")
    assert answer.suggestions and "« région »" not in answer.answer
    for key in ids(answer):
        assert "Nouvelle-Aquitaine" not in assistant.directory.by_id[key].regions


def test_other_names_are_others(assistant: Interpilote) -> None:
    first, others = follow(assistant, ROOT), follow(assistant, ROOT, "D'autres noms ?")
    assert others.suggestions and not ids(first) & ids(others)


def test_one_name_is_judged_with_what_speaks_against_it(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "Pourquoi pas Xylofutur ?")
    assert ids(answer) == {"xylofutur"}
    assert "Peu ou contre" in answer.answer and "drones" in answer.answer
    assert ids(follow(assistant, "Xylofutur serait-il un bon partenaire pour un projet de drones ?")) == {"xylofutur"}


def test_ties_among_the_names_are_quoted_from_their_sheets(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "Lesquels ont déjà travaillé ensemble ?")
    assert "Smart Bordeaux" in answer.answer and answer.citations and not answer.suggestions
    asked = assistant.ask("Quels pôles ont déjà travaillé avec Xylofutur ?")
    assert "Projet commun entre Aerospace Valley et Xylofutur" in asked.answer


def test_who_can_introduce_is_told_for_each_name(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "Qui peut nous présenter à Aerospace Valley ?")
    assert ids(answer) == {"aerospace-valley"} and "Pour être présenté" in answer.answer
