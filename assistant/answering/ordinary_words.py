"""How frequent a word is in ordinary French or English, by the word lists of pyspellchecker: what is a word though no text has it."""

from collections.abc import Callable
from functools import cache

from assistant.vocabulary import Language


def ordinary_french() -> Callable[[str], float]:
    """Tells the share in [0, 1] of ordinary French that a word in small letters has; 0 when it is none."""
    return ordinary("fr")


@cache
def ordinary(language: Language) -> Callable[[str], float]:
    """Tells the share in [0, 1] of the ordinary language that a word in small letters has; 0 when it is none."""
    from spellchecker import SpellChecker

    counted = SpellChecker(language=language).word_frequency
    total = counted.total_words
    counts = {word: counted[word] for word in counted.words()}
    return lambda word: (counts.get(word) or counts.get(word.replace("œ", "oe"), 0)) / total
