"""The first passages found, read again more closely and put in a better order.

Three signals, each brought to mean 0 and deviation 1 over the passages compared, are weighted and added: BM25, the
sentence nearest to the question, and late interaction. A passage is then helped by its document: one that has several
passages near the question is more likely to be on its subject. Weights were learnt (softmax over the passages of a
question) on material that shares nothing with the sets that are scored; see docs/evaluation.md.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.index.encoded import Encoded
from assistant.index.late_interaction import max_similarities, token_weights

WORDS, SENTENCE, CONTEXT = "words", "sentence", "context"
WEIGHTS = {WORDS: 0.46, SENTENCE: 0.64, CONTEXT: 1.53}


class Vectors(Protocol):
    """Where the stored vectors of passages are read from: the library."""

    def passage_tokens(self, ids: Sequence[int]) -> dict[int, NDArray[np.int8]]:
        """Token vectors of these passages."""
        ...

    def sentence_vectors(self, passage_ids: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """Vectors of the sentences of these passages, one a row."""
        ...


def closeness(
    vectors: Vectors,
    query: Encoded,
    idf: Callable[[str], float],
    ids: Sequence[int],
    lexical: NDArray[np.float32],
) -> NDArray[np.float32]:
    """How well each of these passages answers, higher is better; only comparable within one question.

    `lexical` are their BM25 scores. A passage that was removed meanwhile, or states no sentence, has the lowest value
    found for what it lacks.
    """
    tokens, sentences = vectors.passage_tokens(ids), vectors.sentence_vectors(ids)
    none = np.zeros((0, 0), np.int8)
    context = max_similarities(query.tokens, token_weights(query, idf), [tokens.get(key, none) for key in ids])
    nearest = np.array([(sentences[key] @ query.vector).max() if key in sentences else -1 for key in ids], np.float32)
    return combined({WORDS: lexical, SENTENCE: _floored(nearest), CONTEXT: _floored(context)}, WEIGHTS)


def combined(signals: Mapping[str, NDArray[np.float32]], weights: Mapping[str, float]) -> NDArray[np.float32]:
    """The weighted sum of the signals, each standardised over the passages; one that does not vary has no say."""
    total = np.zeros(len(next(iter(signals.values()))), np.float32)
    for name, values in signals.items():
        deviation = float(values.std())
        if deviation > 1e-6:
            total += weights[name] * (values - values.mean()) / deviation
    return total


def _floored(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Values with -1 (nothing to compare) raised to the lowest of the others, so that it sets no scale."""
    known = values[values > -1]
    return np.maximum(values, known.min()) if len(known) else values
