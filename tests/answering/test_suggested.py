"""What follows suggestions: names left out, regions left out, one cluster judged, who worked with whom."""

import pytest

from assistant import Interpilote
from assistant.vocabulary import Answer, Phase, Turn

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
    assert "Vitidrones" in answer.answer and answer.citations and not answer.suggestions
    asked = assistant.ask("Quels pôles ont déjà travaillé avec Xylofutur ?")
    assert "Projet commun entre Aerospace Valley et Xylofutur" in asked.answer


def test_who_can_introduce_is_told_for_each_name(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "Qui peut nous présenter à Aerospace Valley ?")
    assert ids(answer) == {"aerospace-valley"} and "Pour être présenté" in answer.answer


def test_smaller_ones_are_smaller_and_the_need_stays(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "des petits si possible")
    assert answer.suggestions and "drones" in (answer.rewritten_question or "")
    sizes = [assistant.directory.by_id[key].members for key in ids(answer)]
    assert all(size is not None and size.count < 200 for size in sizes)
    assert any("nombre de membres" in warning for warning in answer.warnings)


def test_the_nearest_comes_first_among_the_same(assistant: Interpilote) -> None:
    first, near = follow(assistant, ROOT), follow(assistant, ROOT, "lequel est à côté de chez nous ?")
    assert ids(near) == ids(first)
    values = [next(c.value or 0.0 for c in s.criteria if c.name == "distance") for s in near.suggestions]
    assert values == sorted(values, reverse=True)


def test_without_rivals_nobody_competes(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "quelqu'un qui ne nous concurrence pas")
    assert answer.suggestions
    assert all(caution.kind != "concurrence" for s in answer.suggestions for caution in s.cautions)


def test_one_name_alone_or_the_second_of_the_list(assistant: Interpilote) -> None:
    first = follow(assistant, ROOT)
    assert ids(follow(assistant, ROOT, "un seul nom")) == {first.suggestions[0].cluster_id}
    turns = [Turn(question=ROOT, answer=first.answer)]
    second = assistant.ask("et le deuxième ?", cluster="inno-vin", history=turns)
    assert ids(second) == {first.suggestions[1].cluster_id}


def test_one_region_alone(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "seulement en Occitanie")
    assert answer.suggestions
    assert all("Occitanie" in assistant.directory.by_id[key].regions for key in ids(answer))


@pytest.mark.parametrize(
    "question",
    ["Quel outil de visioconférence emploie Minalogic ?", "Comment un cluster de drones peut-il tester des vols ?"],
)
def test_a_question_that_looks_for_nobody_gets_no_names(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question, cluster="inno-vin")
    assert not answer.suggestions and answer.route.intent.value not in ("referent", "partenaire")


def test_those_to_clear_up_stand_apart_below_the_referents_and_a_caution_is_told_once(assistant: Interpilote) -> None:
    asked = assistant.ask("De qui apprendre ?", cluster="eskal-eureka", phase=Phase.STRUCTURATION)
    told = asked.answer
    learning, _, unclear = told.partition("À clarifier avant d’appeler")
    assert "EuroSIMA" in learning and "Odéys" in unclear and "Odéys" not in learning
    assert told.count("apporte un terrain d’application") == 1
    assert "depuis 2005, Eskal Eureka depuis 2002" not in told
