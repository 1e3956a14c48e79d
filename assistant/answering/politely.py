"""What a question says out of courtesy, or to say that it asks, and nothing of what it asks: « bonjour, tu peux me donner… stp »."""

import re

_CLUSTERS = r"(?:clusters?|p[ôo]les?|grappes?|structures?|r[ée]seaux?)"
_COURTESY = re.compile(
    r"[\s,]*\b(?:svp|stp|s['’ ]il (?:te|vous) pla[iî]t|please|merci(?: d['’]avance| beaucoup)?|thanks)\b|"
    r"^\W*(?:(?:bonjour|bonsoir|salut|hello|hi|bon|alors|ok|euh)\b[\s,.!:]*)+|"
    r"\b(?:(?:(?:est-ce que )?(?:tu|vous|on) (?:peux|peut|pouvez|pourrais|pourrait|pourriez)|(?:peux|pouvez|pourrais|pourriez|peut)-(?:tu|vous|on))\s+(?:juste\s+)?"
    r"(?:(?:me|nous)\s+|m['’])?(?:donner|dire|indiquer|trouver|rappeler|lister|montrer|faire|sortir)|"
    r"(?:donne[zr]?|dis|dites|indique[zr]?|rappelle[zr]?|montre[zr]?)(?:[- ](?:moi|nous))?(?: juste| seulement)?|"
    r"(?:je|j['’]|on|nous)\s*(?:cherch(?:e|ons|ais)|veux|veut|voul(?:ais|ons|ions)|voudr(?:ais|ions|ait)|aimer(?:ais|ions|ait)|souhait(?:e|ons|erais|ais))"
    rf"(?! (?:juste )?(?:des|une?|quelques|d['’]autres?|plusieurs) (?:\w+ )?{_CLUSTERS})(?: juste| seulement| bien)?(?: (?:savoir|connaître|avoir|voir))?|"
    r"(?:can|could) you (?:please )?(?:give|tell|show|list)(?: me| us)?|(?:give|tell|show) (?:me|us)|i (?:just )?(?:want|need|would like|['’]?d like)(?: to (?:know|see|have))?)\s+",
    re.IGNORECASE,
)


def plainly(text: str) -> str:
    """The text without it; who looks for some clusters wants them found, not listed."""
    return _COURTESY.sub(" ", text).strip()
