"""The figures of a text, to be compared with those of another whatever the spaces and the comma they are typed with."""

import re

from assistant.index.analysis import fold

_SPACE = "[\u202f\u00a0 ]"
_FIGURE = re.compile(rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)*|\d+(?:[.,]\d+)*")
# What is counted or measured: what it follows is no year.
_COUNTED = (
    rf"{_SPACE}?(?:%|€|[MkK]€|Md€|euros?\b|(?:membre|adhérent|entreprise|emploi|salarié|personne|habitant|chercheur|projet|"
    rf"permanent|étudiant|participant|établissement|structure|société|startup|start-up|acteur|pôle|cluster|jour|heure)s?\b|"
    rf"PME\b|ETI\b|ETP\b)"
)
_YEAR = re.compile(rf"(?<![\d.,])(?<!\d{_SPACE})(?:19|20)\d\d(?![\d]|[.,]\d|{_SPACE}\d{{3}}(?!\d)|{_COUNTED})")

_ALONE = re.compile(r"\b\d+(?:\b|[MkK]€)")  # « 12 », « 12k€ », neither « CO2 » nor « 5G »


def figures(text: str) -> set[str]:
    """The figures of a text, without spaces, decimal comma as a point: « 1 234,5 » is `1234.5`."""
    return {re.sub(_SPACE, "", found).replace(",", ".") for found in _FIGURE.findall(fold(text))}


def counts(text: str) -> set[str]:
    """The figures of a text without the years that stand in it."""
    return figures(_YEAR.sub(" ", text))


def has_figure(text: str) -> bool:
    """Whether a text holds a figure; a year alone is none, nor a digit in a word."""
    return bool(_ALONE.search(_YEAR.sub(" ", text)))
