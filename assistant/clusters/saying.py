"""Sentences of texts/ said in one language, names, figures and words put in.

In a template, `{name:de}` and `{name:que}` elide in French, `{count:membre}` agrees in number, `{who:maj}` opens a
sentence, and several words are enumerated.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from assistant.clusters.entries import KIND_NAMES, Members
from assistant.clusters.files import read_named
from assistant.clusters.names import listed, of, plural, that
from assistant.resources import texts
from assistant.vocabulary import Language, Said

_MONTHS: dict[Language, tuple[str, ...]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

# Words of `judgements.py`, in which those who say something are named.
_ATTRIBUTIONS = {
    "d’après ": "as reported by ",
    "entretiens de ": "interviews of ",
    "l’État": "the State",
    " et ": " and ",
    "source officielle": "official source",
    "source sans grade": "ungraded source",
    "recherche": "research",
    "presse": "press",
}
SENTENCES: dict[str, Said] = texts("reasons") | texts("cautions") | texts("comparisons")["sentences"]
_SHAPES: dict[str, Callable[[str], str]] = {"de": of, "que": that, "maj": lambda words: words[:1].upper() + words[1:]}


def french_date(day: date) -> str:
    """« 31 décembre 2026 », « 1er janvier 2027 »."""
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS['fr'][day.month - 1]} {day.year}"


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Words as they stand, then the name of a value and how it is put in; the name is null at the end."""
    return tuple((words, name, shape or "") for words, name, shape, _ in Formatter().parse(template))


@dataclass(frozen=True)
class Voice:
    """Says things in one language. `english` gives the English of words that the directory holds in French."""

    language: Language = "fr"
    english: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, /, **values: Any) -> str:
        """The sentence of that key, or the part of one."""
        return self.phrase(SENTENCES[key], **values)

    def phrase(self, said: Mapping[Language, str], /, **values: Any) -> str:
        """A sentence given in both languages, with its values put in."""
        pieces = _pieces(said[self.language])
        return "".join(words + (self._put(values[name], shape) if name else "") for words, name, shape in pieces)

    def _put(self, value: Any, shape: str) -> str:
        """One value as its place in the template asks."""
        if isinstance(value, list | tuple):
            return listed(value, self.language)
        if isinstance(value, int | float) and shape:
            return plural(value, shape, self.language)
        return _SHAPES[shape](str(value)) if shape else str(value)

    def word(self, french: str) -> str:
        """Words of the directory; those without an English version stand in quotes, as they are."""
        return french if self.language == "fr" else self.english.get(french) or f"“{french}”"

    def words(self, french: Sequence[str]) -> list[str]:
        """Each of several words of the directory."""
        return [self.word(text) for text in french]

    def listed(self, words: Sequence[str]) -> str:
        """Words as an enumeration."""
        return listed(words, self.language)

    def joined(self, parts: Sequence[str]) -> str:
        """Parts of one sentence, a semicolon between."""
        return (" ; " if self.language == "fr" else "; ").join(parts)

    def kind(self, kind: str | None) -> str:
        """The name of a kind of structure, as typed when it is not one of ours."""
        return self.word(KIND_NAMES[kind]) if kind in KIND_NAMES else kind or self.say("kind_unknown")

    def members(self, members: Members) -> str:
        """« 180 membres en 2023 »."""
        key = "members_in" if members.year else "members_undated"
        return self.say(key, members=members.count, year=members.year)

    def attribution(self, french: str) -> str:
        """Who says something, in the words of `judgements.py`."""
        if self.language == "en":
            for said, english in _ATTRIBUTIONS.items():
                french = french.replace(said, english)
        return french

    def day(self, day: date) -> str:
        """A day in full."""
        return french_date(day) if self.language == "fr" else f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}"


FRENCH = Voice()


def inside(sentence: str, language: Language) -> str:
    """A sentence as it reads within another: without the capital that opens it, unless a name does."""
    return sentence[:1].lower() + sentence[1:] if sentence.startswith(_openings(language)) else sentence


@cache
def _openings(language: Language) -> tuple[str, ...]:
    """The words, in capitals, with which our sentences begin when they do not begin with a value."""
    first = (_pieces(said[language])[0][0] for said in SENTENCES.values())
    return tuple(words for words in first if words[:1].isupper())


def load_english(path: Path) -> dict[str, str]:
    """English by French words of the directory, none when the file is absent. Raises CorpusError."""
    return {french: str(english) for french, english in read_named(path).items()} if path.exists() else {}
