"""Follow-up questions: « et pour le financement ? » is asked again as a full question, visibly."""

import re
from collections.abc import Sequence

from assistant.index.analysis import words
from assistant.vocabulary import Turn

_OPENING = re.compile(
    r"^\s*(?:et\b|ou alors\b|sinon\b|idem\b|même question\b|and\b|what about\b|same\b)[\s,:]*", re.IGNORECASE
)
# « travaillent sur l'eau » followed by « et dans l'énergie ? »: the new subject or place stands for the old one.
_SUBJECT = re.compile(r"\b(?:sur|dans|pour|on|about|for)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:en|chez|à|in)\b", re.IGNORECASE)
# « organisent leur gouvernance » followed by « et pour le financement ? ».
_LAST_NOUN = re.compile(r"\b(?:l['’]|(?:le|la|les|leurs?|son|sa|ses|notre|nos|des|du)\s+)[\w'’-]+$", re.IGNORECASE)
_FOR = re.compile(r"(?:pour|sur)\s+", re.IGNORECASE)
_LONGEST = 8  # words that carry a subject; a longer question stands on its own


def rewrite(question: str, history: Sequence[Turn]) -> str | None:
    """The question with what it leaves unsaid, from the question before; None when it stands on its own."""
    if not history or not _OPENING.match(question) or len(words(question)) > _LONGEST:
        return None
    before = history[-1].question.rstrip(" ?!.\u00a0\u202f")
    added = _OPENING.sub("", question).strip()
    kind = next((kind for kind in (_SUBJECT, _PLACE) if kind.match(added)), None)
    old = list(kind.finditer(before)) if kind else []
    noun = None if old or not _FOR.match(added) else _LAST_NOUN.search(before)
    if noun:
        return f"{before[: noun.start()].rstrip()} {_FOR.sub('', added, count=1)}"
    return f"{before[: old[-1].start()].rstrip() if old else before} {added}"
