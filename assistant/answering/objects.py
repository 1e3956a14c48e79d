"""One thing put in the place of another: « composer le conseil d'administration », then « et le bureau ? ».

What is replaced is the last object that agrees in number; its preposition stays (« vient des cotisations », « des
subventions »). What belongs to the question before (its risks, its cost) replaces nothing.
"""

import re

from assistant.answering.ellipsis import OF_SOMETHING

_NOUN = r"[^\W\d_][\w'’-]*"
_OF = rf"(?:\s+(?:d['’]\s?|de\s+(?:la\s+|l['’])?|du\s+)(?!{_NOUN}(?:er|ir|oir)\b){_NOUN})"
_OLD = re.compile(
    rf"(?<![\w'’])(?P<article>de\s+la\s|de\s+l['’]|à\s+la\s|à\s+l['’]|d['’]un\s|d['’]une\s|l['’]|(?:le|la|les|un|une|des|du|au|aux|leurs?|son|sa|ses|notre|nos)\s)"
    rf"\s*(?P<noun>{_NOUN})(?P<of>{_OF})?",
    re.IGNORECASE,
)
_NEW = re.compile(r"^(?P<article>l['’]|(?:le|la|les|un|une|des)\s)\s*(?P<rest>.+)$", re.IGNORECASE)
_PLURAL = re.compile(r"^(?:les|des|aux|leurs|ses|nos)\b", re.IGNORECASE)
_FROM = re.compile(r"^(?:de|du|des|d['’])", re.IGNORECASE)
_TO = re.compile(r"^(?:à|au|aux)\b", re.IGNORECASE)
_WHOSE = re.compile(r"^(?:leurs?|son|sa|ses|notre|nos)\b", re.IGNORECASE)
# « Quelle part du budget »: what is asked of is not what gives way.
_HEAD = re.compile(rf"^quel\w*\s+{_NOUN}{_OF}\b", re.IGNORECASE)
# Whom it is about, at large.
_CLUSTER = re.compile(r"^(?:clusters?|p[ôo]les?|grappes?)$", re.IGNORECASE)
# « Et les inconvénients ? »: of what was asked, in the place of nothing else.
_BELONGS = re.compile(rf"^{OF_SOMETHING}$", re.IGNORECASE)
_FROM_OF = {"le": "du ", "la": "de la ", "les": "des ", "l": "de l'", "un": "d'un ", "une": "d'une ", "des": "des "}
_TO_OF = {"le": "au ", "la": "à la ", "les": "aux ", "l": "à l'", "un": "à un ", "une": "à une ", "des": "à des "}
# « travaillent sur l'eau » followed by « et dans l'énergie ? »: the new subject or place stands for the old one.
_SUBJECT = re.compile(r"\b(?:sur|dans|pour|on|about|for)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:en|chez|à|in)\b", re.IGNORECASE)
# « organisent leur gouvernance » followed by « et pour le financement ? ».
_LAST_NOUN = re.compile(r"\b(?:l['’]|(?:le|la|les|leurs?|son|sa|ses|notre|nos|des|du)\s+)[\w'’-]+$", re.IGNORECASE)
_FOR = re.compile(r"(?:pour|sur)\s+", re.IGNORECASE)
# « et pour les petits ? » narrows who is meant; the subject stays.
_WHO = re.compile(
    r"pour\s+(?:(?:les?|la|un|une|des|nos|notre)\s+)?(?:(?:plus|tout|très)\s+)?(?:petits?|petites?|grands?|grandes?|jeunes?|nouveaux?|"
    r"nouvelles?|gros(?:ses?)?|moyen\w*|pme|tpe|eti|clusters?|p[ôo]les?|grappes?|nous|moi|start-?ups?|autres|associations?)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"^(?:en|dans|chez|pour|sur|à|au|aux|avec|sans|si|selon|hors|in|for|on|with|without|if|\w+ment)\b", re.IGNORECASE
)


def replaced(before: str, added: str) -> str:
    """The question before, with the new thing, subject or place in the place of the old one, or after it."""
    new = _NEW.match(added)
    if new:
        return _object(before, new) or f"{before}, et {added}"
    who = _WHO.search(before) if _WHO.match(added) else None
    if who:
        return f"{before[: who.start()]}{added}{before[who.end() :]}"
    kind = None if _WHO.match(added) else next((kind for kind in (_SUBJECT, _PLACE) if kind.match(added)), None)
    old = list(kind.finditer(before)) if kind else []
    noun = None if old or _WHO.match(added) or not _FOR.match(added) else _LAST_NOUN.search(before)
    if noun:
        return f"{before[: noun.start()].rstrip()} {_FOR.sub('', added, count=1)}"
    if not old and not _JOINS.match(added):
        return f"{before}, et {added}"
    return f"{before[: old[-1].start()].rstrip() if old else before} {added}"


def _object(before: str, new: re.Match[str]) -> str | None:
    """With one object for another; None when none of the question before can give way."""
    noun = re.split(r"[\s]", new["rest"])[0]
    found = [m for m in _OLD.finditer(before) if not _CLUSTER.match(m["noun"])]
    if _BELONGS.match(noun):
        found = [m for m in found if _BELONGS.match(m["noun"])]
    else:
        found = [m for m in found if not _BELONGS.match(m["noun"])]
    asked_of = _HEAD.match(before)
    found = [m for m in found if not asked_of or m.start() >= asked_of.end()] or found
    found = [m for m in found if not _WHOSE.match(m["article"])] or found
    many = bool(_PLURAL.match(new["article"]))
    alike = [m for m in found if bool(_PLURAL.match(m["article"])) == many] or found
    if not alike:
        return None
    old = alike[-1]
    start, end = old.start(), old.end("noun") if _BELONGS.match(noun) else _end(before, old)
    return f"{before[:start]}{_fitted(old['article'], new)}{new['rest']}{before[end:]}"


def _end(before: str, old: re.Match[str]) -> int:
    """Where the old object ends: with its last word when the question ends with it (« le label or »)."""
    rest = before[old.end() :]
    return len(before) if re.fullmatch(rf"\s+{_NOUN}", rest) else old.end()


def _fitted(old: str, new: re.Match[str]) -> str:
    """The new article after the old preposition: « vient des cotisations », « et la vente ? », « de la vente »."""
    key = new["article"].strip().rstrip("'’").lower()
    if _FROM.match(old):
        return _FROM_OF[key]
    return _TO_OF[key] if _TO.match(old) else new["article"]
