"""What a text asks for, among kinds of which a file gives examples: least squares on meaning and words, as for intents.

Square brackets mark the name of a cluster, as in `corpus/routing.yaml`. Texts of the last kind, `NOTHING`, are of none of the others.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.clusters.files import corpus_error, read_yaml
from assistant.index.kept_arrays import Arrays, kept, names_array, places_of_array
from assistant.routing import regression
from assistant.routing.examples import marked
from assistant.routing.features import features, without_names, words
from assistant.routing.learning import (
    QuestionEmbedder,
    calibration,
    centred,
    embedded,
    least_squares,
    wordings,
)
from assistant.routing.phase_classifier import Weighed
from assistant.routing.word_rows import Floats

VERSION = "1"
MEANING, WORDING, PENALTY = 16.0, 4.0, 0.3
NOTHING = "rien"
Embed = Callable[[str], Floats]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text without its brackets, the spans of the cluster names in it, its kind."""

    text: str
    mentions: tuple[tuple[int, int], ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Kinds:
    """What was learnt, ready to read texts. `meaning` has shape (dimension, kinds), `NOTHING` being the last of `names`;
    `sure` is the probability from which a kind is believed."""

    names: tuple[str, ...]
    sure: float
    start: Floats
    mean: Floats
    meaning: Floats
    wording: Weighed

    def read(self, text: str, embed: Embed, mentions: Sequence[tuple[int, int]] = ()) -> str | None:
        """What a text asks for, or None when it is none of the kinds."""
        spoken = Counter(features([folded for folded, _ in words(text, mentions)]))
        vector = centred(embed(without_names(text, mentions))[None, :], self.mean)[0]
        logits = self.start + self.wording.logits(spoken) + vector @ self.meaning
        chances = regression.softmax(logits[None, :].astype(np.float64))[0]
        best = int(chances.argmax())
        return self.names[best] if self.names[best] != NOTHING and chances[best] >= self.sure else None


def load_kinds(
    file: Path,
    names: Iterable[str],
    sure: float,
    embedder: QuestionEmbedder,
    folder: Path,
    progress: Callable[[str, float], None] = lambda label, share: None,
    seen_as: Callable[[Sequence[Spoken]], Sequence[Spoken]] = lambda texts: texts,
) -> Kinds:
    """What was learnt from `file`, which has texts of each of `names` and of `NOTHING`, from `folder` if it is there;
    `seen_as` gives the texts as they are learnt. Raises CorpusError for bad examples."""
    kinds = (*names, NOTHING)
    texts = seen_as(_read(file, kinds))
    parts = [VERSION.encode(), embedder.fingerprint.encode(), repr((kinds, texts)).encode()]

    def of_arrays(saved: Arrays) -> Kinds:
        wording = Weighed(places_of_array(saved["vocabulary"]), saved["rarity"], saved["weights"])
        return Kinds(kinds, sure, saved["start"], saved["mean"], saved["meaning"], wording)

    return kept(
        folder, file.stem, parts, lambda: learn_kinds(texts, kinds, sure, embedder, progress), _to_arrays, of_arrays
    )


def learn_kinds(
    texts: Sequence[Spoken],
    kinds: tuple[str, ...],
    sure: float,
    embedder: QuestionEmbedder,
    progress: Callable[[str, float], None],
) -> Kinds:
    """Fits the weights of meaning and words."""
    vectors = embedded(texts, embedder, progress)
    mean = vectors.mean(axis=0)
    meaning = centred(vectors, mean)
    rows = wordings(texts)
    targets = np.eye(len(kinds))[[kinds.index(text.kind) for text in texts]]
    weights, left_out = least_squares(MEANING * (meaning @ meaning.T) + WORDING * rows.products(), targets, PENALTY)
    start, to_logits = calibration(left_out, targets)
    share = (weights @ to_logits).astype(np.float32)
    wording = Weighed(rows.vocabulary, rows.rarity, WORDING * rows.weights(share))
    return Kinds(kinds, sure, start.astype(np.float32), mean, MEANING * (meaning.T @ share), wording)


def _read(file: Path, kinds: Sequence[str]) -> list[Spoken]:
    raw = read_yaml(file)
    if not isinstance(raw, dict) or set(raw) != set(kinds):
        raise corpus_error(file, "fichier", f"attendues : {', '.join(kinds)}")
    for kind, texts in raw.items():
        if not (isinstance(texts, list) and texts) or not all(isinstance(text, str) and text.strip() for text in texts):
            raise corpus_error(file, str(kind), "liste de phrases attendue")
    return [Spoken(*marked(text), kind) for kind, texts in raw.items() for text in texts]


def _to_arrays(learnt: Kinds) -> dict[str, Any]:
    return {
        "start": learnt.start,
        "mean": learnt.mean,
        "meaning": learnt.meaning,
        "rarity": learnt.wording.rarity,
        "weights": learnt.wording.weights,
        "vocabulary": names_array(learnt.wording.vocabulary),
    }
