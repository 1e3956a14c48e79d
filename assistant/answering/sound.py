"""How a French word sounds, roughly: words that are written otherwise and sound alike have one key."""

import re
from functools import lru_cache
from itertools import takewhile

from assistant.answering.slips import plain

REMEMBERED = 50_000

# In order: a pattern of letters and what it sounds like. Capitals are sounds of several letters: E (é, è, ai, er),
# C (ch), U (ou), W (oi), A (an), I (in), O (on), J (gn).
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"œ", "e"),
        (r"[éèêë]", "E"),
        (r"[àâ]", "a"),
        (r"[îï]", "i"),
        (r"ô", "o"),
        (r"[ùûü]", "u"),
        (r"ç", "s"),
        (r"(?<=[iu])x$", ""),
        (r"ph", "f"),
        (r"(?<!^)(?:er|ez|et|ets|Es|Ee|Ees|ai|ais|ait|aient)$", "E"),
        (r"(?<=..)[stdxzp]+$", ""),
        (r"(?<=...)e[s]?$", "e"),
        (r"^es$|^est$", "E"),
        (r"sc(?=[eiyE])", "s"),
        (r"ch", "C"),
        (r"qu?|k|ck|c(?![eiyEC])", "k"),
        (r"c", "s"),
        (r"gn", "J"),
        (r"g(?=[eiyE])", "j"),
        (r"gu(?=[eiyE])", "g"),
        (r"ti(?=[aoe])", "si"),
        (r"mpt", "mt"),
        (r"eau|au", "o"),
        (r"h", ""),
        (r"mm", "m@"),
        (r"nn", "n@"),
        (r"(.)\1+", r"\1"),
        (r"(?:ain|ein|in|im|yn|un)(?![aeiouyEn@])", "I"),
        (r"(?:an|am|en|em)(?![aeiouyEnm@])", "A"),
        (r"(?:on|om)(?![aeiouyEAIUWnm@])", "O"),
        (r"ai|ei", "E"),
        (r"oi", "W"),
        (r"ou", "U"),
        (r"y", "i"),
        (r"e(?=[rlstx][bcdfgklmnpqrstvx]|[rl]$)", "E"),
        (r"z", "s"),
        (r"@", ""),
        (r"(?<=..)e$", ""),
    )
)

_ENDINGS = frozenset(["", *"e es ent s t x er ers ez e ee ees r z ai ais ait aient is it ient d ds nt".split()])
_STEM = 3  # letters in common, at least


@lru_cache(REMEMBERED)
def sound(word: str) -> str:
    """The key of a word in small letters, its accents kept: « fusionné », « fusionner » and « fusioné » share one."""
    for pattern, heard in _RULES:
        word = pattern.sub(heard, word)
    return word


def differs_by_ending(word: str, other: str) -> bool:
    """Whether two words that sound alike are one word with two endings: « structuré » and « structurés », not « voie » and
    « voix »."""
    one, two = plain(word), plain(other)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))
    ends = {one[alike:], two[alike:]}
    return alike >= _STEM and ends <= _ENDINGS
