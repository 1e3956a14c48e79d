"""Whether a question looks for somebody: « quel pôle », « avec qui », « un partenaire ».

A question that only asks for a thing (« quel logiciel utilise X ? ») is no search for a référent or a partner, however the
classifier hesitates.
"""

import re

# From this probability on, the classifier is believed without a word that looks for somebody.
SURE = 0.5
_ASKS = re.compile(
    r"\b(?:quel(?:le)?s?|quoi|que|comment|combien|pourquoi|quand|est-ce|how|what|why|when|is|are|does|do|can)\b|\bqu['’]|"
    r"\w-(?:t-)?(?:il|elle|on|ils|elles|vous|nous)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:qui|lequel|laquelle|lesquel(?:le)?s|who|whom|which)\b|"
    r"\b(?:quel(?:le)?s?|what|autres?|other) (?:\w+ ){0,2}"
    r"(?:p[ôo]les?|clusters?|grappes?|structures?|r[ée]seaux?|confr[èe]res?|voisins?|entreprises?|laboratoires?|labos?|industriels?|acteurs?)\b|"
    r"\b(?:partenai|partner|r[ée]f[ée]rent|alli[ée]|consortium|associ|collabor|coop[ée]r|rejoin|contact|appeler|visit|rencontr|"
    r"meet|talk|call|join|team up|team with|works? with|working with|match|inspir|exempl|example|mod[èe]l|complement|compl[ée]ment|travailler avec|"
    r"tourner|adresser|apprendre|learn|cherch|trouver|recommand|conseill|sugg[èe]r|propos)",
    re.IGNORECASE,
)


def seeks_nobody(question: str) -> bool:
    """Whether a question asks for something and has no word that looks for somebody."""
    return bool(_ASKS.search(question)) and not _SOMEBODY.search(question)
