"""The intent of a question, from its meaning and its words, with calibrated probabilities.

Trained on `corpus/routing.yaml` at preparation and kept in the models folder under a fingerprint of the utterances,
the embedding model and this code, so that it is trained again whenever one of them changes.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.index.analysis import STOP_WORDS
from assistant.index.kept_arrays import Arrays, kept, names_array, places_of_array
from assistant.routing import regression
from assistant.routing.examples import Example, read_examples
from assistant.routing.features import features, word_features, words
from assistant.routing.learning import (
    LABELS,
    ROUTER,
    Learnt,
    QuestionEmbedder,
    Tuning,
    centred,
    learn,
    nearness,
)
from assistant.routing.word_rows import word_values
from assistant.vocabulary import Intent

VERSION = "7"
# « le », « nos » may lean to an intent, but tell a person nothing.
SHORTEST_TELLING = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """The calibrated probability of each intent, and that the question may ask for a référent as well as a partner."""

    probabilities: dict[Intent, float]
    openness: float


@dataclass(frozen=True, slots=True)
class IntentClassifier:
    """What was learnt, ready to read questions. Safe to share between threads."""

    learnt: Learnt

    def read(self, question: str, vector: NDArray[np.float32], mentions: Sequence[tuple[int, int]] = ()) -> Reading:
        """What the question is after.

        `mentions` are the stretches that name clusters: they are masked, since a name says nothing of the intent.
        `vector` is the embedding of the question, best taken `without_names` too.
        """
        learnt = self.learnt
        near = nearness(learnt.anchors, centred(vector[None, :], learnt.mean), learnt.sharpness)[:, 0]
        logits = (learnt.start + near @ learnt.pull).astype(np.float64)
        counts = Counter(features([folded for folded, _ in words(question, mentions)]))
        columns, values = word_values(counts, learnt.vocabulary, learnt.rarity)
        if len(columns):
            logits = logits + values @ learnt.word_weights[columns]
        chances = regression.softmax(logits[None, :-1])[0]
        named = {intent: float(chance) for intent, chance in zip(LABELS, chances, strict=True)}
        return Reading(named, float(1 / (1 + np.exp(-logits[-1]))))

    def probabilities(
        self, question: str, vector: NDArray[np.float32], mentions: Sequence[tuple[int, int]] = ()
    ) -> dict[Intent, float]:
        """Calibrated probability of each intent. As for `read`."""
        return self.read(question, vector, mentions).probabilities

    def telling_words(
        self, question: str, mentions: Sequence[tuple[int, int]], intent: Intent, count: int = 3
    ) -> list[str]:
        """The words, as typed, that speak most for an intent; none when its words say little."""
        column, vocabulary = self.learnt.word_weights[:, LABELS.index(intent)], self.learnt.vocabulary
        scores: dict[str, float] = {}
        for folded, typed in words(question, mentions):
            if len(typed) >= SHORTEST_TELLING and folded not in STOP_WORDS:
                known = (vocabulary[f] for f in word_features(folded) if f in vocabulary)
                scores[typed] = max(scores.get(typed, 0.0), sum(column[i] * self.learnt.rarity[i] for i in known))
        best = sorted((score, word) for word, score in scores.items() if score > 0)[::-1]
        return [word for _, word in best[:count]]


def load_classifier(
    examples: Path,
    embedder: QuestionEmbedder,
    folder: Path,
    progress: Callable[[str, float], None] = lambda label, share: None,
    read: Callable[[Path], Sequence[Example]] = read_examples,
    tuning: Tuning = ROUTER,
) -> IntentClassifier:
    """The classifier trained on the file `examples`, from `folder` if it is there.

    `read` gives the utterances of the file. Raises CorpusError for bad examples.
    """
    said = read(examples)
    parts = [VERSION.encode(), embedder.fingerprint.encode(), repr(tuning).encode(), repr(said).encode()]
    learnt = kept(folder, "routing", parts, lambda: learn(said, embedder, progress, tuning), _to_arrays, _of_arrays)
    return IntentClassifier(learnt)


def _to_arrays(learnt: Learnt) -> dict[str, Any]:
    return {
        "anchors": learnt.anchors.astype(np.float16),
        "pull": learnt.pull,
        "word_weights": learnt.word_weights,
        "rarity": learnt.rarity,
        "mean": learnt.mean,
        "sharpness": learnt.sharpness,
        "start": learnt.start,
        "vocabulary": names_array(learnt.vocabulary),
    }


def _of_arrays(saved: Arrays) -> Learnt:
    return Learnt(
        anchors=saved["anchors"].astype(np.float32),
        pull=saved["pull"],
        word_weights=saved["word_weights"],
        vocabulary=places_of_array(saved["vocabulary"]),
        rarity=saved["rarity"],
        mean=saved["mean"],
        sharpness=float(saved["sharpness"]),
        start=saved["start"],
    )
