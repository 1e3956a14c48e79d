"""Blocks of a file without pages, laid out on virtual pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.reading.cleaning import tidy
from assistant.reading.drafts import Draft
from assistant.reading.limits import Limits
from assistant.reading.refusals import Refused
from assistant.reading.sentences import pieces, sentences
from assistant.reading.titles import title_of
from assistant.vocabulary import Edit, FactSpan, Heading, Page, ReadDocument, Span

PAGE_LIMIT = 3000
"""Characters on a virtual page."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level ≥ 1), a paragraph, a list item or a row: the stretch [start, end) of a clean draft.

    `tight` says that it stands on the line after the block before, without a blank line between.
    """

    draft: Draft
    start: int
    end: int
    level: int = 0
    tight: bool = False
    facts: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return self.end - self.start


def block(text: str, level: int = 0, tight: bool = False, keep_indents: bool = False) -> Block | None:
    """A block of this text, cleaned; None when nothing is left of it."""
    draft = Draft(text)
    tidy(draft, keep_indents)
    return Block(draft, 0, len(draft.text), level, tight) if draft.text else None


def laid_out(
    blocks: Sequence[Block],
    limits: Limits,
    stem: str,
    announced: object = "",
    named: object = "",
    meta: Mapping[str, object] | None = None,
    warnings: Sequence[str] = (),
) -> ReadDocument:
    """The document of these blocks, called as its properties announce, else `named` or by its first heading.

    Raises Refused(trop_de_pages).
    """
    pages = lay_out(blocks)
    if len(pages) > limits.pages:
        raise Refused("trop_de_pages")
    heading = named or next((part.draft.text for part in blocks if part.level), "")
    return ReadDocument(title_of(announced, heading, pages, stem), tuple(pages), dict(meta or {}), tuple(warnings))


def lay_out(blocks: Iterable[Block]) -> list[Page]:
    """Pages numbered from 1: short sections share a page, long ones are cut between blocks, then sentences."""
    pages: list[list[Block]] = [[]]
    size = 0
    for section in _sections(blocks):
        fits = size + _size(section) <= PAGE_LIMIT
        if pages[-1] and not fits and (_size(section) <= PAGE_LIMIT or size > PAGE_LIMIT // 2):
            pages.append([])
            size = 0
        for piece in _short_blocks(section):
            if size and size + piece.size > PAGE_LIMIT:
                pages.append([])
                size = 0
            pages[-1].append(piece)
            size += piece.size + 2
    return [_page(number, content) for number, content in enumerate(filter(None, pages), start=1)]


def _size(section: Sequence[Block]) -> int:
    return sum(part.size + 2 for part in section)


def _sections(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Runs of blocks that begin at a heading; a heading and its sub-heading stay together."""
    section: list[Block] = []
    for part in blocks:
        if part.level and section and not section[-1].level:
            yield section
            section = []
        section.append(part)
    if section:
        yield section


def _short_blocks(section: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a section, the long ones cut after a sentence, or at a space within a very long one."""
    for part in section:
        if part.size <= PAGE_LIMIT:
            yield part
            continue
        text, start = part.draft.text, part.start
        spans = [
            piece
            for span in sentences(text, part.start, part.end)
            for piece in (pieces(text, span, PAGE_LIMIT) if span.end - span.start > PAGE_LIMIT else [span])
        ]
        for span, following in zip(
            spans, [*spans[1:], Span(part.end + PAGE_LIMIT, part.end + PAGE_LIMIT)], strict=True
        ):
            if following.end - start > PAGE_LIMIT:
                yield replace(part, start=start, end=span.end, tight=part.tight and start == part.start)
                start = following.start


def _page(number: int, blocks: Sequence[Block]) -> Page:
    parts: list[str] = []
    edits: list[Edit] = []
    headings: list[Heading] = []
    facts: list[FactSpan] = []
    position = 0
    for part in blocks:
        if parts:
            parts.append("\n" if part.tight else "\n\n")
            position += len(parts[-1])
        text, changed = part.draft.part(part.start, part.end)
        edits += (Edit(edit.start + position, edit.end + position, edit.raw) for edit in changed)
        if part.level:
            headings.append(Heading(position, part.level, " ".join(text.split())))
        if part.facts:
            _add_facts(facts, FactSpan(position, position + len(text), part.facts), joined=part.tight)
        parts.append(text)
        position += len(text)
    return Page(number, "".join(parts), headings=tuple(headings), fact_spans=tuple(facts), edits=tuple(edits))


def _add_facts(facts: list[FactSpan], span: FactSpan, joined: bool) -> None:
    """Items of one list that rest on the same facts make one span."""
    if joined and facts and facts[-1].facts == span.facts and facts[-1].end + 1 == span.start:
        span = FactSpan(facts.pop().start, span.end, span.facts)
    facts.append(span)
