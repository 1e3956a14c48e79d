"""Those of the dialogue set side by side: « compare-les », « lequel est le plus ancien ? », « qui a le plus de membres des deux ? »."""

import re
from collections.abc import Callable, Sequence

from assistant.answering.narrowed import narrowed
from assistant.answering.other_end import other_end
from assistant.answering.table_changed import table_changed
from assistant.answering.those_given import Names, given_in, joined, set_beside, spoken_of, told_in
from assistant.answering.wish_kinds import Wanted
from assistant.vocabulary import Turn

Wants = Callable[[str], Wanted | None]
_LONGEST = 12  # words; a longer message is a question of its own
_ENDS = " ?!.\u00a0\u202f"
_ENGLISH = re.compile(r"\b(?:which|who|them|compare (?:the|these|them)|side by side|is|has|the|of)\b", re.IGNORECASE)
_OPEN = r"^(?:(?:ok|et|alors|mais|donc|merci|and|so)\b[\s,]*)*"
_WHICH = r"(?:lequel|laquelle|lesquels|lesquelles|qui|quel (?:p[ôo]le|cluster)|which(?: one)?|who)"
_FIGURE = (
    r"(?:le|la|the)\s+(?:(?:plus|moins)\s+(?:gros|grosse|grand|grande|petit|petite|ancien|ancienne|vieux|vieille|jeune|récent|récente|riche|doté|dotée|peuplé)|"
    r"(?:mieux|moins bien) (?:doté|dotée|loti|lotie)|biggest|largest|smallest|oldest|youngest|richest)(?![\w-])|"
    r"\b(?:le |la |the )?(?:plus|moins|most|fewest|more|fewer) (?:de |d['’]|grand |gros )?\s*(?:membres|adh[ée]rents|salari[ée]s|permanents|budget|argent|projets|"
    r"[ée]quipe|moyens|personnel|members|staff|money|projects)\b|"
    r"\b(?:cr[ée][ée]|n[ée]|fond[ée]|apparu|founded|created)e?s? (?:en premier|en dernier|le premier|avant|plus t[ôo]t|first|last)\b"
)
# « Lequel est le plus ancien ? », « le plus gros des deux ? »
_STANDS_OUT = re.compile(rf"{_OPEN}(?:{_WHICH}\b.{{0,30}}?)?(?:{_FIGURE})", re.IGNORECASE)
_ASKS_WHICH = re.compile(rf"{_OPEN}{_WHICH}\b", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\s*,?\s*\b(?:des (?:deux|trois|quatre|cinq)|de(?: tou(?:te)?s)? (?:ceux|celles)(?:-l[àa]|-ci)?|d['’]entre (?:eux|elles)|parmi (?:eux|elles|ceux-l[àa])|entre (?:eux|les deux|eux deux)|"
    r"of (?:them|these|those|the (?:two|three|four|five)))(?![\w-])",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    rf"{_OPEN}(?:(?:tu peux|pouvez-vous|peux-tu|on peut|can you|please)\s+)?(?:(?:me|nous)\s+)?(?:compar(?:e|er|ez|ons)(?:[- ](?:les|moi (?:les|ça)|them|these|those))?|les comparer|"
    r"met(?:s|tez|tre)?[- ](?:les|them|ça|cela|tout)(?: (?:ça|cela))?|put (?:them|it|that)|(?:(?:fai(?:s|tes|re)|dress\w*|make|draw)[- ]?(?:en |moi |nous |les |me )?)?(?:un |une |le |a |the )?(?:tableau|comparaison|comparatif|table)|(?:sous )?(?:la )?(?:forme )?(?:de|d['’]un|en|dans un|as a|in a) (?:tableau|table))"
    r"(?:\s+(?:comparatif|r[ée]capitulatif|de synth[èe]se|tous|toutes|les (?:deux|trois|cinq)|entre eux|entre elles|c[ôo]te à c[ôo]te|en (?:un )?tableau|dans un tableau|side by side|all|both|stp|svp|please))*$",
    re.IGNORECASE,
)

# « Et leurs équipes ? » after a comparison: the same side by side.
_ROW = re.compile(
    r"^(?:(?:et|sinon|and|alors)\s+)*(?:(?:pour|sur|côté|en|for|seulement|uniquement|juste|only|just)\s+)*(?:compar(?:e|er|ez|ons)\s+(?=leurs?|their))?(?P<row>(?:(?:leurs?|les|le|la|l['’]|des|their|the)\s*)?(?:nombre (?:de |d['’])|number of )?"
    r"(?:membres|adh[ée]rents|budgets?|[ée]quipes?|effectifs?|salari[ée]s|permanents|projets|labels?|[âa]ges?|dates? de cr[ée]ation|part priv[ée]e|"
    r"ann[ée]es? de cr[ée]ation|r[ée]gions?|members|teams?|staff|projects)(?: (?:des|de leurs?) [ée]quipes?)?)(?:\s+(?:respectifs?|respectives?|des deux))*$",
    re.IGNORECASE,
)

# « Leur budget » is that of each.
_THEIRS = re.compile(r"^leur(?P<many>s?)\s+", re.IGNORECASE)
# More of a list are no table: the list is asked for again, in order.
_FEW = 8
# One more than a table sets side by side, so that it says that it leaves some out.
_AT_MOST = 9


_WITH_ROWS = re.compile(r"^(?P<asks>.+?)\s+(?:avec|sur|with|on)\s+(?P<rows>.+)$", re.IGNORECASE)
_LISTED = re.compile(
    r"^(?:quel(?:le)?s\s+(?:sont\s+)?(?:les\s+|des\s+)?|(?:liste|donne|cite)\w*\s+(?:moi\s+)?(?:les\s+|des\s+))(?P<who>clusters|p[ôo]les(?: de comp[ée]titivit[ée])?|grappes)(?P<rest>\b.*)$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"^\s*(?:en|dans|de|du|des|d['’]|à|au|aux|sur|bretons?|normands?|$)(?:\b|$)", re.IGNORECASE)
_ORDERS = (
    ("budget", re.compile(r"\b(?:budget|argent|moyens|riche|dot[ée]|lotie?)", re.IGNORECASE)),
    ("effectif", re.compile(r"\b(?:salari[ée]s|permanents|personnel|[ée]quipe)", re.IGNORECASE)),
    ("nombre de membres", re.compile(r"\b(?:membres|adh[ée]rents|gros|grosse|grand|grande|peupl)", re.IGNORECASE)),
)


def _the(their: re.Match[str]) -> str:
    return f"le{their['many']} "


def side_by_side(question: str, history: Sequence[Turn], names: Names, wants: Wants = lambda text: None) -> str | None:
    """The question that sets those just spoken of side by side, asks which of them stands out, or for the other end of the
    ranking that they are of; None when this is not what is wanted, or fewer than two were spoken of."""
    asked = question.strip(_ENDS)
    if not history or len(asked.split()) > _LONGEST:
        return None
    if changed := table_changed(asked, history, names) or narrowed(asked, history, names):
        return changed
    if names(asked):
        return None
    if not names(history[-1].question) and (end := other_end(asked, history[-1].question)):
        return end
    asked, rows = _parted(asked)
    stands_out, compares = _STANDS_OUT.search(_OF_THEM.sub("", asked).strip(_ENDS + ",")), _COMPARE.match(asked)
    after_names = len(given_in(history[-1].answer)) > 1
    row, compared = _ROW.match(asked), len(set_beside(history[-1].answer)) > 1
    if not (stands_out or compares or (compared and row) or (after_names and wants(asked) is Wanted.BESIDE)):
        return None
    if compared and row:
        few, what = told_in(history[-1].answer, names), _THEIRS.sub(_the, row["row"])
        return (
            f"Comparer {joined(few, 'et')}\u00a0: {what} ?"
            if not _ENGLISH.search(asked)
            else f"Compare {joined(few, 'and')}: {what}?"
        )
    few, english = spoken_of(history, names), bool(_ENGLISH.search(asked))
    if len(few) < 2:
        return None
    if len(few) > _FEW and not after_names and not compares:
        return _ranking(history[-1].question.strip(_ENDS), asked, english) if stands_out else None
    if stands_out and not compares:
        return _which(asked, few, english)
    few, of = few[:_AT_MOST], f"\u00a0: {rows}" if rows else ""
    return f"Compare {joined(few, 'and')}{of}" if english else f"Comparer {joined(few, 'et')}{of}"


def _parted(asked: str) -> tuple[str, str]:
    """What asks for a table, and the rows it is to have: « un tableau », « avec le nombre de membres »."""
    found = _WITH_ROWS.match(asked)
    parted = found and _COMPARE.match(found["asks"]) and _ROW.match(found["rows"])
    return (found["asks"], found["rows"]) if found and parted else (asked, "")


def _ranking(before: str, asked: str, english: bool) -> str:
    """The list before in the order that is asked for: « Classe les clusters en Occitanie par nombre de membres »."""
    listed, by = _LISTED.match(before), next((by for by, said in _ORDERS if said.search(asked)), None)
    if english or not listed or by is None or not re.search(r"\bplus\b|\bmieux\b", asked, re.IGNORECASE):
        return f"{before}, {_which_of_them(asked, english)}"
    rest = listed["rest"]
    verb = "" if _PLACED.match(rest) else " qui"
    return f"Classe les {listed['who']}{verb}{rest} par {by}"


def _which(asked: str, few: Sequence[str], english: bool) -> str:
    """Which of them stands out, as it was asked."""
    told = _which_of_them(asked, english)
    told = told[:1].upper() + told[1:]
    return f"{told}, {joined(few, 'or')}?" if english else f"{told}, {joined(few, 'ou')} ?"


def _which_of_them(asked: str, english: bool) -> str:
    told = re.sub(rf"{_OPEN}", "", _OF_THEM.sub("", asked), flags=re.IGNORECASE).strip(_ENDS + ",")
    if not _ASKS_WHICH.match(told):
        told = f"{'which is' if english else 'lequel est' if re.match('l[ea] ', told, re.IGNORECASE) else 'lequel a'} {told}"
    return told
