"""One reading of what was typed, and what all readings are priced in."""

from dataclasses import dataclass

# A shorter word has too many neighbours.
SHORTEST = 3
# A word met less often than this is no target for three or four letters typed.
FREQUENT = 4
# One unit of cost of slips weighs as much as this in log-probability.
WEIGHT = 5.0
# A known word gives way to one of every sentence, or to another that it is a part of, only when that stands this much better.
MARGIN = 5.0
# What loses its vowel before another, and the vowels, unaccented, before which it does.
ELISIONS = ("jusqu", "lorsqu", "qu", "l", "d", "j", "m", "t", "s", "c", "n")
VOWELS = "aeiouyh"


@dataclass(frozen=True, slots=True)
class Reading:
    """Words in small letters for what was typed, and what speaks against them in log-probability.

    `given` is false of a word that nothing knows: its price says what it is worth.
    """

    text: str
    words: tuple[str, ...]
    price: float
    given: bool = True


def one_word(form: str, price: float) -> Reading:
    """The reading that is one word."""
    return Reading(form, (form,), price)
