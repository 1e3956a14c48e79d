"""A text under repair that remembers what stood there before, so that every change can be undone."""

import re
from collections.abc import Callable, Iterable

from assistant.vocabulary import Edit

Change = tuple[int, int, str]
"""Replace [start, end) of the current text by the string."""


class Draft:
    """Current text, and for each of its characters the stretch of raw text it stands for.

    Character `i` of `text` stands for `raw[origin[i]:origin[i + 1]]`; a removed stretch belongs to the
    character before it (to the first one when nothing stands before).
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self._origin = list(range(len(raw) + 1))

    def replace(self, changes: Iterable[Change]) -> None:
        """Apply changes given in order and without overlap."""
        parts: list[str] = []
        origin: list[int] = []
        position = 0
        for start, end, new in changes:
            parts += (self.text[position:start], new)
            origin += self._origin[position:start]
            if new:
                origin.append(self._origin[start])
                origin += [self._origin[end]] * (len(new) - 1)
            position = end
        if not parts:
            return
        parts.append(self.text[position:])
        origin += self._origin[position:]
        self.text, self._origin = "".join(parts), origin

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> None:
        """Replace each match of the pattern, as re.sub does; `new` is literal or a function of the match."""
        self.replace(
            (match.start(), match.end(), new if isinstance(new, str) else new(match))
            for match in pattern.finditer(self.text)
        )

    def part(self, start: int = 0, end: int | None = None) -> tuple[str, tuple[Edit, ...]]:
        """The stretch [start, end) of the text and the edits that give its raw text back."""
        end = len(self.text) if end is None else end
        if start == end:
            raw = self.raw if not self.text else ""
            return "", (Edit(0, 0, raw),) if raw else ()
        bounds = self._origin[start : end + 1]
        bounds[0] = 0 if start == 0 else bounds[0]
        text = self.text[start:end]
        return text, tuple(_edits(text, bounds, self.raw))


def _edits(text: str, bounds: list[int], raw: str) -> Iterable[Edit]:
    """Group the neighbouring characters that do not stand for themselves."""
    first = None
    for position, character in enumerate(text):
        same = bounds[position + 1] - bounds[position] == 1 and raw[bounds[position]] == character
        if not same and first is None:
            first = position
        elif same and first is not None:
            yield Edit(first, position, raw[bounds[first] : bounds[position]])
            first = None
    if first is not None:
        yield Edit(first, len(text), raw[bounds[first] : bounds[len(text)]])


def restore(text: str, edits: Iterable[Edit]) -> str:
    """The raw text, from the clean text and its edits (in order, without overlap)."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (text[position : edit.start], edit.raw)
        position = edit.end
    return "".join((*parts, text[position:]))
