"""Names as people type them: without accents, capitals, apostrophes or punctuation."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from assistant.vocabulary import Language, Said

# « @ » stands for an « a » in the names of poles (Nov@log, Qu@limes), « & » for « et ».
_SPELLED = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "@": "a", "²": "2", "&": " et "})
# « Le Havre », « Les Ulis »; « Pôle SCS », « Cluster Montagne », whose article is left out.
_CONTRACTED = re.compile(r"Le(?P<many>s)? |(?=(?:Pôle|Cluster) \w)")
_ARTICLES = frozenset({"le", "la", "les", "l", "pole", "cluster", "grappe", "reseau", "du", "de", "d"})


def folded(text: str) -> str:
    """`text` in lower case and without accents, its punctuation kept."""
    spelled = text.translate(_SPELLED)
    return "".join(c for c in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=5_000)
def normalized(text: str) -> str:
    """`text` as words of plain lower-case letters and digits, one space between."""
    return " ".join(re.findall(r"[^\W_]+", folded(text)))


def compact(text: str) -> str:
    """`text` as plain letters and digits only, so that « Inno'vin », « inno vin » and « Innovin » are one."""
    return normalized(text).replace(" ", "")


def without_articles(text: str) -> str:
    """`text` normalized, its leading « le pôle », « cluster », « l' » left out."""
    words = normalized(text).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return "".join(words)


def trigrams(text: str) -> frozenset[str]:
    """The groups of three letters of a compact name, its ends marked."""
    padded = f"  {compact(text)} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))


def of(name: str) -> str:
    """« de » before a name, elided or contracted: « d’Inno'vin », « de CARA », « du Pôle SCS », « du Havre »."""
    if contracted := _CONTRACTED.match(name):
        return f"{'des' if contracted['many'] else 'du'} {name[contracted.end() :]}"
    return f"d’{name}" if _elides(name) else f"de {name}"


def that(name: str) -> str:
    """« que » before a name, elided before a vowel."""
    return f"qu’{name}" if _elides(name) else f"que {name}"


def _elides(name: str) -> bool:
    return folded(name)[:1] in set("aeiou")


_AND: Said = {"fr": " et ", "en": " and "}


def listed(words: Sequence[str], language: Language = "fr") -> str:
    """Words as an enumeration: « a, b et c »."""
    return _AND[language].join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def number(value: float, language: Language = "fr") -> str:
    """A figure with at most one decimal: « 1 200,5 », « 1,200.5 »."""
    shown = f"{value:,.1f}".rstrip("0").rstrip(".")
    return shown if language == "en" else shown.replace(",", "\u202f").replace(".", ",")


def plural(count: float, word: str, language: Language = "fr") -> str:
    """A count and its word in agreement; French has the plural from two on, English for all but one."""
    several = abs(count) != 1 if language == "en" else abs(count) >= 2
    return f"{number(count, language)} {word}{'s' if several else ''}"
