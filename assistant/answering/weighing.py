"""How well a sentence answers a question: signals, each from 0 to 1, weighed and added.

The weights were learnt (softmax over the sentences of a question), then moved so that keywords find what the question
finds, that of known questions chosen beside them, on development questions (docs/evaluation.md). The first five are shares of a whole, the others are added to it or taken from it.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

MEANING, WORDS, PARAGRAPH, PASSAGE, TEXT = "meaning", "words", "paragraph", "passage", "text"
SECTION, SUMMARY, SUMMARY_ASKED, FIRST = "section", "summary", "summary_asked", "first"
OTHER_SHEET, NAMED_SHEET, KNOWN = "other_sheet", "named_sheet", "known"
_SHARES = {
    MEANING: 0.8,  # cosine to the question, from the farthest sentence read (0) to the nearest (1)
    WORDS: 1.2,  # question words that it has, weighed by rarity
    PARAGRAPH: 0.3,  # the same in its paragraph, headings counting half
    PASSAGE: 5.0,  # what the search thinks of its passage
    TEXT: 0.7,  # and of its whole text: the best passages of a text that is on the subject are found together
}
_BESIDE = {
    SECTION: 0.5,  # question words in the headings above it
    SUMMARY: 0.5,  # it is one of the first lines, before any heading, which say what the text is about
    SUMMARY_ASKED: 1.4,  # as far as the title has the question words: a title that asks the question is answered there
    FIRST: 0.4,  # it opens its paragraph: what follows adds to it
    KNOWN: 32.0,  # how surely the question is after one of its facts
    OTHER_SHEET: -2.0,  # a sheet is read for the clusters that a question names
    NAMED_SHEET: -1.4,  # and a note that says as much says where it is from
}
_WHOLE = sum(_SHARES.values())
WEIGHTS = {name: weight / _WHOLE for name, weight in (_SHARES | _BESIDE).items()}


# How far a sentence that surely answers best comes forward in the order of sentences. Whether others are told beside it does not
# hang on it.
ANSWERS_BEST = 1.0

# What hangs on how the question is put counts less, by up to this share, the more surely a fact is asked for: from the first
# surety on, whole at the second. So keywords and a message lead to the sentence that the question leads to.
_BY_WORDING = {*_SHARES, SECTION, SUMMARY_ASKED}
LESS, UNSURE, SURE = 0.5, 0.3, 0.6


def weighed(signals: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
    """The score of each sentence; `signals` has one value a sentence under each name of `WEIGHTS`."""
    surety = (float(signals[KNOWN].max(initial=0.0)) - UNSURE) / (SURE - UNSURE)
    kept = 1.0 - LESS * min(1.0, max(0.0, surety))
    total = np.zeros(len(signals[MEANING]), np.float32)
    for name, weight in WEIGHTS.items():
        total += np.float32(weight * (kept if name in _BY_WORDING else 1.0)) * signals[name]
    return total


def spread(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Values brought to [0, 1], from the lowest to the highest; all 1 when they are equal."""
    low, high = values.min(), values.max()
    found: NDArray[np.float32] = (values - low) / (high - low) if high > low else np.ones_like(values)
    return found
