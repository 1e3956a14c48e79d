"""Which of the clusters that an answer gave a message points at: « le deuxième », « les deux premiers », « lui »."""

import re
from collections.abc import Callable, Sequence

from assistant.vocabulary import Turn

Names = Callable[[str], Sequence[tuple[int, int]]]
_ORDINALS = (
    r"premi[eè]re?|1(?:er|re|st)|first",
    r"deuxi[eè]me|seconde?|2(?:e|[eè]me|nd)|second",
    r"troisi[eè]me|3(?:e|[eè]me|rd)|third",
    r"quatri[eè]me|4(?:e|[eè]me|th)|fourth",
    r"cinqui[eè]me|5(?:e|[eè]me|th)|fifth",
    r"derni[eè]re?|last",
)
_ANY_ORDINAL = re.compile(
    rf"\b(?:l[ae]|du|au|de la|à la|the)\s+(?:{'|'.join(f'({words})' for words in _ORDINALS)})\b(?!s)", re.IGNORECASE
)
# « Le deuxième ? », « parle-moi du 3e »: one of those given, by its place.
_NTH = re.compile(
    rf"{_ANY_ORDINAL.pattern}"
    r"(?=\s*(?:$|[,?:;.])|\s+(?:de la liste|des cinq|noms?|clusters?|p[ôo]le|ones?|on the list|of|ne|n['’]|me|est|c['’]est|is)\b)",
    re.IGNORECASE,
)
_COUNTS = {"deux": 2, "two": 2, "2": 2, "trois": 3, "three": 3, "3": 3, "quatre": 4, "four": 4, "4": 4}
_SOME = "|".join(_COUNTS)
_FIRST = re.compile(
    rf"\b(?:les|the)\s+(?:({_SOME})\s+(?:premi[eè]re?s|first)|(?:premi[eè]re?s|first)\s+({_SOME}))\b", re.IGNORECASE
)
_LAST = re.compile(
    rf"\b(?:les|the)\s+(?:({_SOME})\s+(?:derni[eè]re?s|last)|(?:derni[eè]re?s|last)\s+({_SOME}))\b", re.IGNORECASE
)
# « Ces deux-là »: of a longer list, the first ones.
_THESE = re.compile(rf"\b(?:ces|these|those)\s+({_SOME})\b", re.IGNORECASE)
_LONGEST = 12  # words; a longer message is a question of its own
_GIVEN = re.compile(r"^- \*\*(.+?)\*\*", re.MULTILINE)


def given_in(answer: str) -> list[str]:
    """The clusters that an answer suggested, best first."""
    return _GIVEN.findall(answer)


def nth_of(asked: str, given: Sequence[str]) -> str | None:
    """The one that a message points at by its place in the list."""
    found = _NTH.search(asked)
    if not found or not found.lastindex or len(asked.split()) > _LONGEST:
        return None
    return next(iter(_at(found, given)), None)


def several_of(asked: str, given: Sequence[str]) -> list[str]:
    """Those that a message points at by their places; all of them when it points at none."""
    if found := _FIRST.search(asked) or _THESE.search(asked):
        return list(given[: _COUNTS[_told(found)]])
    if found := _LAST.search(asked):
        return list(given[-_COUNTS[_told(found)] :])
    named = [name for found in _ANY_ORDINAL.finditer(asked) for name in _at(found, given)]
    return list(dict.fromkeys(named)) or list(given)


def the_one_meant(history: Sequence[Turn], names: Names) -> str | None:
    """Whom « lui » means: the cluster that the last question names, else the first that the last answer gave."""
    last = history[-1]
    named = names(last.question)
    if named:
        return last.question[named[-1][0] : named[-1][1]]
    return next(iter(given_in(last.answer)), None)


def _told(found: re.Match[str]) -> str:
    return next(group for group in found.groups() if group).lower()


def _at(found: re.Match[str], given: Sequence[str]) -> list[str]:
    at = -1 if found.lastindex == len(_ORDINALS) else (found.lastindex or 1) - 1
    return [given[at]] if given and at < len(given) else []
