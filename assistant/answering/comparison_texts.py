"""The words of a comparison: indicators, units, figures the French way, and the whole as text for a terminal."""

from collections.abc import Iterable, Iterator, Mapping

from assistant.clusters.names import number as numeral
from assistant.library.facts import PAPER
from assistant.resources import texts
from assistant.vocabulary import ANNUAL_EUROS, Average, Cell, Comparison, Indicator, Language, Peer, Said

BLANK = "—"
YEAR = "année"  # a year is written without a space between its thousands
INDICATORS: dict[str, Said] = texts("comparisons")["indicators"]
_UNITS: dict[Language, dict[str, str]] = {
    "fr": {"personnes": "personnes", ANNUAL_EUROS: "€ par an", "ans": "ans", "%": "%"},
    "en": {"personnes": "people", ANNUAL_EUROS: "€ a year", "ans": "years", "%": "%"},
}
# Units that say no more than the name of their indicator.
_COUNTED: dict[Language, dict[str, str]] = {"fr": {}, "en": {"membres": "members", "projets": "projects", YEAR: "year"}}
# What follows a figure in a sentence, where the name of its row does not say what is counted.
_SIGNS: dict[Language, dict[str, str]] = {
    "fr": {"personnes": " personnes", ANNUAL_EUROS: "\u00a0€", "ans": " ans", "%": "\u00a0%"},
    "en": {"personnes": " people", ANNUAL_EUROS: " €", "ans": " years", "%": "%"},
}
_WORDS: dict[str, Said] = texts("comparisons")["words"]
# A figure whose year matters is followed by it, or by « année non vue ».
_UNDATED = frozenset({"creation", "region", "labels"})
_OF_TWO_YEARS = frozenset({"membres_par_personne"})  # no year of its own when those of its terms differ


def word(name: str, language: Language = "fr") -> str:
    """One of the words of a comparison, to be formatted."""
    return _WORDS[name][language]


def title(indicator: Indicator, language: Language = "fr") -> str:
    """The indicator with its unit, and a mark when its figures are of different years."""
    name = INDICATORS[indicator.name][language]
    unit = _UNITS[language].get(indicator.unit or "")
    named = f"{name} ({unit})" if unit else name
    return f"{named} · {word('mixed', language)}" if indicator.mixed_years else named


def unit_name(indicator: Indicator, language: Language = "fr") -> str:
    """The unit alone, empty for a figure that has none."""
    unit = indicator.unit or ""
    return {**_UNITS[language], **_COUNTED[language]}.get(unit, unit)


def number(value: float | str, language: Language = "fr") -> str:
    """A figure as its language writes it, in French with no-break thousands and a decimal comma; words as they are."""
    return value if isinstance(value, str) else numeral(value, language)


def figure(cell: Cell, unit: str | None, language: Language = "fr") -> str:
    """The value alone; a blank stays empty."""
    if cell.value is None:
        return ""
    return f"{cell.value:.0f}" if unit == YEAR and isinstance(cell.value, float) else number(cell.value, language)


def year(cell: Cell, indicator: Indicator, language: Language = "fr") -> str:
    """« 2023 », or « année non vue » for a figure that should have one; empty when the year says nothing more."""
    if cell.value is None or indicator.name in _UNDATED:
        return ""
    if cell.year is None and indicator.name in _OF_TWO_YEARS:
        return word("mixed", language)
    return str(cell.year) if cell.year else word("undated", language)


def dated(cell: Cell, indicator: Indicator, language: Language = "fr", with_unit: bool = False) -> str:
    """« 180 (2023) », « 2 300 000 € (2025) » with its unit if the name of the row does not say it; the sign of a blank when
    nothing is known."""
    if cell.value is None:
        return BLANK
    when, sign = year(cell, indicator, language), _SIGNS[language].get(indicator.unit or "", "") if with_unit else ""
    return figure(cell, indicator.unit, language) + sign + (f" ({when})" if when else "")


