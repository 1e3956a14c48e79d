"""What is indexed: pages, passages and what stands in them. Small dataclasses, there are many of them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A section title that starts at `start` in its page's text; level 1 is the highest."""

    start: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class FactSpan:
    """The stretch [start, end) of a page's text that rests on these facts of `corpus/facts.yaml`."""

    start: int
    end: int
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One reversible change made while cleaning: `raw` stood where the clean text has [start, end)."""

    start: int
    end: int
    raw: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page, numbered from 1. `text` is what is indexed, shown and quoted; `edits` give the raw text back."""

    number: int
    text: str
    label: str | None = None
    headings: tuple[Heading, ...] = ()
    fact_spans: tuple[FactSpan, ...] = ()
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch [start, end) of a page's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of retrieval: a stretch of one page, its section titles (highest first) and its sentences."""

    page: int
    start: int
    end: int
    section: tuple[str, ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What reading a file gives. `meta` holds the front matter or the file's own properties, as read."""

    title: str
    pages: tuple[Page, ...]
    meta: dict[str, object] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
