"""Follow-up questions: « et pour le financement ? » is asked again as a full question, visibly."""

import re
from collections.abc import Sequence

from assistant.index.analysis import words
from assistant.vocabulary import Turn

_OPENING = re.compile(r"^\s*(?:et\b|ou alors\b|sinon\b|idem\b|même question\b|and\b|what about\b|same\b)[\s,:]*", re.IGNORECASE)
_LONGEST = 8  # words that carry a subject; a longer question stands on its own


def rewrite(question: str, history: Sequence[Turn]) -> str | None:
    """The question with what it leaves unsaid, from the question before; None when it stands on its own."""
    if not history or not _OPENING.match(question) or len(words(question)) > _LONGEST:
        return None
    before = history[-1].question.rstrip(" ?!.\u00a0\u202f")
    return f"{before} {_OPENING.sub('', question).strip()}"
