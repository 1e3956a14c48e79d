"""What one message wants of the suggestions before it, clause by clause: « un autre que X », « hors de ma région », « pas trop
gros ». What no rule knows is read as it was learnt.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.answering.introductions import CONTACTED, INTRODUCED
from assistant.answering.places import places_at
from assistant.answering.those_given import Names, StandsOut, given_in, the_one_meant
from assistant.answering.wish_kinds import KINDS, SAID, SIZES, Wanted
from assistant.answering.wished_places import leaves_out_a_region
from assistant.answering.wishes import NAMES, masked
from assistant.vocabulary import Turn

Wants = Callable[[str], Wanted | None]
ENDS = " ?!.\u00a0\u202f"
_ANYWHERE = {"ailleurs": "dans une autre région", "elsewhere": "in another region"}

_OPEN = r"(?:(?:et|ou|sinon|mais|plut[ôo]t|non|and|or|but|rather)\b[\s,]*)*"
_SOMEONE = r"(?:(?:un|une|des?|quelqu['’]un|qui|les?|someone|somebody|anyone|anybody|who|some|any|ones?)\b[\s,]*)?(?:d['’]\s*)?"
_WHAT = r"(?:noms?|suggestions?|clusters?|p[ôo]les?|pistes?|id[ée]es?|partenaires?|r[ée]f[ée]rents?|candidats?|names?|ideas?|partners?|candidates?)"
_COUNT = r"(?:(?:un|une|deux|trois|quatre|cinq|encore|\d+|five|three|two|some|any)\s+)?(?:d['’]\s*)?"
_GIVE = r"(?:(?:donne|donnez|propose|proposez|cite|citez|montre|montrez|trouve|trouvez|give|show|suggest)(?:[- ](?:m['’]en|moi|nous|me|us))?\s+)?"
_EXCLUDED = re.compile(
    rf"^{_OPEN}{_SOMEONE}(?:autres?(?: {_WHAT})? qu(?:e |['’])|(?:other|else)(?: {_WHAT})? (?:than|but) |"
    rf"autre chose qu(?:e |['’])|(?:sauf|hormis|except[ée]|à part|sans|(?:surtout )?pas|en dehors (?:de |d['’])|except(?: for)?|apart from|besides|without|not)\s*|"
    r"(?:(?:je|on|nous)\s+(?:ne\s+|n['’])?(?:en\s+)?(?:veu[xt]|voulons|souhait\w+|prend|prends)\s+(?:surtout\s+)?pas\s*|(?:i|we) (?:do not|don['’]t) want |"
    r"(?:(?:je|on|j['’]|nous|il faut)\s*)?(?:oublie[zr]?|exclu[sart]\w*|écarte[zr]?|enlève[zr]?|"
    rf"retire[zr]?|laisse[zr]? tomber|drop|forget|leave out)\s+))({NAMES})$",
    re.IGNORECASE,
)
# « X ne nous convient pas. »
_UNWANTED = re.compile(
    rf"^{_OPEN}({NAMES})\s*,?\s+(?:(?:il|elle|c['’]est)\s*)?(?:ne\s+|n['’])?(?:(?:nous|me)\s+|m['’])?(?:int[ée]resse(?:nt)?|convien(?:t|nent)|va|vont|pla[îi]t|"
    r"correspond(?:ent)?|non)(?:\s+(?:pas|gu[èe]re)(?: du tout| trop)?)?$(?<=pas|non|ère|ere|out|rop)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    rf"^{_OPEN}{_SOMEONE}(?P<clause>(?:ailleurs|elsewhere)|(?:dans |d['’]|en |in |from )(?:une |an)?(?:autres? r[ée]gions?|other regions?)|"
    r"(?:hors|en dehors|à l['’]ext[ée]rieur|ailleurs qu['’]|sans|pas|ni|outside|beyond|without|not)\b.{2,80})$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"^{_OPEN}{_GIVE}(?:(?:qui|quelqu['’]un|who|someone|anyone|anybody) (?:d['’]autres?|else)|{_COUNT}(?:autres?|others?|another|more)(?: (?:{_WHAT}|ones?))?)(?: encore)?$",
    re.IGNORECASE,
)
_WHY = re.compile(
    rf"^{_OPEN}(?:pourquoi(?: pas)?|why(?: not)?|que (?:penser|pensez-vous|penses-tu)|what about|how about)\s+({NAMES})$|^(?:et|and)\s+({NAMES})$",
    re.IGNORECASE,
)
_TIES = re.compile(
    r"^(?:(?:et|and)\s+)?(?:lesquel(?:le)?s|qui|which|who)\b.{0,40}\b(?:travaill|collabor|coop[ée]r|projet|project|worked|cooperated|partnered).{0,30}"
    r"\b(?:ensemble|entre eux|en commun|together|each other)$",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:who|whom|we|the|should|with|for|our|which|and|anyone|else|other|why|not|outside|only|ones?|please|without|closer|bigger|smaller)\b",
    re.IGNORECASE,
)
# « Uniquement en Occitanie », « et en Bretagne ? »: one region and no other.
_INSIDE = re.compile(
    rf"^{_OPEN}(?:(?:uniquement|seulement|rien qu(?:e |['’])|que|only|just)\s+)?(?P<place>(?:en|dans|à|in)\s+\S.{{2,80}}?)(?:\s+(?:plut[ôo]t|seulement|uniquement|only|rather|instead))?$",
    re.IGNORECASE,
)
_LONGEST = 12  # words; a longer message is a question of its own
# « Et pour le vin ? »: another subject.
_SUBJECT = re.compile(r"^(?:(?:et|and)\s+)?(?:pour|sur|concernant|en matière d|for|about)\b", re.IGNORECASE)
# « Une grappe plutôt qu'un pôle »: what is wanted stands first.
_INSTEAD = re.compile(r"\s+(?:plut[ôo]t qu(?:e\b|['’])|rather than\b)", re.IGNORECASE)
_COURTESIES = re.compile(
    r"(?<!\w)(?:svp|stp|s['’ ]?il (?:vous|te) pla[iî]t|(?:non |oui )?merci(?: (?:beaucoup|bien|d['’]avance))?|please|pls|thanks?(?: you)?(?: a lot)?)(?!\w)",
    re.IGNORECASE,
)
# « Un autre, sans concurrent », « plus petits et hors de ma région ».
_PARTED = re.compile(r"\s*[,;.!?]+\s*|\s+(?:et|mais|and|but)\s+(?:qui soit\s+)?", re.IGNORECASE)
# What tells and asks nothing: « ok mais on les connaît », « ils sont loin ».
_TELLS = re.compile(
    r"^(?:ok|okay|oui|non|bof|bien|super|parfait|d['’]accord|hum+|hm+|on|nous|je|j['’]|ils?|elles?|c['’]|ça|ces?|ceux-là|i|we|they|these|those|yes|no|fine|great)(?!\w)"
    r"(?!.*(?:-(?:ils?|elles?|on|nous|je|vous|tu)\b|\bpeu[tx]\b|\bcherch|\bve(?:ux|ut)\b|\bvoudr|\bpr[ée]f[èée]r|\bwant|\bneed|\bprefer))",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\b(?:ensemble|entre eux|en commun|together|each other)\b", re.IGNORECASE)
# What still holds for what is asked next; the ties and the number do not.
LASTING = SIZES | KINDS.keys() | {Wanted.SAFE, Wanted.UNRIVALLED, Wanted.AT_HOME, Wanted.NEAR}


class Heard(NamedTuple):
    """What is known of words: names, wishes, facts of one cluster, who of several stands out."""

    names: Names
    wants: Wants
    asks_field: Callable[[str], bool]
    stands_out: StandsOut


class Clause(NamedTuple):
    """What one message wants of the suggestions before it."""

    text: str
    lasts: bool = False  # it still holds for what is asked next
    alone: bool = False  # it names whom it is about: what was wanted of the others is beside the point
    introduces: bool = False  # it asks who would introduce the pilot to them
    others: int = 0  # how many more answers it wants, 0 or 1
    about: str = ""  # a later one about the same (size, region) takes its place


def clauses_of(message: str, heard: Heard, history: Sequence[Turn]) -> list[Clause]:
    """The clauses a message is made of, none when it is a question of its own; `history` is what it
    follows. « Un autre, sans concurrent » are two; in « on les connaît, qui d'autre ? » what only tells stands aside."""
    asked = _without_courtesies(message)
    parts = [part for part in _PARTED.split(asked) if part.strip(ENDS)]
    read = [(part, _clause(part, heard, history)) for part in parts] if len(parts) > 1 else []
    told = [clause for part, clause in read if (clause and clause.lasts) or not _TELLS.match(part)]
    found = [clause for clause in told if clause]
    if found and len(found) == len(told):
        return _but_those_given(found, history, bool(ENGLISH.search(asked)))
    whole = _clause(asked, heard, history)
    return [whole] if whole else []


