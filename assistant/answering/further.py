"""What follows suggestions: « un autre que X ? », « hors de ma région ? », « pourquoi pas X ? », « d'autres noms ? », « lesquels
ont déjà travaillé ensemble ? », « le deuxième ? » are asked again with the question that was suggested for, visibly. What no
rule knows (« pas trop gros », « qui est à côté ? ») is read as it was learnt.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from assistant.answering.places import places_at
from assistant.answering.those_given import given_in, nth_of, several_of, the_one_meant
from assistant.answering.wish_kinds import KINDS, SAID, SIZES, Wanted
from assistant.answering.wished_places import leaves_out_a_region
from assistant.answering.wishes import NAMES, masked
from assistant.vocabulary import Turn

Names = Callable[[str], Sequence[tuple[int, int]]]
Wants = Callable[[str], Wanted | None]
# How many names one answer gives: what « d'autres noms » passes over.
GIVEN = 5

_ENDS = " ?!.\u00a0\u202f"
_ANYWHERE = {"ailleurs": "dans une autre région", "elsewhere": "in another region"}

_OPEN = r"(?:(?:et|ou|sinon|mais|plut[ôo]t|non|and|or|but|rather)\b[\s,]*)*"
_SOMEONE = r"(?:(?:un|une|des?|quelqu['’]un|qui|les?|someone|somebody|anyone|anybody|who|some|any|ones?)\b[\s,]*)?(?:d['’]\s*)?"
_WHAT = r"(?:noms?|suggestions?|clusters?|p[ôo]les?|pistes?|id[ée]es?|partenaires?|r[ée]f[ée]rents?|candidats?|names?|ideas?|partners?|candidates?)"
_COUNT = r"(?:(?:un|une|deux|trois|quatre|cinq|encore|\d+|five|three|two|some|any)\s+)?(?:d['’]\s*)?"
_GIVE = r"(?:(?:donne|donnez|propose|proposez|cite|citez|montre|montrez|trouve|trouvez|give|show|suggest)(?:[- ](?:m['’]en|moi|nous|me|us))?\s+)?"
_EXCLUDED = re.compile(
    rf"^{_OPEN}{_SOMEONE}(?:autres?(?: {_WHAT})? qu(?:e |['’])|(?:other|else)(?: {_WHAT})? (?:than|but) |"
    rf"(?:sauf|hormis|except[ée]|à part|sans|pas|en dehors (?:de |d['’])|except(?: for)?|apart from|besides|without|not)\s*)({NAMES})$",
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
_INTRODUCED = re.compile(
    rf"^{_OPEN}(?:qui|who) (?:peut|pourrait|peuvent|pourraient|saurait|can|could|might)\b.*?\b(?:pr[ée]senter|introdui\w+|recommander|"
    rf"mettre en (?:relation|contact)|introduce)\b(?:\D*?({NAMES}))?.*$",
    re.IGNORECASE,
)
_AND = re.compile(rf"^(?:et|and)\s+{NAMES}$", re.IGNORECASE)
_TIES = re.compile(
    r"^(?:(?:et|and)\s+)?(?:lesquel(?:le)?s|qui|which|who)\b.{0,40}\b(?:travaill|collabor|coop[ée]r|projet|project|worked|cooperated|partnered).{0,30}"
    r"\b(?:ensemble|entre eux|en commun|together|each other)$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
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


def asked_further(
    question: str,
    history: Sequence[Turn],
    names: Names,
    suggests: Callable[[str], bool],
    wants: Wants = lambda text: None,
) -> str | None:
    """The question that suggestions were asked by, with what is wanted of them now; None when this is no such follow-up.

    What was wanted in between stays: « sauf Aetos », then « hors de ma région ». `suggests` tells whether a question asks
    for référents or partners, `wants` what was learnt of such follow-ups.
    """
    if not history:
        return None
    if (beside := _compared(question, history, names, wants)) is not None:
        return beside
    last = _said(question, names, wants, history)
    # What opens a conversation follows nothing.
    before = [[], *(_said(turn.question, names, wants, history[:at]) for at, turn in enumerate(history) if at)]
    if not last:
        return None
    at = max(number for number, clauses in enumerate(before) if not clauses)
    root, between = history[at].question.strip(_ENDS), before[at + 1 :]
    # « Avec qui X peut-il travailler ? » followed by « et Y ? »: the same question for Y.
    of_another = names(root) and last[-1].alone and _AND.match(masked(question.strip(_ENDS), names(question)))
    if of_another or not (given_in(history[at].answer) or suggests(root)):
        return None
    english, named = bool(_ENGLISH.search(root)), [root[start:end] for start, end in names(root)]
    if any(clause.alone and clause.text.endswith(name) for clause in last for name in named):
        return f"{root}?" if english else f"{root} ?"  # it judges that one already
    told = ", ".join([root, *_wanted([*between, last], english)])
    return f"{told}?" if english else f"{told} ?"


def _compared(question: str, history: Sequence[Turn], names: Names, wants: Wants) -> str | None:
    """The question that sets those given side by side, when this is what is wanted."""
    asked, given = question.strip(_ENDS), given_in(history[-1].answer)
    if names(asked) or len(asked.split()) > _LONGEST or len(given) < 2 or wants(asked) is not Wanted.BESIDE:
        return None
    few, english = several_of(asked, given), bool(_ENGLISH.search(asked))
    if len(few) < 2:
        return None
    joined = f"{', '.join(few[:-1])} {'and' if english else 'et'} {few[-1]}"
    return f"Compare {joined}" if english else f"Comparer {joined}"


def _wanted(messages: Sequence[Sequence["_Clause"]], english: bool) -> list[str]:
    """What is wanted now, in words. What was given was given under the conditions of then: a new one starts it again."""
    last = messages[-1]
    if alone := next((clause for clause in last if clause.alone), None):
        return [alone.text]
    kept, given = list[str](), 0
    latest = {clause.about: clause for clauses in messages for clause in clauses}
    for clauses in messages:
        lasting = [clause for clause in clauses if clause.lasts]
        kept += [clause.text for clause in lasting if not clause.about or latest[clause.about] is clause]
        given = (0 if lasting else given) + sum(clause.others for clause in clauses)
    if given:
        count = given * GIVEN
        kept.append(f"except the first {count} names" if english else f"sauf les {count} premiers noms")
    return list(dict.fromkeys([*kept, *(clause.text for clause in last if not (clause.lasts or clause.others))]))


# What still holds for what is asked next; the order, the ties and the number do not.
LASTING = SIZES | KINDS.keys() | {Wanted.SAFE, Wanted.UNRIVALLED, Wanted.AT_HOME}


class _Clause(NamedTuple):
    """What one message wants of the suggestions before it."""

    text: str
    lasts: bool = False  # it still holds for what is asked next
    alone: bool = False  # it names whom it is about: what was wanted of the others is beside the point
    others: int = 0  # how many more answers it wants, 0 or 1
    about: str = ""  # a later one about the same (size, region) takes its place


def _said(message: str, names: Names, wants: Wants, history: Sequence[Turn]) -> list[_Clause]:
    """The clauses a message is made of, none when it is a question of its own; `history` is what it
    follows. « Un autre, sans concurrent » are two; in « on les connaît, qui d'autre ? » what only tells stands aside."""
    asked = _without_courtesies(message)
    parts = [part for part in _PARTED.split(asked) if part.strip(_ENDS)]
    read = [(part, _clause(part, names, wants, history)) for part in parts] if len(parts) > 1 else []
    told = [clause for part, clause in read if (clause and clause.lasts) or not _TELLS.match(part)]
    found = [clause for clause in told if clause]
    if found and len(found) == len(told):
        return _but_those_given(found, history, bool(_ENGLISH.search(asked)))
    whole = _clause(asked, names, wants, history)
    return [whole] if whole else []


