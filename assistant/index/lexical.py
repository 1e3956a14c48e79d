"""The lexical arm: BM25 over French-stemmed passages (bm25s), saved beside the vectors."""

import json
import logging
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.index.analysis import terms

# Robertson and Zaragoza 2009; k1 1.2 and b 0.75 are the usual values for passages of even length.
K1, B = 1.2, 0.75


def build_lexical(folder: Path, ids: Sequence[int], passages: Sequence[Sequence[str]]) -> None:
    """Writes the index of these passages, given as terms, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "ids.npy", np.asarray(ids, dtype=np.int64))
    frequencies = Counter(term for passage in passages for term in set(passage))
    (folder / "frequencies.json").write_text(json.dumps(frequencies, ensure_ascii=False), encoding="utf-8")
    if not any(passages):
        return
    _engine(passages).save(str(folder))


def _engine(passages: Sequence[Sequence[str]]) -> Any:
    import bm25s

    logging.getLogger("bm25s").setLevel(logging.WARNING)  # it logs its progress at the debug level of its own
    engine = bm25s.BM25(k1=K1, b=B)
    engine.index([list(passage) for passage in passages], show_progress=False)
    return engine


class LexicalIndex:
    """Terms of passages, ready to be searched."""

    def __init__(self, ids: NDArray[np.int64], frequencies: dict[str, int], engine: Any) -> None:
        self.ids, self._frequencies, self._engine = ids, frequencies, engine
        self.held = frozenset(ids.tolist())

    @classmethod
    def read(cls, folder: Path) -> "LexicalIndex":
        """Reads what `build_lexical` wrote."""
        import bm25s

        has_terms = (folder / "params.index.json").exists()
        engine = bm25s.BM25.load(str(folder), mmap=True, show_progress=False) if has_terms else None
        frequencies = json.loads((folder / "frequencies.json").read_text(encoding="utf-8"))
        return cls(np.load(folder / "ids.npy"), frequencies, engine)

    @classmethod
    def of(cls, passages: Mapping[int, Sequence[str]]) -> "LexicalIndex":
        """The index of these passages, given as terms by id, in memory."""
        frequencies = Counter(term for terms in passages.values() for term in set(terms))
        engine = _engine(list(passages.values())) if frequencies else None
        return cls(np.asarray(list(passages), dtype=np.int64), dict(frequencies), engine)

    def idf(self, term: str) -> float:
        """How rare a term is: log(1 + N / n) for n of N passages; an unknown term counts as one of half a passage."""
        return math.log(1 + len(self.ids) / (self._frequencies.get(term) or 0.5))

    def knows(self, term: str) -> bool:
        """Whether any passage has this term."""
        return term in self._frequencies

    def scores(self, query: str) -> NDArray[np.float32]:
        """One BM25 score for each passage, in the order of `ids`; all zero when no word is known."""
        known = [term for term in terms(query) if self._engine is not None and term in self._engine.vocab_dict]
        if not known:
            return np.zeros(len(self.ids), dtype=np.float32)
        scores: NDArray[np.float32] = self._engine.get_scores(known)
        return scores

    def best(self, query: str, k: int, allowed: frozenset[int] | None = None) -> dict[int, float]:
        """The k best passages and their scores; a passage without any of the words is never returned."""
        scores = self.scores(query)
        if allowed is not None:
            mask = np.fromiter((int(key) in allowed for key in self.ids), dtype=bool, count=len(self.ids))
            scores = np.where(mask, scores, 0)
        order = np.argsort(-scores, kind="stable")[:k]
        return {int(self.ids[row]): float(scores[row]) for row in order if scores[row] > 0}
