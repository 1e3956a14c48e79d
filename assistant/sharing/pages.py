"""A document as blocks, whatever the format it is written in."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is that of the document."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `listed` makes it an item of a list."""

    text: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as text; the first row and the first column are headings."""

    rows: Sequence[Sequence[str]]


Block = Heading | Paragraph | Table
