"""The same asked of another region: « et en Bretagne ? » after « Quels clusters d'Occitanie travaillent sur l'eau ? »."""

import re
from collections.abc import Sequence

from assistant.answering.places import places_at
from assistant.answering.region_adjectives import with_regions_named
from assistant.clusters.territory import in_region

# Where a region is told of: « en Bretagne », « d'Occitanie », « la Région Sud »; « hors de Bretagne » stays as it is.
_TOLD = re.compile(
    r"(?<!hors )(?<!sauf )(?<!pas )\b(?:(?P<council>(?:la\s+)?r[ée]gion\s+)|(?:en|dans|à|de|du|in|within|of|from)\s+(?:la\s+|l['’]|les?\s+|the\s+)?|d['’]\s*)",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"(?:en|dans|à|in|within)\s", re.IGNORECASE)
_OURS = re.compile(r"\b(?:nous|notre|nos|mon|ma|mes|je|suis|sommes|our|we|my|i)\b", re.IGNORECASE)


def in_another_region(before: str, added: str, names: Sequence[tuple[int, int]] = ()) -> str | None:
    """The question before with the region that is added for the one it names, outside of `names` of clusters; None when
    more than a region is added, or none was named. Whoever tells of themselves keeps their region."""
    there = places_at(added, 0)
    if there is None or there.end != len(added) or _OURS.search(before):
        return None
    if not names:
        before = with_regions_named(before, ())
    told = [
        (match, places.end)
        for match in _TOLD.finditer(before)
        if (places := places_at(before, match.end() if match["council"] else match.start()))
        and not any(a < places.end and match.start() < b for a, b in names)
    ]
    if not told:
        return None
    match, end = told[-1]
    where = added if _WITHIN.match(added) else " et ".join(in_region(region) for region in there.regions)
    if match["council"]:
        where = f"{match['council']}{' et '.join(there.regions)}"
    return f"{before[: match.start()]}{where}{before[end:]}"