def _but_those_given(clauses: list[_Clause], history: Sequence[Turn], english: bool) -> list[_Clause]:
    """Others that are wanted under a new condition are none of those just given, by name where these are known."""
    shown = given_in(history[-1].answer) if history and any(clause.lasts for clause in clauses) else []
    if not shown or not any(clause.others for clause in clauses):
        return clauses
    without = _Clause(f"{'except' if english else 'sauf'} {', '.join(shown)}", lasts=True)
    return [without, *(clause for clause in clauses if not clause.others)]


def _without_courtesies(message: str) -> str:
    """The message without « svp », « please », « merci », unless it says nothing else."""
    return _COURTESIES.sub(" ", message).strip(_ENDS + ",") or message.strip(_ENDS)


def _clause(message: str, names: Names, wants: Wants, history: Sequence[Turn]) -> _Clause | None:
    """The clause a message is, or None when it is a question of its own; `history` is what it follows."""
    asked = message.strip(_ENDS)
    english = bool(_ENGLISH.search(asked))
    text = masked(asked, names(asked))
    if found := _EXCLUDED.match(text):
        return _Clause(f"{'except' if english else 'sauf'} {asked[found.start(1) : found.end(1)]}", lasts=True)
    if found := _WHY.match(text):
        start, end = found.span(1 if found[1] else 2)
        return _Clause(f"{'why not' if english else 'pourquoi pas'} {asked[start:end]}", alone=True)
    if found := _INTRODUCED.match(text):
        who = asked[text.index("§", found.start(1)) : found.end(1)] if found[1] else ""
        asking, to = ("who can introduce us", " to ") if english else ("qui peut nous présenter", " à ")
        return _Clause(f"{asking}{to if who else ''}{who}", alone=bool(who))
    if _TIES.match(text):
        return _Clause(asked[:1].lower() + asked[1:])
    if _OTHERS.match(text):
        return _Clause("", others=1)
    if found := _ELSEWHERE.match(text):
        said = asked[found.start("clause") :]
        place = _ANYWHERE.get(said.lower(), said)
        if leaves_out_a_region(place):
            return _Clause(place, lasts=True)
    learnt = _placed(asked, english) or _pointed(asked, history, english)
    return learnt or (_learnt(asked, wants, history, names, english) if asked == text else None)


