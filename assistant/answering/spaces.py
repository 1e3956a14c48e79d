"""Words between which a space was lost, added or struck beside its place, and what each reading of them costs."""

from collections.abc import Callable, Iterator, Sequence

from assistant.answering.one_reading import ELISIONS, FREQUENT, MARGIN, SHORTEST, VOWELS, WEIGHT, Reading, one_word
from assistant.answering.slips import plain
from assistant.answering.usage import Usage

# What it costs, in slips, to part words, to join them, and to strike a space a letter too early or too late.
PARTED, JOINED, SHIFTED = 0.5, 0.6, 0.7
# A slip within a part of words run together is not dearer than this.
WITHIN = 1.05


class Spaces:
    """`near` gives the known words within reach of a plain one, with their cost."""

    def __init__(self, usage: Usage, near: Callable[[str], Sequence[tuple[str, float]]]) -> None:
        self._usage, self._near = usage, near

    def parted(self, folded: str, *, deep: bool) -> Iterator[Reading]:
        """Words that were run together, an elision whose apostrophe was lost among them; `deep`, with a slip in one."""
        for article in ELISIONS:
            rest = folded.removeprefix(article)
            if rest != folded and rest[:1] and rest[0] in VOWELS:
                for form, price in self._whole_or_near(rest, deep=deep):
                    if plain(form)[0] not in VOWELS:
                        continue
                    yield Reading(f"{article}'{form}", (article, form), WEIGHT * (price + PARTED))
                for reading in self._halves(rest[:2], rest[2:], deep=False) if rest.startswith("un") else ():
                    text, words = f"{article}'{reading.text}", (article, *reading.words)
                    yield Reading(text, words, reading.price + WEIGHT * PARTED)
        for at in range(1, len(folded)):
            yield from self._halves(folded[:at], folded[at:], deep=deep)

    def joining(self, left: str, right: str) -> list[Reading]:
        """Readings of two words that were one: « finan cement »."""
        folded = plain(left + right)
        if len(folded) <= SHORTEST + 2 or plain(left) in ELISIONS:
            return []
        both = self._usage.forms(plain(left)) and self._usage.forms(plain(right))
        price = WEIGHT * JOINED + (MARGIN if both else 0.0)
        return [one_word(form, price) for form in self._usage.forms(folded) if self.is_usual(form)]

    def shifted(self, left: str, right: str) -> Iterator[Reading]:
        """Readings of two words between which the space was struck a letter too early or too late: « clusterq ui »."""
        typed = plain(left), plain(right)
        if all(map(self._part, typed)):
            return
        (one, other), price = typed, WEIGHT * SHIFTED
        for first, second in ((one[:-1], one[-1] + other), (one + other[0], other[1:])):
            for begun in self._part(first) if first and second else ():
                yield from (Reading(f"{begun} {ended}", (begun, ended), price) for ended in self._part(second))

    def before_apostrophe(self, word: str) -> Iterator[Reading]:
        """A word and the elision run together with it: « incubationd'un »."""
        folded = plain(word)
        for article in ELISIONS:
            rest = folded.removesuffix(article)
            if rest != folded:
                yield from (Reading(f"{form} {article}", (form, article), WEIGHT * PARTED) for form in self._part(rest))

    def is_usual(self, form: str) -> bool:
        """Whether a form is long or met often enough to be what was meant."""
        return len(form) > SHORTEST or form in self._usage.lexicon.common or self._usage.count(form) > FREQUENT

    def _halves(self, left: str, right: str, *, deep: bool) -> Iterator[Reading]:
        lefts, rights = self._part(left), self._part(right)
        for one in lefts:
            for other in rights:
                yield Reading(f"{one} {other}", (one, other), WEIGHT * PARTED)
        if not deep:
            return
        common = self._usage.lexicon.common
        if not rights and len(right) > SHORTEST + 1 and (little := [one for one in lefts if one in common]):
            for form, price in self._near(right):
                if price <= WITHIN:
                    yield from (Reading(f"{o} {form}", (o, form), WEIGHT * (price + PARTED)) for o in little)
            for at in range(1, len(right)):
                for middle in self._part(right[:at]):
                    for last in self._part(right[at:]):
                        for one in little:
                            yield Reading(f"{one} {middle} {last}", (one, middle, last), 2 * WEIGHT * PARTED)
        if not lefts and len(left) > SHORTEST + 1 and (little := [other for other in rights if other in common]):
            for form, price in self._near(left):
                if price <= WITHIN:
                    yield from (Reading(f"{form} {o}", (form, o), WEIGHT * (price + PARTED)) for o in little)

    def _whole_or_near(self, rest: str, *, deep: bool) -> Sequence[tuple[str, float]]:
        whole = [(form, 0.0) for form in self._usage.forms(rest)]
        return whole or (self._near(rest) if deep and len(rest) > SHORTEST + 1 else ())

    def _part(self, folded: str) -> Sequence[str]:
        """The words that these letters alone may be: short ones only if every sentence has them."""
        return [
            form
            for form in self._usage.forms(folded)
            if (form in self._usage.lexicon.common and (len(form) > 1 or form in "aày"))
            or len(folded) > SHORTEST + (self._usage.count(form) < FREQUENT)
        ]
