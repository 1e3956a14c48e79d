"""An amount as a pilot types it: « 180 (2025) », « 1'200 », « 450.000 € », « 1,2 M€ en 2025 ».

What is read is either sure or nothing: « 1,250 M€ » is a thousand times more in one country than in the next.
"""

import re
from dataclasses import dataclass
from datetime import date

_DIGITS = r"\d+(?:[.,]\d{1,2})?|0[.,]\d+"
_GROUPS = r"[1-9]\d{0,2}(?P<by>[ .,'’])\d{3}(?:(?P=by)\d{3})*"
_NUMBER = re.compile(rf"(?:(?P<groups>{_GROUPS})(?:(?!(?P=by))[.,](?P<cents>\d{{1,2}}))?|{_DIGITS})(?!\d)(?![.,'’]\d)")
_YEAR = r"(?:[ ,;:([]*(?:en|in|fin|pour|for|année)? *\b(?P<year>(?:19|20)\d\d)[)\]]?)?"
_MULTIPLES = (
    (r"md|mds|mrd|mrds|milliards?|bn|billions?", 1e9),
    (r"m|mio|mln|millions?", 1e6),
    (r"k|mille|milliers?|thousands?", 1e3),
)
_CURRENCY = r"(?:d['’e] *)?(?:€|eur|euros?)"
_EACH_YEAR = r"(?: *(?:/ *an|par an|annuels?|(?:a|per) year))?"
_BUDGET = re.compile(
    rf" *(?P<multiple>{'|'.join(words for words, _ in _MULTIPLES)})? *(?:{_CURRENCY})?{_EACH_YEAR}{_YEAR}", re.I
)
_MEMBERS = re.compile(
    r" *(?:membres?|adh[ée]rents?|entreprises?|soci[ée]t[ée]s?|structures?|organismes?|organisations?|[ée]tablissements?"
    rf"|members?|companies|firms)?{_YEAR}",
    re.I,
)
_TEAM = re.compile(
    r" *(?:etp|fte|[ée]quivalents?[ -]temps[ -]pleins?|temps[ -]pleins?|full[ -]time(?: equivalents?)?|salari[ée]e?s?"
    rf"|personnes?|permanente?s?|collaborateurs?|postes?|people|persons?|staff|employees?)?{_YEAR}",
    re.I,
)


@dataclass(frozen=True)
class Amount:
    """A value in its unit (members, full-time equivalents, euros a year), and the year it is of.

    `bare` when only the number was typed, `dated` when the year was.
    """

    value: float
    year: int
    bare: bool
    dated: bool


def members(text: str, today: date) -> Amount | None:
    """A number of members; None for anything else."""
    return _amount(text, _MEMBERS, today)


def team(text: str, today: date) -> Amount | None:
    """A number of full-time equivalents; None for anything else."""
    return _amount(text, _TEAM, today)


def budget(text: str, today: date) -> Amount | None:
    """A yearly budget in euros; None for anything else, and for less than a thousand euros: a unit was forgotten."""
    read = _amount(text, _BUDGET, today)
    return read if read and read.value >= 1000 else None


def _amount(text: str, unit: re.Pattern[str], today: date) -> Amount | None:
    text = " ".join(text.split())  # spaces of all kinds
    number = _NUMBER.match(text)
    said = unit.fullmatch(text, number.end()) if number else None
    if number is None or said is None:
        return None
    factor = _factor(said.groupdict().get("multiple"))
    value = _value(number, multiplied=factor > 1)
    year = int(said["year"] or today.year)
    if value is None or year > today.year:
        return None
    return Amount(value * factor, year, bare=not text[number.end() :], dated=said["year"] is not None)


def _factor(multiple: str | None) -> float:
    return next((factor for words, factor in _MULTIPLES if multiple and re.fullmatch(words, multiple, re.I)), 1.0)


def _value(number: re.Match[str], multiplied: bool) -> float | None:
    """The number; None where a point or a comma can be either sign: « 450,000 », « 1.250 M€ »."""
    groups, by = number["groups"], number["by"]
    if groups is None:
        return float(number[0].replace(",", "."))
    alone = len(re.findall(r"\d+", groups)) == 2 and number["cents"] is None
    if alone and (by == "," or (by == "." and multiplied)):
        return None
    return float(re.sub(r"\D", "", groups) + "." + (number["cents"] or "0"))
