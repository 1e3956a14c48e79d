"""The shipped corpus searched as if nothing had been added: its own word statistics, and exact nearest vectors.

Kept in memory, made when a home holds added files: their words would otherwise change how rare the words of the corpus
are, and their passages take the places of its own among those found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.index.lexical import LexicalIndex


@dataclass(frozen=True, slots=True)
class ExactVectors:
    """Passage vectors, one a row of `rows`, compared one by one. `ids` and `types` are those of the rows."""

    ids: tuple[int, ...]
    types: tuple[str, ...]
    rows: NDArray[np.float32]

    def best(self, query: NDArray[np.float32], k: int, types: Sequence[str] | None = None) -> dict[int, float]:
        """The k nearest passages and their cosine similarity, best first; equal ones in the order they were added."""
        close = np.round((self.rows @ query).astype(np.float64), 6) if self.ids else np.zeros(0)
        kept = [at for at in range(len(self.ids)) if types is None or self.types[at] in types]
        nearest = sorted(kept, key=lambda at: (-close[at], self.ids[at]))[:k]
        return {self.ids[at]: float(close[at]) for at in nearest}


@dataclass(frozen=True, slots=True)
class ShippedPart:
    """Both arms over the shipped corpus alone; searched as a generation of the index is."""

    lexical: LexicalIndex
    vectors: ExactVectors

    def holds(self, passage_id: int) -> bool:
        """Whether a passage is one of the shipped corpus."""
        return passage_id in self.lexical.held
