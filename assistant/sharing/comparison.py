"""A comparison as a CSV table or a DOCX document: a year and the sources beside each figure, blanks left blank."""

from collections.abc import Iterator

from assistant.answering.comparison_texts import (
    INDICATORS,
    average_sentence,
    dated,
    figure,
    formulas,
    marks,
    numbered_sources,
    peer_sentence,
    source_name,
    title,
    word,
    year,
)
from assistant.sharing.docx_files import as_docx
from assistant.sharing.pages import Block, Heading, Paragraph, Table
from assistant.spreadsheets import as_csv
from assistant.vocabulary import Cell, Comparison, Indicator

_COLUMNS = ("indicateur", "unité", "cluster", "valeur", "année", "années différentes", "calcul", "remarque", "sources")


def comparison_csv(comparison: Comparison) -> bytes:
    """A line a cell; the published averages come last, as clusters of their own."""
    lines = [
        _line(comparison, indicator, cell) for indicator in comparison.indicators for cell in indicator.cells
    ] + list(_averages(comparison))
    return as_csv(_COLUMNS, lines)


def _line(comparison: Comparison, indicator: Indicator, cell: Cell) -> list[str]:
    mixed = "oui" if indicator.mixed_years else ""
    return [
        INDICATORS[indicator.name]["fr"],
        indicator.unit or "",
        comparison.names[cell.cluster_id],
        figure(cell, indicator.unit).replace("\u202f", ""),
        year(cell, indicator),
        mixed if cell.value is not None else "",
        cell.formula or "",
        cell.note or "",
        " ; ".join(source_name(source, comparison) for source in cell.sources),
    ]


def _averages(comparison: Comparison) -> Iterator[list[str]]:
    units = {indicator.name: indicator.unit or "" for indicator in comparison.indicators}
    for average in comparison.averages:
        value = f"{average.value:g}" if average.value < 1e6 else f"{average.value:.0f}"
        remark = "moyenne publiée ; année du texte qui la donne" if average.published else "moyenne publiée"
        sources = " ; ".join(source_name(source, comparison) for source in average.sources)
        shown, when = value.replace(".", ","), str(average.year)
        name, unit = INDICATORS[average.indicator]["fr"], units[average.indicator]
        yield [name, unit, average.label, shown, when, "", "", remark, sources]


def comparison_docx(comparison: Comparison) -> bytes:
    """The table with numbered sources, then warnings, peers, averages, formulas and the sources in full."""
    return as_docx(_blocks(comparison))


def _blocks(comparison: Comparison) -> Iterator[Block]:
    numbers, names = numbered_sources(comparison), list(comparison.names.values())
    yield Heading(f"Comparaison : {', '.join(names)}", level=1)
    yield from (Paragraph(f"⚠ {warning}") for warning in comparison.warnings)
    rows = [["", *names]]
    for indicator in comparison.indicators:
        told = [f"{dated(cell, indicator)} {marks(cell.sources, numbers)}".strip() for cell in indicator.cells]
        rows.append([title(indicator), *told])
    yield Table(rows)
    if comparison.peers:
        yield Heading("Pairs proposés")
        yield from (Paragraph(peer_sentence(peer), listed=True) for peer in comparison.peers)
        yield Paragraph(word("change"))
    placed = [average for average in comparison.averages if average.positions]
    if placed:
        yield Heading("Repères publiés")
        yield from (Paragraph(f"{average_sentence(a)} {marks(a.sources, numbers)}", listed=True) for a in placed)
        yield Paragraph(word("caution"))
    sums = list(formulas(comparison))
    if sums:
        yield Heading("Calculs")
        yield from (Paragraph(line, listed=True) for line in sums)
    yield Heading("Sources")
    yield from (Paragraph(f"[{at}] {source_name(source)}") for source, at in numbers.items())
