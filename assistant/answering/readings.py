"""What a typed word may have been meant to be, and what each reading costs."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.answering.one_reading import ELISIONS, FREQUENT, MARGIN, SHORTEST, VOWELS, WEIGHT, Reading, one_word
from assistant.answering.slips import DOUBLED, LEFT_OUT, SWAPPED, cost, letter_pairs, letters, letters_beside, plain
from assistant.answering.sound import differs_by_ending
from assistant.answering.spaces import Spaces
from assistant.answering.usage import Usage
from assistant.index.analysis import terms

# What slips may cost at most, by the length of the word.
_REACH = ((3, 0.95), (4, 1.05), (5, 1.35), (6, 1.9), (8, 2.0), (math.inf, 2.5))
# A name gives way less easily than a word: most unknown names are names.
NAME_REACH = ((4, 0.0), (6, 1.0), (8, 1.25), (math.inf, 2.0))
# Dearer slips are not considered in words of two letters.
ONE_SLIP = 1.0
# What sounds the same is no dearer than this.
BY_EAR = 0.75
# What a word that nothing knows is worth as it stands, in log-probability, and less a letter; what speaks for a word of
# ordinary French beside its frequency, and for a short one.
UNKNOWN, LETTER, REAL, REAL_SHORT = -13.5, 0.75, 3.5, 1.0
# What a word that looks like a form of a known one is worth.
INFLECTED = -13.0
# A known word gives way to one that sounds alike only when that stands this much better; to one of every sentence by a slip that
# costs this at most.
ALIKE, LITTLE, CLOSE = 6.5, 6.0, 0.95
# A word of a question that breaks no agreement gives way to none that differs by its ending alone, and less to others.
CAREFUL = 3.0
# How much better another spelling of a known word must stand: « a » is more often meant than « à » typed in haste.
SURE = 0.7
# What is left of a word cut short (« cotis », « certif ») has as many letters at least, and stands for one met this often;
# what it costs, and how much is cut off.
CLIPPED, CLIPPED_SEEN, CLIPPED_COST, CUT = 4, 10, 1.4, 3
# Words whose neighbours are kept.
REMEMBERED = 5_000
# Little words that are taken for each other.
_CONFUSED = tuple(
    frozenset(group.split())
    for group in (
        "on ont",
        "son sont",
        "a à as",
        "et est",
        "ce se",
        "ces ses",
        "sa ça",
        "peu peut peux",
        "ou où",
        "quel quelle quels quelles",
        "leur leurs",
        "quand quant",
        "dans d'en",
        "notre nôtre",
        "tout tous",
    )
)
# What speaks against a letter that stands for no word, in log-probability.
LONE = 6.0
# Letters that are words by themselves.
_WORDS_OF_ONE_LETTER = frozenset("aàyéoô")


class Readings:
    """`frequency` tells the share of ordinary French that a word has, 0 when it is none. Build it once."""

    def __init__(self, usage: Usage, frequency: Callable[[str], float]) -> None:
        self._usage, self._frequency = usage, frequency
        self._plains = [word for word in usage.plains() if len(word) >= SHORTEST - 1]
        self._bits = np.array([letters(word) for word in self._plains], np.uint32)
        self._lengths = np.array([len(word) for word in self._plains], np.int16)
        self._pairs = np.array([letter_pairs(word) for word in self._plains], np.uint64)
        self._firsts = np.array([letters(word[0]) for word in self._plains], np.uint32)
        self._seconds = np.array([letters(word[1]) for word in self._plains], np.uint32)
        self._near = lru_cache(REMEMBERED)(self._neighbours)
        self.spaces = Spaces(usage, self._near)
        self._sorted = sorted(self._plains)
        self._near_common = lru_cache(REMEMBERED)(self._close_common)

    def known(self, word: str) -> Reading:
        """A word as it is."""
        return Reading(word, (word,), 0.0)

    def spellings(self, word: str, *, accented: bool, careful: bool = False) -> list[Reading]:
        """Readings of a word whose letters are known: as typed, if it is known so and accents were typed (`accented`).

        `careful` says that the question breaks no agreement as it was typed.
        """
        dearer = CAREFUL if careful else 0.0
        forms = self._usage.forms(plain(word))
        if word in forms and (accented or len(forms) == 1):
            found = {word: 0.0}
        elif word not in forms and word != plain(word) and self._frequency(word) > 0:
            return [self.known(word)]
        else:
            found = {form: 0.0 if form == word else SURE for form in forms}
            if word not in forms:
                found |= dict.fromkeys(forms, 0.0)
        common = word in self._usage.lexicon.common
        for group in _CONFUSED:
            if word in group:
                found |= dict.fromkeys(group - found.keys(), LITTLE + dearer)
        if word in forms and not common and len(word) >= SHORTEST and not self._usage.is_name(word):
            for form, price in self._near_common(plain(word)):
                found.setdefault(form, MARGIN + dearer + WEIGHT * price)
        for form in [form for meant in list(found) for form in self._usage.alike(meant) if not common]:
            other = not (careful and differs_by_ending(word, form))
            if other and not self._usage.is_name(form) and self.spaces.is_usual(form):
                found.setdefault(form, ALIKE)
        out = [one_word(form, price) for form, price in found.items()]
        return out if word in forms else [*out, *self.spaces.parted(plain(word), deep=False)]

    def mended(self, word: str) -> list[Reading]:
        """Readings of a word that is not known."""
        folded = plain(word)
        if len(word) <= SHORTEST:
            return [*self.near(word), *self._elided(folded)]
        return [*self.near(word), *self._clipped(folded), *self._elided(folded), *self.spaces.parted(folded, deep=True)]

    def of_another(self, word: str) -> list[Reading]:
        """Readings of a word of ordinary French that the texts lack, typed with care: rather as another word that sounds
        the same, or as one of every sentence, than as any that slips lead from."""
        heard = {*self._usage.alike(word), *self._usage.lexicon.common}
        others = (reading for reading in self.mended(word) if not differs_by_ending(word, reading.text))
        return [r if r.text in heard else replace(r, price=r.price + CAREFUL) for r in others]

    def near(self, word: str) -> list[Reading]:
        """The known words within reach of a word, by the fingers or by ear."""
        folded, found = plain(word), dict[str, float]()
        for form, price in self._near(folded):
            found[form] = WEIGHT * price
        if len(folded) >= SHORTEST:
            for form in self._usage.alike(word):
                if not self._usage.is_name(form) and self.spaces.is_usual(form):
                    found[form] = min(found.get(form, 99.0), WEIGHT * BY_EAR)
        return [one_word(form, price) for form, price in found.items()]

    def _clipped(self, folded: str) -> Iterator[Reading]:
        """The words that one cut short may stand for: « cotis » for « cotisation », « prestas » for « prestations »."""
        for begun, many in ((folded, False), (folded.removesuffix("s"), True)):
            if len(begun) < CLIPPED or self._frequency(begun) or (many and begun == folded):
                continue
            for at in range(bisect_left(self._sorted, begun), len(self._sorted)):
                word = self._sorted[at]
                if not word.startswith(begun):
                    break
                if len(word) >= len(begun) + CUT and many == word.endswith("s"):
                    yield from (one_word(f, WEIGHT * CLIPPED_COST) for f in self._usage.forms(word) if self._is_seen(f))

    def _is_seen(self, form: str) -> bool:
        return self._usage.count(form) >= CLIPPED_SEEN and not self._usage.is_name(form)

    def _elided(self, folded: str) -> Iterator[Reading]:
        """A known word behind what lost its apostrophe, or behind « je » as it is spoken: « lan », « dlargent », « jfais »."""
        for article in ELISIONS:
            rest = folded.removeprefix(article)
            if rest != folded and rest[:1] and rest[0] in VOWELS:
                yield from (Reading(f"{article}'{form}", (article, form), 0.0) for form in self._usage.forms(rest))
        if folded[:2] == "dl" and folded[2:3] and folded[2] in VOWELS:
            for form in self._usage.forms(folded[2:]):
                yield Reading(f"de l'{form}", ("de", "l", form), 0.0)
        rest = folded[1:]
        if folded[0] == "j" and len(rest) > 1 and rest[0] not in VOWELS:
            spoken = self._usage.forms(rest) or ([rest] if self._frequency(rest) else [])
            yield from (Reading(f"je {form}", ("je", form), 0.0) for form in spoken)

    def unknown(self, word: str) -> Reading:
        """A word that nothing knows, as it was typed."""
        share = self._frequency(word)
        bonus = REAL if len(word) > SHORTEST else REAL_SHORT
        worth = math.log(share) + bonus if share else UNKNOWN - LETTER * len(word)
        if not share and self._usage.inflects(word):
            worth = INFLECTED
        return Reading(word, (word,), -worth, given=False)

    def is_own(self, word: str, indexed: Callable[[str], bool]) -> bool:
        """Whether only the pilot's own documents have a word."""
        return any(indexed(t) and not self._usage.shares_stem(t) for t in terms(word))

    def little(self, word: str) -> Iterator[Reading]:
        """Words of two letters that every sentence has and that one slip may have turned into these one or two: « pour l pôle »."""
        if len(word) < SHORTEST and not (word in _WORDS_OF_ONE_LETTER or self._frequency(word)) and word.isalpha():
            folded = plain(word)
            for form in self._usage.lexicon.common:
                if len(form) == SHORTEST - 1 and (price := cost(plain(form), folded, ONE_SLIP)) <= ONE_SLIP:
                    yield one_word(form, WEIGHT * price)

    def swapped(self, folded: str) -> list[Reading]:
        """The known words that have two neighbouring letters of a plain word the other way round."""
        others = (folded[:at] + folded[at + 1] + folded[at] + folded[at + 2 :] for at in range(len(folded) - 1))
        return [one_word(form, WEIGHT * SWAPPED) for other in others for form in self._usage.forms(other)]

    def lone(self, letter: Reading) -> Reading:
        """A letter by itself that is no word: the corpus has most of them before an apostrophe alone."""
        return replace(letter, price=letter.price + LONE)

    def is_heard(self, word: str) -> bool:
        """Whether the corpus or ordinary French has a word."""
        return bool(self._usage.forms(plain(word))) or self._frequency(word) > 0

    def _neighbours(self, folded: str) -> tuple[tuple[str, float], ...]:
        """The known spellings within reach of a plain word, with their cost."""
        reach = _within(_REACH, folded)
        found = list[tuple[str, float]]()
        for at in self._worth_comparing(folded, reach):
            word = self._plains[at]
            price = cost(word, folded, reach)
            if price <= reach:
                found += [(form, price) for form in self._usage.forms(word) if self._may_be(form, folded, price)]
        return tuple(found)

    def _worth_comparing(self, folded: str, reach: float) -> NDArray[np.intp]:
        """The places of the known words that slips within reach may have led from: by letters, length and beginning."""
        differ = np.bitwise_count(self._bits ^ np.uint32(letters(folded)))
        first, second = np.uint32(letters(folded[0])), np.uint32(letters(folded[1]))
        beside = (self._firsts & np.uint32(letters_beside(folded[0])) != 0) & (self._seconds == second)
        begins = (self._firsts == first) | (self._firsts == second) | (self._seconds == first) | beside
        lengths = np.abs(self._lengths - len(folded)) <= reach / DOUBLED
        pairs = np.bitwise_count(self._pairs ^ np.uint64(letter_pairs(folded)))
        most, most_pairs = 2 * int(reach / LEFT_OUT), 6 * int(reach / SWAPPED)
        return np.flatnonzero((differ <= most) & (pairs <= most_pairs) & lengths & begins)

    def _close_common(self, folded: str) -> tuple[tuple[str, float], ...]:
        """The words of every sentence that one slip leads from to a plain word; its plural is none."""
        priced = ((word, cost(plain(word), folded, CLOSE)) for word in self._usage.lexicon.common)
        return tuple((w, p) for w, p in priced if 0 < p <= CLOSE and plain(w).rstrip("s") != folded.rstrip("s"))

    def _may_be(self, form: str, folded: str, price: float) -> bool:
        if self._usage.is_name(form):
            return price <= _within(NAME_REACH, form)
        return len(folded) > SHORTEST + 1 or self._usage.count(form) >= FREQUENT


def _within(reach: tuple[tuple[float, float], ...], word: str) -> float:
    return next(most for length, most in reach if len(word) <= length)
