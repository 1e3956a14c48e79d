"""Who competes with whom: two clusters that are named, or the pilot's own."""

import pytest

from assistant import Interpilote, resources
from assistant.answering.rivals import asks_own_rivals, asks_rivalry_between
from assistant.clusters.directory import Directory, load_directory


@pytest.fixture(scope="module")
def directory() -> Directory:
    return load_directory(resources.corpus())


@pytest.mark.parametrize(
    "question",
    [
        "Axelera et Polymeris sont-ils rivaux ?",
        "Axelera est-il en concurrence avec Polymeris ?",
        "Quelle rivalité entre Inno'vin et Vinseo ?",
        "Do Vitagora and Valorial compete with each other?",
        "Valorial et Vitagora se marchent-ils dessus ?",
    ],
)
def test_rivalry_between_two_names_is_heard(directory: Directory, question: str) -> None:
    assert asks_rivalry_between(question, directory.mentions(question))


@pytest.mark.parametrize(
    "question",
    ["Qui sont nos concurrents ?", "Quels pôles sont nos rivaux ?", "avec qui sommes-nous en concurrence", "Avons-nous des concurrents ?",
     "Which clusters compete with us?", "Which networks should we avoid because we compete with them?"],
)  # fmt: skip
def test_who_asks_for_their_own_rivals_is_heard(directory: Directory, question: str) -> None:
    assert asks_own_rivals(question, directory.mentions(question))


@pytest.mark.parametrize(
    "question",
    [
        "Comment gérer la concurrence entre nos adhérents ?",
        "Nos membres sont concurrents : qui peut les réunir ?",
        "Qui peut nous aider face à la concurrence ?",
        "Avec qui monter un projet de capteurs, sans concurrents ?",
        "Vitagora a-t-il des concurrents ?",
        "Qui dans notre équipe suit les projets concurrents ?",
        "Comment faire travailler Vitagora et Valorial, qui sont concurrents ?",
        "Vitagora et Valorial ont-ils travaillé ensemble ?",
    ],
)
def test_what_to_do_about_competition_is_another_question(directory: Directory, question: str) -> None:
    mentions = directory.mentions(question)
    assert not asks_own_rivals(question, mentions) and not asks_rivalry_between(question, mentions)


@pytest.mark.model
def test_two_of_one_trade_are_told_on_what_they_may_compete_with_their_sheets(assistant: Interpilote) -> None:
    answer = assistant.ask("Vitagora et Valorial sont-ils concurrents ?")
    assert "Coopétition possible entre Vitagora et Valorial sur agroalimentaire" in answer.answer
    assert len(answer.citations) >= 2 and "cotisations" not in answer.answer


@pytest.mark.model
def test_two_that_share_nothing_contended_are_told_so(assistant: Interpilote) -> None:
    answer = assistant.ask("Inno'vin et Cap Digital sont-ils concurrents ?")
    assert "Aucune concurrence n’est vue entre Inno'vin et Cap Digital" in answer.answer


@pytest.mark.model
def test_own_rivals_come_nearest_first_each_with_what_is_contended(assistant: Interpilote) -> None:
    answer = assistant.ask("Qui sont nos concurrents ?", cluster="aerospace-valley")
    assert answer.suggestions and "besoin" not in {c.name for s in answer.suggestions for c in s.criteria}
    assert all(any(c.kind == "concurrence" for c in s.cautions) for s in answer.suggestions)
    ours = [
        bool({"Occitanie", "Nouvelle-Aquitaine"} & set(assistant.directory.by_id[s.cluster_id].regions))
        for s in answer.suggestions
    ]
    assert ours == sorted(ours, reverse=True)
    there = assistant.ask("Quels clusters nous font concurrence en Bretagne ?", cluster="aerospace-valley")
    assert all("Bretagne" in assistant.directory.by_id[s.cluster_id].regions for s in there.suggestions)


@pytest.mark.model
def test_a_risk_that_is_asked_about_is_told_first(assistant: Interpilote) -> None:
    told = assistant.ask("Que risque-t-on avec Xylofutur ?", cluster="aerospace-valley").answer
    assert "Pour :" in told and told.index("⚠") < told.index("Pour :")
