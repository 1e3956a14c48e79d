"""Clauses that state a phase, told from those that do not by meaning, words and signs: least squares, as for intents.

Learnt from `corpus/phases.yaml` at preparation and kept beside the intent classifier. Words and signs are weighed
first; a clause is embedded only when its meaning could still decide.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.index.kept_arrays import Arrays, kept, names_array, places_of_array
from assistant.routing import regression
from assistant.routing.clauses import Span, clauses
from assistant.routing.examples import Example
from assistant.routing.features import features, without_names, words
from assistant.routing.learning import (
    QuestionEmbedder,
    calibration,
    centred,
    embedded,
    least_squares,
    wordings,
)
from assistant.routing.phase_examples import STATED, Clause, clause_of, read_clauses
from assistant.routing.phase_signs import sign_features, states_nothing
from assistant.routing.word_rows import Floats, rows_of, word_values
from assistant.vocabulary import Phase

VERSION = "2"
# What nearness counts for, and the penalty; chosen on clauses left out (docs/evaluation.md).
MEANING, WORDING, SIGNS, PENALTY = 16.0, 4.0, 6.0, 0.3
# From this probability a phase is believed: a phase made up costs more than one that goes unheard.
SURE = 0.9
# Log-odds of words and signs alone under which meaning is not asked: it saves three questions in four an embedding.
UNLIKELY = -6.0
Embed = Callable[[str], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Features with their places, rarities and weights, a column a class: for phases the two, then neither."""

    vocabulary: dict[str, int]
    rarity: Floats
    weights: Floats

    def logits(self, counts: Counter[str]) -> Floats:
        """What the known features add to each class."""
        columns, values = word_values(counts, self.vocabulary, self.rarity)
        added: Floats = (
            values @ self.weights[columns] if len(columns) else np.zeros(self.weights.shape[1], dtype=np.float32)
        )
        return added


@dataclass(frozen=True, slots=True)
class PhaseClassifier:
    """What was learnt, ready to read questions. Safe to share between threads.

    `meaning` has shape (dimension, 3); `start` is what the logits are before, shape (3,).
    """

    start: Floats
    mean: Floats
    meaning: Floats
    wording: Weighed
    signs: Weighed

    def stated(self, question: str, mentions: Sequence[Span], embed: Embed) -> dict[Phase, str]:
        """The phases that the question states of the person's own cluster, with the clause that says it, as typed."""
        best: dict[Phase, tuple[float, str]] = {}
        for span in clauses(question):
            text, names = clause_of(question, mentions, span)
            chances = self._chances(text, names, embed)
            for phase, chance in zip(STATED, chances, strict=False):
                if chance >= SURE and chance > best.get(phase, (0.0, ""))[0]:
                    best[phase] = chance, text
        return {phase: text for phase, (_, text) in best.items()}

    def _chances(self, text: str, names: Sequence[Span], embed: Embed) -> list[float]:
        """Probability of each phase, then of neither; none when words and signs leave no doubt."""
        if states_nothing(text):
            return []
        logits = self.start + self.wording.logits(Counter(features([folded for folded, _ in words(text, names)])))
        logits = logits + self.signs.logits(Counter(sign_features(text)))
        if logits[:2].max() - logits[2] < UNLIKELY:
            return []
        vector = embed(without_names(text, names))
        whole = logits + centred(vector[None, :], self.mean)[0] @ self.meaning
        return [float(chance) for chance in regression.softmax(whole[None, :].astype(np.float64))[0]]


def learn_phases(
    examples: Sequence[Clause], embedder: QuestionEmbedder, progress: Callable[[str, float], None]
) -> PhaseClassifier:
    """Fits the weights of the three."""
    vectors = embedded(examples, embedder, progress)
    mean = vectors.mean(axis=0)
    meaning = centred(vectors, mean)
    wording = wordings(examples)
    signs = rows_of([Counter(sign_features(example.text)) for example in examples])
    kernel = MEANING * (meaning @ meaning.T) + WORDING * wording.products() + SIGNS * signs.products()
    targets = np.eye(3)[[STATED.index(e.phase) if e.phase in STATED else 2 for e in examples]]
    weights, left_out = least_squares(kernel, targets, PENALTY)
    start, to_logits = calibration(left_out, targets)
    share = (weights @ to_logits).astype(np.float32)
    return PhaseClassifier(
        start.astype(np.float32),
        mean,
        MEANING * (meaning.T @ share),
        Weighed(wording.vocabulary, wording.rarity, WORDING * wording.weights(share)),
        Weighed(signs.vocabulary, signs.rarity, SIGNS * signs.weights(share)),
    )


def load_phases(
    file: Path,
    utterances: Sequence[Example],
    embedder: QuestionEmbedder,
    folder: Path,
    progress: Callable[[str, float], None] = lambda label, share: None,
) -> PhaseClassifier:
    """The classifier trained on `file` and on the router's `utterances`, from `folder` if it is there.

    Raises CorpusError for bad examples.
    """
    examples = read_clauses(file, utterances)
    parts = [VERSION.encode(), embedder.fingerprint.encode(), repr(examples).encode()]
    return kept(folder, "phases", parts, lambda: learn_phases(examples, embedder, progress), _to_arrays, _of_arrays)


def _to_arrays(learnt: PhaseClassifier) -> dict[str, Any]:
    return {
        "start": learnt.start,
        "mean": learnt.mean,
        "meaning": learnt.meaning,
        "words": names_array(learnt.wording.vocabulary),
        "word_rarity": learnt.wording.rarity,
        "word_weights": learnt.wording.weights,
        "signs": names_array(learnt.signs.vocabulary),
        "sign_rarity": learnt.signs.rarity,
        "sign_weights": learnt.signs.weights,
    }


def _of_arrays(saved: Arrays) -> PhaseClassifier:
    return PhaseClassifier(
        saved["start"],
        saved["mean"],
        saved["meaning"],
        Weighed(places_of_array(saved["words"]), saved["word_rarity"], saved["word_weights"]),
        Weighed(places_of_array(saved["signs"]), saved["sign_rarity"], saved["sign_weights"]),
    )
