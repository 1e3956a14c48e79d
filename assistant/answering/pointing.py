"""What points at a cluster of the dialogue is read as its name: « le deuxième », « les deux premiers », « lui », « celui-là ».

The rest of the message then says what it is after: a field, a refusal, a judgement, a tie, a comparison.
"""

import re
from collections.abc import Sequence

from assistant.answering.beside import side_by_side
from assistant.answering.ellipsis import FILLERS, OPENING
from assistant.answering.those_given import Names, StandsOut, given_in, last_told, nobody, spoken_of, the_one_meant
from assistant.vocabulary import Turn

_ORDINALS = (
    r"premi[eè]re?|1(?:er|[eè]re?|st)|first",
    r"deuxi[eè]me|seconde?|2(?:e|[eè]me|nde?)|second",
    r"troisi[eè]me|3(?:e|[eè]me|rd)|third",
    r"quatri[eè]me|4(?:e|[eè]me|th)|fourth",
    r"cinqui[eè]me|5(?:e|[eè]me|th)|fifth",
    r"derni[eè]re?|last",
)
_VERB = (
    r"(?:est|sont|a|ont|avai\w+|étai\w+|ser(?:a|ait)|aur(?:a|ait)|compte|emploie|regroupe|réunit|rassemble|dispose|travaill\w+|bosse|fait|peut|"
    r"pourrait|doit|va|vaut|existe|intervient|opère|couvre|gère|porte|date|coûte|reçoit|tient|convient|[\w]+(?:-t)?-(?:ils?|elles?|on)|"
    r"is|are|has|have|does|do|was|were|can|could|would|employs?|works?)"
)
_LITTLE = (
    r"(?:ne|n['’]|me|se|s['’]|nous|vous|y|en|et|ou|ni|il|elle|lui|qui|que|qu['’]|d['’]entre|avec|pour|par|sur|dans|plut[ôo]t|seulement|aussi|"
    r"face|vs|alors|du coup|sinon|donc|svp|stp|and|or|for|on|in|with|to|we|us|from)"
)
_OF_LIST = r"(?:\s+(?:de (?:la|ta|votre) liste|des (?:deux|trois|quatre|cinq)|d['’]entre eux|noms?|clusters?|p[ôo]les?|ones?|(?:on|of) (?:the|your) list)(?![\w'’-]))?"
# Before another noun it is no cluster: « le premier contact ».
_AFTER = rf"(?=\s*(?:$|[,?:;.!)])|\s+(?:{_VERB}|{_LITTLE})(?![\w-])|\s+(?:n|s|qu|d)['’])"
_NTH = re.compile(
    rf"(?<!-)\b(?P<article>l[ae]|du|au|de la|à la|the)\s+(?:{'|'.join(f'({words})' for words in _ORDINALS)})(?![\w-]){_OF_LIST}{_AFTER}",
    re.IGNORECASE,
)
_COUNTS = {"deux": 2, "two": 2, "2": 2, "trois": 3, "three": 3, "3": 3, "quatre": 4, "four": 4, "4": 4}
_SOME = "|".join(_COUNTS)
_FEW = re.compile(
    rf"\b(?P<article>les|des|aux|the)\s+(?:(?:(?P<first>{_SOME})\s+(?:premi[eè]re?s|first)|(?:premi[eè]re?s|first)\s+(?P<first_>{_SOME}))|"
    rf"(?:(?P<last>{_SOME})\s+(?:derni[eè]re?s|last)|(?:derni[eè]re?s|last)\s+(?P<last_>{_SOME})))(?![\w-]){_OF_LIST}{_AFTER}",
    re.IGNORECASE,
)
# « Ces deux-là »: of a longer list, the first ones.
_THESE = re.compile(
    rf"\b(?P<article>ces|these|those)\s+(?P<some>{_SOME})(?:[- ]l[àa])?(?![\w-]){_OF_LIST}{_AFTER}", re.IGNORECASE
)
# « Avec lui », « celui-là », « ce pôle »; « lui demander » is no name's place.
_HIM = re.compile(
    r"(?P<article>)(?:(?<=\bavec )|(?<=\bde )|(?<=\bchez )|(?<=\bpour )|(?<=\bcontre )|(?<=\bà )|(?<=\bsur )|(?<=\bque )|(?<=\bet )|(?<=\bpourquoi ))"
    r"lui(?=\s*(?:$|[,?:;.!)])|\s+(?:et|ou|pour|sur|dans|plut[ôo]t)\b)|"
    r"(?<![\w-])(?:celui-(?:l[àa]|ci)|celle-(?:l[àa]|ci)|ce (?:p[ôo]le|cluster|r[ée]seau|dernier)(?:-l[àa])?|cette (?:grappe|structure|derni[èe]re)(?:-l[àa])?|"
    r"(?:that|this) (?:one|cluster)|the latter)(?![\w-])",
    re.IGNORECASE,
)
# « Nous le présenter »: to be introduced to him.
_INTRODUCE_HIM = re.compile(r"\b(?P<who>nous|me|m['’])\s*(?:le|la)\s+pr[ée]senter(?![\w-])", re.IGNORECASE)
_AND_US = re.compile(
    r"^\W*(?:et|and)\s+(?:(?:pour|chez|for)\s+)?(?:nous|us|notre (?:cluster|p[ôo]le|grappe))\W*$", re.IGNORECASE
)
_BARE = re.compile(r"^\W*§(?:\W+(?:et|ou|and|or)\W+§)*\W*$")
_TO_FR = {"du": "de ", "de la": "de ", "des": "de ", "au": "à ", "aux": "à ", "à la": "à "}
_VOWEL = re.compile(r"[aeiouyéèêàâîôû]", re.IGNORECASE)
# « X, il a combien de membres ? »
_DISLOCATED = re.compile(r"^§,\s+(?=\w)")
_ENDS = " ?!.\u00a0\u202f"
_LONGEST = 15  # words; a longer message is a question of its own


