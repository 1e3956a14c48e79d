"""What of a person stands in texts: the words to mask where they took part, the full name anywhere else."""

import re
from collections.abc import Iterator

from assistant.clusters.names import folded
from assistant.records.entries import Person

MASK = "[personne effacée]"
_WORD = re.compile(r"[^\W_]+")
_PARTICLES = frozenset(
    "a al au aux ben bin d da de del della des di du el et l la le les m mme mlle o san st ste van von y".split()
)
_ALONE = 4  # letters from which a part of a name is masked even in lower case


class Masker:
    """Masks one person's name and contact detail in texts."""

    def __init__(self, person: Person) -> None:
        words = [folded(word) for word in _WORD.findall(person.name)]
        self._words = frozenset(words)
        self._telling = self._words - _PARTICLES or self._words
        self._detail = person.detail

    def masked(self, text: str, took_part: bool) -> str:
        """The text without the full name; without any part of it when the person took part in the contact."""
        if self._detail:
            text = re.sub(re.escape(self._detail), MASK, text, flags=re.IGNORECASE)
        return _without(text, list(self._spans(text, took_part)))

    def partly_in(self, text: str) -> bool:
        """Whether a telling part of the name still stands in a text, capital first or long enough."""
        return any(self._tells(found[0]) for found in _WORD.finditer(text.replace(MASK, " ")))

    def _tells(self, word: str) -> bool:
        return folded(word) in self._telling and (len(word) >= _ALONE or word[0].isupper())

    def _spans(self, text: str, took_part: bool) -> Iterator[tuple[int, int]]:
        """Runs of words of the name: whole ones everywhere, any telling one where the person took part."""
        run: list[re.Match[str]] = []
        for found in [*_WORD.finditer(text), None]:
            adjoins = found and run and len(text[run[-1].end() : found.start()].strip(" \u00a0\u202f.,'’-")) == 0
            if found and folded(found[0]) in self._words and (adjoins or not run):
                run.append(found)
                continue
            if run and self._is_theirs(run, took_part):
                yield run[0].start(), run[-1].end()
            run = [found] if found and folded(found[0]) in self._words else []

    def _is_theirs(self, run: list[re.Match[str]], took_part: bool) -> bool:
        whole = self._telling <= {folded(found[0]) for found in run}
        return whole or (took_part and any(self._tells(found[0]) for found in run))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + MASK + text[end:]
    return text
