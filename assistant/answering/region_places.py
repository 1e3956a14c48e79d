"""Départements and towns as the regions they lie in: « on est à Bordeaux » is « on est en Nouvelle-Aquitaine »."""

import re
from collections.abc import Sequence

from assistant.answering.region_adjectives import WHO
from assistant.clusters.territory import in_region, region_around

# « En Gironde », « à Saint-Étienne »: up to three words may be the name.
_NAME = r"[^\W\d_]+"
_AT = re.compile(
    rf"\b(?P<before>en|dans (?:le |la |les |l['’])|à|du côté (?:de |d['’])|près (?:de |d['’])|in|near)\s*(?=(?P<place>{_NAME}(?:[-'’ ]{_NAME}){{0,3}}))",
    re.IGNORECASE,
)
# Before the place: who is looked for, or that those who ask are there.
_OF_WHOM = re.compile(
    rf"\b{WHO.pattern}\b[^.?!]*$|\b(?:je (?:suis|travaille|pilote|dirige)|j['’](?:anime|habite)|nous (?:sommes|travaillons)|on (?:est|travaille)|i['’]?(?: a)?m|we(?:['’]re| are)|"
    r"bas[ée]e?s?|situ[ée]e?s?|install[ée]e?s?|based|located|(?:mon|ma|notre|my|our) [\w-]+|t['’]ai dit|vous ai dit)\b[^.?!]*$",
    re.IGNORECASE,
)
# « Je t'ai dit Gironde »
_TOLD = re.compile(
    r"^\W*(?:(?:mais|non|et|but)\s+)*(?:je |j['’])?(?:te |vous |t['’]|l['’])?(?:ai|avais|viens de) (?:déjà )?(?:te |vous |le )?(?:dit|dire|précisé|préciser)\W*(?:que )?|^i (?:said|told you)\W*",
    re.IGNORECASE,
)
_BARE = 3  # words of a reply that only tells where


def with_regions_of_places(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with the départements and towns where clusters are looked for, or those who ask are, replaced by their regions;
    nothing within `spans`, which name clusters."""
    if region := region_around(_TOLD.sub("", text).strip(" .!?\u00a0\u202f")):
        return region
    for found in reversed(list(_AT.finditer(text))):
        place = next((found["place"][:end] for end in _ends(found["place"]) if region_around(found["place"][:end])), "")
        end = found.start("place") + len(place)
        region = region_around(place) if place else None
        inside = any(start < end and found.start() < stop for start, stop in spans)
        if region is None or inside or not (_OF_WHOM.search(text[: found.start()]) or len(text.split()) <= _BARE):
            continue
        where = f"in {region}" if found["before"].lower() in ("in", "near") else in_region(region)
        text = f"{text[: found.start()]}{where}{text[end:]}"
    return text


def _ends(words: str) -> list[int]:
    """Where the words of a text end, the last first."""
    return [match.end() for match in re.finditer(r"[^\W_]+", words)][::-1]
