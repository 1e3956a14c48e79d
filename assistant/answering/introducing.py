"""Whoever introduces clusters to each other, a Region or a network, is shown the tables that are made for it.

The page asks a pilot whether it is to compare or to build: neither is what an introducer looks for.
"""

import re

from assistant.clusters.territory import regions_in
from assistant.index.analysis import fold
from assistant.vocabulary import Language, Said

_THIRD = re.compile(
    r"\b(?:je (?:suis|travaille)|j'anime|nous (?:sommes|travaillons)|on (?:est|travaille)|i (?:am|work)|we (?:are|work))\b[^.?!]{0,20}?"
    r"\b(?:conseil regional|la region|(?:un|le|du|notre) reseau de clusters|france clusters|afpc|dreets|agence (?:regionale )?de "
    r"developpement|metropole|prefecture|regional council)\b"
)
_INTRODUCES = re.compile(
    r"\b(?:present(?:er|e)|mettre? en (?:relation|contact)|rapprocher|faire (?:se )?(?:rencontrer|connaitre)|rencontres?|reunir|"
    r"travailler ensemble|introduce|bring together|match|meet)\b"
)
_SHOWN: Said = {
    "fr": "Pour présenter des clusters les uns aux autres, l'onglet « Rencontres » (commande rencontres) compose des "
    "tables à partir de votre liste : novice et référent, ou partenaires, avec une raison, une question et les "
    "sources.\n\nPour établir la liste, demandez « {example} »",
    "en": "To introduce clusters to each other, the tab “Meetings” (command rencontres) sets tables from your "
    "list: novice and référent, or partners, with a reason, a question and the sources.\n\nTo draw up the list, ask "
    "“{example}”",
}
_LIST: Said = {"fr": "Quels clusters en {region} ?", "en": "Which clusters are there in {region}?"}


def introducing(message: str, language: Language) -> tuple[str, str] | None:
    """What to say to who introduces clusters, and the question that lists those of their region; None for anybody
    else."""
    said = fold(message.lower()).replace("’", "'")
    if not (_THIRD.search(said) and _INTRODUCES.search(said)):
        return None
    region = min(regions_in(message), default="Bretagne")
    example = _LIST[language].format(region=region)
    return _SHOWN[language].format(example=example), example
