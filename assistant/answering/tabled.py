"""The clusters of a region or a theme that a table is asked of: « fais un tableau des pôles en Bretagne »."""

import re

from assistant.answering.largest import those_asked
from assistant.answering.state import Knowledge
from assistant.clusters.territory import regions_in
from assistant.clusters.themes import without_homonyms

_WHOM = r"(?:clusters|p[ôo]les|grappes|structures)\b"
_TABLE_OF = re.compile(
    rf"\b(?:tableau|table)(?: (?:comparatif|r[ée]capitulatif|de synthèse))? (?:avec |de |of )?(?:tou[st] )?(?:les |des |the |all )*{_WHOM}|"
    rf"\bcompar(?:e|er|ez|ons)(?:[- ]moi)? (?:tous )?(?:les |the )?{_WHOM}",
    re.IGNORECASE,
)
_ROWS = re.compile(
    r"\b(?:avec|sur|selon|par|with|on|by)\s+(?P<rows>(?:le|la|les|l['’]|leurs?|their|the)\b.+)$", re.IGNORECASE
)
_THEIRS = re.compile(r"^(?:leur(?=s?\b)|their\b)", re.IGNORECASE)


def rows_of_table(question: str) -> str:
    """What the table of a region or theme is to tell: « avec leurs membres »; nothing for all of it."""
    found = _ROWS.search(question)
    return _THEIRS.sub("le", found["rows"]) if found else ""


def tabled(known: Knowledge, question: str) -> tuple[str, ...]:
    """Their identifiers, those with most members first; none when a question asks for no such table or names a cluster."""
    if not _TABLE_OF.search(question) or known.directory.mentions(question):
        return ()
    regions, themes = regions_in(question), known.directory.vocabulary.themes_in(without_homonyms(question))
    if not (regions or themes):
        return ()
    seated, present = those_asked(known, question, regions, themes)
    largest = sorted([*seated, *present], key=lambda c: (-(c.members.count if c.members else 0), c.id))
    return tuple(cluster.id for cluster in largest)
