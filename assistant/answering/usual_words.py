"""A French question in the words of the texts: a pilot says « marier deux pôles », the texts say « fusion ».

`corpus/usual_words.yaml` gives the words of pilots. One is replaced only when no text has it.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from assistant.answering.english import load_translations
from assistant.index.analysis import terms

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

Terms = tuple[str, ...]


@cache
def load_usual_words(file: Path) -> Mapping[Terms, str]:
    """The words of the texts by the index terms of a usual word or expression. Raises CorpusError."""
    return {tuple(terms(usual)): theirs for usual, theirs in load_translations(file).items()}


def in_their_words(question: str, usual: Mapping[Terms, str], knows: Callable[[str], bool]) -> str:
    """The question with the words that the index lacks replaced; `knows` tells whether it has a term."""

    def replaced(match: re.Match[str]) -> str:
        own = tuple(terms(match.group()))
        return match.group() if any(map(knows, own)) else usual.get(own, match.group())

    return _WORD.sub(replaced, question)
