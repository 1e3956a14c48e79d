"""What follows suggestions: names left out, regions left out, one cluster judged, who worked with whom."""

import re

import pytest

from assistant import Interpilote
from assistant.answering.presenting import as_text
from assistant.answering.wish_kinds import SAID
from assistant.vocabulary import Answer, Phase, PilotProfile, Turn

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
        assert "Nouvelle-Aquitaine" not in assistant.directory.by_id[key].regions[:1]


def test_other_names_are_others(assistant: Interpilote) -> None:
    first, others = follow(assistant, ROOT), follow(assistant, ROOT, "D'autres noms ?")
    assert others.suggestions and not ids(first) & ids(others)


def test_one_name_is_judged_with_what_speaks_against_it(assistant: Interpilote) -> None:
    answer = follow(assistant, ROOT, "Pourquoi pas Xylofutur ?")
    assert ids(answer) == {"xylofutur"}
    assert re.search(r"Contre|Un peu", answer.answer) and "drones" in answer.answer
    assert ids(follow(assistant, "Xylofutur serait-il un bon partenaire pour un projet de drones ?")) == {"xylofutur"}


@pytest.mark.parametrize(
    "question",
    [
        "Vitagora est-il un concurrent ?",
        "Est-ce qu'on joue sur le même terrain que Vitagora ?",
        "Quels points communs entre Vitagora et nous ?",
        "Quels obstacles à une coopération avec Vitagora ?",
        "avantages et inconvenients d'un projet avec vitagora",
        "Should we worry about Vitagora as a rival?",
    ],
)
def test_a_rival_or_an_ally_is_told_by_what_speaks_for_and_against(assistant: Interpilote, question: str) -> None:
    answer = assistant.ask(question, cluster="inno-vin")
    assert ids(answer) == {"vitagora"}
    assert re.search("Concurrence : aucune signalée|Competition: none reported", answer.answer)
    assert "cotisations" not in answer.answer  # what texts say of fees judges nobody


def test_a_rival_of_the_same_trade_is_told_as_one(assistant: Interpilote) -> None:
    answer = assistant.ask("Vinseo est-il un concurrent ?", cluster="inno-vin")
    assert ids(answer) == {"vinseo"}
    assert "Coopétition possible avec Vinseo" in answer.answer and "aucune signalée" not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Vitagora a-t-il des concurrents ?",
        "Vitagora et Valorial sont-ils concurrents ?",
        "Quels sont les partenaires de Vitagora ?",
        "Qui finance Vitagora ?",
        "Comment négocier avec Vitagora ?",
    ],
)
def test_what_is_asked_of_a_cluster_alone_judges_nobody(assistant: Interpilote, question: str) -> None:
    assert "Dans l’ensemble" not in assistant.ask(question, cluster="inno-vin").answer


def test_who_tells_nothing_of_their_cluster_gets_no_judgement(assistant: Interpilote) -> None:
    assert not assistant.ask("Vitagora est-il un concurrent ?").suggestions


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


def test_one_cluster_asked_about_first_is_weighed_for_and_against(assistant: Interpilote) -> None:
    for question in ("Pourquoi pas Minalogic pour un projet de capteurs ?", "Why not Minalogic for a sensor project?"):
        answer = follow(assistant, question)
        assert ids(answer) == {"minalogic"} and not any("Laissés de côté" in warning for warning in answer.warnings)
    assert "Dans l’ensemble" in follow(assistant, "Pourquoi pas Minalogic ?").answer
    assert ids(follow(assistant, "Une convention avec Vitagora est en vue, qu'en penser ?")) == {"vitagora"}


def test_a_first_question_is_answered_as_it_wants(assistant: Interpilote) -> None:
    answer = follow(assistant, "Avec qui monter un projet d'irrigation, mais pas un rival ?")
    assert answer.suggestions
    assert all(caution.kind != "concurrence" for s in answer.suggestions for caution in s.cautions)
    assert any("sans concurrents" in warning for warning in answer.warnings)
    inside = follow(assistant, "Quel partenaire en Bretagne pour la robotique ?")
    assert inside.suggestions
    assert all("Bretagne" in assistant.directory.by_id[key].regions for key in ids(inside))
    assert len(follow(assistant, "Trois partenaires pour un projet de capteurs").suggestions) == 3


