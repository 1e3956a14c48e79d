"""What may follow a question in a message: something else asked of the field, or what those who ask tell of themselves.

Anything else that was typed or pasted after a question is no part of it, whether it orders, states or lures: it changes
neither the route nor what is searched.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

# Another ask is kept when it is less likely than this to be none of ours.
FOREIGN = 0.5
# What tells of those who ask is kept under this probability of being an order.
TELLS = 0.3

_OF_US = re.compile(
    r"^\W*(?:(?:car|mais|et|or|sachant que|parce que|because|but|and|as|since)\s+)?"
    r"(?:(?:c['’]est|ce sont|this is|it is|it['’]s)\s+)?"
    r"(?:nous|notre|nos|on|je|mon|ma|mes|we|our|i|my)\b|^\W*j['’]",
    re.IGNORECASE,
)
# Who answers, and what they are to do, is no part of what those who ask are.
_TO_ANSWERER = re.compile(
    r"\b(?:vous|votre|vos|vôtres?|tu|te|toi|ton|ta|tes|you|yours?)\b|\bt['’]|"
    r"\b(?:r[ée]ponses?|questions?|answers?|repl(?:y|ies)|assistants?)\b|"
    r"\b(?:je|j['’]|nous|i|we)\s*(?:pr[ée]cis\w+|exig\w+|demand\w+|ordonn\w+|impos\w+|insist\w+|require|demand|insist|order)\b",
    re.IGNORECASE,
)
# What an answer is made from and how is not asked in passing.
_INNARDS = re.compile(
    r"\b(?:consignes?|instructions?|configurations?|r[ée]glages?|prompts?|messages? (?:syst[èe]me|initia\w+)|system messages?|settings)\b|"
    r"\b(?:vos|tes|votre|ton|your) (?:documents?|sources?|notes?|r[èe]gles?|textes?|rules|texts?)\b|"
    r"\b(?:transmet\w*|envo\w+|partag\w+|divulgu\w+|send|share|forward|leak) (?:\w+ ){0,2}(?:profils?|profile|historique|history|conversation)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]{3,}")
_ADDRESS = re.compile(r"\bhttps?:|\bwww\.|@|\b[\w-]+\.(?:com|fr|org|net|eu|io|example|test|info)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of words and questions: the probability that a text is none of ours, whether a word is a name that
    nobody has heard of."""

    foreign: Callable[[str], float] = lambda text: 0.0
    unheard: Callable[[str], bool] = lambda word: False

    def asks_more(self, sentence: str) -> bool:
        """Whether a sentence asks something else of the field."""
        strange = _INNARDS.search(sentence) or _ADDRESS.search(sentence) or self._names_nobody_knows(sentence)
        return not strange and self.foreign(sentence) < FOREIGN

    def tells_of_us(self, sentence: str) -> bool:
        """Whether a sentence tells of those who ask, and of nothing that is to be done for them."""
        strange = _TO_ANSWERER.search(sentence) or _ADDRESS.search(sentence) or self._names_nobody_knows(sentence)
        return bool(_OF_US.match(sentence)) and not strange

    def _names_nobody_knows(self, sentence: str) -> bool:
        words = _WORD.findall(sentence)
        return any(word != word.lower() and self.unheard(word) for word in words[1:])
