"""Citations: the quote found again on the page by code, where it comes from, and how far that was read."""

import re
from collections.abc import Callable

from assistant.answering.evidence import SHIPPED, Evidence
from assistant.answering.figures import has_figure
from assistant.library.rows import StoredDocument
from assistant.library.store import Library
from assistant.vocabulary import Citation, DocumentType, Provenance, Source

_YEAR = re.compile(r"(?<!\bFrance )(?<!\bHorizon )\b(?:19[5-9]\d|20[0-4]\d)\b")

SourcesOf = Callable[[Evidence], tuple[Source, ...]]


class QuoteNotFound(ValueError):
    """The quote is not on its page: the sentence is not shown. Caught by the drafting stage."""


def provenance(document: StoredDocument) -> Provenance:
    """A shipped sheet or note is ours; whatever a person added is the source itself."""
    if document.origin != SHIPPED:
        return Provenance.ORIGINAL
    return Provenance.FICHE if document.type == DocumentType.ANNUAIRE else Provenance.NOTE


def cite(n: int, evidence: Evidence, library: Library, sources_of: SourcesOf) -> Citation:
    """Citation number `n` for this sentence. Raises QuoteNotFound unless the page has the quote, letter for letter."""
    document = evidence.document
    page = library.page(document.id, evidence.passage.page)
    if page is None or page.text[evidence.start : evidence.end] != evidence.text:
        raise QuoteNotFound(evidence.text)
    return Citation(
        n=n,
        document_id=document.id,
        title=document.title,
        publisher=_text(document.meta.get("publisher")),
        type=document.type,
        year=document_year(document),
        figures_year=figures_year(evidence.text),
        page=page.number,
        page_label=page.label,
        quote=evidence.text,
        provenance=provenance(document),
        sources=sources_of(evidence),
        facts=evidence.facts,
    )


def document_year(document: StoredDocument) -> int | None:
    """Year of the document itself, from its front matter or properties."""
    found = _YEAR.search(str(document.meta.get("year") or document.meta.get("date") or ""))
    return int(found.group()) if found else None


def figures_year(text: str) -> int | None:
    """Latest year named in a sentence that holds a figure, or None. « France 2030 » is a programme, no year."""
    if not has_figure(text):
        return None
    years = [int(year) for year in _YEAR.findall(text)]
    return max(years) if years else None


def _text(value: object) -> str | None:
    return str(value) if value else None
