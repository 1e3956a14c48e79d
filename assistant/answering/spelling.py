"""A question as it would be carefully typed: capitals lowered, lost accents put back, slips of one letter mended.

Only words that neither the index nor the vocabulary of the corpus knows are touched; names are left alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from assistant.index.analysis import fold, terms

_WORD = re.compile(r"[^\W\d_]+")
# A shorter word has too many neighbours.
SHORTEST = 4
# Words up to this length are often another word with an accent (« ou », « où »).
SHORT = 3
# From this length two slips are mended.
LONG = 9
# Share of capitals from which they carry no meaning, and letters under which they may be an acronym.
SHOUTED, ACRONYM = 0.7, 12


class Speller:
    """The words of the corpus, by their letters without accents. Build it once."""

    def __init__(self, texts: Iterable[str]) -> None:
        counts = Counter(word for text in texts for word in _WORD.findall(text.lower()))
        forms: dict[str, str] = {}
        total: Counter[str] = Counter()
        for word, count in sorted(counts.items(), key=lambda item: (item[1], item[0])):
            forms[fold(word)] = word  # the most frequent spelling last
            total[fold(word)] += count
        self._forms, self._total = forms, total
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for plain in forms:
            if len(plain) >= SHORTEST - 1:
                self._by_first[plain[0]].append(plain)

    def mended(self, question: str, names: Sequence[tuple[int, int]], indexed: Callable[[str], bool]) -> str:
        """The question with each word as the corpus spells it.

        `names` are the stretches that name clusters; `indexed` tells whether the index has a term.
        """
        lowered = unshouted(question)
        shouted = lowered != question

        def mend(match: re.Match[str]) -> str:
            word = match.group()
            if any(start <= match.start() < end for start, end in names):
                return question[match.start() : match.end()]
            if word[:1].isupper() and match.start() > 0 and not shouted:
                known = self._forms.get(fold(word.lower())) if len(word) > SHORT else None
                return known.capitalize() if known and word[1:].islower() else word
            better = self._better(word.lower(), indexed)
            return better.capitalize() if word[:1].isupper() else better

        return _WORD.sub(mend, lowered)

    def _better(self, word: str, indexed: Callable[[str], bool]) -> str:
        plain = fold(word)
        if plain in self._forms:
            return self._forms[plain] if len(word) > SHORT else word
        if len(word) < SHORTEST or any(map(indexed, terms(word))):
            return plain
        for reach in (1, 2) if len(word) >= LONG else (1,):
            near = [w for w in self._by_first[plain[0]] if self._total[w] > 1 and within(plain, w, reach)]
            if near:
                return self._forms[max(near, key=lambda w: (self._total[w], w))]
        return plain


def unshouted(question: str) -> str:
    """A question typed in capitals, in small letters; another as it is."""
    letters = [ch for ch in question if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in letters)
    return question.lower() if len(letters) >= ACRONYM and capitals >= SHOUTED * len(letters) else question


def within(a: str, b: str, reach: int) -> bool:
    """Whether at most `reach` letters added, lost, replaced or swapped with the next lead from one word to the other."""
    if abs(len(a) - len(b)) > reach:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    if not a or not b or reach == 0:
        return len(a) + len(b) <= reach
    swapped = len(a) > 1 and len(b) > 1 and a[0] == b[1] and a[1] == b[0]
    return (
        within(a[1:], b, reach - 1)
        or within(a, b[1:], reach - 1)
        or within(a[1:], b[1:], reach - 1)
        or (swapped and within(a[2:], b[2:], reach - 1))
    )
