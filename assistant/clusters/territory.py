"""Where clusters are, from corpus/territory.yaml: regions, the old ones they come from, who neighbours whom,
distances."""

import re
from math import asin, cos, radians, sin, sqrt
from typing import Any

from assistant import resources
from assistant.clusters.files import read_named
from assistant.clusters.names import normalized

NATIONAL = "national"
_TERRITORY = read_named(resources.corpus() / "territory.yaml")
_REGIONS: dict[str, dict[str, Any]] = _TERRITORY["regions"]
_CITY_BY_NAME = {normalized(city): place for city, place in _TERRITORY["cities"].items()}

NEIGHBOURS: dict[str, frozenset[str]] = {name: frozenset(region["neighbours"]) for name, region in _REGIONS.items()}


def other_names(region: str) -> tuple[str, ...]:
    """Old regions that are part of a region, and other names it goes by."""
    return tuple(_REGIONS.get(region, {}).get("formerly", ()))


_REGION_BY_NAME = {normalized(name): region for region in _REGIONS for name in (region, *other_names(region))} | {
    normalized(name): region for name, region in _TERRITORY["english"].items()
}
_PART_BY_NAME: dict[str, tuple[str, ...]] = {
    normalized(name): tuple(regions) for names, regions in _TERRITORY["parts"].items() for name in names.split(", ")
}

_REGION_BY_PLACE = {normalized(place): region for region, places in _TERRITORY["within"].items() for place in places}
# Départements and towns that are everyday words in small letters.
_CAPITAL_ALONE = frozenset(
    "ain allier aube aude cher cognac creuse eure gap indre lens loire lot manche nice orne pau somme tours valence var vienne".split()
)

# Names that are everyday words too (« aura »), as they must be written to mean the region.
_REUNION = "R(?:é|É|e|E)(?:union|UNION)"
_EVERYDAY = {
    "centre": "(?:en|EN) C(?:entre|ENTRE)",
    "sud": "(?:en|EN) S(?:ud|UD)",
    "aura": "A[uU]RA",
    "reunion": _REUNION,
    "la reunion": _REUNION,
}

_PLACE_BY_ADJECTIVE = {
    normalized(word): place for words, place in _TERRITORY["adjectives"].items() for word in words.split()
}


def in_region(region: str) -> str:
    """« en Bretagne », « dans le Grand Est », « à l’échelle nationale »."""
    if region == NATIONAL:
        return "à l’échelle nationale"
    within: str = _REGIONS.get(region, {}).get("within", f"en {region}")
    return within


def regions_in(text: str) -> frozenset[str]:
    """The regions that a text names, by today's or another name; « centre », « sud », « réunion » and « aura » in small letters
    are everyday words."""
    words = f" {normalized(text)} "
    found = {name: region for name, region in _REGION_BY_NAME.items() if f" {name} " in words}
    everyday = {name for name in _EVERYDAY if not re.search(rf"\b{_EVERYDAY[name]}\b", text)}
    return frozenset(region for name, region in found.items() if name not in everyday)


def is_everyday(name: str) -> bool:
    """Whether a name of a region is written as an everyday word: « centre », « réunion »."""
    return name.islower() and normalized(name) in _EVERYDAY


def place_meant(adjective: str) -> str | None:
    """« en Bretagne » for « bretonnes » or “Breton”; null when the word is no adjective of a region."""
    word = normalized(adjective)
    return _PLACE_BY_ADJECTIVE.get(word) or _PLACE_BY_ADJECTIVE.get(word.removesuffix("s"))


def region_of(name: str) -> str | None:
    """Today's region for a name typed by a person, an old region included; null when it is not a region."""
    return _REGION_BY_NAME.get(normalized(name))


def region_around(place: str) -> str | None:
    """The region of a département or a town; null when it is none that is known, or an everyday word."""
    name = normalized(place)
    return None if name in _CAPITAL_ALONE and place.islower() else _REGION_BY_PLACE.get(name)


def regions_of_part(name: str) -> tuple[str, ...]:
    """The regions of a part of France, « Sud-Ouest », “western France”; none when it is no such part."""
    return _PART_BY_NAME.get(normalized(name), ())


def are_neighbours(one: str, other: str) -> bool:
    """True when the two regions share a border (Corse counts as next to Provence-Alpes-Côte d'Azur)."""
    return other in NEIGHBOURS.get(one, frozenset())


def council_of(region: str) -> str | None:
    """The name of the regional assembly, null outside the vocabulary."""
    council: str | None = _REGIONS.get(region, {}).get("council")
    return council


def distance_km(one: str, other: str) -> float | None:
    """As the crow flies, by the haversine formula on a sphere of 6,371 km; null when a city is not known."""
    start, end = _CITY_BY_NAME.get(normalized(one)), _CITY_BY_NAME.get(normalized(other))
    if start is None or end is None:
        return None
    (lat1, lon1), (lat2, lon2) = (tuple(radians(angle) for angle in place) for place in (start, end))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))
