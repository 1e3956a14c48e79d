"""The vector of a question: half of it the question, half the words of its subject, so that keywords and capitals find the same."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from assistant.index.analysis import words
from assistant.vocabulary import Language

Vector = NDArray[np.float32]


def leaning(embed: Callable[[str], Vector], question: str, in_french: str, language: Language) -> Vector:
    """The unit vector of a question. `in_french` are its words in French, as the texts say them: of a French question its
    subject is taken from them, of an English one they count twice that, since the texts are in French and added files may
    not be."""
    if language == "fr":
        both = embed(question.lower()) + embed(_subject(in_french) or question)
    else:
        both = embed(_subject(question) or question) + 2 * embed(in_french)
    found: Vector = both / np.float32(np.linalg.norm(both))
    return found


def _subject(text: str) -> str:
    return " ".join(words(text))
