"""Words cut at the end of a line: joined again, except where the hyphen belongs to the word."""

import re
from collections.abc import Collection, Iterator

from assistant.reading.drafts import Change

_CUT = re.compile(
    r"(?<![^\W_])(?P<first>[^\W_]+)(?P<hyphen>[-\u2010\u2011])[ \t]*\n[ \t]*(?P<second>\w+)(?P<after>[-\u2010\u2011]?)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")

# Second halves that keep their hyphen after anything, or after the ending given (« peut-il », « allons-nous »).
_KEEPS = frozenset("là ci moi toi lui leur même mêmes être je t y à delà dessus dessous".split())
_KEEPS_AFTER = dict.fromkeys(("il", "elle", "on"), "td") | dict.fromkeys(("ils", "elles", "ce"), "t")
_KEEPS_AFTER |= {"nous": "s", "vous": "z", "tu": "s"}
_NUMBERS = frozenset(["dix", "vingt", "trente", "quarante", "cinquante", "soixante", "quatre"])
_PREFIXES = frozenset(["quasi", "demi", "celui", "celle", "ceux", "celles", "non", "à"]) | _NUMBERS


def words_of(text: str) -> frozenset[str]:
    """Words and hyphenated compounds of a text in lower case: evidence for joining or keeping a hyphen."""
    return frozenset(word.replace("\u2010", "-").replace("\u2011", "-") for word in _WORD.findall(text.lower()))


def joined_words(text: str, known: Collection[str]) -> Iterator[Change]:
    """The changes that put a cut word back on one line, with or without its hyphen.

    `known` are the words seen elsewhere in the document: they decide first, the rules of French only after.
    """
    for cut in _CUT.finditer(text):
        keep = _belongs(cut["first"], cut["second"], bool(cut["after"]), known)
        yield cut.start("hyphen") + keep, cut.start("second"), ""


def _belongs(first: str, second: str, hyphen_after: bool, known: Collection[str]) -> bool:
    """Whether the hyphen belongs to the word (« peut-être », « Nord-Pas »)."""
    if not second[0].islower() or not first[-1].isalpha():
        return True
    head, tail = first.lower(), second.lower()
    whole, compound = head + tail in known, f"{head}-{tail}" in known
    if whole != compound:
        return compound
    if hyphen_after or tail in _KEEPS or head in _PREFIXES:
        return True
    if head == "sous":  # « sous-traitance », but « souscrire »
        return not tail.startswith("cri")
    return tail in _KEEPS_AFTER and head[-1] in _KEEPS_AFTER[tail]
