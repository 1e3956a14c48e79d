"""The numbered sources of a draft: each statement keeps where it comes from and how far that was read."""

from collections.abc import Iterable, Sequence

from assistant.clusters.case import Case
from assistant.drafts.call_sheet import Point
from assistant.drafts.draft import Draft, Line, Section
from assistant.library.facts import Facts
from assistant.vocabulary import Source


def sourced(
    case: Case,
    references: "References",
    version: str,
    title: str,
    sections: Sequence[Section],
    subtitle: str | None = None,
) -> Draft:
    """The draft of these sections with the sources they cite, in the language of the case, as of its day."""
    return Draft(
        title=title,
        subtitle=subtitle,
        sections=tuple(sections),
        sources=tuple(references.sources),
        day=case.today,
        corpus_version=version,
        language=case.voice.language,
    )


class References:
    """Numbers sources from 1 as they are first cited."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.sources: list[Source] = []

    def cite(self, addresses: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the sources at these addresses. Raises CorpusError for one the registry does not have."""
        return tuple(self._number(self._facts.source_by_url(address)) for address in dict.fromkeys(addresses))

    def fact(self, text: str, *fact_ids: str) -> Line:
        """A line that rests on facts. Raises CorpusError for an unknown one."""
        return Line(text=text, sources=tuple(self._number(s) for s in self._facts.sources_of(fact_ids)))

    def point(self, point: Point, because: bool = False) -> Line:
        """A point of a call sheet with its sources; with its reason if asked."""
        text = f"{point.text} — {point.because.rstrip('.')}." if because and point.because else point.text
        return Line(text=text, sources=self.cite(point.sources))

    def _number(self, source: Source) -> int:
        if source not in self.sources:
            self.sources.append(source)
        return self.sources.index(source) + 1