def test_the_kind_of_structure_wanted_is_the_kind_given(assistant: Interpilote) -> None:
    for answer in (
        follow(assistant, "Avec quelle grappe monter un projet de drones ?"),
        follow(assistant, ROOT, "pas un pôle, plutôt une grappe"),
    ):
        kinds = {assistant.directory.by_id[key].kind for key in ids(answer)}
        assert kinds == {"grappe_entreprises"}


@pytest.mark.parametrize("message", ["et pour le vin bio ?", "et s'ils refusent ?", "lequel a le plus d'adhérents ?"])
def test_another_question_after_suggestions_narrows_nothing(assistant: Interpilote, message: str) -> None:
    rewritten = follow(assistant, ROOT, message).rewritten_question or ""
    assert not any(said[language] in rewritten for said in SAID.values() for language in ("fr", "en"))


def test_smaller_ones_than_a_tiny_pilot_are_small_ones_of_the_directory(assistant: Interpilote) -> None:
    tiny = PilotProfile(
        name="Cluster du hêtre", regions=("Nouvelle-Aquitaine",), sectors=("forêt et bois",), members=15
    )
    answer = assistant.ask("Quel petit cluster comme référent ?", profile=tiny, phase=Phase.STRUCTURATION)
    sizes = [assistant.directory.by_id[key].members for key in ids(answer)]
    assert sizes and all(size is not None and size.count < 250 for size in sizes)


def test_those_nearly_of_our_size_stay_at_the_end_and_are_told(assistant: Interpilote) -> None:
    answer = assistant.ask(
        "Un partenaire pour les composites thermoplastiques, de notre taille ?", cluster="aerospace-valley"
    )
    assert "Polymeris" in [s.name for s in answer.suggestions][-2:]
    assert any("Tout près de cette taille" in warning and "Polymeris (400" in warning for warning in answer.warnings)


def test_nobody_who_serves_nothing_of_a_need_fills_the_list(assistant: Interpilote) -> None:
    answer = assistant.ask("Quel partenaire pour un projet d'emballage, plutôt petit ?", cluster="vitagora")
    met = [next(c for c in s.criteria if c.name == "besoin") for s in answer.suggestions]
    assert met and all(c.value and "ne couvrent pas" not in c.because for c in met)
    assert len(met) == 5 or any("répondent à ce besoin" in warning for warning in answer.warnings)


def test_a_region_left_out_goes_by_where_one_is_based(assistant: Interpilote) -> None:
    answer = assistant.ask("Des partenaires pour l'agroalimentaire, mais pas en Île-de-France", cluster="inno-vin")
    first = [assistant.directory.by_id[key].regions[:1] for key in ids(answer)]
    assert first and ("Île-de-France",) not in first


def test_where_a_project_is_narrows_nothing_and_is_told(assistant: Interpilote) -> None:
    answer = assistant.ask("Quels clusters pour un projet d'hydrogène en Corse ?", cluster="vitagora")
    assert any("uniquement en Corse" in warning for warning in answer.warnings)


def test_what_is_shared_without_being_contended_is_no_contradiction(assistant: Interpilote) -> None:
    told = assistant.ask("Pourquoi pas EMC2 ?", cluster="aerospace-valley").answer
    assert "ces thèmes communs ne sont ni le secteur des deux" in told and "Contre : thèmes communs" not in told


def test_an_activity_that_nobody_checked_is_never_cut(assistant: Interpilote) -> None:
    from assistant.answering.suggesting import gravest

    doubtful = [c for c in assistant.directory.active if c.status == "non_verifie"]
    found = assistant.partners("inno-vin", k=150, need="emballage").suggestions
    shown = [s for s in found if s.cluster_id in {c.id for c in doubtful}]
    assert shown and all(any("non vérifiée" in c.text for c in gravest(s.cautions, "fr")) for s in shown)


def test_what_informs_is_not_marked_as_a_danger(assistant: Interpilote) -> None:
    answer = assistant.ask("Quels partenaires en Bretagne ou en Normandie pour l'eau ?", cluster="vitagora")
    assert "· Cherchés là seulement" in as_text(answer)