def _but_those_given(clauses: list[Clause], history: Sequence[Turn], english: bool) -> list[Clause]:
    """Others that are wanted under a new condition are none of those just given, by name where these are known."""
    shown = given_in(history[-1].answer) if history and any(clause.lasts for clause in clauses) else []
    if not shown or not any(clause.others for clause in clauses):
        return clauses
    without = Clause(f"{'except' if english else 'sauf'} {', '.join(shown)}", lasts=True)
    said = {clause.text.split(" ", 1)[-1] for clause in clauses} & {*shown}
    return [without, *(clause for clause in clauses if not (clause.others or clause.text.split(" ", 1)[-1] in said))]


def _without_courtesies(message: str) -> str:
    """The message without « svp », « please », « merci », unless it says nothing else."""
    return _COURTESIES.sub(" ", message).strip(ENDS + ",") or message.strip(ENDS)


def _clause(message: str, heard: Heard, history: Sequence[Turn]) -> Clause | None:
    """The clause a message is, or None when it is a question of its own; `history` is what it follows."""
    asked = message.strip(ENDS)
    english = bool(ENGLISH.search(asked))
    text = masked(asked, heard.names(asked))
    if found := _EXCLUDED.match(text) or _UNWANTED.match(text):
        refused = re.sub(r"^(?:de\s+|d['’])", "", asked[found.start(1) : found.end(1)])
        return Clause(f"{'except' if english else 'sauf'} {refused}", lasts=True)
    if found := _WHY.match(text):
        start, end = found.span(1 if found[1] else 2)
        return Clause(f"{'why not' if english else 'pourquoi pas'} {asked[start:end]}", alone=True)
    if found := CONTACTED.match(text) or INTRODUCED.match(text):
        alone = given_in(history[-1].answer) if history else []
        said = asked[text.index("§", found.start(1)) : found.end(1)] if found[1] else ""
        who = said or (alone[0] if len(alone) == 1 else "")
        asking, to = ("who can introduce us", " to ") if english else ("qui peut nous présenter", " à ")
        return Clause(f"{asking}{to if who else ''}{who}", alone=bool(who), introduces=True)
    if _TIES.match(text):
        return Clause(asked[:1].lower() + asked[1:])
    if _OTHERS.match(text):
        return Clause("", others=1)
    if found := _ELSEWHERE.match(text):
        said = asked[found.start("clause") :]
        place = _ANYWHERE.get(said.lower(), said)
        if leaves_out_a_region(place):
            return Clause(place, lasts=True)
    if asked != text:
        return _of_the_one_named(asked, text, heard, english)
    return _placed(asked, english) or _learnt(asked, heard, history, english)


