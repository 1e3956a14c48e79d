"""What the answers of a dialogue have told: who goes on asking rarely wants the sentence that was shown first once more."""

from collections.abc import Callable, Sequence

from assistant.index.analysis import fold
from assistant.vocabulary import Turn

# How far a sentence that opened an answer goes back in the order of sentences, and one that stood further down; chosen on
# dialogues (docs/evaluation.md).
OPENED, SHOWN = 0.5, 0.15
# The answers that are looked back on.
READ = 3
_FIRST_SOURCE = "[1]"


def told_in(question: str, history: Sequence[Turn]) -> Callable[[str], float]:
    """How far a sentence goes back for having been told; nothing when the question was asked before, word for word."""
    last = history[-READ:]
    if any(_plain(turn.question) == _plain(question) for turn in last):
        return lambda sentence: 0.0
    answers = [_plain(turn.answer) for turn in last]
    opened = [answer.partition(_FIRST_SOURCE)[0] for answer in answers if _FIRST_SOURCE in answer]

    def told(sentence: str) -> float:
        said = _plain(sentence)
        if any(said in text for text in opened):
            return OPENED
        return SHOWN if any(said in text for text in answers) else 0.0

    return told


def _plain(text: str) -> str:
    return " ".join(fold(text.casefold()).split())
