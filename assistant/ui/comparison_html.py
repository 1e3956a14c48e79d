"""A comparison as HTML: warnings, bars, the table with years and numbered sources, peers, averages, formulas."""

from collections.abc import Iterable

from assistant.answering.comparison_texts import (
    BLANK,
    average_sentence,
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
from assistant.ui.chart import chart_html
from assistant.ui.rendering import escaped
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Cell, Comparison, Indicator, Language


def comparison_html(comparison: Comparison, language: Language) -> str:
    """The whole panel. Everything from the directory is escaped."""
    words, numbers = TEXTS[language], numbered_sources(comparison)
    placed = [average for average in comparison.averages if average.positions]
    averages = [f"{average_sentence(a, language)} {marks(a.sources, numbers)}" for a in placed]
    parts = [
        *(f'<p class="warning">⚠ {escaped(warning)}</p>' for warning in comparison.warnings),
        _folded(words["proposed_peers"], [peer_sentence(p, language) for p in comparison.peers], opened=True),
        f'<h3>{words["chart"]}</h3><div class="charts">{chart_html(comparison, language)}</div>',
        f"<h3>{words['table']}</h3>{_table(comparison, numbers, language)}",
        _folded(words["published"], [*averages, word("caution", language)] if placed else [], opened=True),
        _folded(words["formulas"], list(formulas(comparison, language))),
        _folded(
            words["numbered_sources"],
            [f"[{at}] {source_name(source, comparison.source_names, language)}" for source, at in numbers.items()],
        ),
    ]
    return f'<section class="comparison cards">{"".join(parts)}</section>'


def _table(comparison: Comparison, numbers: dict[str, int], language: Language) -> str:
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in comparison.names.values())
    rows = "".join(
        f'<tr><th scope="row">{escaped(title(row, language))}</th>'
        f"{''.join(_cell(cell, row, numbers, language) for cell in row.cells)}</tr>"
        for row in comparison.indicators
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{TEXTS[language]["table"]}"><table><thead><tr><td></td>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(cell: Cell, row: Indicator, numbers: dict[str, int], language: Language) -> str:
    if cell.value is None:
        return f"<td>{BLANK}</td>"
    when = year(cell, row, language)
    dated = f' <span class="when">({escaped(when)})</span>' if when else ""
    told = escaped(cell.note or cell.formula or "")
    return (
        f'<td title="{told}">{escaped(figure(cell, row.unit, language))}{dated}'
        f' <span class="when">{escaped(marks(cell.sources, numbers))}</span></td>'
    )


def _folded(name: str, lines: Iterable[str], opened: bool = False) -> str:
    items = "".join(f"<li>{escaped(line)}</li>" for line in lines)
    if not items:
        return ""
    return f"<details{' open' if opened else ''}><summary><strong>{name}</strong></summary><ul>{items}</ul></details>"
