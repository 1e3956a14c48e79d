"""Bars for the figures of a comparison: one figure an indicator, readable without the picture."""

from assistant.answering.comparison_texts import INDICATORS, average_year, dated, number, title
from assistant.ui.rendering import escaped
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Average, Comparison, Indicator, Language

CHARTED = ("membres", "equipe", "budget", "part_privee", "membres_par_personne", "age", "projets", "projets_communs")


def chart_html(comparison: Comparison, language: Language) -> str:
    """A group of bars an indicator that has figures, the published averages beside them; the table says the same."""
    shown = [row for row in comparison.indicators if row.name in CHARTED and any(c.value for c in row.cells)]
    return "".join(_figure(row, comparison, language) for row in shown)


def _figure(row: Indicator, comparison: Comparison, language: Language) -> str:
    averages = [average for average in comparison.averages if average.indicator == row.name]
    values = [c.value for c in row.cells if isinstance(c.value, float | int)] + [a.value for a in averages]
    top = max(values)
    bars = [
        _bar(comparison.names[c.cluster_id], dated(c, row, language), c.value, top)
        for c in row.cells
        if not isinstance(c.value, str)
    ]
    bars += [_average(average, top, language) for average in averages]
    colon, joint = (" : ", " ; ") if language == "fr" else (": ", "; ")
    told = f"{INDICATORS[row.name][language]}{colon}" + joint.join(
        f"{comparison.names[c.cluster_id]} {dated(c, row, language)}" for c in row.cells
    )
    return (
        f'<figure class="chart"><figcaption>{escaped(title(row, language))}</figcaption>'
        f'<div role="img" aria-label="{escaped(told)}">{"".join(bars)}</div></figure>'
    )


def _average(average: Average, top: float, language: Language) -> str:
    name = f"{average.label} ({TEXTS[language]['average_bar']})"
    return _bar(
        name, f"{number(average.value, language)} ({average_year(average, language)})", average.value, top, "average"
    )


def _bar(name: str, told: str, value: float | str | None, top: float, kind: str = "") -> str:
    width = 100 * float(value) / top if value else 0.0
    return (
        f'<div class="line {kind}"><span class="who">{escaped(name)}</span>'
        f'<span class="track"><span style="width:{width:.1f}%"></span></span><span class="figure">{escaped(told)}</span></div>'
    )
