"""Who spreads to whom: a technology or a product of one side, a filière of the other, and how many others do the same.

Three ways to meet, from the surest: a market that the first says it aims at, a technology that the second already
uses, a common outlet of the first's technology (`outlets` of `corpus/themes.yaml`). What many clusters offer says
little of a pair: each counts less, the more clusters of the directory offer it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import Literal, NamedTuple

from assistant.clusters.themes import MARKET, TECHNOLOGY, Subject, Vocabulary

Way = Literal["market", "used", "outlet"]
_STRENGTHS: dict[Way, float] = {"market": 1.0, "used": 0.8, "outlet": 0.5}
_COMMON = 0.3  # what is left of a strength when every cluster offers the same


class Meeting(NamedTuple):
    """How one side spreads to the other, its strength in [0, 1], and how many clusters offer the same.

    `brought` is the theme that the first brings, `met` where it meets the second: the same when it is `used`.
    """

    way: Way
    strength: float
    brought: str
    met: str
    offered_by: int


@dataclass(frozen=True)
class Spreading:
    """What the clusters of the directory offer each filière, counted by way."""

    vocabulary: Vocabulary
    clusters: int
    offers: Mapping[Way, Mapping[str, int]]

    @classmethod
    def among(cls, vocabulary: Vocabulary, subjects: Iterable[Subject]) -> "Spreading":
        """Counted over the subjects of the clusters that may be suggested."""
        listed = list(subjects)
        return cls(
            vocabulary,
            len(listed),
            {
                "market": Counter(theme for s in listed for theme in s.markets.keys() - s.filieres),
                "used": Counter(theme for s in listed for theme in s.mastered),
                "outlet": Counter(theme for s in listed for theme in _outlets(vocabulary, s)),
            },
        )

    def best(self, source: Subject, target: Subject) -> Meeting | None:
        """The best way for `source` to spread to `target`; null when there is none."""
        return max(self._meetings(source, target), key=_preferred, default=None)

    def _meetings(self, source: Subject, target: Subject) -> Iterator[Meeting]:
        themes, mastered = self.vocabulary.themes, source.mastered
        for met in target.filieres - mastered.keys():
            if met in source.markets and mastered:
                yield self._meeting("market", source.markets[met] / MARKET, self._foremost(source), met)
            for brought, weight in mastered.items():
                if met in themes[brought].outlets:
                    yield self._meeting("outlet", weight, brought, met)
        for theme in (mastered.keys() & target.technologies.keys()) - target.filieres:
            if themes[theme].diffusing:
                share = mastered[theme] * target.technologies[theme] / TECHNOLOGY
                yield self._meeting("used", share, theme, theme)

    def _foremost(self, source: Subject) -> str:
        """The weightiest theme the source masters, a technology that spreads first."""
        themes, mastered = self.vocabulary.themes, source.mastered
        return min(mastered, key=lambda theme: (not themes[theme].diffusing, -mastered[theme], theme))

    def _meeting(self, way: Way, share: float, brought: str, met: str) -> Meeting:
        count = self.offers[way].get(met, 0)
        strength = _STRENGTHS[way] * min(1.0, share) * (_COMMON + (1 - _COMMON) * self._rarity(count))
        return Meeting(way, strength, brought, met, count)

    def _rarity(self, count: int) -> float:
        """1 when nobody offers the same, 0 when every cluster does."""
        return log((1 + self.clusters) / (1 + min(count, self.clusters))) / log(1 + max(1, self.clusters))


def _preferred(meeting: Meeting) -> tuple[float, bool, str, str]:
    return meeting.strength, meeting.way == "market", meeting.brought, meeting.met


def _outlets(vocabulary: Vocabulary, subject: Subject) -> set[str]:
    return {outlet for theme in subject.mastered for outlet in vocabulary.themes[theme].outlets}
