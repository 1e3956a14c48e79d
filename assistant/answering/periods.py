"""Which time a question asks about, and how well a text speaks of it: a year told, or within a span that is told."""

import re
from collections.abc import Set as AbstractSet
from datetime import date

_YEAR = r"(?:19|20)\d\d"
_ALONE = re.compile(rf"\b{_YEAR}\b")
# « 2019-2022 », « de 2005 à 2018 », « entre 2006 et 2009 ».
_SPAN = re.compile(rf"\b({_YEAR})\s?(?:[-–—]|à|to)\s?({_YEAR})\b|\b(?:entre|between) ({_YEAR}) (?:et|and) ({_YEAR})\b")
_RELATIVE = {
    -1: r"l['’]an (?:dernier|passé)|l['’]année (?:dernière|passée|précédente)|last year",
    0: r"cette année|cet (?:automne|hiver|été)|ce printemps|l['’]année en cours|this year",
    1: r"l['’]an prochain|l['’]année prochaine|next year",
}
_FROM_TODAY = {shift: re.compile(rf"\b(?:{said})\b", re.IGNORECASE) for shift, said in _RELATIVE.items()}
# What happens now or next: « vient de », « prochain », a verb in the future.
_NEWS = re.compile(
    r"\b(?:en ce moment|cette (?:année|semaine)|cet (?:automne|hiver|été)|ce (?:mois|matin|printemps)|ces jours-ci|prochaine?s?|"
    r"bientôt|hier|demain|derni[eè]re?s? (?:nouvelles?|semaines?|jours|mois|réunions?|assemblées?|conseil|relève)|[àa] venir|"
    r"l['’]an prochain|vien(?:t|nent) d(?:e|['’])|récemment|tout juste|depuis peu|(?:-t-|est-|sont-)(?:ils?|elles?|on) encore|"
    r"remaniement|this (?:year|month|week)|next|latest|upcoming|yesterday|tomorrow|will|"
    r"\w*(?:era|ira|ura|dra|vra)(?:-t-(?:il|elle|on))?|\w*(?:er|ir|ur|dr|vr)ont(?:-(?:ils|elles))?|"
    r"(?:va-t-(?:il|elle|on)|vont-(?:ils|elles)))\b",
    re.IGNORECASE,
)
# What happened to those who ask, told before the question: its time is not asked about.
_HAPPENED = re.compile(
    r"\b(?:(?:j['’]ai|on a|nous avons) (?:\w+ )?\w+(?:és?|ées?|us?|is|it)|vien(?:t|nent) d(?:e |['’])(?:m['’]|me |nous )\w+|"
    r"(?:m['’]|nous )(?:a|ont) \w+)\b[^.,;!?]*[.,;!]",
    re.IGNORECASE,
)
# How something is to be done: the time is that of a plan.
_HOW_TO = re.compile(
    r"\bcomment (?:se |s['’]|y |en )?\w+(?:er|ir|re|oir)\b|\bcomment (?:je|on|nous)\b|\b(?:fais|fait|faire) (?:comment|quoi)\b|"
    r"\bque (?:dois-je |faut-il |peut-on )?faire\b|\bhow (?:do (?:we|i|you)|can (?:we|i)|to)\b",
    re.IGNORECASE,
)
# What asks at all; keywords have too few words to tell.
_ASKING = re.compile(
    r"\?|\b(?:quel\w*|combien|quand|qui|où|comment|pourquoi|lesquel\w*|liste|what|which|when|who|how|why|list)\b",
    re.IGNORECASE,
)
_FEW = 7
# What a span says of a year within it may be another's of its years.
WITHIN = 0.5


def years_asked(question: str, today: date) -> frozenset[int]:
    """The years that a question names, « l'an dernier » and « cette année » counted from today."""
    asked = _without_own_time(question)
    said = {today.year + shift for shift, words in _FROM_TODAY.items() if words.search(asked)}
    return years_told(question) | said


def asks_for_news(question: str) -> bool:
    """Whether a question asks what happens now or next."""
    return bool(_NEWS.search(_without_own_time(question)))


def _without_own_time(question: str) -> str:
    """The question without « cette année » and the like where they tell when something happened to the pilot or is planned."""
    asked = _HAPPENED.sub(" ", question)
    if _HOW_TO.search(asked) or (not _ASKING.search(asked) and len(asked.split()) > _FEW):
        for words in _FROM_TODAY.values():
            asked = words.sub(" ", asked)
    return asked


def years_told(text: str) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(year) for year in _ALONE.findall(text))


def speaks_of(text: str, wanted: AbstractSet[int]) -> float:
    """1 when a text names one of the years, less when one lies within a span that it names, else 0."""
    if wanted & years_told(text):
        return 1.0
    return WITHIN if any(first < year < last for first, last in _spans(text) for year in wanted) else 0.0


def _spans(text: str) -> list[tuple[int, int]]:
    found = (match.groups() for match in _SPAN.finditer(text))
    return [(int(a or c), int(b or d)) for a, b, c, d in found]
