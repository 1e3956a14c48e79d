"""What a row of a comparison comes to, in a sentence made of its own cells: who has most, who has least, or nobody known."""

import re
from collections.abc import Callable, Sequence
from typing import cast

from assistant.answering.comparison_texts import word
from assistant.clusters.names import listed
from assistant.vocabulary import Cell, Indicator, Language

_LEAST = re.compile(
    r"\b(?:moins|plus (?:petit|jeune|récent|faible|bas|modeste|léger)\w*|smaller|smallest|least|lowest|fewest|fewer|youngest|younger)\b",
    re.IGNORECASE,
)
# « du plus grand au plus petit »: the first end is meant.
_OTHER_END = re.compile(
    r"\b(?:au|[àa] la|aux) (?:plus|moins) \w+|\bto (?:the )?\w+est\b|\bd[ée]croissante?\b", re.IGNORECASE
)
# Rows whose figures can be put in order; the oldest has the smallest year.
_RANKED = frozenset("membres equipe budget part_privee creation membres_par_personne projets projets_communs".split())
_SMALLEST_FIRST = frozenset({"creation"})
# Told by another row that stands beside: the age by the year.
_TOLD_ELSEWHERE = {"age": "creation"}
Cited = Callable[[Cell, Indicator], str]


def asks_least(question: str) -> bool:
    """Whether a question asks for the smallest rather than the largest."""
    return bool(_LEAST.search(_OTHER_END.sub("", question)))


def leads(
    rows: Sequence[Indicator], names: dict[str, str], least: bool, cited: Cited, language: Language = "fr"
) -> list[str]:
    """A sentence for each row that can be told in one; `cited` writes a cell with its year and its citation."""
    shown = {row.name for row in rows}
    told = (row for row in rows if _TOLD_ELSEWHERE.get(row.name) not in shown)
    found = (lead(row, names, least, cited, language) for row in told)
    return [text for text in found if text]


def lead(row: Indicator, names: dict[str, str], least: bool, cited: Cited, language: Language = "fr") -> str | None:
    """« Vitagora compte le plus de membres : 680 (2025), devant Valorial, 400 (2022). »; None for a row of words."""
    known = [cell for cell in row.cells if cell.value is not None]
    if not known:
        what, many = word(f"what_{row.name}", language), len(row.cells)
        if many == 1:
            return word("none_of_one", language).format(what=what)
        return word("none_of", language).format(what=what, many=word("counts", language).split()[many - 2])
    if row.name not in _RANKED or len(row.cells) < 2:
        return None
    unknown = [names[cell.cluster_id] for cell in row.cells if cell.value is None]
    missing = word("unknown_for", language).format(names=listed(unknown, language)) if unknown else ""

    if len(known) == 1:
        name, value = names[known[0].cluster_id], cited(known[0], row)
        only = word("only_one", language).format(name=name, value=value)
        return " ".join(filter(None, [only, missing]))
    told = _in_order(row, names, least, cited, language)
    return " ".join(filter(None, [told, missing]))


def _in_order(row: Indicator, names: dict[str, str], least: bool, cited: Cited, language: Language) -> str:
    """Who comes first, and the others in their order."""
    known = [cell for cell in row.cells if cell.value is not None]
    ordered = sorted(known, key=lambda cell: cast(float, cell.value), reverse=least == (row.name in _SMALLEST_FIRST))
    first = [cell for cell in ordered if cell.value == ordered[0].value]
    values = listed([cited(cell, row) for cell in first], language)
    rest = [f"{names[cell.cluster_id]}, {cited(cell, row)}" for cell in ordered[len(first) :]]
    who = listed([names[cell.cluster_id] for cell in first], language)
    if len(first) > 1:
        head = word("level", language).format(names=who, what=word(f"what_{row.name}", language), values=values)
    else:
        said = word(f"{'least' if least else 'most'}_{row.name}", language)
        head = word("first", language).format(said=said.format(name=who), value=values)
    joint = word("before_least" if least else "before_most", language)
    return f"{head}{joint.format(others=_one_after_another(rest, language)) if rest else ''}."


def _one_after_another(told: Sequence[str], language: Language) -> str:
    """An enumeration of what has commas itself."""
    last = ", et " if language == "fr" else ", and "
    return last.join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]
