"""Pages cut into passages: whole sentences of one page and, where possible, of one section."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.reading.sentences import pieces, sentences
from assistant.vocabulary import Heading, Page, Passage, Span

_SHORT = 0.2  # of the target: a passage this short joins its neighbour rather than stand alone
_NUMBERING = 20  # characters that may stand before a title on its line


@dataclass
class _Draft:
    """A passage being filled: its sentences, and the section titles in force at each that is not a title itself."""

    spans: list[Span] = field(default_factory=list)
    sections: list[tuple[str, ...]] = field(default_factory=list)
    last_titles: tuple[str, ...] = ()

    def length(self, end: int | None = None) -> int:
        return (self.spans[-1].end if end is None else end) - self.spans[0].start if self.spans else 0

    def section(self) -> tuple[str, ...]:
        """The titles common to all sentences: a passage over two sections is said to be in what holds both."""
        common = []
        for titles in zip(*self.sections or [self.last_titles], strict=False):
            if len(set(titles)) > 1:
                break
            common.append(titles[0])
        return tuple(common)


def split(pages: Sequence[Page], target: int = 900) -> list[Passage]:
    """Passages of about `target` characters, none over two pages, in reading order.

    A new section begins a new passage unless one of the two would be very short. A sentence longer than one
    and a half targets is cut at a space. `section` holds the titles in force, highest first, which carry over
    from one page to the next.
    """
    passages: list[Passage] = []
    in_force: list[Heading] = []
    for page in pages:
        for draft in _drafts(page, in_force, target):
            start, end = draft.spans[0].start, draft.spans[-1].end
            passages.append(Passage(page.number, start, end, draft.section(), tuple(draft.spans)))
    return passages


def _drafts(page: Page, in_force: list[Heading], target: int) -> list[_Draft]:
    """The passages of one page; updates the headings in force."""
    drafts = [_Draft()]
    headings = sorted(page.headings, key=lambda heading: heading.start)
    for span in _spans(page.text, target):
        opened = _open_sections(headings, span, in_force)
        titles = tuple(heading.title for heading in in_force)
        is_title = opened and span.end - span.start <= len(titles[-1]) + _NUMBERING
        draft = drafts[-1]
        full = draft.length(span.end) > target and draft.length() >= target * _SHORT
        if draft.spans and (full or (opened and draft.length() >= target * _SHORT)):
            draft = _Draft()
            drafts.append(draft)
        draft.spans.append(span)
        if not is_title:
            draft.sections.append(titles)
        draft.last_titles = titles
    if len(drafts) > 1 and drafts[-1].length() < target * _SHORT:
        last = drafts.pop()
        drafts[-1].spans += last.spans
        drafts[-1].sections += last.sections
    return [draft for draft in drafts if draft.spans]


def _spans(text: str, target: int) -> Iterator[Span]:
    for span in sentences(text):
        yield from pieces(text, span, target) if span.end - span.start > 1.5 * target else [span]


def _open_sections(headings: list[Heading], span: Span, in_force: list[Heading]) -> bool:
    """Take the headings that begin at or before the end of this sentence; whether there were any."""
    opened = False
    while headings and headings[0].start < span.end:
        heading = headings.pop(0)
        while in_force and in_force[-1].level >= heading.level:
            in_force.pop()
        in_force.append(heading)
        opened = True
    return opened
