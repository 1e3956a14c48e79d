"""Whether a question sets clusters side by side: « comparer », « par rapport à », « plus grand que », « vs ».

A share, a rate or a sum of one cluster is no comparison, however much it sounds like a row of a table.
"""

import re

_COMPARES = re.compile(
    r"\b(?:compar\w+|benchmark\w*|par rapport (?:à|aux?)|rapport[ée]e?s? (?:à|aux?) (?!son|sa|ses|leurs?)|face (?:à|aux)|vis-à-vis|au regard d\w+|à côté d\w+|"
    r"vs|versus|semblables?|similaires?|comparables?|équivalents? à|pairs?|homologues?|situ(?:e|er|ons|ez|es|ent)(?:-nous|-t-il|-t-elle)?|"
    r"classements?|rang|différences?|écarts?|côte à côte|tableau|lequel|laquelle|lesquel(?:le)?s|moyenne|moyennes|"
    r"(?:plus|moins|aussi|autant|davantage|mieux|meilleure?s?)\b[^?.]{0,60}\bqu(?:e\b|['’])|(?:plus|moins) (?:\w+ )?(?:gros|grosse|grand|grande|petit|petite|riche|ancien|jeune)|"
    r"(?:les |des |d['’]|aux )autres|que nous|et nous|nous et|with us|and us|than|against|peers?|other (?:clusters?|p[ôo]les?)|side by side|average|differences?|stands?|rank\w*|which (?:one|is))\b",
    re.IGNORECASE,
)

# « X est-il plus gros que nous ? », « X a-t-il moins de membres que notre cluster ? »
_WITH_US = re.compile(
    r"\b(?:plus|moins|aussi|autant|davantage|mieux|meilleure?s?)\b[^?.,;]{0,40}\bque\s+(?:nous|notre|le n[ôo]tre|les n[ôo]tres|la n[ôo]tre|mon|ma)\b|"
    r"\b(?:than)\s+(?:us|we|ours?)\b",
    re.IGNORECASE,
)
# What would be done together is no figure.
_TOGETHER = re.compile(r"\b(?:avec nous|with us|utile|int[ée]ress\w+|concurren\w+)\b", re.IGNORECASE)


def sets_beside_us(question: str) -> bool:
    """Whether a question asks how far somebody is above or below the pilot's own cluster."""
    return bool(_WITH_US.search(question)) and not _TOGETHER.search(question)


def asks_to_compare(question: str) -> bool:
    """Whether a question asks for one cluster beside others, or beside the average."""
    return bool(_COMPARES.search(question))
