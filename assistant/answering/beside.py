"""Those of the dialogue set side by side: « compare-les », « lequel est le plus ancien ? », « qui a le plus de membres des deux ? »."""

import re
from collections.abc import Callable, Sequence

from assistant.answering.other_end import other_end
from assistant.answering.table_changed import table_changed
from assistant.answering.those_given import Names, given_in, set_beside, spoken_of, told_in
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
    r"met(?:s|tez|tre)?[- ](?:les|them)|put them|(?:(?:fai(?:s|tes|re)|dress\w*|make|draw)[- ]?(?:en |moi |nous |les |me )?)?(?:un |une |le |a |the )?(?:tableau|comparaison|comparatif|table)|(?:sous )?(?:la )?(?:forme )?(?:de|d['’]un|en|dans un|as a|in a) (?:tableau|table))"
    r"(?:\s+(?:comparatif|r[ée]capitulatif|de synth[èe]se|tous|toutes|les (?:deux|trois|cinq)|entre eux|entre elles|c[ôo]te à c[ôo]te|en (?:un )?tableau|dans un tableau|side by side|all|both|stp|svp|please))*$",
    re.IGNORECASE,
)

# « Et leurs équipes ? » after a comparison: the same side by side.
_ROW = re.compile(
    r"^(?:(?:et|sinon|and|alors)\s+)*(?:(?:pour|sur|côté|en|for)\s+)?(?:compar(?:e|er|ez|ons)\s+(?=leurs?|their))?(?P<row>(?:(?:leurs?|les|le|la|l['’]|des|their|the)\s*)?"
    r"(?:membres|adh[ée]rents|budgets?|[ée]quipes?|effectifs?|salari[ée]s|permanents|projets|labels?|[âa]ges?|dates? de cr[ée]ation|part priv[ée]e|"
    r"ann[ée]es? de cr[ée]ation|r[ée]gions?|members|teams?|staff|projects)(?: (?:des|de leurs?) [ée]quipes?)?)(?:\s+(?:respectifs?|respectives?|des deux))*$",
    re.IGNORECASE,
)

# « Leur budget » is that of each.
_THEIRS = re.compile(r"^leur(?P<many>s?)\s+", re.IGNORECASE)
# More of a list are no table: the list is asked for again, in order.
_FEW = 6
# One more than a table sets side by side, so that it says that it leaves some out.
_AT_MOST = 9


def _the(their: re.Match[str]) -> str:
    return f"le{their['many']} "


def side_by_side(question: str, history: Sequence[Turn], names: Names, wants: Wants = lambda text: None) -> str | None:
    """The question that sets those just spoken of side by side, asks which of them stands out, or for the other end of the
    ranking that they are of; None when this is not what is wanted, or fewer than two were spoken of."""
    asked = question.strip(_ENDS)
    if not history or len(asked.split()) > _LONGEST:
        return None
    if changed := table_changed(asked, history, names):
        return changed
    if names(asked):
        return None
    if not names(history[-1].question) and (end := other_end(asked, history[-1].question)):
        return end
    stands_out, compares = _STANDS_OUT.search(_OF_THEM.sub("", asked).strip(_ENDS + ",")), _COMPARE.match(asked)
    after_names = len(given_in(history[-1].answer)) > 1
    row, compared = _ROW.match(asked), len(set_beside(history[-1].answer)) > 1
    if not (stands_out or compares or (compared and row) or (after_names and wants(asked) is Wanted.BESIDE)):
        return None
    if compared and row:
        few, what = told_in(history[-1].answer, names), _THEIRS.sub(_the, row["row"])
        return (
            f"Comparer {_joined(few, 'et')}\u00a0: {what} ?"
            if not _ENGLISH.search(asked)
            else f"Compare {_joined(few, 'and')}: {what}?"
        )
    few, english = spoken_of(history, names), bool(_ENGLISH.search(asked))
    if len(few) < 2:
        return None
    if len(few) > _FEW and not after_names and not compares:
        return f"{history[-1].question.strip(_ENDS)}, {_which_of_them(asked, english)}" if stands_out else None
    if stands_out and not compares:
        return _which(asked, few, english)
    few = few[:_AT_MOST]
    return f"Compare {_joined(few, 'and')}" if english else f"Comparer {_joined(few, 'et')}"


def _which(asked: str, few: Sequence[str], english: bool) -> str:
    """Which of them stands out, as it was asked."""
    told = _which_of_them(asked, english)
    told = told[:1].upper() + told[1:]
    return f"{told}, {_joined(few, 'or')}?" if english else f"{told}, {_joined(few, 'ou')} ?"


def _which_of_them(asked: str, english: bool) -> str:
    told = re.sub(rf"{_OPEN}", "", _OF_THEM.sub("", asked), flags=re.IGNORECASE).strip(_ENDS + ",")
    if not _ASKS_WHICH.match(told):
        told = f"{'which is' if english else 'lequel est' if re.match('l[ea] ', told, re.IGNORECASE) else 'lequel a'} {told}"
    return told


def _joined(names: Sequence[str], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
