"""Regions and parts of France as a question enumerates them: « en Bretagne ou Pays de la Loire », « ni en Occitanie ni en
Nouvelle-Aquitaine », « dans l'Ouest », “in the south-west of France”.
"""

import re
from typing import NamedTuple

from assistant.clusters.territory import is_everyday, region_of, regions_of_part

_NAME = re.compile(r"[^\W\d_][\w'’-]*(?:\s[\w'’-]+){0,4}")
# What stands before a name; with an article it may be a part: « dans le Sud », « du Nord ».
_LEAD = re.compile(
    r"(?:(?:en|dans|à|de|ceux|celles|sans|sauf|hors|pas|ni|in|from|of|those|outside|not)\s+|d['’]\s*)*"
    r"(?P<article>(?:la|le|les|du|des|au|aux|the)\s+|l['’]\s*)?",
    re.IGNORECASE,
)
# « Où » is « ou » typed in haste.
_LINK = re.compile(r"\s*,?\s*(?:(?:,|/)|\b(?:et|o[uù]|ni|and|or|nor)\b)\s*", re.IGNORECASE)
_OF_FRANCE = re.compile(r"\s+(?:de (?:la )?France|of France|français)\b", re.IGNORECASE)
# « Le nord de l'Europe », « l'ouest de la région » are no parts of France.
_OF_ELSE = re.compile(r"\s+(?:de|du|des|of)\b|\s+d['’]", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:en|dans|à|in|within)\s+", re.IGNORECASE)


class Places(NamedTuple):
    """Regions that a stretch of a text enumerates; `start` and `end` in characters, from the first name to the last."""

    regions: tuple[str, ...]
    start: int
    end: int


def places_at(text: str, at: int) -> Places | None:
    """The regions enumerated from `at` on, prepositions and articles before each passed over; None when none is named there."""
    found, start, end = list[str](), at, at
    while True:
        lead = _LEAD.match(text, at)
        begins = lead.end() if lead else at
        named = _named_at(text, begins, bool(lead and lead["article"]))
        if named is None:
            return Places(tuple(dict.fromkeys(found)), start, end) if found else None
        start = start if found else begins
        found, end = [*found, *named[0]], named[1]
        link = _LINK.match(text, end)
        if link is None or link.end() == end:
            return Places(tuple(dict.fromkeys(found)), start, end)
        at = link.end()


def places_within(text: str) -> list[tuple[int, Places]]:
    """Where a text says « en », « dans » or « à » a region: the place of that word, and the regions."""
    found = list[tuple[int, Places]]()
    for match in _WITHIN.finditer(text):
        places = places_at(text, match.start())
        if places and (not found or found[-1][1].end <= match.start()):
            found.append((match.start(), places))
    return found


def _named_at(text: str, at: int, article: bool) -> tuple[tuple[str, ...], int] | None:
    """The regions that the words at this place name, the longest name first, and where it ends."""
    words = _NAME.match(text, at)
    parts = words[0].split(" ") if words else []
    for count in range(len(parts), 0, -1):
        head = " ".join(parts[:count])
        end = at + len(head)
        part = regions_of_part(head) if article or count > 1 or "-" in head else ()
        if part and (regions := _part(text, part, end)):
            return regions
        if not part and not is_everyday(head) and (region := region_of(head)):
            return (region,), end
    return None


def _part(text: str, regions: tuple[str, ...], end: int) -> tuple[tuple[str, ...], int] | None:
    of_france = _OF_FRANCE.match(text, end)
    if of_france:
        return regions, of_france.end()
    return None if _OF_ELSE.match(text, end) else (regions, end)
