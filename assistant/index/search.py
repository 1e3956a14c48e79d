"""Hybrid retrieval: both arms, fused. The same code serves `ask`, `search` and `eval retrieval`."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.index.fusion import fuse
from assistant.index.generation import Generation

LEXICAL, DENSE = "lexical", "dense"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its fused score in [0, 1], and rank (from 1) and raw score in each arm that found it."""

    passage_id: int
    score: float
    ranks: dict[str, int]
    scores: dict[str, float]


def search(
    generation: Generation,
    query: str,
    vector: NDArray[np.float32],
    *,
    lexical_weight: float,
    depth: int,
    types: Sequence[str] | None = None,
    allowed: frozenset[int] | None = None,
) -> list[Hit]:
    """All passages that either arm found within `depth`, best first.

    `types` keeps documents of these types; `allowed` must then hold the ids of their passages (for the lexical arm).
    """
    arms = {
        LEXICAL: generation.lexical.best(query, depth, allowed),
        DENSE: generation.vectors.best(vector, depth, types),
    }
    weights = {LEXICAL: lexical_weight, DENSE: 1 - lexical_weight}
    ranks = {name: {key: rank for rank, key in enumerate(scores, 1)} for name, scores in arms.items()}
    return [
        Hit(
            key,
            score,
            {name: ranks[name][key] for name in arms if key in ranks[name]},
            {name: arms[name][key] for name in arms if key in arms[name]},
        )
        for key, score in fuse(arms, weights)
    ]
