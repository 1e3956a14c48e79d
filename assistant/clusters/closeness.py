"""How close the subjects of two clusters are: the mean of a cosine over themes and one over groups of letters.

Rare themes and groups count more. Letters see « agroécologie » in « écologie », where no theme was listed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum, log, sqrt
from weakref import WeakKeyDictionary

from assistant.clusters.themes import Subject, Vocabulary


@dataclass(frozen=True)
class Rarity:
    """How rare each theme, word and group of letters is in the directory: log((1 + N) / (1 + n)) + 1."""

    themes: Mapping[str, float]
    words: Mapping[str, float]
    letters: Mapping[str, float]
    default: float

    @classmethod
    def among(cls, subjects: Iterable[Subject]) -> "Rarity":
        """Counted over the subjects of the active clusters."""
        listed = list(subjects)

        def idf(count: int) -> float:
            return log((1 + len(listed)) / (1 + count)) + 1

        def rarity(seen: Iterable[Iterable[str]]) -> dict[str, float]:
            return {key: idf(n) for key, n in Counter(key for keys in seen for key in keys).items()}

        return cls(
            rarity(s.close for s in listed),
            rarity(s.words for s in listed),
            rarity(s.letters for s in listed),
            idf(0),
        )


def _unit(vector: Mapping[str, float], rarity: Mapping[str, float], default: float) -> dict[str, float]:
    weighted = {key: value * rarity.get(key, default) for key, value in vector.items()}
    norm = sqrt(fsum(value * value for value in weighted.values()))
    return {key: value / norm for key, value in weighted.items()} if norm else {}


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    # fsum does not depend on the order of its terms, so neither do lists on the process that makes them
    return fsum(value * other[key] for key, value in one.items() if key in other)


class Space:
    """Where subjects are compared. Keeps the unit vectors of those it has seen, and how close they are."""

    def __init__(self, vocabulary: Vocabulary, rarity: Rarity) -> None:
        self._vocabulary, self._rarity = vocabulary, rarity
        self._units: WeakKeyDictionary[Subject, tuple[dict[str, float], dict[str, float]]] = WeakKeyDictionary()
        self._close: WeakKeyDictionary[Subject, WeakKeyDictionary[Subject, float | None]] = WeakKeyDictionary()

    def _vectors(self, subject: Subject) -> tuple[dict[str, float], dict[str, float]]:
        units = self._units.get(subject)
        if units is None:
            rarity = self._rarity
            themes = _unit(self._vocabulary.widened(subject.close), rarity.themes, rarity.default)
            units = self._units[subject] = (themes, _unit(subject.letters, rarity.letters, rarity.default))
        return units

    def knows(self, subject: Subject) -> bool:
        """True when a theme or a word of the subject is one the directory uses."""
        return bool(subject.close) or any(word in self._rarity.words for word in subject.words)

    def closeness(self, one: Subject, other: Subject) -> float | None:
        """How close two subjects are, in [0, 1]; null when one of them says nothing the directory knows."""
        known = self._close.setdefault(one, WeakKeyDictionary())
        if other not in known:
            known[other] = self._closeness(one, other)
        return known[other]

    def _closeness(self, one: Subject, other: Subject) -> float | None:
        if not (self.knows(one) and self.knows(other)):
            return None
        (themes, letters), (other_themes, other_letters) = self._vectors(one), self._vectors(other)
        return min(1.0, (_dot(themes, other_themes) + _dot(letters, other_letters)) / 2)
