"""French typography that must survive display."""

import re

# Spaces that break no line hold a figure and its unit, or a mark and its word, together: they stay.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


def one_line(text: str) -> str:
    """The text on one line, its non-breaking spaces kept."""
    return _SPACES.sub(" ", text).strip()


_ORDER = re.compile(
    r"^(?:compar|parle|dis|dites|donne|montr|expliqu|fais|faites|cite|list|tell|show|give)\w*\b", re.IGNORECASE
)


def as_sentence(question: str) -> str:
    """A question with its capital; an order without question mark."""
    told = question[:1].upper() + question[1:]
    return re.sub(r"[\s\u00a0\u202f]*\?$", "", told) if _ORDER.match(told) else told
