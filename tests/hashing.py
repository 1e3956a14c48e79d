"""A small embedder without a model, for tests of everything around it: words hashed into 64 dimensions."""

import re
import time
import zlib
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.index.analysis import terms
from assistant.index.encoded import Encoded


class HashingEmbedder:
    """The same text always gives the same unit vector; texts that share words are close."""

    dimension = 64
    fingerprint = reading = "hashing/1"

    def __init__(self, pause: float = 0.0) -> None:
        self.pause = pause

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self.embed_passage(text)

    def read_question(self, text: str) -> NDArray[np.float32]:
        return self.embed_passage(text)

    def embed_passage(self, text: str) -> NDArray[np.float32]:
        time.sleep(self.pause)
        vector = np.full(self.dimension, 0.01, dtype=np.float32)
        for term in terms(text):
            vector[zlib.crc32(term.encode()) % self.dimension] += 1
        return vector / np.linalg.norm(vector)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        rows = []
        for done, text in enumerate(texts, 1):
            rows.append(self.embed_passage(text))
            if progress is not None:
                progress(done)
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)

    def encode_query(self, text: str) -> Encoded:
        words = list(re.finditer(r"\w+", text))
        tokens = [self.embed_passage(word.group()) for word in words]
        rows = np.stack(tokens) if tokens else np.zeros((0, self.dimension), np.float32)
        return Encoded(text, self.embed_passage(text), rows, tuple(word.span() for word in words))

    def encode_passages(self, texts: Sequence[str]) -> Iterator[Encoded]:
        return map(self.encode_query, texts)

    def count_tokens(self, text: str) -> int:
        return len(text.split())
