"""The bound that a question sets on a figure of clusters: fewer than 100 members, a budget over 1 M€, founded after 2010."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.clusters.fields import Field


class Side(StrEnum):
    """On which side of its number a figure has to be."""

    LESS = "less"
    MOST = "most"
    MORE = "more"
    LEAST = "least"
    EQUAL = "equal"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Bound:
    """A field, the side its figure is wanted on, and the number; of a range both ends. Euros a year, persons, years."""

    field: Field
    side: Side
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a figure is within the bound."""
        return {
            Side.LESS: value < self.low,
            Side.MOST: value <= self.low,
            Side.MORE: value > self.low,
            Side.LEAST: value >= self.low,
            Side.EQUAL: value == self.low,
            Side.BETWEEN: self.low <= value <= self.high,
        }[self.side]

    def off(self, value: float) -> float:
        """How far a figure is from the bound."""
        return min(abs(value - self.low), abs(value - self.high))


_SIDES = {
    Side.MOST: r"au (?:plus|maximum)|(?:pas|non|no|not) (?:plus|more) (?:de |d['’]|than )|jusqu['’]à|maximum|at most|up to",
    Side.LEAST: r"au (?:moins|minimum)|(?:pas|no) (?:moins|fewer|less) (?:de |d['’]|than )|à partir de|minimum|at least",
    Side.LESS: r"moins d(?:e |['’])|inf[ée]rieure?s? à|sous(?: la barre)?(?: des)?|(?:fewer|less) than|under|below",
    Side.MORE: r"plus d(?:e |['’])|sup[ée]rieure?s? à|d[ée]pass\w+|au[- ]del[àa] de|more than|over|above",
}
_SIDE = "|".join(f"(?P<{side}>{words})" for side, words in _SIDES.items())
_NUMBER = r"\d+(?:[\s\u202f\u00a0]\d{3})*(?:[.,]\d+)?"
_SCALE = r"(?:k€|k(?=\s|$)|M€|Md€|millions?(?: d['’]euros| euros)?|mille euros|€|euros)"
_RANGE = rf"(?:(?:entre|between|de|from)\s+(?P<low>{_NUMBER})\s*(?P<low_scale>{_SCALE})?\s*(?:et|and|à|to)\s+(?P<high>{_NUMBER}))"
_VALUE = rf"(?:(?:{_SIDE})\s*(?P<number>{_NUMBER})|{_RANGE})"
_LEAD = r"(?:(?:et|and)\s+)?(?:(?:qui|lesquels|lesquelles|ceux|celles|seulement ceux|that|which|who|those)\s+){0,3}(?:(?:ont|aient|comptent|avec|ayant|emploient|have|has|having|with|employ(?:ing)?)\s+)?(?:(?:un|une|des|de|d['’]|an?|le|leur|its|their)\s*)?"
_MONEY = r"(?:budgets?|moyens)(?:\s+(?:annuels?|est|sont|is|of|de|d['’]))*\s*"
_TEAM = r"(?:[ée]quipes?|effectifs?|teams?|staff)(?:\s+(?:est|sont|is|of|de|d['’]))*\s*"
_RULES: tuple[tuple[Field, re.Pattern[str]], ...] = tuple(
    (field, re.compile(rf"(?<![\w'’-]){_LEAD}{words}(?![\w-])", re.IGNORECASE))
    for field, words in (
        (Field.MEMBRES, rf"{_VALUE}\s*(?:membres|adh[ée]rents|members)"),
        (
            Field.EQUIPE,
            rf"{_VALUE}\s*(?:salari[ée]s|permanents|employ[ée]s|employees|staff|(?:personnes|people) (?:dans l['’][ée]quipe|in the team))",
        ),
        (Field.EQUIPE, rf"{_TEAM}{_VALUE}(?:\s*(?:personnes|people|salari[ée]s|permanents))?"),
        (Field.BUDGET, rf"{_MONEY}{_VALUE}\s*(?P<scale>{_SCALE})?"),
        (Field.BUDGET, rf"{_VALUE}\s*(?P<scale>{_SCALE})(?:\s+(?:de |d['’]|of )?(?:budgets?|par an|a year))?"),
    )
)
_FOUNDED = re.compile(
    r"(?<![\w'’-])(?:(?:et|and)\s+)?(?:(?:qui|lesquels|lesquelles|ceux|celles|that|which|those)\s+){0,3}(?:(?:ont [ée]t[ée]|sont|were|was)\s+)?(?:cr[ée][ée]e?s?|fond[ée]e?s?|n[ée]e?s?|apparue?s?|founded|created|set up|born)\s+"
    r"(?:(?P<less>avant|before)|(?P<more>apr[èe]s|after)|(?P<least>depuis|since|à partir de)|(?P<equal>en|in)|(?:entre|between)(?=\s+(?P<low>\d{4})\s+(?:et|and)\s+(?P<high>\d{4})))\s+"
    r"(?P<year>\d{4})(?:\s+(?:et|and)\s+\d{4})?(?![\w-])",
    re.IGNORECASE,
)
_TIMES = {"k": 1e3, "mille": 1e3, "md": 1e9, "m": 1e6}


def bound_in(text: str) -> Bound | None:
    """The bound that a text sets on a figure; None when it sets none."""
    found = _match(text)
    if found is None:
        return None
    field, match = found
    side = next((side for side in Side if side is not Side.BETWEEN and match.groupdict().get(side)), Side.BETWEEN)
    if field is Field.CREATION:
        low, high = (match["low"], match["high"]) if side is Side.BETWEEN else (match["year"], match["year"])
        return Bound(field, side, float(low), float(high))
    scale = match.groupdict().get("scale")
    if side is Side.BETWEEN:
        return Bound(field, side, _number(match["low"], match["low_scale"] or scale), _number(match["high"], scale))
    number = _number(match["number"], scale)
    return Bound(field, side, number, number)


def without_bound(text: str) -> str:
    """The text without the words of the bound it sets."""
    found = _match(text)
    return text if found is None else f"{text[: found[1].start()]} {text[found[1].end() :]}"


def _match(text: str) -> tuple[Field, re.Match[str]] | None:
    if founded := _FOUNDED.search(text):
        return Field.CREATION, founded
    return next(((field, match) for field, rule in _RULES if (match := rule.search(text))), None)


def _number(digits: str, scale: str | None) -> float:
    """« 1,5 » with « M€ » is 1 500 000."""
    value = float(re.sub(r"[\s\u202f\u00a0]", "", digits).replace(",", "."))
    said = (scale or "").lower()
    return value * next((times for start, times in _TIMES.items() if said.startswith(start)), 1.0)
