"""A comparison as a Markdown table; each figure has its year and, where the sheet says it, a citation."""

from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.suggesting import about
from assistant.vocabulary import Cell, Indicator, Language

BLANK = "—"
YEAR = "année"  # a year is written without a space between its thousands
_LABELS: dict[Language, dict[str, str]] = {
    "fr": {
        "membres": "Membres",
        "equipe": "Équipe",
        "budget": "Budget",
        "creation": "Année de création",
        "age": "Âge",
        "labels": "Labels",
        "region": "Régions",
        "evaluation_2012": "Évaluation nationale de 2012",
    },
    "en": {
        "membres": "Members",
        "equipe": "Team",
        "budget": "Budget",
        "creation": "Founded",
        "age": "Age",
        "labels": "Labels",
        "region": "Regions",
        "evaluation_2012": "National evaluation of 2012",
    },
}
_UNITS: dict[Language, dict[str, str]] = {
    "fr": {"personnes": "personnes", "EUR/an": "€ par an", "ans": "ans"},
    "en": {"personnes": "people", "EUR/an": "€ a year", "ans": "years"},
}


def write_comparison(draft: Draft, context: Context) -> None:
    """The table, then the sentences of the sheets that its figures come from."""
    comparison = context.comparison
    assert comparison is not None
    draft.comparison = comparison
    draft.warnings += comparison.warnings
    names = [context.directory.by_id[key].short_name for key in comparison.clusters]
    draft.lines += [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for indicator in comparison.indicators:
        cells = " | ".join(_cell(draft, context, cell, indicator.unit) for cell in indicator.cells)
        draft.lines.append(f"| {_label(indicator, context.language)} | {cells} |")


def _label(indicator: Indicator, language: Language) -> str:
    name = _LABELS[language].get(indicator.name, indicator.name)
    unit = _UNITS[language].get(indicator.unit or "")
    return f"{name} ({unit})" if unit else name


def _cell(draft: Draft, context: Context, cell: Cell, unit: str | None) -> str:
    if cell.value is None:
        return BLANK
    value = f"{cell.value:.0f}" if unit == YEAR and isinstance(cell.value, float) else _number(cell.value)
    year = f" ({cell.year})" if cell.year else ""
    evidence = next(
        (e for e in context.evidence if about(e, cell.cluster_id) and _tells(e.text, cell.value, cell.year)), None
    )
    n = draft.cited(evidence) if evidence else None
    return f"{value}{year}" + (f" [{n}]" if n else "")


def _number(value: float | str) -> str:
    """A figure the French way: no-break thousands, decimal comma."""
    if isinstance(value, str):
        return value
    text = f"{value:,.1f}".removesuffix(".0")
    return text.replace(",", "\u202f").replace(".", ",")


def _tells(sentence: str, value: float | str, year: int | None) -> bool:
    """Whether a sentence of the sheet gives this figure with its year; millions are written « 2,3 M€ »."""
    plain = sentence.replace("\u00a0", " ").replace("\u202f", " ")
    forms = [_number(value)] if isinstance(value, str) else [_number(value), f"{_number(value / 1e6)} M€"]
    return any(form.replace("\u202f", " ") in plain for form in forms) and (year is None or str(year) in plain)
