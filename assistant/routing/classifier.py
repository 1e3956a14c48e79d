"""The intent of a question: a calibrated logistic regression on its embedding and its words.

Trained on `corpus/routing.yaml` at preparation and kept in the models folder under a fingerprint of the utterances,
the embedding model and this code, so that it is trained again whenever one of them changes.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.routing import regression
from assistant.routing.examples import Example, read_examples
from assistant.routing.features import features, word_features, words
from assistant.vocabulary import Intent

VERSION = "3"
LABELS = tuple(Intent)
FOLDS = 5
# Between .03 and .3 the held-out loss hardly moves, and each value tried costs the preparation ten seconds.
PENALTY = 0.1
# Features seen once teach nothing about other questions.
MIN_EXAMPLES = 2
# « le », « nos » may lean to an intent, but tell a person nothing.
SHORTEST_TELLING = 4
# The embedding and the words weigh the same in the distance between two questions.
EMBEDDING_WEIGHT = WORDS_WEIGHT = 2.0

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class IntentClassifier:
    """Weights, shape (embedding + words, intents); the features in order with their rarity; the calibration."""

    weights: Matrix
    vocabulary: dict[str, int]
    rarity: Matrix
    mean: Matrix
    temperature: float

    def probabilities(
        self, question: str, vector: NDArray[np.float32], mentions: Sequence[tuple[int, int]] = ()
    ) -> dict[Intent, float]:
        """Calibrated probability of each intent. `vector` is the embedding of the question, `mentions` the stretches
        that name clusters: they are masked, since a name says nothing of the intent."""
        row = self._row(question, vector, mentions)
        chances = regression.softmax((row @ self.weights / self.temperature)[None, :])[0]
        return {intent: float(chance) for intent, chance in zip(LABELS, chances, strict=True)}

    def telling_words(
        self, question: str, mentions: Sequence[tuple[int, int]], intent: Intent, count: int = 3
    ) -> list[str]:
        """The words, as typed, that speak most for an intent; none when its words say little."""
        column = self.weights[len(self.mean) :, LABELS.index(intent)]
        scores: dict[str, float] = {}
        for folded, typed in words(question, mentions):
            if len(typed) >= SHORTEST_TELLING:
                known = (self.vocabulary[f] for f in word_features(folded) if f in self.vocabulary)
                scores[typed] = max(scores.get(typed, 0.0), sum(column[i] * self.rarity[i] for i in known))
        best = sorted((score, word) for word, score in scores.items() if score > 0)[::-1]
        return [word for _, word in best[:count]]

    def _row(self, question: str, vector: NDArray[np.float32], mentions: Sequence[tuple[int, int]]) -> Matrix:
        counts = Counter(features([folded for folded, _ in words(question, mentions)]))
        return np.concatenate([_meaning(vector, self.mean), _wording(counts, self.vocabulary, self.rarity)])


class QuestionEmbedder(Protocol):
    """What learning needs of an embedder."""

    @property
    def fingerprint(self) -> str:
        """Changes when vectors would."""
        ...

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a text."""
        ...


def load_classifier(
    examples: Path,
    embedder: QuestionEmbedder,
    folder: Path,
    progress: Callable[[str, float], None] = lambda label, share: None,
    read: Callable[[Path], Sequence[Example]] = read_examples,
) -> IntentClassifier:
    """The classifier trained on the file `examples`, from `folder` if it is there.

    `read` gives the utterances of the file. Raises CorpusError for bad examples.
    """
    text = examples.read_bytes()
    parts = [VERSION.encode(), embedder.fingerprint.encode(), text]
    name = hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]
    file = folder / f"routing-{name}.npz"
    try:
        return _read(file)
    except (OSError, ValueError, KeyError):
        classifier = train(read(examples), embedder, progress)
        _write(classifier, file)
        return classifier


def train(
    examples: Sequence[Example], embedder: QuestionEmbedder, progress: Callable[[str, float], None]
) -> IntentClassifier:
    """Fits the weights; the temperature is chosen on families of utterances left out in turn."""
    rows, vocabulary, rarity, mean = _matrix(examples, embedder, progress)
    labels = [LABELS.index(example.intent) for example in examples]
    targets = np.eye(len(LABELS))[labels]
    # With fewer examples than features, the weights lie in the span of the rows: fitting in its coordinates gives the
    # same model, faster. Directions of no length are dropped.
    squares, left = np.linalg.eigh(rows @ rows.T)
    kept = squares > 1e-9 * squares[-1]
    lengths = np.sqrt(squares[kept])
    reduced = left[:, kept] * lengths
    span = rows.T @ (left[:, kept] / lengths)
    folds = regression.folds_by_family(labels, [example.family for example in examples], FOLDS)
    held_out = regression.held_out_logits(reduced, targets, folds, PENALTY)
    weights = span @ regression.fit(reduced, targets, PENALTY)
    return IntentClassifier(weights, vocabulary, rarity, mean, regression.temperature(held_out, targets))


def _matrix(
    examples: Sequence[Example], embedder: QuestionEmbedder, progress: Callable[[str, float], None]
) -> tuple[Matrix, dict[str, int], Matrix, Matrix]:
    vectors = []
    for done, example in enumerate(examples):
        progress("Apprentissage du routage", done / len(examples))
        vectors.append(embedder.embed_query(example.text))
    mean = np.mean(vectors, axis=0).astype(np.float64)
    counts = [Counter(features([folded for folded, _ in words(e.text, e.mentions)])) for e in examples]
    frequency = Counter(feature for count in counts for feature in count)
    kept = sorted(feature for feature, n in frequency.items() if n >= MIN_EXAMPLES)
    vocabulary = {feature: column for column, feature in enumerate(kept)}
    rarity = np.array([np.log(len(examples) / frequency[feature]) for feature in kept])
    rows = [
        np.concatenate([_meaning(vector, mean), _wording(count, vocabulary, rarity)])
        for vector, count in zip(vectors, counts, strict=True)
    ]
    return np.stack(rows), vocabulary, rarity, mean


def _meaning(vector: NDArray[np.float32], mean: Matrix) -> Matrix:
    """e5 vectors all point one way: what tells questions apart is what remains without their mean."""
    centred = vector.astype(np.float64) - mean
    return EMBEDDING_WEIGHT * centred / (np.linalg.norm(centred) or 1.0)


def _wording(counts: Counter[str], vocabulary: dict[str, int], rarity: Matrix) -> Matrix:
    row = np.zeros(len(vocabulary))
    for feature, count in counts.items():
        column = vocabulary.get(feature)
        if column is not None:
            row[column] = (1 + np.log(count)) * rarity[column]
    return WORDS_WEIGHT * row / (np.linalg.norm(row) or 1.0)


def _write(classifier: IntentClassifier, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    with temporary.open("wb") as stream:
        np.savez_compressed(
            stream,
            weights=classifier.weights.astype(np.float32),
            rarity=classifier.rarity,
            mean=classifier.mean,
            temperature=classifier.temperature,
            vocabulary=np.array(json.dumps(list(classifier.vocabulary))),
        )
    os.replace(temporary, file)


def _read(file: Path) -> IntentClassifier:
    with np.load(file, allow_pickle=False) as saved:
        vocabulary = {feature: column for column, feature in enumerate(json.loads(str(saved["vocabulary"])))}
        return IntentClassifier(
            saved["weights"].astype(np.float64), vocabulary, saved["rarity"], saved["mean"], float(saved["temperature"])
        )
