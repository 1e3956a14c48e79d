"""A question as it would be carefully typed: capitals lowered, lost accents put back, slips of the fingers mended.

Known words, numbers, names of clusters and what stands in quotes are left alone, unless a word that sounds alike stands far
better. The whole stretch is read at once: words by what their slips cost and by what stands beside them, words run together
parted, parted words joined.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.decoding import likeliest
from assistant.answering.grammar import Grammar
from assistant.answering.near_names import Name, NearNames
from assistant.answering.one_reading import ELISIONS, SHORTEST, Reading
from assistant.answering.readings import Readings
from assistant.answering.signs import Phrases, asks, elided, joined, unshouted
from assistant.answering.slips import plain
from assistant.answering.usage import START, Usage
from assistant.index.analysis import terms

# A word that the texts have in small letters more often than this is none that only a name has.
OFTEN = 4
# What a form that the texts lack counts in them; how far its frequency in ordinary French speaks for or against it.
MADE, ORDINARY, HALF = 3, 1e-6, 0.5
# The share of ordinary French from which a word of three letters is one.
OFTEN_SAID = 1e-5

# A careful question may have one word in so many that no list knows: « bordelais ».
A_STRANGER = 9

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_STOP = re.compile(r"[.!?;:]")
_ACCENT = re.compile(r"[àâäéèêëîïôöùûüç]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Typing:
    """How the whole question was typed, and `indexed`, which tells whether the index has a term.

    `careful` of one whose words are all French and break no agreement.
    """

    shouted: bool
    accented: bool
    careful: bool
    indexed: Callable[[str], bool]


class Speller:
    """Mends questions by the usage of the corpus. Build it once.

    `frequency` tells the share of ordinary French that a word has, 0 when it is none; `names` are those of the clusters.
    """

    def __init__(
        self, usage: Usage, frequency: Callable[[str], float] = lambda word: 0.0, names: Iterable[str] = ()
    ) -> None:
        self._usage, self._frequency = usage, frequency
        self._readings = Readings(usage, frequency)
        self._grammar = Grammar(usage.lexicon, lambda word: usage.count(word) > MADE, usage.comes_after)
        self._names = NearNames(names, self._is_word)
        self._phrases = Phrases(usage.lexicon.phrases)

    def is_unheard(self, word: str) -> bool:
        """Whether neither the corpus, everyday French nor the model's own words have a word: a name, most often."""
        return not (self._usage.forms(plain(word)) or self._usage.inflects(word) or self._frequency(word.lower()))

    def mended(self, question: str, names: Sequence[Name], indexed: Callable[[str], bool]) -> str:
        """The question with each word as the corpus spells it.

        `names` are those found in it; `indexed` tells whether the index, which holds the pilot's own documents, has a term.
        """
        lowered = unshouted(question)
        accented = bool(_ACCENT.search(question))
        typing = _Typing(lowered != question, accented, self._is_careful(lowered), indexed)
        whole = joined(lowered)
        pieces, at = [], 0
        for start, end, written in [*self._spared(question, names, typing), (len(question), len(question), "")]:
            if start >= at:
                pieces += [self._phrases.written_out(whole[at:start]), written]
                at = end
        for place in range(0, len(pieces), 2):
            before = _word_at(pieces[place - 1], -1) if place else START
            pieces[place] = self._piece(pieces[place], before, _word_at(pieces[place + 1], 0), typing)
        mended = elided("".join(pieces))
        asked = asks(mended)
        if typing.shouted or asked:
            mended = mended[:1].upper() + mended[1:]
        return f"{mended} ?" if asked and mended[-1].isalnum() and "?" not in mended else mended

    def _is_careful(self, question: str) -> bool:
        """Whether no word breaks an agreement with those before, and nearly all are French as they are typed."""
        count, unknown = 0, 0
        for sentence in _STOP.split(question):
            history: tuple[str, ...] = (START,)
            for word in _WORD.findall(sentence):
                lowered = word.lower()
                if self._grammar.faults(history, lowered):
                    return False
                heard = lowered in self._usage.forms(plain(word)) or self._frequency(lowered) > 0
                count, unknown = (
                    count + 1,
                    unknown + (word == lowered and word.isalpha() and len(word) > 1 and not heard),
                )
                history = (*history, lowered)
        return unknown * A_STRANGER <= count

    def _spared(self, question: str, names: Sequence[Name], typing: _Typing) -> list[tuple[int, int, str]]:
        """The stretches that are not mended, in order, and how each is written."""
        quoted = [(m.start(), m.end(), m.group()) for m in _QUOTED.finditer(question)]
        named = [
            (name.start, name.end, self._names.usual(name.written))
            for name in names
            if not (typing.shouted and self._usage.is_rather_a_word(question[name.start : name.end]))
        ]
        taken = [(start, end) for start, end, _ in (*named, *quoted)]
        near = [(name.start, name.end, name.written) for name in self._names.find(question, taken)]
        return sorted([*named, *quoted, *near])

    def _is_word(self, word: str) -> bool:
        """Whether a word is one of the language, or an acronym, rather than part of a name."""
        if any(ch.isdigit() for ch in word) or len(word) < SHORTEST:
            return True
        lowered, forms = word.lower(), self._usage.forms(plain(word))
        known = any(
            self._usage.is_everyday(f) or (self._usage.count(f) > OFTEN and not self._usage.is_name(f)) for f in forms
        )
        return known or self._frequency(lowered) > 0

    def _piece(self, text: str, before: str, following: str, typing: _Typing) -> str:
        found = list(_WORD.finditer(text))
        if not found:
            return text
        lattice = dict[int, list[tuple[int, Reading]]]()
        anew: dict[int, Sequence[str]] = {0: (before.lower(),)}
        for at, match in enumerate(found):
            gap = text[found[at - 1].end() : match.start()] if at else text[: match.start()]
            if _STOP.search(gap):
                anew[at] = (START,)
            previous = anew[at][0] if at in anew else found[at - 1].group()
            if self._in_compound(text, found, at):
                lattice[at] = [(at + 1, self._readings.known(match.group()))]
                continue
            read = self._read_before(text[match.end() :][:1], match.group(), previous, typing)
            lattice[at] = [(at + 1, reading) for reading in read]
            if at and at not in anew and text[match.end() :][:1] not in ("'", "’"):
                both = self._of_two(found[at - 1].group(), gap, match.group(), typing)
                lattice[at - 1] += [(at + 1, reading) for reading in both]
        last = START if not following or _STOP.search(text[found[-1].end() :]) else following
        out, done = list[str](), 0
        for start, end, reading in likeliest(lattice, len(found), anew, self._after, last):
            out += [text[done : found[start].start()], self._cased(found[start].group(), reading, typing)]
            done = found[end - 1].end()
        return "".join([*out, text[done:]])

    def _in_compound(self, text: str, found: Sequence[re.Match[str]], at: int) -> bool:
        """Whether a word is part of one with a hyphen that is French: « week-end »."""
        around = text[found[max(at - 1, 0)].start() : found[min(at + 1, len(found) - 1)].end()]
        parts = [part for part in around.split() if found[at].group() in part.split("-")]
        return any("-" in part and self._frequency(part.lower()) > 0 for part in parts)

    def _read_before(self, following: str, word: str, previous: str, typing: _Typing) -> list[Reading]:
        """What a word may have been meant to be, `following` being the sign after it: before an apostrophe a word has lost the
        space before its elision, and a letter that stands before a space is seldom one."""
        read, lowered = self._read(word, previous, typing), word.lower()
        if following in ("'", "’") and len(word) > SHORTEST and not self._readings.is_heard(lowered):
            return [*self._readings.spaces.before_apostrophe(lowered)] or read
        if following != " " or word != lowered or len(word) >= SHORTEST:
            return read
        if word not in ELISIONS and self._usage.follows(previous, word):
            return read
        little = [*self._readings.little(word)]
        return [*(self._readings.lone(r) if len(word) == 1 else r for r in read), *little] if little else read

    def _of_two(self, left: str, gap: str, right: str, typing: _Typing) -> Iterator[Reading]:
        """What two neighbours were meant to be between which a space was struck where none belongs, or beside its place."""
        first, second = left.lower(), right.lower()
        if gap not in (" ", "'", "’") or not (left.isalpha() and right.isalpha()):
            return
        if gap == " " and self._may_join(left, right, typing):
            yield from self._readings.spaces.joining(first, second)
        if not any(ch.isupper() for ch in left[1:] + right) and (gap == " " or not self._readings.is_heard(second)):
            yield from self._readings.spaces.shifted(first, second)

    def _may_join(self, left: str, right: str, typing: _Typing) -> bool:
        """Whether two words may be one: no acronym, not two that every sentence has, nor two of a careful question."""
        if min(len(left), len(right)) < 2 or any(ch.isupper() for ch in left[1:] + right):
            return False
        both = left.lower(), right.lower()
        if typing.careful and all(map(self._readings.is_heard, both)):
            return False
        return not (set(both) <= self._usage.lexicon.common)

    def _after(self, history: tuple[str, ...], word: str) -> float:
        worth = self._usage.after(history[-1], word) - self._grammar.faults(history, word)
        if self._usage.count(word) == MADE:
            worth += max(-2.0, min(0.0, HALF * math.log((self._frequency(word) or ORDINARY / 100) / ORDINARY)))
        return worth

    def _read(self, word: str, previous: str, typing: _Typing) -> list[Reading]:
        """What a word may have been meant to be."""
        lowered = word.lower()
        if (len(word) == 1 and lowered not in "aé") or any(ch.isdigit() for ch in word):
            return [self._readings.known(word if any(ch.isdigit() for ch in word) else lowered)]
        if sum(ch.isupper() for ch in word) > 1 and not self._scattered(word):
            return self._acronym(word)
        short = self._usage.lexicon.short
        if lowered in short and not typing.shouted:
            meant = short[lowered]
            known = bool(self._usage.forms(plain(meant)))
            return self._readings.spellings(meant, accented=True) if known else [self._readings.known(meant)]
        if self._usage.forms(plain(word)):
            return self._readings.spellings(lowered, accented=typing.accented, careful=typing.careful)
        if len(word) < SHORTEST or self._readings.is_own(lowered, typing.indexed):
            return [self._readings.unknown(lowered)]
        stays = self._readings.unknown(lowered)
        if word[:1].isupper() and previous != START:
            near = self._readings.near(lowered)
            return [stays, *(r for r in near if self._may_be_name(previous, r.text))]
        if typing.careful and self._frequency(lowered) > (0 if len(word) > SHORTEST else OFTEN_SAID):
            return [stays, *self._readings.of_another(lowered)]
        return [stays, *self._readings.mended(lowered)]

    def _may_be_name(self, previous: str, word: str) -> bool:
        everyday = self._usage.is_everyday(word)
        written = self._usage.has_capital(word) or not everyday  # « la Région »
        return self._usage.is_name(word) or (self._usage.follows(previous, word) and written)

    def _scattered(self, word: str) -> bool:
        """Whether capitals stand in a word where no name has them: « rejOindre »."""
        if word.isupper() or not any(ch.isupper() for ch in word[1:]) or self._usage.written(word.lower()) == word:
            return False
        return self._usage.is_everyday(word.lower()) or self._frequency(word.lower()) > 0

    def _acronym(self, word: str) -> list[Reading]:
        """Letters in capitals, or the acronym that a slip turned into them."""
        folded = plain(word)
        if self._usage.forms(folded) or len(word) < SHORTEST or not word.isupper():
            return [self._readings.known(word)]
        near = [*(self._readings.near(folded) if len(word) > SHORTEST else ()), *self._readings.swapped(folded)]
        near = [reading for reading in near if self._usage.written(reading.text).isupper()]
        return near or [self._readings.known(word)]

    def _cased(self, word: str, reading: Reading, typing: _Typing) -> str:
        """A reading with the capitals of what was typed, and those that the corpus gives its words."""
        better, lowered = reading.text, word.lower()
        scattered = self._scattered(word)
        if sum(ch.isupper() for ch in word) > 1 and not scattered:
            return word if better.lower() == lowered else self._usage.written(better)
        if better == lowered and not (typing.shouted or scattered or word.islower()):
            return word
        if typing.shouted and not reading.given and better == lowered and not self._known(lowered, typing):
            return lowered.capitalize()  # a name, in all likelihood
        if typing.shouted or scattered or word.islower():
            if len(reading.words) > 1:
                for part in reading.words:
                    better = better.replace(part, self._usage.written(part))
            elif better.isalpha():
                better = self._usage.written(better, surely=not typing.shouted)
        return better[:1].upper() + better[1:] if word[:1].isupper() and not typing.shouted else better

    def _known(self, word: str, typing: _Typing) -> bool:
        found = bool(self._usage.forms(plain(word))) or self._usage.inflects(word)
        return found or self._frequency(word) > 0 or any(map(typing.indexed, terms(word)))


def changes_words(typed: str, read: str) -> bool:
    """Whether a question is read with another word of a subject than typed, which is told.

    Accents, capitals, signs, spaces, endings, little words and what completes an abbreviation do not count.
    """
    if _letters(typed) == _letters(read):
        return False
    given = frozenset(terms(typed))
    return any(not word.startswith(tuple(term for term in given if len(term) >= SHORTEST)) for word in terms(read))


def _letters(text: str) -> str:
    return plain("".join(_WORD.findall(text)))


def _word_at(text: str, place: int) -> str:
    """The first (0) or last (-1) word of a text; START when it has none."""
    found = _WORD.findall(text)
    return found[place] if found else START
