"""A message that corrects how the one before was read: « non, pas l'AG : le bureau », « je parlais des effectifs, pas d'un salaire ».

What it rejects is no word of what is sought; what it wants is asked in its place, or after the question before.
"""

import re
from typing import NamedTuple

from assistant.answering.ellipsis import is_unfinished, stands_alone
from assistant.answering.objects import replaced
from assistant.answering.topics import sentence_that_asks
from assistant.index.analysis import terms, words

_CLAUSE = re.compile(r"[^,.;:!?…—–]+[,.;:!?…—–]*|[,.;:!?…—–]+")
_TURN = re.compile(r"[\s,]+(?=(?:mais|but|plut[ôo]t|rather)\b)", re.IGNORECASE)
_NO = re.compile(
    r"^\W*(?:(?:(?:mais|ah|oui|but|oh|si|euh|et)[\s,]+)*(?:non|nan|no|nope)\b(?![- ](?:membres?|adh[ée]rents?|lucratif)))+[\s,.!:]*",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"^\W*(?:(?:mais|but|plut[ôo]t|rather|et|and|juste|seulement|just|only|moi|enfin)\b[\s,]*)+", re.IGNORECASE
)
# « Vous m'avez mal compris », « relis » : it says nothing of what is wanted.
_SAYS_NOTHING = re.compile(
    r"^(?:(?:vous|tu|t['’])\s*(?:ne |n['’]|m['’]|me |ne m['’])*\s*(?:(?:avez|as)\s+(?:toujours )?(?:pas|mal|rien)\s+(?:r[ée]pondu|compris|lu|saisi|suivi|entendu)|(?:r[ée]ponds|r[ée]pondez|comprends|comprenez)\s+(?:pas|mal|rien|toujours pas|[àa] c[ôo]t[ée]))\w*\b.*|"
    r"(?:(?:vous|tu|t['’]|toujours)\s*(?:es|[êe]tes)?\s*)?[àa] c[ôo]t[ée](?: de .*)?|aucun rapport(?: avec .*)?|"
    r"relis(?:ez)?(?: .*)?|rien à voir|je (?:reformule|r[ée]p[èe]te|pr[ée]cise)|you (?:didn['’]t|did not|haven['’]t|don['’]t) (?:really )?(?:answer|understand|get).*|you misunderst\w+.*|"
    r"(?:forget|leave) (?:it|that)\b.*|(?:ce|c['’])\s*(?:n['’])?(?:est|[ée]tait) pas (?:[çc]a|ce que .*|ma question|la question)|that['’]?s? (?:is )?not (?:it|what .*|my question))$",
    re.IGNORECASE,
)
_SAY = r"(?:parl(?:e|ais|ons|ions|é|er)|demand(?:e|ais|ons|é|er)|voul(?:ais|ions|u)|veux|cherch(?:e|ais|ons|é)|pens(?:e|ais)|dis(?:ais)?|dit)"
_WHO = r"(?:(?:moi,? )?je|j['’]|on|nous)\s*(?:ne\s|n['’])?\s*(?:te\s|vous\s|t['’]|en\s)*"
_HAVE = r"(?:n['’])?(?:ai|avons|a)\s+"
_I = r"i(?:['’]m| am| was)?"
_ASK = r"(?:ask(?:ed|ing)?|mean|meant|said|say|want(?:ed)?|talk(?:ed|ing)?|speak(?:ing)?)"
_OF = r"(?:(?:de la|de|du|des|à|sur|que|about|for|of|on|to know)\b\s*|d['’]|qu['’])?"
_IS_NOT = r"(?:ce n['’](?:est|était|etait)|c['’](?:est|était)|c)\s+pas\s+(?!un peu\b|trop\b|très\b|plut[ôo]t\b|plus\b|possible\b|grave\b|clair\b)"
_REJECTS = re.compile(
    rf"^(?:{_WHO}{_SAY}\s*pas\s+(?:juste\s+|seulement\s+|savoir\s+|parler\s+|dire\s+)*{_OF}|{_WHO}{_HAVE}pas\s+{_SAY}\s+{_OF}|"
    rf"{_I}\s+(?:didn['’]t|did not|don['’]t|do not|not)\s+{_ASK}\s*{_OF}|{_IS_NOT}(?:une question (?:de|sur)\s+)?|rien à voir avec\s+|"
    r"(?P<bare>pas|not)\s+(?!que\b|seulement\b|juste\b|only\b|just\b)(?:d['’]|(?:de la|de|du|des|pour|sur|about|for)\s)?\s*)(?P<what>\S.*)$",
    re.IGNORECASE,
)
_NOTHING_TO_DO = re.compile(r"^(?P<what>.+?)\s+(?:n['’]a|n['’]ont|a|ont) rien à voir\b", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?P<comma>[\s,]+)(?:et\s+|and\s+)?(?:pas|not)\s+(?:forcément\s+)?(?P<what>(?:l['’]|d['’]un|(?:le|la|les|un|une|du|des|de la|de|pour|sur|à|celui|celle|ceux|the|about|for|a)\s)\S.*)$",
    re.IGNORECASE,
)
# No verb that « pas » may be of: « la confiance, pas le droit ».
_THING = re.compile(
    r"^(?:l['’]|(?:le|la|les|un|une|des|du|the|a)\s)[\w'’-]+(?:\s(?:de|du|des|d['’])\s?[\w'’-]+)?$", re.IGNORECASE
)
_WANTS = re.compile(
    rf"^(?:{_WHO}(?:{_HAVE})?{_SAY}\s+(?:juste\s+|seulement\s+|plut[ôo]t\s+|bien\s+)*(?:dire\s+|savoir\s+|parler\s+)?{_OF}|{_I}\s+{_ASK}\s+{_OF}|"
    r"ma question (?:portait|porte|était|est|c['’]est)\s*(?:sur\s+|de savoir\s+)?|il s['’]agit\s+(?:bien\s+)?(?:de\s+|du\s+|d['’])?|(?P<is>c['’]est|c['’]était)\s+)(?P<what>\S.*)$",
    re.IGNORECASE,
)
# A correction is short.
_LONGEST = 30  # words
# What is put in the place of what is rejected, both of so few words that carry a subject.
_SHORT = 3


