"""Hybrid retrieval: both arms, fused, the first read again. The same code serves `ask`, `search` and `eval
retrieval`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.index.encoded import Encoded
from assistant.index.fusion import fuse
from assistant.index.generation import Generation
from assistant.index.reranking import Vectors, closeness
from assistant.index.shipped_part import ShippedPart

LEXICAL, DENSE = "lexical", "dense"
Searched = Generation | ShippedPart
"""What has both arms: all that is indexed, or the shipped corpus alone."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its score in [0, 1], and rank (from 1) and raw score in each arm that found it."""

    passage_id: int
    score: float
    ranks: dict[str, int]
    scores: dict[str, float]


def search(
    generation: Searched,
    vectors: Vectors,
    query: Encoded,
    *,
    lexical_weight: float,
    depth: int,
    reread: int,
    types: Sequence[str] | None = None,
    allowed: frozenset[int] | None = None,
    words: str | None = None,
) -> list[Hit]:
    """All passages that either arm found within `depth`, best first; the first `reread` of them are read again.

    `types` keeps documents of these types; `allowed` must then hold the ids of their passages (for the lexical arm).
    `words` are looked for by the lexical arm instead of the query's own: those of an English question, in French.
    """
    arms = {
        LEXICAL: generation.lexical.best(words or query.text, depth, allowed),
        DENSE: generation.vectors.best(query.vector, depth, types),
    }
    weights = {LEXICAL: lexical_weight, DENSE: 1 - lexical_weight}
    ranks = {name: {key: rank for rank, key in enumerate(scores, 1)} for name, scores in arms.items()}
    hits = [
        Hit(
            key,
            score,
            {name: ranks[name][key] for name in arms if key in ranks[name]},
            {name: arms[name][key] for name in arms if key in arms[name]},
        )
        for key, score in fuse(arms, weights)
    ]
    return [*_read_again(generation, vectors, query, hits[:reread], _best(hits[reread:])), *hits[reread:]]


def _best(hits: Sequence[Hit]) -> float:
    return hits[0].score if hits else 0.0


def _read_again(generation: Searched, vectors: Vectors, query: Encoded, hits: Sequence[Hit], floor: float) -> list[Hit]:
    """These hits in the order of their closeness, which becomes their score, from 1 down to `floor`."""
    if not hits:
        return []
    lexical = np.array([hit.scores.get(LEXICAL, 0.0) for hit in hits], np.float32)
    close = closeness(vectors, query, generation.lexical.idf, [hit.passage_id for hit in hits], lexical)
    spread = float(close.max() - close.min())
    shares = (close - close.min()) / spread if spread > 0 else np.ones(len(hits))
    scored = [replace(hit, score=floor + (1 - floor) * float(share)) for hit, share in zip(hits, shares, strict=True)]
    return sorted(scored, key=lambda hit: (-hit.score, hit.passage_id))
