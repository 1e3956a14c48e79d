"""Where those looked for may be: « hors d'Occitanie et de Corse », « uniquement en Bretagne ou en Normandie », « dans une autre
région ».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answering.places import places_at, places_within

_OWN_REGION = r"(?:ma|mon|notre|nos|cette|my|our|this)\s+(?:(?:propre|own)\s+)?(?:r[ée]gions?|territoires?|territory)"
_CUE = r"(?:hors|en dehors|à l['’]ext[ée]rieur|ailleurs qu(?:e\b|['’])|sauf|sans|mais pas|pas|ni|except|outside|beyond|out of|not|without)"
_FROM = r"(?:\s*(?:de\b|d['’]|du\b|des\b|en\b|dans\b|in\b|of\b|from\b|la\b|le\b|les\b|l['’]|the\b|ceux\b|celles\b|those\b|ones\b))*\s*"
# « Hors de ma région », « sans ceux de ma région », « dans une autre région ».
_OUTSIDE_OWN = re.compile(
    rf"[\s,]*\b(?:{_CUE}{_FROM}{_OWN_REGION}|(?:dans|en|d['’]|de|in|from)\s*(?:une |an)?(?:autres? r[ée]gions?|other regions?))\b",
    re.IGNORECASE,
)
# « Sans les clusters de », « hors de »: what follows is left out when it is a region.
_OUTSIDE = re.compile(
    rf"[\s,]*\b{_CUE}\s*(?:(?:les|des|the)\s+(?:clusters?|p[ôo]les?|grappes?|structures?|partenaires?|noms|partners?)\s+)?",
    re.IGNORECASE,
)
_ONLY = (
    r"(?:uniquement|seulement|exclusivement|plut[ôo]t|de préférence|idéalement|si possible|only|just|rather|"
    r"preferably|ideally)"
)
_BEFORE = re.compile(rf"[\s,]*\b{_ONLY}\s+$", re.IGNORECASE)
_AFTER = re.compile(rf"\s+{_ONLY}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WishedPlace:
    """Regions that are left out, or the only ones wanted; `start` and `end` of the words that say so. `own` are those of the
    pilot, whichever they are."""

    start: int
    end: int
    outside: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    own: bool = False


def wished_places(text: str) -> Iterator[WishedPlace]:
    """What a text says of the regions of those looked for, each apart from the others."""
    taken = list[tuple[int, int]]()
    for found in (*_left_out(text), *_kept_to(text)):
        if all(end <= found.start or found.end <= start for start, end in taken):
            taken.append((found.start, found.end))
            yield found


def leaves_out_a_region(text: str) -> bool:
    """Whether a text says a region to leave out."""
    return any(found.outside or found.own for found in wished_places(text))


def _left_out(text: str) -> Iterator[WishedPlace]:
    for match in _OUTSIDE_OWN.finditer(text):
        yield WishedPlace(*match.span(), own=True)
    for match in _OUTSIDE.finditer(text):
        if places := places_at(text, match.end()):
            yield WishedPlace(match.start(), places.end, outside=places.regions)


def _kept_to(text: str) -> Iterator[WishedPlace]:
    for start, places in places_within(text):
        before, after = _BEFORE.search(text[:start]), _AFTER.match(text, places.end)
        if before or after:
            begins = before.start() if before else len(text[:start].rstrip(" ,"))
            yield WishedPlace(begins, after.end() if after else places.end, inside=places.regions)
