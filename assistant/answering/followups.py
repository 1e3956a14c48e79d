"""Follow-up questions: « et pour le financement ? » is asked again as a full question, visibly."""

import re
from collections.abc import Sequence

from assistant.index.analysis import words
from assistant.vocabulary import Turn

_OPENING = re.compile(
    r"^\s*(?:et\b|ou alors\b|sinon\b|idem\b|même question\b|and\b|what about\b|same\b)[\s,:]*", re.IGNORECASE
)
# « existent dans l'eau » followed by « et dans l'énergie ? »: the new place stands for the old one.
_PLACE = re.compile(r"\b(dans|en|chez|in)\b", re.IGNORECASE)
_LONGEST = 8  # words that carry a subject; a longer question stands on its own


def rewrite(question: str, history: Sequence[Turn]) -> str | None:
    """The question with what it leaves unsaid, from the question before; None when it stands on its own."""
    if not history or not _OPENING.match(question) or len(words(question)) > _LONGEST:
        return None
    before = history[-1].question.rstrip(" ?!.\u00a0\u202f")
    added = _OPENING.sub("", question).strip()
    place = _PLACE.match(added)
    old = [found for found in _PLACE.finditer(before) if place and found.group().lower() == place.group().lower()]
    return f"{before[: old[-1].start()].rstrip() if old else before} {added}"
