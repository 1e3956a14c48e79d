"""What tells a region without naming it, as the region: « les pôles bretons de la mer » are « les pôles en Bretagne de la
mer », « on est à Bordeaux » is « on est en Nouvelle-Aquitaine ».

Everything else reads regions by their names: lists, wishes, follow-ups.
"""

import re
from collections.abc import Sequence

from assistant.clusters.territory import in_region, place_meant, region_around

_WHO = re.compile(
    r"(?:clusters?|p[ôo]les?|grappes?|structures?|r[ée]seaux?|partenaires?|r[ée]f[ée]rents?|pilotes?|voisins?|confr[èe]res?|"
    r"networks?|partners?)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
# Behind one of these the word is a name: « la Lorraine », « Limousin » in « en Limousin ».
_BEFORE_NAMES = frozenset("le la les l du des de d en un une ce cette the a of in".split())
# « En Gironde », « à Saint-Étienne »: up to three words may be the name.
_NAME = r"[^\W\d_]+"
_AT = re.compile(
    rf"\b(?P<before>en|dans (?:le |la |les |l['’])|à|du côté (?:de |d['’])|près (?:de |d['’])|in|near)\s*(?=(?P<place>{_NAME}(?:[-'’ ]{_NAME}){{0,3}}))",
    re.IGNORECASE,
)
# Before the place: who is looked for, or that those who ask are there.
_OF_WHOM = re.compile(
    rf"\b{_WHO.pattern}\b[^.?!]*$|\b(?:je (?:suis|travaille|pilote|dirige)|j['’](?:anime|habite)|nous (?:sommes|travaillons)|on (?:est|travaille)|i['’]?(?: a)?m|we(?:['’]re| are)|"
    r"bas[ée]e?s?|situ[ée]e?s?|install[ée]e?s?|based|located|(?:mon|ma|notre|my|our) [\w-]+|t['’]ai dit|vous ai dit)\b[^.?!]*$",
    re.IGNORECASE,
)
# « Je t'ai dit Gironde »
_TOLD = re.compile(
    r"^\W*(?:(?:mais|non|et|but)\s+)*(?:je |j['’])?(?:te |vous |t['’]|l['’])?(?:ai|avais|viens de) (?:déjà )?(?:te |vous |le )?(?:dit|dire|précisé|préciser)\W*(?:que )?|^i (?:said|told you)\W*",
    re.IGNORECASE,
)
_BARE = 3  # words of a reply that only tells where
# How many words may stand between who is meant and the adjective, in French; in English it stands before, this near.
_BEHIND, _AHEAD = 5, 2


def with_regions_named(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with the adjectives of regions that tell of clusters or their pilots replaced by the regions; nothing within
    `spans`, which name clusters."""
    tokens = list(_TOKEN.finditer(text))
    for at in reversed(range(len(tokens))):
        word, place = tokens[at], place_meant(tokens[at].group())
        if place is None or any(start < word.end() and word.start() < end for start, end in spans):
            continue
        before, after = tokens[max(0, at - _BEHIND) : at], tokens[at + 1 : at + 1 + _AHEAD]
        if before and before[-1].group().lower() in _BEFORE_NAMES:
            continue
        if _names_who(before[::-1]) is not None:
            text = f"{text[: word.start()]}{place}{text[word.end() :]}"
        elif (who := _names_who(after)) is not None:
            text = f"{text[: word.start()]}{text[after[0].start() : who.end()]} {place}{text[who.end() :]}"
    return text


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


def _names_who(tokens: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The first word for clusters or their pilots before any punctuation."""
    for token in tokens:
        if _WHO.fullmatch(token.group()):
            return token
        if not token.group()[0].isalnum() and token.group() not in "'’":
            return None
    return None
