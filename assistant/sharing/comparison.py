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
from assistant.drafts.draft import Draft, Section, Table, lines
from assistant.drafts.word import as_docx
from assistant.spreadsheets import as_csv
from assistant.vocabulary import Cell, Comparison, Indicator

_COLUMNS = ("indicateur", "unité", "cluster", "valeur", "année", "années différentes", "calcul", "remarque", "sources")
_WIDE = 3  # clusters from which the page lies on its side


def comparison_csv(comparison: Comparison) -> bytes:
    """A line a cell; the published averages come last, as clusters of their own."""
    rows = [
        _line(comparison, indicator, cell) for indicator in comparison.indicators for cell in indicator.cells
    ] + list(_averages(comparison))
    return as_csv(_COLUMNS, rows)


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
    numbers, names = numbered_sources(comparison), tuple(comparison.names.values())
    placed = [average for average in comparison.averages if average.positions]
    peers = [*(peer_sentence(peer) for peer in comparison.peers), word("change")] if comparison.peers else []
    averages = [f"{average_sentence(a)} {marks(a.sources, numbers)}" for a in placed]
    folded = {
        "Pairs proposés": peers,
        "Repères publiés": [*averages, word("caution")] if placed else [],
        "Calculs": list(formulas(comparison)),
    }
    told = [Section(title=name, lines=lines(*texts), style="liste") for name, texts in folded.items() if texts]
    sources = lines(*(f"[{at}] {source_name(source, comparison)}" for source, at in numbers.items()))
    warnings = lines(*(f"⚠ {warning}" for warning in comparison.warnings))
    table = Table(header=("", *names), rows=tuple(_row(indicator, numbers) for indicator in comparison.indicators))
    sections = (Section(lines=warnings, table=table), *told, Section(title="Sources", lines=sources))
    return as_docx(Draft(title=f"Comparaison : {', '.join(names)}", sections=sections, wide=len(names) >= _WIDE))


def _row(indicator: Indicator, numbers: dict[str, int]) -> tuple[str, ...]:
    told = (f"{dated(cell, indicator)} {marks(cell.sources, numbers)}".strip() for cell in indicator.cells)
    return (title(indicator), *told)
