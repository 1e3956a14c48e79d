"""A question that asks two things is answered for the one that is known."""

import pytest

from assistant import Interpilote
from assistant.answering.in_parts import parts_of
from assistant.vocabulary import Status


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Comment obtenir le label bronze, et combien ça coûte ?", ["Comment obtenir le label bronze ?"]),
        (
            "Qui évalue les pôles ? Quel ministre a signé le rapport ?",
            ["Qui évalue les pôles ?", "Quel ministre a signé le rapport ?"],
        ),
        (
            "Who rates the poles and when does the minister sign?",
            ["Who rates the poles ?", "when does the minister sign ?"],
        ),
        ("Qui évalue les pôles, et à qui le rapport est-il remis ?", ["Qui évalue les pôles ?"]),
    ],
)
def test_only_parts_that_stand_by_themselves_are_asked_alone(question: str, parts: list[str]) -> None:
    assert [part for part, _ in parts_of(question)][: len(parts)] == parts


@pytest.mark.parametrize(
    "question", ["Comment recruter et garder une équipe ?", "budget et gouvernance", "A ? Et B ? Et qui paie ?"]
)
def test_what_asks_one_thing_or_many_is_not_cut(question: str) -> None:
    assert parts_of(question) == []


def test_the_part_that_is_known_is_answered_and_the_other_told_as_unknown(assistant: Interpilote) -> None:
    answer = assistant.ask(
        "Comment obtenir le label bronze de l'ESCA, et quel est le numéro de téléphone de l'auditeur ?"
    )
    assert answer.status is Status.ANSWERED
    assert "numéro de téléphone" in answer.warnings[0]
    assert not any("téléphone" in citation.quote for citation in answer.citations)


def test_two_parts_that_nobody_answers_are_refused(assistant: Interpilote) -> None:
    answer = assistant.ask("Combien gagne le directeur d'Axelera, et quel est son numéro de portable ?")
    assert answer.status is Status.ABSTAINED
