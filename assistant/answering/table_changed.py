"""A comparison asked for again with another cluster or row: « ajoute Vitagora », « sans Systematic », « rajoute le budget »."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.answering.language import detect_language
from assistant.answering.those_given import Names, joined, names_in, set_beside
from assistant.answering.wishes import masked
from assistant.index.analysis import terms
from assistant.vocabulary import Turn

_ENDS = " ?!.\u00a0\u202f"
_POLITE = (
    r"(?:(?:ok|oui|et|alors|mais|donc|merci|and|so|now|maintenant|bien|super|parfait)\b[\s,:!.]*)*"
    r"(?:(?:tu peux|vous pouvez|peux-tu|pouvez-vous|pourriez-vous|on peut|j['’]aimerais|je veux|can you|could you|please)\s+)*"
    r"(?:(?:me|m['’]|nous|y|l['’]y|les?|la)\s*)?"
)
_ADDS = (
    r"r?ajout\w*|inclu\w*|int[èe]gr\w*|mets|mettez|mettre|compl[èe]t\w*|compar\w+ aussi|aussi|add|include|put|"
    r"compare (?:also|it|them)?(?: with| to)?"
)
_NAME = r"§+(?:\s*(?:,|et|and|ainsi que|puis)\s*§+)*"
_WITH = r"(?:(?:en plus|aussi|avec|with|to it|to that|also)\s+)?"
_IN_TABLE = (
    r"(?:[\s,]*(?:(?:à|dans|au|in|to|into) (?:la |le |the |ce |cette )?(?:tableau|comparaison|comparatif|liste|table|comparison|list)|"
    r"en plus|aussi|as well|too|also|stp|svp|s['’]il (?:te|vous) pla[iî]t|please|avec|à côté|une (?:ligne|colonne)))*"
)
_ADD = re.compile(rf"^{_POLITE}(?:{_ADDS})\s+{_WITH}(?:une colonne (?:pour )?)?{_NAME}{_IN_TABLE}$", re.IGNORECASE)
# « Et Vitagora ? », « Vitagora aussi », « avec Vitagora en plus »: beside those of the table.
_ALSO = re.compile(
    rf"^{_POLITE}(?:(?:et|and)\s+)*(?:(?:avec|with|what about|how about|pour)\s+)?{_NAME}{_IN_TABLE}$", re.IGNORECASE
)
_TAKES = (
    r"(?:enl[èe]v\w*|retir\w*|supprim\w*|[ôo]t\w+|vire\w*|exclu\w*|sans|sauf|hors|pas|remove|drop|delete|without|"
    r"leave out|take out)"
)
_REMOVE = re.compile(rf"^{_POLITE}{_TAKES}\s+{_NAME}{_IN_TABLE}$", re.IGNORECASE)
_REPLACE = re.compile(
    rf"^{_POLITE}(?:(?:remplac\w*|replac\w*|chang\w*|swap)\s+(?P<old>§+)\s+(?:par|avec|with|by|for|pour)|"
    rf"{_TAKES}\s+(?P<gone>§+)(?:\s+(?:et|and)|\s*,)\s+(?:{_ADDS}))\s+(?P<new>§+){_IN_TABLE}$",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    rf"^{_POLITE}(?:plut[ôo]t |mets |prends |put |use )?(?P<new>§+)\s+(?:à la place de|au lieu de|plut[ôo]t que|que|instead of|rather than)\s+(?P<old>§+)$",
    re.IGNORECASE,
)
_MORE_ROWS = re.compile(
    rf"^{_POLITE}(?:r?ajout\w*|mets|mettez|mettre|compl[èe]t\w*|add|include|put)\s+(?:aussi |avec |also |en plus )*"
    r"(?:(?:une |la |a |the )?(?:ligne|colonne|row|line|column)\s*(?:sur|pour|de|d['’]|avec|with|for|on|:)?\s*)?"
    rf"(?P<row>(?:le|la|les|l['’]|leurs?|son|the|their|nombre|[âa]ge|budget|membres|effectifs)\b.{{0,60}}?){_IN_TABLE}$",
    re.IGNORECASE,
)


_ROW = re.compile(r"^\| (?!\|)([^|\n]+?) \|", re.MULTILINE)
_UNIT = re.compile(r"\s*\([^()]*\)|\s*·.*$")
_OF = "\u00a0: "
_SEVERAL, _FEW_ROWS = 2, 5  # more rows are the whole table


class _Change(NamedTuple):
    """Names that come into a table and that go from it, and what else is to be told of each."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    row: str = ""


def table_changed(question: str, history: Sequence[Turn], names: Names) -> str | None:
    """The comparison that the last answer is, with what is added to it or taken from it; None when that is no table, or
    nothing of it is to change, or fewer than two would be left."""
    inside = set_beside(history[-1].answer) if history else []
    if len(inside) < _SEVERAL:
        return None
    asked, english = question.strip(_ENDS), detect_language(history[-1].question, "fr") == "en"
    added, removed, row = _change(asked, names)
    stay = [name for name in inside if not _is_one_of(name, removed)]
    now = [*stay, *(name for name in added if not _is_one_of(name, stay))]
    if (now == inside and not row) or len(now) < _SEVERAL:
        return None
    rows = _rows_now(_rows(history[-1].answer), row)
    told = f"Compare {joined(now, 'and')}" if english else f"Comparer {joined(now, 'et')}"
    return f"{told}{_OF if rows else ''}{', '.join(rows)}{'?' if english else ' ?'}"


def _change(asked: str, names: Names) -> _Change:
    """What a message changes of a table."""
    spans = names(asked)
    hidden = masked(asked, spans)
    if swapped := _REPLACE.match(hidden) or _INSTEAD.match(hidden):
        old = "gone" if swapped.groupdict().get("gone") else "old"
        return _Change((asked[slice(*swapped.span("new"))],), (asked[slice(*swapped.span(old))],))
    if _REMOVE.match(hidden):
        return _Change(removed=tuple(names_in(asked, names)))
    if spans and (_ADD.match(hidden) or _ALSO.match(hidden)):
        return _Change(tuple(names_in(asked, names)))
    more = None if spans else _MORE_ROWS.match(asked)
    return _Change(row=more["row"]) if more else _Change()


def _rows(answer: str) -> list[str]:
    """What the rows of a table are of, in small letters and without units."""
    return [_UNIT.sub("", label).strip().lower() for label in _ROW.findall(answer)]


def _rows_now(kept: Sequence[str], row: str) -> list[str]:
    """The rows of a table with one more; none where that is all of them."""
    if len(kept) <= _FEW_ROWS:
        return [*kept, *([row] if row else [])]
    there = {term for label in kept for term in terms(label)}
    return [row] if row and there.isdisjoint(terms(row)) else []


def _is_one_of(name: str, several: Sequence[str]) -> bool:
    """Whether a cluster is among several, by its whole name or the short one."""
    one = name.casefold()
    return any(one in other.casefold() or other.casefold() in one for other in several)
