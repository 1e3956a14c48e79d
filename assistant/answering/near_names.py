"""Names of clusters that are nearly typed: « Xylofuture », « Innovin », « Alpha RLF »."""

import itertools
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.slips import cost, letters, plain
from assistant.answering.sound import sound

# Names of fewer letters have too many neighbours; a name of this many words is the longest looked for.
SHORTEST, WORDS = 6, 4
# What slips in a name may cost at most, by the letters typed, what sounds the same costs, and by how much the name must
# be nearer than any other.
_REACH = ((6, 0.95), (8, 1.25), (11, 1.6), (math.inf, 2.0))
BY_EAR, AHEAD = 0.5, 0.3
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ '’.-]{0,2}")


@dataclass(frozen=True, slots=True)
class Name:
    """The stretch [start, end) of a question that names a cluster, and how that name is written."""

    start: int
    end: int
    written: str


@dataclass(frozen=True, slots=True)
class _Known:
    written: str
    whole: str
    heard: str
    bits: int


class NearNames:
    """Build it once. `is_word` tells words of the language, which are no name unless another word of the name stands
    by."""

    def __init__(self, names: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        found: dict[str, str] = {}
        for name in names:
            found.setdefault(_whole(name), name)
        self._usual = found
        self._names = [
            _Known(name, whole, _heard(name), letters(whole)) for whole, name in found.items() if len(whole) >= SHORTEST
        ]

    def usual(self, name: str) -> str:
        """A name as its cluster writes it, if only signs and capitals differ."""
        return self._usual.get(_whole(name), name)

    def find(self, question: str, taken: Sequence[tuple[int, int]]) -> list[Name]:
        """The names nearly typed, left to right, outside the stretches `taken`."""
        words = [m for m in _WORD.finditer(question) if not any(a < m.end() and m.start() < b for a, b in taken)]
        stretches = (stretch for at in range(len(words)) for stretch in self._stretches(question, words, at))
        near = [priced for priced in map(self._nearest, stretches) if priced is not None]
        found = list[Name]()
        for _, name in sorted(near, key=lambda priced: (priced[0], priced[1].start)):
            if not any(other.start < name.end and name.start < other.end for other in found):
                found.append(name)
        return sorted(found, key=lambda name: name.start)

    def _stretches(self, question: str, words: Sequence[re.Match[str]], at: int) -> Iterator[Sequence[re.Match[str]]]:
        """The stretches that begin with a word, none of words of the language alone."""
        for many in range(min(WORDS, len(words) - at), 0, -1):
            stretch = words[at : at + many]
            pairs = itertools.pairwise(stretch)
            whole = all(_GAP.fullmatch(question[one.end() : other.start()]) for one, other in pairs)
            strange = any(not self._is_word(m.group()) for m in stretch)
            if whole and (
                strange or (many > 1 and stretch[0].start() and all(m.group()[0].isupper() for m in stretch))
            ):
                yield stretch

    def _nearest(self, stretch: Sequence[re.Match[str]]) -> tuple[float, Name] | None:
        """The name that a stretch is meant to be, with what its slips cost."""
        typed = "".join(plain(m.group()) for m in stretch)
        if len(typed) < SHORTEST - 1:
            return None
        reach = next(most for length, most in _REACH if len(typed) <= length)
        heard, own = "".join(sound(plain(m.group())) for m in stretch), letters(typed)
        near = sorted(
            (min(price, BY_EAR) if heard == name.heard else price, name.written)
            for name in self._names
            if abs(len(name.whole) - len(typed)) <= 3 and (name.bits ^ own).bit_count() <= 5
            for price in (cost(name.whole, typed, reach + 1),)
        )
        if not near or near[0][0] > reach or (len(near) > 1 and near[1][0] < near[0][0] + AHEAD):
            return None
        return near[0][0], Name(stretch[0].start(), stretch[-1].end(), near[0][1])


def _whole(name: str) -> str:
    return "".join(plain(word) for word in _WORD.findall(name))


def _heard(name: str) -> str:
    return "".join(sound(plain(word)) for word in _WORD.findall(name))
