"""Learning to tell intents: least squares on a kernel, the sum of two, made probabilities by a logistic regression.

Two questions are near in meaning (a Gaussian of the distance of their embeddings) or in words (the cosine of their word
features). The first bends where a straight line would not part « Qui dirige ce pôle ? » from « Qui dirige la France ? »;
the second stays linear, so that words can be weighed one by one and shown as reasons. Least squares give what each
utterance would score had it been left out (Rifkin & Lippert, 2007, MIT-CSAIL-TR-2007-025), and the scores so found are
what the probabilities are learnt from.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.routing import regression
from assistant.routing.examples import Example
from assistant.routing.features import features, without_names, words
from assistant.routing.word_rows import Floats, WordRows, rows_of
from assistant.vocabulary import Intent

LABELS = tuple(Intent)
# Penalty on the few weights that make probabilities of scores.
CALIBRATION = 0.01
# Rows that are eliminated at once.
BLOCK = 1000

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tuning:
    """How to learn; the values by default were chosen on families of utterances held out (docs/evaluation.md).

    `meaning` and `wording` are what nearness in each counts for, 0 does without. The nearer 0 `sharpness`, the
    straighter the border in meaning. With `triples`, three words in a row count too.
    """

    meaning: float = 16.0
    wording: float = 4.0
    sharpness: float = 1.0
    penalty: float = 1.0
    triples: bool = False


ROUTER = Tuning(triples=True)


@dataclass(frozen=True, slots=True)
class Learnt:
    """What learning leaves.

    `anchors` are the centred embeddings of the utterances, shape (utterances, dimension), `pull` what nearness to each
    adds to the logits, shape (utterances, intents + 1), `word_weights` what each word feature adds, shape (features,
    intents + 1), `start` what they are before, shape (intents + 1,). The last column is the log-odds that a question may
    ask for a référent as well as for a partner. `vocabulary` gives the place of a feature, `rarity` its weight;
    `sharpness` is that of the tuning.
    """

    anchors: Floats
    pull: Floats
    word_weights: Floats
    vocabulary: dict[str, int]
    rarity: Floats
    mean: Floats
    sharpness: float
    start: Floats


class Worded(Protocol):
    """What is learnt from: a text, and the spans of cluster names in it."""

    @property
    def text(self) -> str:
        """As typed."""
        ...

    @property
    def mentions(self) -> Sequence[tuple[int, int]]:
        """Start and end of each name."""
        ...


class QuestionEmbedder(Protocol):
    """What learning needs of an embedder."""

    @property
    def fingerprint(self) -> str:
        """Changes when vectors would."""
        ...

    def embed_query(self, text: str) -> Floats:
        """The unit vector of a text."""
        ...


def learn(
    examples: Sequence[Example],
    embedder: QuestionEmbedder,
    progress: Callable[[str, float], None],
    tuning: Tuning = ROUTER,
) -> Learnt:
    """Fits the weights of the scores, then on the scores of utterances left out, what makes probabilities of them."""
    vectors = embedded(examples, embedder, progress)
    mean = vectors.mean(axis=0)
    # As they are kept: half precision.
    anchors = centred(vectors, mean).astype(np.float16).astype(np.float32)
    rows = wordings(examples, triples=tuning.triples)
    kernel = kernel_of(anchors, rows, tuning.meaning, tuning.wording, tuning.sharpness)
    intents, openness = intent_targets(examples), open_targets(examples)
    weights, left_out = least_squares(kernel, np.column_stack([intents, openness[:, :1]]), tuning.penalty)
    (start, to_intents), (bar, to_openness) = (calibration(left_out, wanted) for wanted in (intents, openness))
    share = (weights @ np.column_stack([to_intents, to_openness @ (1, -1)])).astype(np.float32)
    return Learnt(
        anchors=anchors,
        pull=tuning.meaning * share,
        word_weights=tuning.wording * rows.weights(share),
        vocabulary=rows.vocabulary,
        rarity=rows.rarity,
        mean=mean,
        sharpness=tuning.sharpness,
        start=np.append(start, bar @ (1, -1)).astype(np.float32),
    )


def kernel_of(anchors: Floats, rows: WordRows, meaning: float, wording: float, sharpness: float) -> Floats:
    """The sum of both kernels. It takes up to a gigabyte: it is filled in place, some rows at a time."""
    kernel = rows.products()
    kernel *= np.float32(wording)
    for start in range(0, len(anchors), BLOCK):
        kernel[start : start + BLOCK] += np.float32(meaning) * nearness(
            anchors[start : start + BLOCK], anchors, sharpness
        )
    return kernel


def least_squares(kernel: Floats, targets: Matrix, penalty: float) -> tuple[Matrix, Matrix]:
    """Weights of the utterances, and what each would score had it been left out; both of the shape of `targets`. `kernel` is
    spent."""
    kernel[np.diag_indices_from(kernel)] += np.float32(penalty)
    inverse = inverted(kernel)
    weights: Matrix = (inverse @ targets.astype(inverse.dtype)).astype(np.float64)
    return weights, targets - weights / np.diag(inverse)[:, None]


def calibration(left_out: Matrix, targets: Matrix) -> tuple[Matrix, Matrix]:
    """What makes logits of scores: where they start, shape (classes,), and weights of shape (scores, classes)."""
    fitted = regression.fit(np.column_stack([left_out, np.ones(len(left_out))]), targets, CALIBRATION)
    return fitted[-1], fitted[:-1]


def intent_targets(examples: Sequence[Example]) -> Matrix:
    """One row an utterance, one column an intent: half for each of two that it may as well have."""
    one = np.eye(len(LABELS))
    return np.stack([(one[LABELS.index(e.intent)] + one[LABELS.index(e.also or e.intent)]) / 2 for e in examples])


def open_targets(examples: Sequence[Example]) -> Matrix:
    """One row an utterance: whether it leaves two intents open, whether it does not."""
    return np.array([[1.0, 0.0] if example.also else [0.0, 1.0] for example in examples])


def centred(vectors: Floats, mean: Floats) -> Floats:
    """Unit rows without their mean: e5 vectors all point one way, what tells questions apart is what remains."""
    moved = vectors - mean
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    unit: Floats = (moved / np.maximum(lengths, 1e-9)).astype(np.float32)
    return unit


def nearness(one: Floats, other: Floats, sharpness: float) -> Floats:
    """The Gaussian of the distance between each unit row of one and each of the other; 1 for the same."""
    near: Floats = np.exp(np.float32(2 * sharpness) * (one @ other.T - 1))
    return near


def embedded(examples: Sequence[Worded], embedder: QuestionEmbedder, progress: Callable[[str, float], None]) -> Floats:
    """The embedding of each text without its names, one a row; several are made at once."""
    texts = [without_names(example.text, example.mentions) for example in examples]
    vectors = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done, vector in enumerate(pool.map(embedder.embed_query, texts)):
            progress("Apprentissage du routage", done / len(texts))
            vectors.append(vector)
    return np.stack(vectors)


def wordings(examples: Sequence[Worded], *, triples: bool = True) -> WordRows:
    """The rows of their word features."""
    folded = ([word for word, _ in words(example.text, example.mentions)] for example in examples)
    return rows_of([Counter(features(question, triples=triples)) for question in folded])


def coordinates_of(kernel: Floats, directions: int) -> tuple[Matrix, Matrix]:
    """Coordinates whose products are the kernel's, shape (utterances, directions), and the way back.

    Weights of the coordinates, times the way back, are weights of the utterances.
    """
    squares, left = np.linalg.eigh(kernel.astype(np.float64))
    squares, left = squares[-directions:], left[:, -directions:]
    kept = squares > 1e-9 * squares[-1]
    lengths = np.sqrt(squares[kept])
    return left[:, kept] * lengths, left[:, kept] / lengths


def inverted(kernel: Floats) -> Floats:
    """The inverse of a positive definite `kernel`, in its place, by elimination of blocks.

    `numpy.linalg.inv` takes six times the memory of the kernel beside it: it works on copies in double precision.
    """
    starts = range(0, len(kernel), BLOCK)
    for start in starts:
        own = slice(start, start + BLOCK)
        pivot = np.linalg.inv(kernel[own, own])
        across = pivot @ kernel[own]
        across[:, own] = pivot
        for at in starts:
            if at != start:
                share = kernel[at : at + BLOCK, own].copy()
                kernel[at : at + BLOCK, own] = 0
                kernel[at : at + BLOCK] -= share @ across
        kernel[own] = across
    return kernel


def solved(kernel: Floats, targets: Floats) -> Floats:
    """The weights that give `targets` by a positive definite `kernel`, by elimination of blocks within both, which are spent.

    `numpy.linalg.solve` takes four times the memory of the kernel beside it: it works on copies in double precision.
    """
    pivots = list[Floats]()
    starts = range(0, len(kernel), BLOCK)
    for start in starts:
        end = start + BLOCK
        pivots.append(np.linalg.inv(kernel[start:end, start:end]))
        for at in range(end, len(kernel), BLOCK):
            share = kernel[at : at + BLOCK, start:end] @ pivots[-1]
            kernel[at : at + BLOCK, end:] -= share @ kernel[start:end, end:]
            targets[at : at + BLOCK] -= share @ targets[start:end]
    for start, pivot in zip(reversed(starts), reversed(pivots), strict=True):
        end = start + BLOCK
        targets[start:end] = pivot @ (targets[start:end] - kernel[start:end, end:] @ targets[end:])
    return targets
