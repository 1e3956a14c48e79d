"""Sentences that cannot stand alone are quoted with what they lean on, or not at all."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.answering.evidence import Evidence
from assistant.answering.standing import is_fragment, leans, standing
from assistant.library.store import PassageRow, StoredDocument
from assistant.vocabulary import DocumentType

TEXT = "Atlanpack limite ses adhésions. Xylofutur fait le choix inverse. Le label dure quatre ans.\n\nElle dure peu."


def sentence(text: str, section: tuple[str, ...] = ()) -> Evidence:
    start = TEXT.index(text)
    row = PassageRow(1, "d", 1, 0, len(TEXT), section, TEXT)
    card = StoredDocument("d", "Titre", DocumentType.BONNES_PRATIQUES, "shipped")
    vector = np.zeros(3, dtype=np.float32)
    return Evidence(text, start, start + len(text), section, (), row, card, 0.5, 0.0, 0.8, 1.0, vector)


FIRST, SECOND = sentence("Atlanpack limite ses adhésions."), sentence("Xylofutur fait le choix inverse.")
THIRD, ORPHAN = sentence("Le label dure quatre ans."), sentence("Elle dure peu.")


def test_a_sentence_that_leans_is_quoted_with_the_one_before() -> None:
    (found,) = standing([SECOND], [FIRST, SECOND, THIRD])
    assert found.text == "Atlanpack limite ses adhésions. Xylofutur fait le choix inverse."
    assert TEXT[found.start : found.end] == found.text


def test_a_pronoun_without_its_noun_in_the_paragraph_is_left_out() -> None:
    assert standing([THIRD, ORPHAN], [FIRST, SECOND, THIRD, ORPHAN]) == [THIRD]


def test_nothing_is_borrowed_from_under_another_heading() -> None:
    assert standing([replace(SECOND, section=("Autre",))], [FIRST]) == []


@pytest.mark.parametrize(
    "text",
    [
        "Elle compte 40 membres.",
        "Ce dispositif aide les PME.",
        "Cependant, le label manque.",
        "C’est un frein connu.",
        "Le nombre et la part sont donc liés.",
        "They merged in 2017.",
        "- Ils se réunissent chaque mois.",
    ],
)
def test_a_sentence_that_points_back_is_recognised(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Il faut voter les statuts.",
        "Ce qui compte est la confiance.",
        "Le label vaut quatre ans, donc une phase.",
        "Les deux-roues relèvent du pôle Mov'eo.",
        "L'évaluation de 2012 classe vingt pôles.",
        "It is the board that decides.",
    ],
)
def test_a_sentence_that_names_what_it_speaks_of_stands_alone(text: str) -> None:
    assert not leans(text)


def test_titles_and_cut_sentences_are_no_answers() -> None:
    assert is_fragment("Gouvernance et financement des pôles en France")
    assert is_fragment("et de la Région pour trois années de fonctionnement.")
    assert not is_fragment("– Le conseil compte trente-cinq membres.")


def test_a_file_without_punctuation_still_answers() -> None:
    bare = replace(FIRST, text="Atlanpack limite ses adhésions")
    assert standing([bare], [bare]) == [bare]
