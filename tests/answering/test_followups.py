import pytest

from assistant.answering.followups import rewrite
from assistant.vocabulary import Turn

BEFORE = (Turn(question="Quelles fusions de pôles ont échoué ?", answer="…"),)


@pytest.mark.parametrize(
    ("follow_up", "full"),
    [
        ("Et dans l'énergie ?", "Quelles fusions de pôles ont échoué dans l'énergie ?"),
        ("et en Bretagne ?", "Quelles fusions de pôles ont échoué en Bretagne ?"),
        ("Sinon, en 2012 ?", "Quelles fusions de pôles ont échoué en 2012 ?"),
    ],
)
def test_a_follow_up_is_asked_again_as_a_full_question(follow_up: str, full: str) -> None:
    assert rewrite(follow_up, BEFORE) == full


def test_a_new_place_stands_for_the_old_one() -> None:
    before = (Turn(question="Quelles alliances entre pôles existent dans l'eau ?"),)
    assert rewrite("Et dans l'énergie ?", before) == "Quelles alliances entre pôles existent dans l'énergie ?"


def test_a_question_that_stands_alone_is_left_as_it_is() -> None:
    assert rewrite("Comment recruter des membres ?", BEFORE) is None


def test_nothing_is_rewritten_without_a_question_before() -> None:
    assert rewrite("Et dans l'énergie ?", ()) is None


def test_a_long_sentence_that_opens_with_and_is_a_question_of_its_own() -> None:
    text = "Et comment un cluster régional peut-il convaincre son Conseil régional de financer un deuxième chargé de projet ?"
    assert rewrite(text, BEFORE) is None


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quels pôles travaillent sur les matériaux biosourcés ?", "Et dans l'énergie ?", "Quels pôles travaillent dans l'énergie ?"),
        ("Comment les clusters organisent-ils leur gouvernance ?", "Et pour le financement ?", "Comment les clusters organisent-ils le financement ?"),
        ("Quels clusters travaillent l'eau en Occitanie ?", "et en Bretagne ?", "Quels clusters travaillent l'eau en Bretagne ?"),
    ],
)  # fmt: skip
def test_the_new_subject_or_place_stands_for_the_old_one(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)]) == full


def names(text: str) -> list[tuple[int, int]]:
    """Where two clusters are named."""
    return [(at, at + len(name)) for name in ("Vitagora", "Xylofutur") if (at := text.find(name)) >= 0]


@pytest.mark.parametrize(
    ("before", "question", "full"),
    [
        ("Quelles fusions ont échoué ?", "Pourquoi ?", "Quelles fusions ont échoué, et pourquoi ?"),
        ("How do clusters fund themselves?", "Why?", "How do clusters fund themselves, and why?"),
        ("Comment les clusters organisent-ils leur gouvernance ?", "et pour les petits ?", "Comment les clusters organisent-ils leur gouvernance pour les petits ?"),
        ("Quelle taille d'équipe pour un pôle ?", "et pour une grappe ?", "Quelle taille d'équipe pour une grappe ?"),
        ("Comment obtenir le label or ?", "Et le label bronze ?", "Comment obtenir le label bronze ?"),
        ("Quels pôles travaillent sur l'eau ?", "Dans l'énergie ?", "Quels pôles travaillent dans l'énergie ?"),
        ("Combien de membres a Vitagora ?", "Et Xylofutur ?", "Combien de membres a Xylofutur ?"),
        ("Combien de membres a Vitagora ?", "Quel est son budget ?", "Vitagora\u00a0: quel est son budget ?"),
        ("Quel est le budget de Vitagora ?", "et lui ?", "Quel est le budget de Vitagora ?"),
    ],
)  # fmt: skip
def test_what_is_left_unsaid_comes_from_the_question_before(before: str, question: str, full: str) -> None:
    assert rewrite(question, [Turn(question=before)], names) == full


def test_a_new_question_on_another_cluster_is_its_own() -> None:
    assert rewrite("Quel est le budget de Xylofutur ?", [Turn(question="Qui est Vitagora ?")], names) is None
    assert rewrite("Que faut-il voter ?", [Turn(question="Qui est Vitagora ?")], names) is None
