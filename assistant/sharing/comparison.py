"""A comparison as a CSV table or a DOCX document: a year and the sources beside each figure, blanks left blank."""

from collections.abc import Iterable, Iterator
from datetime import date

from assistant.answering.comparison_texts import (
    INDICATORS,
    average_sentence,
    dated,
    figure,
    formulas,
    marks,
    number,
    numbered_sources,
    peer_sentence,
    source_name,
    title,
    unit_name,
    word,
    year,
)
from assistant.clusters.saying import Voice
from assistant.drafts.draft import Draft, Section, Table, lines
from assistant.drafts.word import as_docx
from assistant.resources import texts
from assistant.spreadsheets import as_csv
from assistant.vocabulary import Cell, Comparison, Indicator, Language, Said

_COLUMNS: dict[Language, list[str]] = texts("sharing")["comparison_columns"]
_SAID: dict[str, Said] = texts("sharing")["comparison"]
_WIDE = 3  # clusters from which the page lies on its side


def comparison_csv(comparison: Comparison, language: Language = "fr") -> bytes:
    """A line a cell; the published averages come last, as clusters of their own."""
    cells = [(indicator, cell) for indicator in comparison.indicators for cell in indicator.cells]
    rows = [_line(comparison, indicator, cell, language) for indicator, cell in cells]
    return as_csv(_COLUMNS[language], [*rows, *_averages(comparison, language)])


def _line(comparison: Comparison, indicator: Indicator, cell: Cell, language: Language) -> list[str]:
    mixed = _SAID["yes"][language] if indicator.mixed_years else ""
    return [
        INDICATORS[indicator.name][language],
        unit_name(indicator, language),
        comparison.names[cell.cluster_id],
        _plain(figure(cell, indicator.unit, language), language) if not isinstance(cell.value, str) else cell.value,
        year(cell, indicator, language),
        mixed if cell.value is not None else "",
        cell.formula or "",
        cell.note or "",
        _sources(cell.sources, comparison, language),
    ]


def _plain(shown: str, language: Language) -> str:
    """A figure as a spreadsheet of that language reads it, without marks between thousands."""
    return shown.replace("\u202f" if language == "fr" else ",", "")


def _sources(sources: Iterable[str], comparison: Comparison, language: Language) -> str:
    return " ; ".join(source_name(source, comparison.source_names, language) for source in sources)


def _averages(comparison: Comparison, language: Language) -> Iterator[list[str]]:
    indicators = {indicator.name: indicator for indicator in comparison.indicators}
    for average in comparison.averages:
        remark = _SAID["average_of_text" if average.published else "average"][language]
        sources = _sources(average.sources, comparison, language)
        value, when = _plain(number(average.value, language), language), str(average.year)
        name, unit = INDICATORS[average.indicator][language], unit_name(indicators[average.indicator], language)
        yield [name, unit, average.label, value, when, "", "", remark, sources]


def comparison_docx(comparison: Comparison, language: Language = "fr", day: date | None = None) -> bytes:
    """The table with numbered sources, then warnings, peers, averages, formulas and the sources in full.

    `day` is when it was made.
    """
    numbers, names = numbered_sources(comparison), tuple(comparison.names.values())
    said = {key: words[language] for key, words in _SAID.items()}
    placed = [average for average in comparison.averages if average.positions]
    peers = [peer_sentence(peer, language) for peer in comparison.peers]
    averages = [f"{average_sentence(a, language)} {marks(a.sources, numbers)}" for a in placed]
    folded = {
        said["peers"]: [*peers, word("change", language)] if peers else [],
        said["averages"]: [*averages, word("caution", language)] if placed else [],
        said["formulas"]: list(formulas(comparison, language)),
    }
    told = [Section(title=name, lines=lines(*texts), style="liste") for name, texts in folded.items() if texts]
    sources = lines(
        *(f"[{at}] {source_name(source, comparison.source_names, language)}" for source, at in numbers.items())
    )
    warnings = lines(*(f"⚠ {warning}" for warning in comparison.warnings))
    rows = tuple(_row(indicator, numbers, language) for indicator in comparison.indicators)
    sections = (
        Section(lines=warnings, table=Table(header=("", *names), rows=rows)),
        *told,
        Section(title="Sources", lines=sources, style="petit"),
    )
    title = said["title"].format(names=", ".join(names))
    made = said["made"].format(day=Voice(language).day(day)) if day else None
    wide = len(names) >= _WIDE
    return as_docx(Draft(title=title, subtitle=made, sections=sections, wide=wide, language=language))


def _row(indicator: Indicator, numbers: dict[str, int], language: Language) -> tuple[str, ...]:
    told = (f"{dated(cell, indicator, language)} {marks(cell.sources, numbers)}".strip() for cell in indicator.cells)
    return (title(indicator, language), *told)
