"""A draft as types, before it becomes a file: sections of lines and tables, each statement with its sources."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from assistant.vocabulary import Language, Model, Source

Style = Literal["texte", "liste", "petit"]


class Line(Model):
    """A paragraph or an item; `sources` are numbers in the draft's list, from 1."""

    text: str
    sources: tuple[int, ...] = ()


class Table(Model):
    """Rows under a header; `widths` are shares of the page's width."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


class Section(Model):
    """A heading with its lines, then a table if there is one; `apart` starts a page of its own."""

    title: str | None = None
    lines: tuple[Line, ...] = ()
    style: Style = "texte"
    table: Table | None = None
    apart: bool = False


class Draft(Model):
    """A whole draft, or anything else that is handed out in the same shape.

    `day` is when it was made, null when that does not matter; `corpus_version` says which directory and notes it was
    made from; a `wide` one lies on its side. Quotes from French sources stay in French in an English one.
    """

    title: str
    subtitle: str | None = None
    sections: tuple[Section, ...]
    sources: tuple[Source, ...] = ()
    day: date | None = None
    corpus_version: str | None = None
    wide: bool = False
    language: Language = "fr"


def marker(sources: Iterable[int]) -> str:
    """« [1–3, 7] » for the numbers of sources, nothing for none."""
    runs: list[list[int]] = []
    for number in sorted(set(sources)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}{'–' if len(run) > 2 else ', '}{run[-1]}" for run in runs]
    return f"[{', '.join(shown)}]" if shown else ""


def lines(*texts: str) -> tuple[Line, ...]:
    """Lines that state nothing of the directory."""
    return tuple(Line(text=text) for text in texts)
