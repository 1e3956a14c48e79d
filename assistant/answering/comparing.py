"""A comparison as a Markdown table; each figure has its year and, where the sheet says it, a citation."""

from assistant.answering.comparison_texts import (
    BLANK,
    average_sentence,
    dated,
    formula_line,
    formulas,
    number,
    peer_sentence,
    title,
    word,
)
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.suggesting import about
from assistant.vocabulary import Cell, Comparison, Indicator


def write_comparison(draft: Draft, context: Context) -> None:
    """The table, with the sentences of the sheets that its figures come from; then peers, averages and formulas."""
    comparison = context.comparison
    assert comparison is not None
    draft.comparison = comparison
    draft.warnings += comparison.warnings
    draft.lines += [f"| | {' | '.join(comparison.names.values())} |", "|---" * (len(comparison.names) + 1) + "|"]
    for indicator in comparison.indicators:
        cells = " | ".join(_cell(draft, context, cell, indicator) for cell in indicator.cells)
        draft.lines.append(f"| {title(indicator, context.language)} | {cells} |")
    _beside(draft, context, comparison)


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


def _cell(draft: Draft, context: Context, cell: Cell, indicator: Indicator) -> str:
    if cell.value is None:
        return BLANK
    evidence = next(
        (e for e in context.evidence if about(e, cell.cluster_id) and _tells(e.text, cell.value, cell.year)), None
    )
    n = draft.cited(evidence) if evidence else None
    return dated(cell, indicator, context.language) + (f" [{n}]" if n else "")


def _tells(sentence: str, value: float | str, year: int | None) -> bool:
    """Whether a sentence of the sheet gives this figure with its year; millions are written « 2,3 M€ »."""
    plain = sentence.replace("\u00a0", " ").replace("\u202f", " ")
    forms = [number(value)] if isinstance(value, str) else [number(value), f"{number(value / 1e6)} M€"]
    return any(form.replace("\u202f", " ") in plain for form in forms) and (year is None or str(year) in plain)
