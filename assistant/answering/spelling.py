"""A question as it would be carefully typed: capitals lowered, lost accents put back, slips of the fingers mended.

Known words, numbers, names of clusters and what stands in quotes are left alone. A slip is mended to the word that
costs the fingers least and stands best between its neighbours; words run together are parted.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.slips import cost, letters, plain
from assistant.answering.usage import START, Usage
from assistant.index.analysis import terms

# A shorter word has too many neighbours.
SHORTEST = 3
# What slips may cost at most, by the length of the word.
_REACH = ((3, 0.95), (4, 1.05), (5, 1.35), (6, 1.7), (8, 2.0), (99, 2.5))
# A name gives way less easily than a word: most unknown names are names.
NAME_REACH = ((4, 0.0), (6, 1.0), (8, 1.25), (99, 2.0))
# A word met less often than this is no target for three or four letters typed.
FREQUENT = 4
# One unit of cost weighs as much as this in log-probability; parting words costs one slip each.
WEIGHT, PARTED = 5.0, 0.5
# What a word that nothing knows is worth as it stands, in log-probability, and less a letter; a word of another subject.
UNKNOWN, LETTER, REAL = -13.5, 0.6, -10.0
# A known word gives way to one of every sentence only when that stands this much better, beyond what the slip costs.
MARGIN, CLOSE = 5.0, 0.95
# How much better another spelling of a known word must stand: « a » is more often meant than « à » typed in haste.
SURE = 0.7
# What a question may end with.
ENDS = '.?!…:;»"'
# Words whose neighbours are kept.
REMEMBERED = 5_000
# Share of capitals from which they carry no meaning, and letters under which they may be an acronym.
SHOUTED, ACRONYM = 0.7, 12

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_STOP = re.compile(r"[.!?;:]")
_ACCENT = re.compile(r"[àâäéèêëîïôöùûüç]", re.IGNORECASE)
_ELIDED = re.compile(r"(qu|jusqu|lorsqu|[ldjmtscn])(?=[aeiouyh])")
# « d un », « l équipe »: an apostrophe lost in a space.
_LOST_APOSTROPHE = re.compile(r"\b(qu|[ldjmtscn]) (?=(?i:[aeiouyhàâéèêîôûœ]))")
# « faut il », « a t il », « qu'est ce que »: a hyphen lost in a space.
_LOST_HYPHEN = re.compile(
    r"(?<=\w)[ -]t[ -'](?=(?:il|elle|on|ils|elles)\b)|"
    r"(?<=\best) (?=ce qu)|(?<=\b[Ee]st) (?=ce qu)|"
    r"(?:(?<=\bfaut)|(?<=\bpeut)|(?<=\bdoit)|(?<=\bdois)|(?<=\bpuis)) (?=(?:il|elle|on|je)\b)|"
    r"(?:(?<=\bpeuvent)|(?<=\bdoivent)) (?=(?:ils|elles)\b)",
    re.IGNORECASE,
)
# What a sentence that asks begins with.
_ASKS = re.compile(
    r"(?:(?:à|de|avec|pour|en|dans|sur|chez|par|depuis|vers) |d['’])?(?:qui|quoi|que|quels?|quelles?|lequel|laquelle|combien|"
    r"comment|pourquoi|quand|où|est-ce|qu['’]est-ce|faut-il|peut-on|doit-on)\b",
    re.IGNORECASE,
)
_INVERSION = re.compile(r"\w-(?:t-)?(?:il|elle|on|ils|elles)\b")
# « a-t-il voté »: what follows the pronoun follows the auxiliary.
_INVERTED = re.compile(r"\b(?:a-t|ont|est|sont|avait|aurait|était|avaient)-(?:il|elle|on|ils|elles) $")


@dataclass(frozen=True, slots=True)
class Name:
    """The stretch [start, end) of a question that names a cluster, and how that name is written."""

    start: int
    end: int
    written: str


@dataclass(frozen=True, slots=True)
class _Typing:
    """How the whole question was typed, and `indexed`, which tells whether the index has a term."""

    shouted: bool
    accented: bool
    indexed: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Place:
    """The words before and after a word."""

    before: str
    after: str


class Speller:
    """Mends questions by the usage of the corpus. Build it once.

    `real` tells whether a word that the corpus and the lexicon lack is one all the same.
    """

    def __init__(self, usage: Usage, real: Callable[[str], bool] = lambda word: False) -> None:
        self._usage, self._real = usage, real
        self._bits = [(word, letters(word)) for word in usage.plains() if len(word) >= SHORTEST - 1]
        self._near = lru_cache(REMEMBERED)(self._neighbours)
        self._near_common = lru_cache(REMEMBERED)(self._close_common)

    def is_unheard(self, word: str) -> bool:
        """Whether neither the corpus, everyday French nor the model's own words have a word: a name, most often."""
        return not (self._usage.forms(plain(word)) or self._usage.inflects(word) or self._real(word.lower()))

    def mended(self, question: str, names: Sequence[Name], indexed: Callable[[str], bool]) -> str:
        """The question with each word as the corpus spells it.

        `indexed` tells whether the index, which holds the pilot's own documents, has a term.
        """
        lowered = unshouted(question)
        typing = _Typing(lowered != question, bool(_ACCENT.search(question)), indexed)
        whole = _joined(lowered)
        pieces, at = [], 0
        for start, end, written in [*self._spared(question, names, typing), (len(question), len(question), "")]:
            if start >= at:
                pieces += [whole[at:start], written]
                at = end
        for place in range(0, len(pieces), 2):
            before = _word_at(pieces[place - 1], -1) if place else START
            pieces[place] = self._piece(pieces[place], before, _word_at(pieces[place + 1], 0), typing)
        mended = "".join(pieces)
        asks = bool(_ASKS.match(mended) or _INVERSION.search(mended))
        if typing.shouted or asks:
            mended = mended[:1].upper() + mended[1:]
        return f"{mended} ?" if asks and mended[-1].isalnum() else mended

    def _spared(self, question: str, names: Sequence[Name], typing: _Typing) -> list[tuple[int, int, str]]:
        """The stretches that are not mended, in order, and how each is written."""
        quoted = [(m.start(), m.end(), m.group()) for m in _QUOTED.finditer(question)]
        named = [
            (name.start, name.end, name.written)
            for name in names
            if not (typing.shouted and self._usage.is_rather_a_word(question[name.start : name.end]))
        ]
        return sorted([*named, *quoted])

    def _piece(self, text: str, before: str, following: str, typing: _Typing) -> str:
        out, at = list[str](), 0
        found = list(_WORD.finditer(text))
        for number, match in enumerate(found):
            between = text[at : match.start()]
            before = START if _STOP.search(between) else before
            before = "a" if _INVERTED.search("".join([*out, between])) else before
            after = found[number + 1].group() if number + 1 < len(found) else following
            word = self._word(match.group(), _Place(before, after), typing)
            out += [between, word]
            before, at = _word_at(word, -1), match.end()
        return "".join([*out, text[at:]])

    def _word(self, word: str, place: _Place, typing: _Typing) -> str:
        if (len(word) == 1 and word not in "aA") or any(ch.isdigit() for ch in word):
            return word
        if sum(ch.isupper() for ch in word) > 1:
            return self._acronym(word, place)
        lowered = word.lower()
        better = self._better(lowered, place, typing, capital=word[:1].isupper() and place.before != START)
        if typing.shouted and better == lowered and not self._known(lowered, typing):
            return lowered.capitalize()  # a name, in all likelihood
        if better.isalpha() and (typing.shouted or word.islower()):
            better = self._usage.written(better, surely=not typing.shouted)
        return word if better == lowered else better[:1].upper() + better[1:] if word[:1].isupper() else better

    def _acronym(self, word: str, place: _Place) -> str:
        """Letters in capitals, or the acronym that a slip turned into them."""
        folded = plain(word)
        if self._usage.forms(folded) or len(word) <= SHORTEST or not word.isupper():
            return word
        near = [(self._worth(f, p, place), f) for f, p in self._near(folded) if self._usage.written(f).isupper()]
        return self._usage.written(max(near)[1]) if near else word

    def _better(self, word: str, place: _Place, typing: _Typing, *, capital: bool) -> str:
        """A word in small letters as it was meant; a name when it is typed with a `capital` within a sentence."""
        folded = plain(word)
        if word in self._usage.lexicon.short and not typing.shouted:
            return self._usage.lexicon.short[word]
        forms = self._usage.forms(folded)
        if forms:
            return self._accented(word, forms, place, typing)
        if folded in self._usage.joined:
            return self._usage.joined[folded]
        own = any(typing.indexed(term) and not self._usage.shares_stem(term) for term in terms(word))
        if own or len(word) < SHORTEST or self._usage.inflects(word):
            return word
        choices = [(self._worth(form, price, place), form) for form, price in self._near(folded)]
        if capital:
            choices = [c for c in choices if self._usage.is_name(c[1]) or self._usage.follows(place.before, c[1])]
        elif len(word) > SHORTEST:
            choices += self._parted(folded, place)
        stays = REAL if self._real(word) else UNKNOWN - LETTER * len(word)
        return max([*choices, (stays, word)])[1]

    def _known(self, word: str, typing: _Typing) -> bool:
        found = bool(self._usage.forms(plain(word))) or self._usage.inflects(word) or self._real(word)
        return found or any(map(typing.indexed, terms(word)))

    def _accented(self, word: str, forms: Sequence[str], place: _Place, typing: _Typing) -> str:
        """The spelling meant by a word whose letters are known: as typed, if it is known so and accents were typed."""
        if word in forms and (typing.accented or len(forms) == 1):
            return self._likelier(word, place)
        return max((self._worth(form, 0.0, place) + (SURE if form == word else 0.0), form) for form in forms)[1]

    def _likelier(self, word: str, place: _Place) -> str:
        """A known word, or the word of every sentence that one slip away stands far better: « pur faire » is « pour »."""
        if word in self._usage.lexicon.common or len(word) < SHORTEST or self._usage.is_name(word):
            return word
        near = [(self._worth(form, price, place), form) for form, price in self._near_common(plain(word))]
        return max([*near, (self._worth(word, 0.0, place) + MARGIN, word)])[1]

    def _worth(self, form: str, price: float, place: _Place) -> float:
        return self._usage.fitness(form, place.before, place.after) - WEIGHT * price

    def _neighbours(self, folded: str) -> tuple[tuple[str, float], ...]:
        """The known spellings within reach of a plain word, with their cost."""
        reach = _within(_REACH, folded)
        own, found = letters(folded), list[tuple[str, float]]()
        for word, bits in self._bits:
            if abs(len(word) - len(folded)) > 3 or (own ^ bits).bit_count() > 4:
                continue
            price = cost(word, folded, reach)
            if price <= reach:
                found += [(form, price) for form in self._usage.forms(word) if self._may_be(form, folded, price)]
        return tuple(found)

    def _close_common(self, folded: str) -> tuple[tuple[str, float], ...]:
        """The words of every sentence that one slip leads from to a plain word; its plural is none."""
        priced = ((word, cost(plain(word), folded, CLOSE)) for word in self._usage.lexicon.common)
        return tuple((w, p) for w, p in priced if 0 < p <= CLOSE and plain(w).rstrip("s") != folded.rstrip("s"))

    def _may_be(self, form: str, folded: str, price: float) -> bool:
        if self._usage.is_name(form):
            return price <= _within(NAME_REACH, form)
        return len(folded) > SHORTEST + 1 or self._usage.count(form) >= FREQUENT

    def _parted(self, folded: str, place: _Place) -> Iterator[tuple[float, str]]:
        """Words that were run together, an elision whose apostrophe was lost among them."""
        elided = _ELIDED.match(folded)
        if elided:
            article, rest = elided.group(), folded[elided.end() :]
            whole = [(form, 0.0) for form in self._usage.forms(rest)]
            for form, price in whole or (self._near(rest) if len(rest) > SHORTEST + 1 else ()):
                yield self._together(article, form, price, place), f"{article}'{form}"
        for at in range(1, len(folded)):
            for left in self._part(folded[:at]):
                for right in self._part(folded[at:]):
                    yield self._together(left, right, 0.0, place), f"{left} {right}"

    def _together(self, left: str, right: str, price: float, place: _Place) -> float:
        """What two words are worth that were typed as one."""
        second = self._worth(right, price + PARTED, _Place(left, place.after))
        return second + self._worth(left, 0.0, _Place(place.before, right))

    def _part(self, folded: str) -> Sequence[str]:
        """The words that these letters alone may be: short ones only if every sentence has them."""
        return [
            form
            for form in self._usage.forms(folded)
            if form in self._usage.lexicon.common or len(folded) > SHORTEST + (self._usage.count(form) < FREQUENT)
        ]


def _joined(text: str) -> str:
    """The text with apostrophes and hyphens that were typed as spaces; of the same length."""
    text = _LOST_APOSTROPHE.sub(r"\1'", text)
    return _LOST_HYPHEN.sub(lambda match: "-" if match.group() == " " else "-t-", text)


def unshouted(question: str) -> str:
    """A question typed in capitals, in small letters; another as it is."""
    found = [ch for ch in question if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in found)
    return question.lower() if len(found) >= ACRONYM and capitals >= SHOUTED * len(found) else question


def changes_words(typed: str, read: str) -> bool:
    """Whether a question is read with other words than typed, be it only their letters.

    Accents, capitals and signs do not count.
    """
    return [plain(word) for word in _WORD.findall(typed)] != [plain(word) for word in _WORD.findall(read)]


def _within(reach: tuple[tuple[int, float], ...], word: str) -> float:
    return next(most for length, most in reach if len(word) <= length)


def _word_at(text: str, place: int) -> str:
    """The first (0) or last (-1) word of a text; START when it has none."""
    found = _WORD.findall(text)
    return found[place] if found else START
