"""French or English: which language's function words a question holds more of; keywords, by which language has them more often."""

import math
import re
from collections.abc import Sequence
from functools import cache

from assistant import resources
from assistant.answering.lexicon import load_lexicon
from assistant.answering.ordinary_words import ordinary
from assistant.vocabulary import Language

_FRENCH = frozenset(
    "le la les l un une des du de d et est que qui quoi quel quelle quels quelles comment pourquoi combien où "
    "pour par avec sur dans nous notre nos vous je j mon ma mes il elle on ce cette ces peut faut sont au aux a à "
    # as hurried fingers write them
    "ki ke koi kel kels kelle kelles kan kand pr ds avc cmt coment ns vs jai fo peu pk pourkoi cb esk".split()
)
_ENGLISH = frozenset(
    "the a an of and is are what which who whom whose how why where when to for with on in we our you your "
    "i my it this that these do does can should could there between from by".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# The share of a word that a list lacks; what one word says at most, in log-odds; what all say before the setting gives way.
UNSEEN, MOST, SURE = 1e-7, 3.0, 1.5


def detect_language(text: str, default: Language = "fr", names: Sequence[tuple[int, int]] = ()) -> Language:
    """The language with more function words; on a tie, the one whose words these are, or `default` if they may be either's.

    `names` are the stretches [start, end) that name clusters: « Valley » tells nothing of who asks.
    """
    for start, end in sorted(names, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    found = _WORD.findall(text.lower())
    french, english = sum(word in _FRENCH for word in found), sum(word in _ENGLISH for word in found)
    if french != english:
        return "fr" if french > english else "en"
    leaning = sum(map(_english_rather, _COMPOUND.findall(_without_capitals(text).lower())))
    if abs(leaning) < SURE:
        return default
    return "en" if leaning > 0 else "fr"


def _without_capitals(text: str) -> str:
    """A text without words that may be names: « label Gold ESCA » is asked in French. A text all in capitals, or without other
    words, stays."""
    plain = [word for word in _COMPOUND.findall(text) if word[0].islower()]
    return " ".join(plain) if plain else text


def _english_rather(word: str) -> float:
    """The log-odds that a word is English rather than French, 0 when either language has it as often.

    What French pilots say too (« benchmark », « start-up ») never speaks for English, and for French if English lacks it.
    """
    english, french = ordinary("en")(word), ordinary("fr")(word)
    odds = max(-MOST, min(MOST, math.log((english + UNSEEN) / (french + UNSEEN))))
    if word not in _said_in_french():
        return odds
    return min(0.0, odds) if english else -MOST


@cache
def _said_in_french() -> frozenset[str]:
    return load_lexicon(resources.corpus() / "french.yaml").words
