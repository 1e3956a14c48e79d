"""Which of those just listed are in a region or of a kind: « lesquels sont en Bretagne ? », « lesquels sont des pôles ? »."""

import re
from collections.abc import Sequence

from assistant.answering.those_given import Names, joined, lists_clusters, told_in
from assistant.clusters.territory import regions_in
from assistant.vocabulary import Turn

_ENDS = " ?!.\u00a0\u202f"
_WHICH = re.compile(
    r"^(?:(?:et|and|ok|alors)\b[\s,]*)*(?:(?:parmi|entre|of|among) (?:eux|elles|ceux-là|them|these)[\s,]*)?"
    r"(?:lesquel(?:le)?s|qui|which(?: ones)?)(?: (?:d['’]entre|parmi) (?:eux|elles)| of (?:them|these))?\s+(?:sont|est|are|is)\s+"
    r"(?:(?:situ[ée]|bas[ée]|implant[ée]|install[ée])e?s\s+|based\s+|located\s+)?(?P<what>\S.*)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"^(?:en|dans|à|au|aux|in)\b", re.IGNORECASE)
_KIND = re.compile(
    r"^(?:(?:de vrais |des |les |un |de )?(?:p[ôo]les?(?: de comp[ée]titivit[ée])?|grappes?(?: d['’]entreprises?)?)|labellis[ée]e?s|labelled)$",
    re.IGNORECASE,
)
_MOST = 8  # as many as a table sets side by side


def narrowed(question: str, history: Sequence[Turn], names: Names) -> str | None:
    """The list before in the region that is asked for, or the labels of those listed side by side; None when neither is asked
    of a list."""
    found = _WHICH.match(question.strip(_ENDS))
    if not (found and history and lists_clusters(history[-1].answer, names)):
        return None
    before, what = history[-1].question.strip(_ENDS), found["what"]
    told = told_in(history[-1].answer, names)
    if _WITHIN.match(what) and regions_in(what) and not (names(before) or regions_in(before)):
        return f"{before} {what}?" if what.lower().startswith("in ") else f"{before} {what} ?"
    if not _KIND.match(what) or not 1 < len(told) <= _MOST:
        return None
    return f"Comparer {joined(told, 'et')}\u00a0: les labels ?"