class Correction(NamedTuple):
    """What a message wants, in its words, what it rejects, and whether it says in so many words that it was misread."""

    wanted: str
    rejected: str
    says: bool = False


def corrected(message: str, before: str = "") -> Correction | None:
    """What a message that corrects wants and rejects; None for other messages, and when it says nothing that it wants.

    « Pas de X » alone rejects only after « non », or what `before` spoke of: who has none of something says so too.
    """
    if len(message.split()) > _LONGEST:
        return None
    no = _NO.match(message)
    rest = message[no.end() :] if no else message
    wanted, rejected, says, misread = list[str](), list[str](), False, False
    for clause in (part.strip() for whole in _CLAUSE.findall(rest) for part in _TURN.split(whole)):
        plain = _BUT.sub("", _NO.sub("", clause.strip(" ,.;:!?…—–")))
        if not plain or _SAYS_NOTHING.match(plain):
            misread = misread or bool(plain)
            says = says or misread
        elif (found := _rejection(plain, before, plainly=bool(no) or says)) is not None:
            rejected.append(found)
        else:
            wants = _WANTS.match(plain)
            wants = wants if wants and (rejected or not wants["is"]) else None
            kept, left_out = _without_trailing(plain, before, plainly=bool(no) or bool(wants))
            rejected += left_out
            says = says or bool(wants)
            wanted.append(kept[wants.start("what") :] if wants else kept)
    told = ", ".join(wanted)
    if not (rejected or misread or (no and says)) or not words(told):
        return None
    return Correction(f"{told} ?" if message.rstrip().endswith("?") else told, ", ".join(rejected), says)


def only_complains(message: str) -> bool:
    """Whether a message says that the answer was none, and nothing of what is wanted."""
    clauses = [_BUT.sub("", _NO.sub("", clause.strip(" ,.;:!?…—–"))) for clause in _CLAUSE.findall(message)]
    return any(clauses) and all(not clause or _SAYS_NOTHING.match(clause) for clause in clauses)


def in_its_place(before: str, correction: Correction) -> str:
    """What is wanted as a whole question: alone when it is one, else in the place of what is rejected, or after the question
    before."""
    wanted = correction.wanted.rstrip(" ?")
    if stands_alone(wanted) and not is_unfinished(wanted):
        return f"{wanted} ?"
    asking, gone = sentence_that_asks(before), set(terms(correction.rejected))
    short = max(len(words(wanted)), len(words(correction.rejected))) <= _SHORT
    if short and gone & set(terms(asking)):
        return f"{replaced(asking, wanted).rstrip(' ?')} ?"
    return f"{before}, {wanted} ?"


def _rejection(clause: str, before: str, *, plainly: bool) -> str | None:
    """What a clause rejects; None when it rejects nothing."""
    found = _REJECTS.match(clause) or _NOTHING_TO_DO.match(clause)
    if found is None:
        return None
    bare = found.re is _REJECTS and bool(found["bare"])
    return None if bare and not (plainly or _spoken_of(found["what"], before)) else found["what"]


def _without_trailing(clause: str, before: str, *, plainly: bool) -> tuple[str, list[str]]:
    """A clause without « pas la composition du CA » at its end."""
    found = _TRAILING.search(clause)
    if found is None or not found.start():
        return clause, []
    thing = "," in found["comma"] or bool(_THING.match(clause[: found.start()]))
    if not (plainly or (thing and _spoken_of(found["what"], before))):
        return clause, []
    return clause[: found.start()], [found["what"]]


def _spoken_of(what: str, before: str) -> bool:
    return bool(set(terms(what)) & set(terms(before)))