def _placed(asked: str, english: bool) -> Clause | None:
    """One region or a few, and no other."""
    found = _INSIDE.match(asked)
    places = found and places_at(asked, found.start("place"))
    if not found or not places or places.end < found.end("place"):
        return None
    return Clause(f"{'only' if english else 'uniquement'} {found['place']}", lasts=True, about="region")


def _of_the_one_named(asked: str, text: str, heard: Heard, english: bool) -> Clause | None:
    """What is said of one name as it was learnt of « lui »: that one judged."""
    named = re.findall(r"§+", text)
    if len(named) != 1 or len(asked.split()) > _LONGEST or heard.asks_field(asked):
        return None
    start = text.index("§")
    him = re.sub(r"d['’]§+", "de lui", text) if not english else text
    if heard.wants(re.sub(r"§+", "that one" if english else "lui", him)) is not Wanted.THAT_ONE:
        return None
    return _judging(asked[start : start + len(named[0])], english)


def _judging(name: str, english: bool) -> Clause:
    """That one judged, alone."""
    return Clause(f"{'why not' if english else 'pourquoi pas'} {name}", alone=True)


def _learnt(asked: str, heard: Heard, history: Sequence[Turn], english: bool) -> Clause | None:
    """What a short message that names no cluster wants, as it was learnt."""
    apart = _SUBJECT.match(asked) or leaves_out_a_region(asked)
    read = len(asked.split()) <= _LONGEST and not apart
    wanted = heard.wants(_INSTEAD.split(asked, maxsplit=1)[0]) if read else None
    if wanted is None or wanted is Wanted.BESIDE:
        return None
    if wanted is Wanted.THAT_ONE:
        meant = the_one_meant(history, heard.names, heard.stands_out) if history else None
        return _judging(meant, english) if meant else None
    if wanted is Wanted.THEIR_TIES and _TOGETHER.search(asked):
        if history and len(given_in(history[-1].answer)) > 1:
            return Clause("which have worked together" if english else "lesquels ont déjà travaillé ensemble")
        wanted = Wanted.OUR_TIES
    about = "size" if wanted in SIZES else "kind" if wanted in KINDS else "region" if wanted is Wanted.AT_HOME else ""
    return Clause(SAID[wanted]["en" if english else "fr"], lasts=wanted in LASTING, about=about)
