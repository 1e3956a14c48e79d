"""An added file is told apart from the corpus; where their figures differ, it is told as a disagreement."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.added import LEADS, beside, corpus_leads, disagreement, is_added
from assistant.answering.evidence import Evidence
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


@given(st.floats(0.01, 2), st.floats(0.01, 2))
def test_the_corpus_leads_unless_an_added_file_is_much_nearer(ours: float, theirs: float) -> None:
    both = sorted([said("Corpus.", score=ours), said("Ajout.", "added", score=theirs)], key=lambda e: -e.score)
    assert corpus_leads(both) == (ours >= LEADS * theirs)
    assert all(map(is_added, beside(both)))


def test_without_added_files_the_corpus_leads_and_nothing_stands_beside() -> None:
    only = [said("Corpus.")]
    assert corpus_leads(only) and not beside(only)
