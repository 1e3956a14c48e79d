"""What is measured: the quantity that a question asks for, and how surely a sentence gives one of its kind.

« Combien d'emplois » is no better answered by a sentence with a number of members than by one without figures.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.answering.attributes import Attributes
from assistant.index.analysis import terms


class Measure(StrEnum):
    """What a quantity is a quantity of."""

    ARGENT = "argent"
    PART = "part"
    DUREE = "durée"
    NOMBRE = "nombre"  # of something that can be counted


_AMOUNT = (
    r"(?:\d+(?:[\s\u202f\u00a0.,]\d+)*|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
    r"dix-sept|dix-huit|dix-neuf|vingt|trente|quarante|cinquante|soixante|cent|(?:dix|douz|quinz|vingt|trent|quarant|cinquant|cent)aine)"
)
_TOLD = {
    Measure.ARGENT: re.compile(
        r"\d\s?(?:€|M€|k€|Md€|euros?\b|millions?\b|milliards?\b)|\bmillions? d['’]euros", re.IGNORECASE
    ),
    Measure.PART: re.compile(r"\d\s?%|\b(?:moitié|tiers|quarts?|majorité|sur \d+|dont \d+)\b", re.IGNORECASE),
    Measure.DUREE: re.compile(
        rf"\b{_AMOUNT}\s(?:ans?|années?|mois|jours?|semaines?|heures?)\b|\bfin 20\d\d|20\d\d-20\d\d", re.IGNORECASE
    ),
}
_ASKED = {
    Measure.DUREE: re.compile(
        r"\b(?:combien de (?:temps|mois|jours|semaines|heures)|combien d['’](?:ans|années|heures)|quelle? (?:\w+ )?(?:durée|délai)|longtemps|durée|délai|how long)\b",
        re.IGNORECASE,
    ),
    Measure.PART: re.compile(
        r"\b(?:quelle (?:part|proportion)|part des?|pourcentage|proportion|taux|what (?:share|percentage|rate))\b",
        re.IGNORECASE,
    ),
    Measure.ARGENT: re.compile(
        r"\b(?:combien (?:co[uû]t\w*|rapport\w*|vers\w*|donn\w*|touch\w*|reçoi\w*|pay\w*|d['’](?:argent|euros)|l['’]état|a(?:-t-\w+)? (?:co[uû]té|reçu|touché|versé|levé))|"
        r"co[uû]t(?:s|e|ent)?|[àa] combien|que p[èe]s(?:e|ait|aient)|budgets?|montants?|(?:quelle|la) somme|enveloppes?|dotations?|"
        r"prix d\w+|quels? prix|tarifs?|loyer|quelles? (?:\w+ ){0,3}(?:cotisation|contribution|indemnité)|chiffre d['’]affaires|how much|amount|fees?)\b",
        re.IGNORECASE,
    ),
}
_COUNTED = re.compile(
    r"\b(?:combien (?:\w+ )?d(?:e |['’])|nombre (?:moyen |exact |total )?d(?:e |['’]|es )|how many |number of )(?P<noun>[\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
_STAFF = re.compile(r"\b(?:effectifs?|taille de l['’]équipe|team size|staff size)\b", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:how many|number of)\b", re.IGNORECASE)
# A number may be some words away from what it counts: « 37 membres », « 20 nouvelles entreprises industrielles ».
_NEAR = 4
_NUMBER = re.compile(rf"^{_AMOUNT}$", re.IGNORECASE)
_TOKEN = re.compile(r"[\w%€]+")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
# A number that stands in the sentence, but not beside what is counted.
APART = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """The quantity that a question asks for; of a number, the index terms of what is counted, if they are told."""

    measure: Measure
    counted: tuple[str, ...] = ()


def quantity_asked(question: str, attributes: Attributes) -> Asked | None:
    """The quantity that a question asks for, by its words; null when none is recognised."""
    for measure, words in _ASKED.items():
        if words.search(question):
            return Asked(measure)
    if _STAFF.search(question):
        return Asked(Measure.NOMBRE, tuple(terms("équipe")))
    counted = _COUNTED.search(question)
    if counted is None:
        return None
    of = tuple(terms(counted["noun"])[:1])
    # The word of an English question is not that of a French text, unless both are of one family.
    english = bool(_ENGLISH.search(question)) and not attributes.family.keys() & set(of)
    return Asked(Measure.NOMBRE, () if english else of)


def gives(text: str, asked: Asked, attributes: Attributes) -> float:
    """How surely a sentence gives the quantity asked for: 1 for one of its kind, less for a number that stands apart
    from what is counted, 0 for none."""
    if asked.measure in _TOLD:
        return float(bool(_TOLD[asked.measure].search(text)))
    tokens = _TOKEN.findall(text)
    numbers = [place for place, token in enumerate(tokens) if _NUMBER.match(token) and not _YEAR.match(token)]
    counted = [place for place, token in enumerate(tokens) if _is_one_of(token, asked.counted, attributes)]
    if not numbers or (asked.counted and not counted):
        return 0.0
    beside = not asked.counted or any(0 < place - number <= _NEAR for number in numbers for place in counted)
    return 1.0 if beside else APART


def _is_one_of(token: str, counted: tuple[str, ...], attributes: Attributes) -> bool:
    said = frozenset(terms(token))
    return any(attributes.held(term, said) for term in counted)
