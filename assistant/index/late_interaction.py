"""Late interaction: each word of a question looks for the word of a passage that means the same in its context.

The sum, over the tokens of the question, of the best cosine among the tokens of the passage (MaxSim; Khattab and
Zaharia, 2020, https://arxiv.org/abs/2004.12832), here weighted by the rarity of the word, over the tokens of the very
model that embeds passages. Tokens of function words are not kept, which halves the store at no loss; a component takes
one byte.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.index.analysis import terms
from assistant.index.encoded import Encoded

_WORD = re.compile(r"\w+")
# What a token of no index term (function word, punctuation) counts in a question; the rarest words count 5 to 10.
_FUNCTION_WORD = 0.5


def packed(encoded: Encoded) -> NDArray[np.int8]:
    """What is stored of a passage: its tokens that belong to an index term, each scaled to fill a signed byte."""
    kept = [row for row, own in enumerate(_terms_of_tokens(encoded)) if own]
    rows = encoded.tokens[kept]
    largest = np.abs(rows).max(axis=1, keepdims=True, initial=1e-9)
    packed_rows: NDArray[np.int8] = np.rint(rows / largest * 127).astype(np.int8)
    return packed_rows


def token_weights(encoded: Encoded, idf: Callable[[str], float]) -> NDArray[np.float32]:
    """What each token of a question counts: the rarity of the word it belongs to. They add up to 1."""
    weights = [max((idf(term) for term in own), default=_FUNCTION_WORD) for own in _terms_of_tokens(encoded)]
    return np.asarray(weights, np.float32) / (sum(weights) or 1.0)


def max_similarities(
    tokens: NDArray[np.float32], weights: NDArray[np.float32], passages: Sequence[NDArray[np.int8]]
) -> NDArray[np.float32]:
    """How well each passage (as `packed`) answers the tokens of a question, in [-1, 1]; without any token, -1."""
    scores = np.full(len(passages), -1.0, np.float32)
    filled = [row for row, passage in enumerate(passages) if len(passage)]
    if not filled or not len(tokens):
        return scores
    rows = np.concatenate([passages[row] for row in filled]).astype(np.float32)
    lengths = np.sqrt(np.einsum("td,td->t", rows, rows))
    cosines = (tokens @ rows.T) / np.maximum(lengths, 1e-9)
    starts = np.cumsum([0, *(len(passages[row]) for row in filled[:-1])])
    scores[filled] = weights @ np.maximum.reduceat(cosines, starts, axis=1)
    return scores


def _terms_of_tokens(encoded: Encoded) -> list[tuple[str, ...]]:
    """For each token, the index terms of the word it lies in: none for a function word or punctuation."""
    found = list(_WORD.finditer(encoded.text))
    starts = [word.start() for word in found]
    of_word = [tuple(terms(word.group())) for word in found]
    last = [bisect_left(starts, end) - 1 for _, end in encoded.spans]
    return [
        of_word[word] if word >= 0 and found[word].end() > start else ()
        for word, (start, _) in zip(last, encoded.spans, strict=True)
    ]
