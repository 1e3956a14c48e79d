"""French typography that must survive display."""

import re

# Spaces that break no line hold a figure and its unit, or a mark and its word, together: they stay.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")


def one_line(text: str) -> str:
    """The text on one line, its non-breaking spaces kept."""
    return _SPACES.sub(" ", text).strip()
