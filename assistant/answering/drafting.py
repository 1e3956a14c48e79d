"""A draft under way: sentences with their numbered citations, each quote checked when it is added."""

import logging
from dataclasses import dataclass, field

from assistant.answering.citing import QuoteNotFound, SourcesOf, cite
from assistant.answering.evidence import Evidence
from assistant.answering.typography import one_line
from assistant.library.store import Library
from assistant.vocabulary import Citation, Claim, Comparison, Language, ModelExchange, Suggestion

log = logging.getLogger(__name__)


@dataclass
class Draft:
    """What an answer is made of. Only `say` adds a sourced sentence, and only when code finds its quote."""

    library: Library
    sources_of: SourcesOf
    language: Language
    lines: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    comparison: Comparison | None = None
    next_steps: list[str] = field(default_factory=list)
    follow_ups: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    generator: str = "extractif"
    said: list[Evidence] = field(default_factory=list)
    model_exchange: ModelExchange | None = None
    _numbers: dict[tuple[str, int, int, int], int] = field(default_factory=dict)

    def cited(self, evidence: Evidence) -> int | None:
        """Number of the citation of this sentence, added if new; None when its quote is not on the page."""
        key = (evidence.document.id, evidence.passage.page, evidence.start, evidence.end)
        if key in self._numbers:
            return self._numbers[key]
        try:
            citation = cite(len(self.citations) + 1, evidence, self.library, self.sources_of)
        except QuoteNotFound:
            log.warning("quote not found on %s p. %d", evidence.document.id, evidence.passage.page)
            return None
        self.citations.append(citation)
        self._numbers[key] = citation.n
        return citation.n

    def say(self, evidence: Evidence, before: str = "", text: str | None = None) -> bool:
        """Adds a line: `before` (a bullet, a name), the sentence, its marker. False when its quote is not found.

        `text` is the sentence as worded by a chat model; without it, the quote itself is the sentence.
        """
        n = self.cited(evidence)
        if n is None:
            return False
        self.said.append(evidence)
        sentence = text or readable(evidence.text)
        self.claims.append(Claim(text=sentence, citations=(n,)))
        foreign = self.language != "fr" and text is None
        self.lines.append(f"{before}“{sentence}” [{n}]" if foreign else f"{before}{sentence} [{n}]")
        return True

    def heading(self, title: str) -> None:
        """A small heading."""
        self.lines.append(f"\n**{title}**\n")

    def text(self) -> str:
        """The answer in Markdown."""
        return "\n".join(self.lines).strip()


def readable(quote: str) -> str:
    """A quote on one line, without the bullet that opened it."""
    return one_line(quote).removeprefix("– ").removeprefix("- ").removeprefix("• ")
