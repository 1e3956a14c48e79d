"""A quote that is not on its page is never cited."""

from pathlib import Path

import numpy as np
import pytest

from assistant.answering.citing import QuoteNotFound, cite, figures_year
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.library.rows import PassageRow, StoredDocument
from assistant.library.store import Library
from assistant.vocabulary import DocumentType, Page, Provenance

TEXT = "Le budget moyen d'un pôle était de 1,09 M€ en 2011. Autre phrase."
QUOTE = TEXT[:51]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.sqlite")
    with library.transaction():
        library.add(StoredDocument("d1", "Rapport", DocumentType.EVALUATION, "added"), [Page(1, TEXT, label="iv")], [])
    return library


def evidence(text: str, start: int = 0, page: int = 1) -> Evidence:
    row = PassageRow(1, "d1", page, 0, len(TEXT), (), TEXT)
    card = StoredDocument("d1", "Rapport", DocumentType.EVALUATION, "added")
    return Evidence(
        text, start, start + len(text), (), (), row, card, 1.0, 0.0, 0.9, 1.0, np.zeros(2, dtype=np.float32)
    )


def test_a_quote_found_on_its_page_is_cited_with_page_label_and_year_of_its_figure(library: Library) -> None:
    citation = cite(1, evidence(QUOTE), library, lambda e: ())
    assert citation.quote == QUOTE
    assert (citation.page, citation.page_label) == (1, "iv")
    assert citation.figures_year == 2011
    assert citation.provenance == Provenance.ORIGINAL


@pytest.mark.parametrize(
    ("text", "start", "page"), [("Le budget moyen était de 2 M€.", 0, 1), (QUOTE, 3, 1), (QUOTE, 0, 2)]
)
def test_a_quote_that_is_not_there_is_not_shown(library: Library, text: str, start: int, page: int) -> None:
    with pytest.raises(QuoteNotFound):
        cite(1, evidence(text, start, page), library, lambda e: ())
    draft = Draft(library, lambda e: (), "fr")
    assert not draft.say(evidence(text, start, page))
    assert not draft.lines
    assert not draft.claims


def test_the_same_sentence_keeps_its_number(library: Library) -> None:
    draft = Draft(library, lambda e: (), "fr")
    assert draft.say(evidence(QUOTE))
    assert draft.say(evidence(QUOTE), before="- ")
    assert [line[-3:] for line in draft.lines] == ["[1]", "[1]"]
    assert len(draft.citations) == 1


def test_the_latest_year_of_a_sentence_dates_its_figures() -> None:
    assert figures_year("de 2009 à 2012, puis 15 personnes") == 2012
    assert figures_year("15 personnes") is None
