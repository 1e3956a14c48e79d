"""Whoever greets, thanks or asks for help is told what can be asked, and nobody else is."""

import pytest

from assistant import Interpilote
from assistant.answering.courtesies import WHAT_TO_ASK, courtesy
from assistant.answering.introducing import introducing
from assistant.answering.presenting import as_text
from assistant.vocabulary import Status


@pytest.mark.parametrize(
    "message",
    ["bonjour", "Bonjour !", "Salut, que sais-tu faire ?", "aide", "À l’aide !", "Que peux-tu faire ?", "comment ça marche ?"],
)  # fmt: skip
def test_a_greeting_or_a_call_for_help_is_told_what_can_be_asked(message: str) -> None:
    said = courtesy(message, "fr")
    assert said is not None and "référent" in said and WHAT_TO_ASK["fr"][0] in said


@pytest.mark.parametrize(
    "message",
    ["merci bcp", "Bonjour, merci beaucoup", "ok merci bcp !", "au revoir", "Merci, au revoir", "Merci et bonne journée",
     "à bientôt", "Merci à vous, bonne journée !", "Super, merci", "Bonne soirée", "mrc", "c'est parfait, merci"],
)  # fmt: skip
def test_thanks_and_goodbyes_are_answered_in_a_word(message: str) -> None:
    assert "plaisir" in str(courtesy(message, "fr"))


@pytest.mark.parametrize(
    "message",
    [
        "ok merci, j'en parle à mon bureau demain",
        "Merci, c'est plus net.",
        "top merci beaucoup",
        "ha ha merci t'es gentil",
        "Parfait, je m'en contenterai. Merci.",
        "thanks, I will ask our accountant",
    ],
)
def test_thanks_with_a_remark_are_no_question(message: str) -> None:
    assert courtesy(message, "fr") is not None


def test_thanks_and_goodbyes_in_english_are_answered_in_english() -> None:
    assert all("welcome" in str(courtesy(message, "en")) for message in ("Hi, thank you", "Thanks, bye", "goodbye"))


def test_thanks_are_answered_and_english_greetings_in_english() -> None:
    assert "plaisir" in str(courtesy("ok merci beaucoup", "fr"))
    assert "Whom to call" in str(courtesy("Hello, what can you do?", "en"))


@pytest.mark.parametrize(
    "message",
    [
        "Bonjour, combien de membres au conseil ?",
        "Quelle aide de la Région ?",
        "Comment ça marche, la labellisation ?",
        "Aide régionale",
        "Qui peut nous aider ?",
        "merci de me dire qui appeler",
        "Bonjour, merci de me dire qui appeler",
        "Merci, et les cotisations ?",
        "merci, les cotisations des grappes",
        "budget d'une grappe merci",
        "merci c'est clair. qui relit le dossier",
        "Bonne gouvernance",
        "Au revoir les subventions ?",
        "bonnes pratiques",
        "à bientôt 10 ans, quel bilan ?",
        "",
    ],
)
def test_a_question_is_never_taken_for_a_courtesy(message: str) -> None:
    assert courtesy(message, "fr") is None


@pytest.mark.model
def test_hello_gets_examples_to_click_and_no_passage_beside_the_point(assistant: Interpilote) -> None:
    answer = assistant.ask("bonjour")
    assert answer.status is Status.ABSTAINED and answer.abstention is not None
    assert answer.abstention.nearest == () and answer.follow_ups == WHAT_TO_ASK["fr"]
    assert "hors sujet" not in as_text(answer)


@pytest.mark.parametrize(
    ("message", "is_third"),
    [
        ("Je suis au Conseil régional de Bretagne, quels clusters présenter l'un à l'autre ?", True),
        ("Je travaille à la Région Occitanie : qui mettre en relation ?", True),
        ("Nous sommes en région parisienne, qui rencontrer ?", False),
        ("Je suis un cluster régional du bois, avec qui travailler ensemble ?", False),
        ("Le Conseil régional peut-il nous présenter à un pôle ?", False),
        ("Je suis au Conseil régional, combien coûte un pôle ?", False),
    ],
)
def test_only_who_introduces_others_is_shown_the_tables(message: str, is_third: bool) -> None:
    assert (introducing(message, "fr") is not None) == is_third


def test_who_introduces_is_led_to_the_tables_and_to_the_list_of_their_region() -> None:
    shown = introducing("Nous sommes la Région Occitanie et voulons réunir des clusters", "fr")
    assert shown is not None and "« Rencontres »" in shown[0] and shown[1] == "Quels clusters en Occitanie ?"
