"""What a need looks for, part by part: the themes and the words that somebody must bring to serve it."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from assistant.clusters.case import Case
from assistant.clusters.directory import Directory
from assistant.clusters.themes import stems

_PARTS = re.compile(r"[,;/\n]|\bet\b|\band\b")
_BROUGHT = 0.5  # a part that the pilot already brings counts this much of one that is looked for
_COMPOUND = re.compile(
    r"\b(?P<head>bio|agro|[ée]co|nano|micro|macro|photo|[ée]lectro|a[ée]ro|g[ée]o|hydro|thermo|cyber|neuro|multi|super|auto|techno)"
    r"(?P<rest>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"^\w{1,2}['’]")


class Aspect(NamedTuple):
    """Themes that the same words of a part name."""

    themes: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True)
class Part:
    """One thing that is looked for.

    `themes` are those it names, `words` the stems that must be met, `enough` the sets of them that say enough without the
    others; the pilot's own filière and words unknown to the directory are not among them. `aspects` are the themes apart that
    words of their own name: « protéines végétales » is food and plants. `telling` says whether the part
    means something by itself, `own` whether it only says what the pilot brings.
    """

    text: str
    themes: frozenset[str]
    aspects: tuple["Aspect", ...]
    words: frozenset[str]
    enough: tuple[frozenset[str], ...]
    telling: bool
    own: bool

    @property
    def weight(self) -> float:
        """How much the part counts in the need."""
        return _BROUGHT if self.own else 1.0

    def quoted(self, met: Collection[str]) -> str:
        """The words of the part that were met, as typed; all of it when all were."""
        if set(stems(self.text)) <= set(met):
            return self.text
        return " ".join(_ELIDED.sub("", word) for word in self.text.split() if not set(met).isdisjoint(stems(word)))


def parts_of_need(need: str) -> list[str]:
    """What a need asks for, one thing a part: what stands between commas or « et »."""
    return [part.strip() for part in _PARTS.split(need) if part.strip()]


def parts_sought(case: Case) -> list[Part]:
    """The parts of the need that somebody can serve; none when the directory knows no word of it.

    A part that says nothing by itself (« précision ») counts when there is no other.
    """
    texts = parts_of_need(with_compounds_parted(case.directory, case.pilot.need or ""))
    parts = [part for text in texts if (part := _part(case, text))]
    return [part for part in parts if part.telling] or parts


def not_sought(case: Case) -> list[str]:
    """The parts of the need that count for nothing: the directory knows no word of them, or they say nothing by themselves."""
    sought = {part.text for part in parts_sought(case)}
    texts = parts_of_need(with_compounds_parted(case.directory, case.pilot.need or ""))
    return [text for text in texts if text not in sought]


def with_compounds_parted(directory: Directory, need: str) -> str:
    """A need in which words that the directory does not know are parted where the end is one that it knows: « bio-capteurs »."""

    def parted(match: re.Match[str]) -> str:
        known = directory.telling.known
        if not known.isdisjoint(stems(match[0])) or directory.vocabulary.themes_in(match[0]):
            return match[0]
        return f"{match['head']}-{match['rest']}" if known & set(stems(match["rest"])) else match[0]

    return _COMPOUND.sub(parted, need)


def knows_need(directory: Directory, text: str) -> bool:
    """Whether a part of a need names a theme, or half of its words at least are known to the directory."""
    words = set(stems(text))
    known = words & directory.telling.known
    return bool(directory.vocabulary.terms_in(text)) or (bool(known) and 2 * len(known) >= len(words))


def _part(case: Case, text: str) -> Part | None:
    """A part, or null when it names no theme and less than half of its words are known to the directory."""
    words, own = set(stems(text)), case.pilot.subject.filieres
    telling, terms = case.directory.telling, case.directory.vocabulary.terms_in(text)
    known = words & telling.known
    if not knows_need(case.directory, text):
        return None
    wanted = frozenset(terms) - own or frozenset(terms)
    named = tuple(dict.fromkeys(term for theme in terms if theme in wanted for term in terms[theme]))
    beside = {word for theme in terms.keys() - wanted for term in terms[theme] for word in term}.difference(*named)
    enough = named if terms else tuple(frozenset({word}) for word in sorted(known & telling.alone))
    return Part(
        text,
        wanted,
        _aspects({theme: terms[theme] for theme in terms if theme in wanted}),
        frozenset(known - beside),
        enough,
        bool(enough) or len(known) > 1,
        bool(terms) and own >= terms.keys(),
    )


def _aspects(terms: Mapping[str, Sequence[frozenset[str]]]) -> tuple[Aspect, ...]:
    """The themes that a part names, those together of which the words are not apart."""
    found = list[Aspect]()
    for theme, named in terms.items():
        whole = Aspect(frozenset({theme}), frozenset().union(*named))
        beside = [aspect for aspect in found if aspect.words.isdisjoint(whole.words)]
        for aspect in found:
            if aspect not in beside:
                whole = Aspect(whole.themes | aspect.themes, whole.words | aspect.words)
        found = [*beside, whole]
    return tuple(found)
