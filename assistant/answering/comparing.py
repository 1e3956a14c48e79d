"""A comparison as a Markdown table; each figure has its year and, where the sheet says it, a citation."""

import re
from collections.abc import Iterator

from assistant.answering.comparison_leads import asks_least, leads
from assistant.answering.comparison_texts import (
    BLANK,
    YEAR,
    average_sentence,
    dated,
    figure,
    formula_line,
    formulas,
    number,
    peer_sentence,
    title,
    word,
)
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.selection import is_about_itself
from assistant.answering.suggesting import about
from assistant.vocabulary import Cell, Comparison, Indicator

# From this amount on a sheet may write euros in millions.
IN_MILLIONS = 1e5
_SPACES = str.maketrans("\u00a0\u202f", "  ")
# A figure that is no part of a longer one: « 20 » is neither in « 120 », « 1 020 », « 20 000 » nor « 20,5 ».
_WHOLE = r"(?<![\d,])(?<!\d ){}(?!\d|,\d| \d{{3}})"


def write_comparison(draft: Draft, context: Context) -> None:
    """What the rows that are asked for come to, in words; the table, with the sentences of the sheets that its figures come
    from; then peers, averages and formulas."""
    assert context.compared is not None
    comparison = context.compared.table
    draft.comparison = comparison
    draft.warnings += comparison.warnings
    if context.compared.asked.rows:
        _lead(draft, context, comparison)
    draft.lines += [f"| | {' | '.join(comparison.names.values())} |", "|---" * (len(comparison.names) + 1) + "|"]
    for indicator in comparison.indicators:
        cells = " | ".join(_cell(draft, context, cell, indicator) for cell in indicator.cells)
        draft.lines.append(f"| {title(indicator, context.language)} | {cells} |")
    _beside(draft, context, comparison)


def _lead(draft: Draft, context: Context, comparison: Comparison) -> None:
    def cited(cell: Cell, row: Indicator) -> str:
        return _cell(draft, context, cell, row, with_unit=True)

    least = asks_least(context.question)
    told = leads(comparison.indicators, comparison.names, least, cited, context.language)
    draft.lines += [*told, *([""] if told else [])]


def _beside(draft: Draft, context: Context, comparison: Comparison) -> None:
    language = context.language
    draft.lines += [f"- {peer_sentence(peer, language)}" for peer in comparison.peers]
    if comparison.peers:
        draft.lines.append(f"- {word('change', language)}")
    placed = [average for average in comparison.averages if average.positions]
    draft.lines += [f"- {average_sentence(average, language)}" for average in placed]
    if placed:
        draft.lines.append(f"- {word('caution', language)}")
    draft.lines += [f"- {formula_line(line, language)}" for line in formulas(comparison, language)]


def _cell(draft: Draft, context: Context, cell: Cell, indicator: Indicator, with_unit: bool = False) -> str:
    if cell.value is None:
        return BLANK
    own = (e for e in context.evidence if about(e, cell.cluster_id) and not is_about_itself(e))
    evidence = next((e for e in own if gives_figure(e.text, cell, indicator)), None)
    n = draft.cited(evidence) if evidence else None
    return dated(cell, indicator, context.language, with_unit) + (f" [{n}]" if n else "")


def gives_figure(sentence: str, cell: Cell, indicator: Indicator) -> bool:
    """Whether a sentence of the sheet says the figure of a cell with its year; what was computed no sentence says."""
    if indicator.formula or cell.formula:
        return False
    plain = sentence.translate(_SPACES)
    if cell.year is not None and str(cell.year) not in plain:
        return False
    if cell.year is not None and indicator.unit != YEAR:
        plain = plain.replace(str(cell.year), " ")
    return any(re.search(_WHOLE.format(re.escape(form)), plain) for form in _forms(cell, indicator))


def _forms(cell: Cell, indicator: Indicator) -> Iterator[str]:
    """How the sheet may write a figure: millions are written « 2,3 M€ »."""
    yield figure(cell, indicator.unit).translate(_SPACES)
    if isinstance(cell.value, float) and cell.value >= IN_MILLIONS:
        yield f"{number(cell.value / 1e6)} M€"
