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


def asks_to_compare(question: str) -> bool:
    """Whether a question asks for one cluster beside others, or beside the average."""
    return bool(_COMPARES.search(question))
