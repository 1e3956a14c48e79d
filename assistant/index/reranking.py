"""The first passages found, read again more closely and put in a better order.

Three signals, each brought to mean 0 and deviation 1 over the passages compared, are weighted and added: BM25, the
sentence nearest to the question, and late interaction. A passage is then helped by its document: one that has several
passages near the question is more likely to be on its subject. Weights were learnt (softmax over the passages of a
question) on material that shares nothing with the sets that are scored; see docs/evaluation.md.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.index.encoded import Encoded
from assistant.index.late_interaction import max_similarities, token_weights

WORDS, SENTENCE, CONTEXT = "words", "sentence", "context"
WEIGHTS = {WORDS: 0.46, SENTENCE: 0.64, CONTEXT: 1.53}
# What a passage is given of the mean of the three best passages of its document.
_OF_DOCUMENT, _BEST = 0.1, 3


class Vectors(Protocol):
    """Where the stored vectors of passages are read from: the library."""

    def passage_documents(self, ids: Sequence[int]) -> dict[int, str]:
        """The document of each of these passages."""
        ...

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
    own = combined({WORDS: lexical, SENTENCE: _floored(nearest), CONTEXT: _floored(context)}, WEIGHTS)
    documents = vectors.passage_documents(ids)
    return helped_by_documents(own, [documents.get(key, str(key)) for key in ids])


def combined(signals: Mapping[str, NDArray[np.float32]], weights: Mapping[str, float]) -> NDArray[np.float32]:
    """The weighted sum of the signals, each standardised over the passages; one that does not vary has no say."""
    total = np.zeros(len(next(iter(signals.values()))), np.float32)
    for name, values in signals.items():
        deviation = float(values.std())
        if deviation > 1e-6:
            total += weights[name] * (values - values.mean()) / deviation
    return total


def helped_by_documents(scores: NDArray[np.float32], documents: Sequence[str]) -> NDArray[np.float32]:
    """Scores of passages, each with a share of the mean of its document's three best ones; those that a document lacks
    among these passages count as the worst of all."""
    of_document: dict[str, list[float]] = defaultdict(list)
    for document, score in zip(documents, scores, strict=True):
        of_document[document].append(float(score))
    worst = [float(scores.min())] * _BEST
    means = {name: sum(heapq.nlargest(_BEST, own + worst)) / _BEST for name, own in of_document.items()}
    return scores + np.array([_OF_DOCUMENT * means[name] for name in documents], np.float32)


def _floored(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Values with -1 (nothing to compare) raised to the lowest of the others, so that it sets no scale."""
    known = values[values > -1]
    return np.maximum(values, known.min()) if len(known) else values
