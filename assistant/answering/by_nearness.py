"""A yes or no that is told by how near a text is to known ones: a logistic regression on nearness in meaning."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.index.kept_arrays import Arrays
from assistant.routing import regression
from assistant.routing.learning import centred, coordinates_of, nearness

# How near texts have to be to count as of one kind, and the penalty; chosen with whole authors left out in turn.
SHARPNESS, PENALTY = 1.0, 0.15


@dataclass(frozen=True, slots=True)
class ByNearness:
    """The texts learnt from, as centred embeddings of shape (texts, embedding); what nearness to each adds to the
    log-odds; the mean of their embeddings."""

    anchors: NDArray[np.float32]
    pull: NDArray[np.float32]
    mean: NDArray[np.float32]

    def log_odds(self, vector: NDArray[np.float32]) -> float:
        """Log-odds of yes for a text with this embedding."""
        return float((nearness(centred(vector[None, :], self.mean), self.anchors, SHARPNESS) @ self.pull)[0])


def learn(vectors: NDArray[np.floating], yes: Sequence[bool]) -> ByNearness:
    """Learns from the embeddings of texts, one a row, and the answer of each."""
    mean = vectors.astype(np.float32).mean(axis=0)
    # As they are kept: half precision.
    anchors = centred(vectors.astype(np.float32), mean).astype(np.float16).astype(np.float32)
    coordinates, back = coordinates_of(nearness(anchors, anchors, SHARPNESS), len(anchors))
    targets = np.array([[float(not each), float(each)] for each in yes])
    fitted = back @ regression.fit(coordinates, targets, PENALTY)
    return ByNearness(anchors, (fitted[:, 1] - fitted[:, 0]).astype(np.float32), mean)


def to_arrays(learnt: ByNearness) -> Mapping[str, Any]:
    """What is kept of it."""
    return {"anchors": learnt.anchors.astype(np.float16), "pull": learnt.pull, "mean": learnt.mean}


def of_arrays(saved: Arrays) -> ByNearness:
    """What was kept, read again."""
    return ByNearness(saved["anchors"].astype(np.float32), saved["pull"], saved["mean"])
