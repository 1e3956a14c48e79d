"""Which fields of the entries of clusters a question asks for, part by part: « combien d'adhérents et quel budget ? » asks
for two. Names that are listed count as one name."""

import re
from collections.abc import Callable, Sequence

from assistant.answering.politely import plainly
from assistant.clusters.fields import Field
from assistant.index.analysis import words

Span = tuple[int, int]
# Reads the field that a text asks for of the cluster named at a span.
ReadsField = Callable[[str, Sequence[Span]], Field | None]

NAME = "X"
"""Stands for the clusters named in a part."""
_WORD = re.compile(rf"\b{NAME}\b")
# What may stand between names that are listed: « de Terralia et du pôle PASS », « entre X, Y ou Z ».
_LISTED = re.compile(
    r"(?:[\s,;/&+'’.()-]|\b(?:et|ou|and|or|avec|with|vs|versus|contre|puis|de|du|des|d|l|le|la|les|chez|à|au|que|qu|of|to|than|in|for|at|celle?s?|"
    r"celui|ceux|p[ôo]les?|clusters?|grappes?)\b)*",
    re.IGNORECASE,
)
# « Qui est X » has no word that is looked for, and asks all the same.
_ASKING = re.compile(r"\b(?:qui|que|quoi|quand|où|comment|what|who|when|where|how)\b|\bqu['’]", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[,;+&?]|\b(?:et|and|ainsi que|puis|as well as)\b)\s*", re.IGNORECASE)
# Said of clusters among themselves, not of each: only a tie tells it.
_TOGETHER = re.compile(
    r"\b(?:ensemble|entre eux|entre elles|communs?|communes?|partag\w+|mutualis\w+|fusion\w*|rapproch\w+|allian\w+|alli[ée]\w*|mariage|merge\w*|merging|together|between|shared?|joint|l['’]une? (?:et|ou|de) l['’]autre)\b",
    re.IGNORECASE,
)
# How or why clusters do something: no sheet tells it.
_WAY = re.compile(r"^\W*(?:comment|pourquoi|why|how(?! (?:many|much|big|large|old)\b))\b", re.IGNORECASE)


def parts_of(question: str, names: Sequence[Span]) -> list[str]:
    """The parts of a question that ask for something, the clusters named, listed ones at once, written `NAME`; a part
    that names none is asked of those of the question."""
    text = plainly(_named_once(question, names))
    parts = [part.strip() for part in _JOINT.split(text)]
    asking = [part for part in parts if words(_WORD.sub(" ", part)) or _ASKING.search(part)]
    return [part if _WORD.search(part) else f"{NAME} : {part}" for part in asking]


def fields_asked(question: str, names: Sequence[Span], reads: ReadsField) -> tuple[Field, ...]:
    """The fields that every part of a question asks for, in its order; none when a part asks for anything else."""
    found = list[Field]()
    for part in parts_of(question, names):
        field = reads(part, spans_in(part))
        if field is None:
            return ()
        found.append(field)
    return tuple(dict.fromkeys(found))


def spans_in(part: str) -> list[Span]:
    """Where a part of a question names clusters."""
    return [match.span() for match in _WORD.finditer(part)]


def is_among_them(question: str) -> bool:
    """Whether a question is about what several clusters do or have with each other."""
    return bool(_TOGETHER.search(question))


def asks_way(question: str) -> bool:
    """Whether a question asks how or why clusters do something."""
    return bool(_WAY.search(question))


def _named_once(question: str, names: Sequence[Span]) -> str:
    """The question with `NAME` for each listing of names."""
    pieces, at = list[str](), 0
    for start, end in sorted(names):
        if pieces and _LISTED.fullmatch(question, at, start):
            at = end
            continue
        pieces += [question[at:start], NAME]
        at = end
    return "".join([*pieces, question[at:]])
