"""What a short follow-up wants of the suggestions before it, learnt from `corpus/wishes.yaml`: smaller ones, the nearest, one alone.

Least squares on meaning and words, as for intents. What is wanted is told again in fixed words, so that the rewritten
question shows how it was understood and is read without the classifier.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.clusters.files import corpus_error, read_yaml
from assistant.index.kept_arrays import Arrays, kept, names_array, places_of_array
from assistant.routing import regression
from assistant.routing.features import features, words
from assistant.routing.learning import (
    Floats,
    QuestionEmbedder,
    calibration,
    centred,
    embedded,
    least_squares,
    products,
    wordings,
)
from assistant.routing.phase_classifier import Weighed
from assistant.vocabulary import Said

VERSION = "1"
MEANING, WORDING, PENALTY = 16.0, 4.0, 0.3
# From this probability a follow-up is believed to want it; below, it is a question of its own.
SURE = 0.6
NOTHING = "rien"


class Wanted(StrEnum):
    """What may be wanted of suggestions."""

    SMALL = "petits"
    LARGE = "grands"
    LIKE_US = "comme_nous"
    NEAR = "proches"
    SAFE = "sans_reserve"
    UNRIVALLED = "sans_rival"
    THEIR_TIES = "leurs_liens"
    OUR_TIES = "nos_liens"
    ONE = "un_seul"
    AT_HOME = "chez_nous"


SIZES = frozenset({Wanted.SMALL, Wanted.LARGE, Wanted.LIKE_US})
SAID: dict[Wanted, Said] = {
    Wanted.SMALL: {"fr": "plutôt de petites structures", "en": "rather small ones"},
    Wanted.LARGE: {"fr": "plutôt de grandes structures", "en": "rather large ones"},
    Wanted.LIKE_US: {"fr": "de notre taille", "en": "about our size"},
    Wanted.NEAR: {"fr": "les plus proches de nous d’abord", "en": "those nearest to us first"},
    Wanted.SAFE: {"fr": "sans risque signalé", "en": "without a known risk"},
    Wanted.UNRIVALLED: {"fr": "sans concurrents", "en": "without competitors"},
    Wanted.THEIR_TIES: {"fr": "qui a déjà travaillé avec eux", "en": "who has worked with them"},
    Wanted.OUR_TIES: {"fr": "lesquels ont déjà travaillé avec nous", "en": "which have worked with us"},
    Wanted.ONE: {"fr": "un seul nom", "en": "one name only"},
    Wanted.AT_HOME: {"fr": "uniquement dans notre région", "en": "only in our region"},
}


@dataclass(frozen=True, slots=True)
class _Utterance:
    text: str
    kind: str
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class WishKinds:
    """What was learnt, ready to read follow-ups. `meaning` has shape (dimension, kinds), the last kind being none of them."""

    start: Floats
    mean: Floats
    meaning: Floats
    wording: Weighed

    def read(self, text: str, embed: Callable[[str], NDArray[np.float32]]) -> Wanted | None:
        """What a follow-up wants, or None when it is a question of its own."""
        logits = self.start + self.wording.logits(Counter(features([folded for folded, _ in words(text)])))
        logits = logits + centred(embed(text)[None, :], self.mean)[0] @ self.meaning
        chances = regression.softmax(logits[None, :].astype(np.float64))[0]
        best = int(chances.argmax())
        return tuple(Wanted)[best] if best < len(Wanted) and chances[best] >= SURE else None


def load_wish_kinds(
    file: Path,
    embedder: QuestionEmbedder,
    folder: Path,
    progress: Callable[[str, float], None] = lambda label, share: None,
) -> WishKinds:
    """What was learnt from `file`, from `folder` if it is there. Raises CorpusError for bad examples."""
    utterances = _utterances(file)
    parts = [VERSION.encode(), embedder.fingerprint.encode(), repr(utterances).encode()]
    return kept(folder, "wishes", parts, lambda: learn_wishes(utterances, embedder, progress), _to_arrays, _of_arrays)


def learn_wishes(
    utterances: Sequence[_Utterance], embedder: QuestionEmbedder, progress: Callable[[str, float], None]
) -> WishKinds:
    """Fits the weights of meaning and words."""
    vectors = embedded(utterances, embedder, progress)
    mean = vectors.mean(axis=0)
    meaning = centred(vectors, mean)
    rows, places, rarity = wordings(utterances)
    kinds = [*Wanted, NOTHING]
    targets = np.eye(len(kinds))[[kinds.index(utterance.kind) for utterance in utterances]]
    weights, left_out = least_squares(MEANING * (meaning @ meaning.T) + WORDING * products(rows), targets, PENALTY)
    start, to_logits = calibration(left_out, targets)
    share = (weights @ to_logits).astype(np.float32)
    wording = Weighed(places, rarity, WORDING * (rows.T @ share))
    return WishKinds(start.astype(np.float32), mean, MEANING * (meaning.T @ share), wording)


def _utterances(file: Path) -> list[_Utterance]:
    raw = read_yaml(file)
    if not isinstance(raw, dict) or set(raw) != {*Wanted, NOTHING}:
        raise corpus_error(file, "fichier", f"attendues : {', '.join([*Wanted, NOTHING])}")
    for kind, texts in raw.items():
        if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
            raise corpus_error(file, str(kind), "liste de phrases attendue")
    return [_Utterance(text, kind) for kind, texts in raw.items() for text in texts]


def _to_arrays(learnt: WishKinds) -> dict[str, Any]:
    return {
        "start": learnt.start,
        "mean": learnt.mean,
        "meaning": learnt.meaning,
        "rarity": learnt.wording.rarity,
        "weights": learnt.wording.weights,
        "vocabulary": names_array(learnt.wording.vocabulary),
    }


def _of_arrays(saved: Arrays) -> WishKinds:
    wording = Weighed(places_of_array(saved["vocabulary"]), saved["rarity"], saved["weights"])
    return WishKinds(saved["start"], saved["mean"], saved["meaning"], wording)