def _placed(asked: str, english: bool) -> _Clause | None:
    """One region or a few, and no other."""
    found = _INSIDE.match(asked)
    places = found and places_at(asked, found.start("place"))
    if not found or not places or places.end < found.end("place"):
        return None
    return _Clause(f"{'only' if english else 'uniquement'} {found['place']}", lasts=True, about="region")


def _pointed(asked: str, history: Sequence[Turn], english: bool) -> _Clause | None:
    """One of those given, by its place in the last list of several."""
    listed = next((given for turn in reversed(history) if len(given := given_in(turn.answer)) > 1), [])
    name = nth_of(asked, listed)
    return _judging(name, english) if name else None


def _judging(name: str, english: bool) -> _Clause:
    """That one judged, alone."""
    return _Clause(f"{'why not' if english else 'pourquoi pas'} {name}", alone=True)


def _learnt(asked: str, wants: Wants, history: Sequence[Turn], names: Names, english: bool) -> _Clause | None:
    """What a short message that names no cluster wants, as it was learnt."""
    apart = _SUBJECT.match(asked) or leaves_out_a_region(asked)
    read = len(asked.split()) <= _LONGEST and not apart
    wanted = wants(_INSTEAD.split(asked, maxsplit=1)[0]) if read else None
    if wanted is None or wanted is Wanted.BESIDE:
        return None
    if wanted is Wanted.THAT_ONE:
        meant = the_one_meant(history, names) if history else None
        return _judging(meant, english) if meant else None
    if wanted is Wanted.THEIR_TIES and _TOGETHER.search(asked):
        if history and len(given_in(history[-1].answer)) > 1:
            return _Clause("which have worked together" if english else "lesquels ont déjà travaillé ensemble")
        wanted = Wanted.OUR_TIES
    about = "size" if wanted in SIZES else "kind" if wanted in KINDS else "region" if wanted is Wanted.AT_HOME else ""
    return _Clause(SAID[wanted]["en" if english else "fr"], lasts=wanted in LASTING, about=about)
