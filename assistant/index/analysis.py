"""French lexical analysis: elisions stripped, words stemmed, accents folded after stemming."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

# Changes whenever the terms of a text would change: part of the library's fingerprint.
VERSION = "2"

_ELISION = re.compile(r"\b(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_JOINED = str.maketrans({"œ": "oe", "æ": "ae"})  # « œuvre » is often typed « oeuvre »

# Words that carry no subject in a question or a text: French function words, then the English ones that a
# question in English is made of.
STOP_WORDS = frozenset(
    """
    a ai aie ait as au aux avec avez avons c ce ces cet cette ceux chez comme d dans de des du elle elles en est
    et etaient etait ete etre eu eux fait fut il ils j je l la le les leur leurs lui m ma mais me meme mes mon n
    ne nos notre nous on ont ou où par pas pour qu que quel quelle quelles quels qui quoi s sa sans se ses si son
    sont sur t ta te tes toi ton tu un une vos votre vous y à été être
    an and are be by do does for from how in is it its of on or our should the their there this to was we were
    what when where which who why with you your
    """.split()
)


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("french")


def fold(text: str) -> str:
    """The text without its accents."""
    return "".join(ch for ch in unicodedata.normalize("NFD", text) if not unicodedata.combining(ch))


@lru_cache(maxsize=50_000)
def _term(word: str) -> str:
    return fold(_stemmer().stemWord(word))


def words(text: str) -> list[str]:
    """Lower-case words in order, without elisions and stop words."""
    plain = _ELISION.sub(" ", unicodedata.normalize("NFC", text).lower().translate(_JOINED))
    return [word for word in _WORD.findall(plain) if word not in STOP_WORDS]


def terms(text: str) -> list[str]:
    """Index terms of a text, in order, with repetitions."""
    return [_term(word) for word in words(text)]
