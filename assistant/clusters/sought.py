"""What a need looks for, part by part: the themes and the words that somebody must bring to serve it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.clusters.case import Case
from assistant.clusters.directory import Directory
from assistant.clusters.themes import stems

_PARTS = re.compile(r"[,;/\n]|\bet\b|\band\b")
_BROUGHT = 0.5  # a part that the pilot already brings counts this much of one that is looked for
_ELIDED = re.compile(r"^\w{1,2}['’]")


@dataclass(frozen=True)
class Part:
    """One thing that is looked for.

    `themes` are those it names, `words` the stems that must be met, `enough` the sets of them that say enough without the
    others; the pilot's own filière and words unknown to the directory are not among them. `telling` says whether the part
    means something by itself, `own` whether it only says what the pilot brings.
    """

    text: str
    themes: frozenset[str]
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
    parts = [part for text in parts_of_need(case.pilot.need or "") if (part := _part(case, text))]
    return [part for part in parts if part.telling] or parts


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
        frozenset(known - beside),
        enough,
        bool(enough) or len(known) > 1,
        bool(terms) and own >= terms.keys(),
    )