def peer_sentence(peer: Peer, language: Language = "fr") -> str:
    """Who was proposed, and why."""
    return word("peer", language).format(name=peer.name, because=peer.because)


def average_year(average: Average, language: Language = "fr") -> str:
    """The year of the figure, or of the text that publishes it: « publiée en 2015 »."""
    return word("published", language).format(year=average.year) if average.published else str(average.year)


def average_sentence(average: Average, language: Language = "fr") -> str:
    """« Membres, moyenne publiée, pôle moyen : 187 (2012 ; title, organisation, year) » and where each cluster
    stands."""
    label, value = word("average", language).format(label=average.label), number(average.value, language)
    text = word("average_sentence", language).format(
        name=INDICATORS[average.indicator][language],
        label=label,
        value=value,
        year=average_year(average, language),
        source=average.according_to,
    )
    return " ".join([text, *(position.text for position in average.positions)])


def formulas(comparison: Comparison, language: Language = "fr") -> Iterator[str]:
    """The sums behind the computed figures, as they were made."""
    colon, joint = (" : ", " ; ") if language == "fr" else (": ", "; ")
    for indicator in comparison.indicators:
        sums = [
            f"{comparison.names[cell.cluster_id]}{colon}{cell.formula}"
            for cell in indicator.cells
            if cell.formula is not None
        ]
        if sums:
            how = f"{indicator.formula}{joint}" if indicator.formula else ""
            yield f"{INDICATORS[indicator.name][language]} = {how}{joint.join(sums)}."


def formula_line(line: str, language: Language = "fr") -> str:
    """« Calcul : Âge = … »."""
    return word("formula", language).format(line=line)


def numbered_sources(comparison: Comparison) -> dict[str, int]:
    """Every source of the table and of the averages with its number, in the order it is met."""
    cells = [cell for indicator in comparison.indicators for cell in indicator.cells]
    met = [source for cell in cells for source in cell.sources]
    met += [source for average in comparison.averages if average.positions for source in average.sources]
    return {source: at for at, source in enumerate(dict.fromkeys(met), start=1)}


def marks(sources: Iterable[str], numbers: Mapping[str, int]) -> str:
    """« [1–3, 7] », the numbers of those of the sources that have one; empty without any."""
    runs: list[list[int]] = []
    for at in sorted({numbers[source] for source in sources if source in numbers}):
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return f"[{', '.join(shown)}]" if shown else ""


def source_name(source: str, names: Mapping[str, str], language: Language = "fr") -> str:
    """A source as a reader knows it: title, organisation, year and address; the article has a short name."""
    if source == PAPER:
        return word("article", language)
    name = names.get(source)
    if name is None or not source.startswith("http"):
        return name or source
    return f"{name} — {source}"


def comparison_text(comparison: Comparison, language: Language = "fr") -> str:
    """The whole for a terminal: warnings, a figure a line with its year and sources, averages, formulas, sources."""
    return "\n".join(_lines(comparison, language))


def _lines(comparison: Comparison, language: Language) -> Iterator[str]:
    numbers = numbered_sources(comparison)
    yield from (f"⚠ {warning}" for warning in comparison.warnings)
    yield from (f"+ {peer_sentence(peer, language)}" for peer in comparison.peers)
    if comparison.peers:
        yield f"  {word('change', language)}"
    width = max(len(name) for name in comparison.names.values())
    for indicator in comparison.indicators:
        yield title(indicator, language)
        for cell in indicator.cells:
            told = "" if cell.value is None else f"{dated(cell, indicator, language)} {marks(cell.sources, numbers)}"
            yield f"  {comparison.names[cell.cluster_id]:{width}}  {told}".rstrip()
    placed = [average for average in comparison.averages if average.positions]
    yield from (f"≈ {average_sentence(average, language)} {marks(average.sources, numbers)}" for average in placed)
    if placed:
        yield f"  {word('caution', language)}"
    yield from (formula_line(line, language) for line in formulas(comparison, language))
    yield from (f"[{at}] {source_name(source, comparison.source_names, language)}" for source, at in numbers.items())
