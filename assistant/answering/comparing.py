"""A comparison as a Markdown table; each figure has its year and, where the sheet says it, a citation."""

from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.suggesting import about
from assistant.vocabulary import Cell

BLANK = "—"


def write_comparison(draft: Draft, context: Context) -> None:
    """The table, then the sentences of the sheets that its figures come from."""
    comparison = context.comparison
    assert comparison is not None
    draft.comparison = comparison
    draft.warnings += comparison.warnings
    names = [context.directory.by_id[key].short_name for key in comparison.clusters]
    draft.lines += [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for indicator in comparison.indicators:
        label = f"{indicator.name} ({indicator.unit})" if indicator.unit else indicator.name
        draft.lines.append(f"| {label} | {' | '.join(_cell(draft, context, cell) for cell in indicator.cells)} |")


def _cell(draft: Draft, context: Context, cell: Cell) -> str:
    if cell.value is None:
        return BLANK
    value = _number(cell.value)
    year = f" ({cell.year})" if cell.year else ""
    evidence = next((e for e in context.evidence if about(e, cell.cluster_id) and _tells(e.text, value, cell.year)), None)
    n = draft.cited(evidence) if evidence else None
    return f"{value}{year}" + (f" [{n}]" if n else "")


def _number(value: float | str) -> str:
    """A figure the French way: no-break thousands, decimal comma."""
    if isinstance(value, str):
        return value
    text = f"{value:,.1f}".removesuffix(".0")
    return text.replace(",", "\u202f").replace(".", ",")


def _tells(sentence: str, value: str, year: int | None) -> bool:
    plain = sentence.replace("\u00a0", " ").replace("\u202f", " ")
    return value.replace("\u202f", " ") in plain and (year is None or str(year) in plain)