def pointed_out(question: str, history: Sequence[Turn], names: Names, stands_out: StandsOut = nobody) -> str | None:
    """The message with the names of those that it points at in the answers and questions of `history`, whose questions say
    names already; None when it points at none."""
    if not history or len(question.split()) > _LONGEST:
        return None
    found = list[tuple[int, int, str, str]]()
    told = last_told(history, names)
    for match in _NTH.finditer(question):
        at = -1 if match.lastindex == len(_ORDINALS) + 1 else (match.lastindex or 2) - 2
        found += _placed(match, told[at : at + 1 or None])
    for match in _FEW.finditer(question):
        first, last = match["first"] or match["first_"], match["last"] or match["last_"]
        found += _placed(match, told[: _COUNTS[first.lower()]] if first else told[-_COUNTS[last.lower()] :])
    for match in _THESE.finditer(question):
        found += _placed(match, spoken_of(history, names)[: _COUNTS[match["some"].lower()]])
    if not found and not names(question):
        meant = the_one_meant(history, names, stands_out)
        found += [hit for match in _HIM.finditer(question) for hit in _placed(match, [meant] if meant else [])]
        found += [
            (match.start(), match.end(), f"{match['who']} présenter à ", meant)
            for match in _INTRODUCE_HIM.finditer(question)
            if meant
        ]
    return _written(question, found) if found else None


def all_pointed_out(history: Sequence[Turn], names: Names, stands_out: StandsOut = nobody) -> list[Turn]:
    """The exchanges, each question with the names of those that it points at or sets side by side."""
    told = list[Turn]()
    for turn in history:
        asked = pointed_out(turn.question, told, names, stands_out) or side_by_side(turn.question, told, names)
        told.append(turn.model_copy(update={"question": asked}) if asked else turn)
    return told


def with_our_name(question: str, ours: str, history: Sequence[Turn], names: Names) -> str:
    """« Et nous ? » after a question on another cluster, with the name of the pilot's own; any other message as it is."""
    asked_of_one = bool(history) and not given_in(history[-1].answer) and the_one_meant(history, names) is not None
    return f"et {ours} ?" if ours and asked_of_one and _AND_US.match(question) else question


def _placed(match: re.Match[str], given: Sequence[str]) -> list[tuple[int, int, str, str]]:
    """Start, end, preposition and names of what points; nothing when nobody is there."""
    if not given:
        return []
    lead = _TO_FR.get((match["article"] or "").lower(), "")
    english = (match["article"] or "").lower() in ("the", "these", "those")
    joined = (" and " if english else " et ").join([", ".join(given[:-1]), given[-1]]) if len(given) > 1 else given[0]
    return [(match.start(), match.end(), lead, joined)]


def _written(question: str, found: Sequence[tuple[int, int, str, str]]) -> str:
    """The message in correct French; a bare « le deuxième ? » goes on from what was asked before."""
    told, shape = question, question
    for start, end, lead, name in sorted(found, reverse=True):
        before = told[:start]
        said = f"d'{name}" if lead == "de " and _VOWEL.match(name) else f"{lead}{name}"
        if not lead and _VOWEL.match(name) and (of := re.search(r"\b(?:de|que) $", before)):
            before, said = before[: of.end() - 2] + "'", name
        told, shape = before + said + told[end:], f"{shape[:start]}§{shape[end:]}"
    opening = OPENING.match(shape)
    kept, rest = (shape[opening.end() :], told[opening.end() :]) if opening else (shape, told)
    if _BARE.match(FILLERS.sub("", kept.rstrip(_ENDS))):
        return f"et {FILLERS.sub('', rest.rstrip(_ENDS))} ?"
    if dislocated := _DISLOCATED.match(kept):
        at = len(rest) - (len(kept) - dislocated.end())
        return f"{rest[:at].rstrip(' ,')}\u00a0: {rest[at:]}"
    return rest[:1].upper() + rest[1:]
