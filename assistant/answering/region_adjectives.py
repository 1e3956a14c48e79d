"""Adjectives of regions as the regions they mean: « les pôles bretons de la mer » are « les pôles en Bretagne de la mer ».

Everything else reads regions by their names: lists, wishes, follow-ups.
"""

import re
from collections.abc import Sequence

from assistant.clusters.territory import place_meant

WHO = re.compile(
    r"(?:clusters?|p[ôo]les?|grappes?|structures?|r[ée]seaux?|partenaires?|r[ée]f[ée]rents?|pilotes?|voisins?|confr[èe]res?|"
    r"networks?|partners?)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[^\w\s]")
# Behind one of these the word is a name: « la Lorraine », « Limousin » in « en Limousin ».
_BEFORE_NAMES = frozenset("le la les l du des de d en un une ce cette the a of in".split())
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


def _names_who(tokens: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The first word for clusters or their pilots before any punctuation."""
    for token in tokens:
        if WHO.fullmatch(token.group()):
            return token
        if not token.group()[0].isalnum() and token.group() not in "'’":
            return None
    return None
