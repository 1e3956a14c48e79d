"""Who has done what is asked about comes first among those to learn from."""

import pytest

from assistant import Interpilote
from assistant.answering.experienced import labels_asked
from assistant.vocabulary import Phase


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("Qui a eu le label or ESCA ?", {"gold"}),
        ("Qui a obtenu un label d'excellence ?", {"gold", "silver", "bronze"}),
        ("Qui connaît le label de pôle ?", {"pole"}),
        ("Qui a le label de grappe ou le label ESCA bronze ?", {"grappe", "bronze"}),
        ("Qui s'occupe bien d'une petite équipe ?", set()),
    ],
)
def test_the_label_that_is_asked_about_is_heard(question: str, kinds: set[str]) -> None:
    assert labels_asked(question) == kinds


@pytest.mark.model
def test_those_who_hold_the_label_asked_about_come_first_and_it_is_told(assistant: Interpilote) -> None:
    question = "Qui a bien réussi le label or ESCA, pas trop loin de chez nous ?"
    answer = assistant.ask(question, cluster="eskal-eureka", phase=Phase.STRUCTURATION)
    first = assistant.directory.by_id[answer.suggestions[0].cluster_id]
    assert any(label.kind == "gold" for label in first.labels)
    assert any("sur ce sujet" in warning and first.short_name in warning for warning in answer.warnings)
    plain = assistant.ask("De qui apprendre ?", cluster="eskal-eureka", phase=Phase.STRUCTURATION)
    assert not any("sur ce sujet" in warning for warning in plain.warnings)


@pytest.mark.model
def test_whom_a_note_tells_of_on_the_subject_comes_first_with_the_sentence(assistant: Interpilote) -> None:
    answer = assistant.ask("De qui apprendre le financement privé ?", cluster="odeys", phase=Phase.STRUCTURATION)
    assert answer.suggestions[0].name == "ENTER" and "55\u00a0%" in answer.answer
    apart = assistant.ask("De qui apprendre la veille ?", cluster="odeys", phase=Phase.STRUCTURATION)
    assert any("quel que soit le sujet" in warning for warning in apart.warnings)
