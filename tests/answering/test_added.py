"""An added file is told apart from the corpus; where their figures differ, it is told as a disagreement."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.added import LEADS, beside, corpus_leads, disagreement, is_added
from assistant.answering.evidence import Evidence
from assistant.answering.suggesting import about
from assistant.library.rows import PassageRow, StoredDocument
from assistant.vocabulary import DocumentType

VECTOR = np.array([1.0, 0.0], dtype=np.float32)


def said(text: str, origin: str = "shipped", score: float = 1.0, vector: np.ndarray = VECTOR) -> Evidence:  # type: ignore[type-arg]
    document = StoredDocument(origin, f"Titre {origin}", DocumentType.UTILISATEUR, origin)
    passage = PassageRow(1, document.id, 1, 0, len(text), (), text)
    return Evidence(text, 0, len(text), (), (), passage, document, 1.0, 0.0, 1.0, score, vector)


def test_an_added_figure_that_differs_is_told_with_its_title() -> None:
    checked = said("Le budget moyen d'un cluster est de 150 000 € par an.")
    added = said("Le budget moyen d'un cluster est de 900 000 € par an.", "added")
    told = disagreement(added, [checked], "fr")
    assert told is not None and "Titre added" in told and "900 000" in told and "150 000" in told
    assert disagreement(replace(added, text=checked.text), [checked], "fr") is None
    assert disagreement(added, [added], "fr") is None


DIFFERENT = (
    ("Le cluster demande 500 € en 2023.", "Le cluster demande 800 € en 2023."),
    ("Le budget du pôle est de 1,5 M€ par an.", "Le budget du pôle est de 15 M€ par an."),
    ("L'équipe du pôle compte 1 200 membres.", "L'équipe du pôle compte 2 000 membres."),
    ("Le pôle a été créé en 2005.", "Le pôle a été créé en 2007."),
)
ALIKE = (
    ("Le budget du pôle est de 1 500 € en 2012.", "Le budget du pôle est de 1500 € en 2023."),
    ("Le pôle a été créé en 2005.", "Le pôle, créé en 2004 a 40 membres."),
    ("Le budget du pôle est de 1,5 M€.", "Le budget du pôle est de 1,5 M€ par an."),
    ("Le budget du pôle augmente.", "Le budget du pôle est de 15 M€ par an."),
)


@pytest.mark.parametrize(("checked", "added"), DIFFERENT)
def test_a_figure_that_differs_is_told_though_its_year_or_its_digits_are_the_same(checked: str, added: str) -> None:
    assert disagreement(said(added, "added"), [said(checked)], "fr") is not None


@pytest.mark.parametrize(("checked", "added"), ALIKE)
def test_figures_that_agree_or_tell_of_other_things_are_no_disagreement(checked: str, added: str) -> None:
    assert disagreement(said(added, "added"), [said(checked)], "fr") is None


@given(st.floats(0.01, 2), st.floats(0.01, 2))
def test_the_corpus_leads_unless_an_added_file_is_much_nearer(ours: float, theirs: float) -> None:
    both = sorted([said("Corpus.", score=ours), said("Ajout.", "added", score=theirs)], key=lambda e: -e.score)
    assert corpus_leads(both) == (ours >= LEADS * theirs)
    assert all(map(is_added, beside(both)))


def test_without_added_files_the_corpus_leads_and_nothing_stands_beside() -> None:
    only = [said("Corpus.")]
    assert corpus_leads(only) and not beside(only)


def test_an_added_file_is_no_sheet_and_no_list_of_the_directory() -> None:
    sheet = StoredDocument("d", "Fiche", DocumentType.ANNUAIRE, "shipped", meta={"cluster_id": "alpha"})
    assert about(replace(said("Alpha."), document=sheet), "alpha")
    assert not about(replace(said("Alpha."), document=replace(sheet, origin="added")), "alpha")
