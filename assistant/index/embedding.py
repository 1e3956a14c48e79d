"""Texts become unit vectors: the bundled model by default, any sentence-transformers model by setting.

The bundled model (multilingual-e5-small, int8) is run one text a call: its activations are quantised with one scale
a tensor, so a batch would change the vectors. Several calls run at once instead, which is as fast and exact.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelUnavailable
from assistant.index.adapter import adapter_digest
from assistant.index.encoded import Encoded
from assistant.index.engine import open_session, run, run_question, run_tokens
from assistant.index.preparation import (
    ADAPTER,
    BUILD,
    MODEL_FILE,
    QUESTIONS_FILE,
    TOKENIZER_FILE,
    is_prepared,
    prepared_folder,
)
from assistant.index.text import clean

BUNDLED = "bundled"
_QUERY, _PASSAGE = "query: ", "passage: "  # what the model was trained to read in front


class Embedder(Protocol):
    """What turns texts into unit vectors."""

    dimension: int
    fingerprint: str
    """Changes when vectors would: model, quantisation, prefixes, version of our build."""

    reading: str
    """Changes when the vectors of `read_question` would."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector, shape (dimension,), of a question."""
        ...

    def read_question(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question by what it is after: near to others that the same facts answer, not to texts."""
        ...

    def embed_passage(self, text: str) -> NDArray[np.float32]:
        """The unit vector, shape (dimension,), of a text to be found."""
        ...

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """One unit vector a row, in the order of `texts`; `progress` is told how many are done so far."""
        ...

    def encode_query(self, text: str) -> Encoded:
        """A question with the vectors of its tokens; its vector is that of `embed_query`."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Texts to be found with the vectors of their tokens, one after the other: they are large."""
        ...

    def count_tokens(self, text: str) -> int:
        """How many tokens `text` makes, whole, without prefix or special tokens."""
        ...


def load_embedder(model: str, folder: Path, threads: int | None = None) -> Embedder:
    """The bundled model prepared in `folder`, or a sentence-transformers model by name or path.

    `threads` is the number of cores to use (default: all). Raises ModelUnavailable when the model is not prepared or
    not found, MissingExtra when sentence-transformers is not installed.
    """
    if model == BUNDLED:
        return BundledEmbedder(folder, threads or os.cpu_count() or 1)
    from assistant.index.sentence_transformers_embedding import SentenceTransformersEmbedder

    return SentenceTransformersEmbedder(model, threads)


class BundledEmbedder:
    """multilingual-e5-small in int8, run by onnxruntime. Safe to share between threads."""

    fingerprint = f"multilingual-e5-small/int8/query-passage/{BUILD}"

    def __init__(self, folder: Path, threads: int) -> None:
        if not is_prepared(folder):
            raise ModelUnavailable(
                ("Le modèle n'est pas encore préparé.", "The model is not prepared yet."),
                ("Lancez «\u00a0interpilote prepare\u00a0».", "Run: interpilote prepare"),
            )
        from tokenizers import Tokenizer

        prepared = prepared_folder(folder)
        try:
            self._tokenizer = Tokenizer.from_file(str(prepared / TOKENIZER_FILE))
            self._session = open_session(prepared / MODEL_FILE)
            self._questions = open_session(prepared / QUESTIONS_FILE)
        except Exception as error:  # whatever tokenizers and onnxruntime raise on a damaged file
            raise ModelUnavailable(
                (f"Le modèle préparé est abîmé\u00a0: {error}", f"The prepared model is damaged: {error}"),
                (
                    f"Supprimez le dossier {prepared}, puis lancez «\u00a0interpilote prepare\u00a0».",
                    f"Delete the folder {prepared}, then run: interpilote prepare",
                ),
            ) from error
        self._threads = threads
        self.reading = f"{self.fingerprint}/{adapter_digest(ADAPTER)}"
        self.dimension = int(self._session.get_outputs()[0].shape[1])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question."""
        return self._embed(_QUERY, text)

    def read_question(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question by what it is after."""
        return run_question(self._session, self._questions, self._tokenizer.encode(_QUERY + clean(text)).ids)

    def embed_passage(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a text to be found."""
        return self._embed(_PASSAGE, text)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """One unit vector a row; the same, bit for bit, as one `embed_passage` after another."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        with ThreadPoolExecutor(self._threads) as pool:
            try:
                for done, vector in enumerate(pool.map(self.embed_passage, texts)):
                    vectors[done] = vector
                    if progress is not None:
                        progress(done + 1)
            except BaseException:
                pool.shutdown(cancel_futures=True)  # stopped by the caller: do not embed the rest first
                raise
        return vectors

    def count_tokens(self, text: str) -> int:
        """How many tokens `text` makes, whole, without prefix or special tokens."""
        return len(self._tokenizer.encode(clean(text, limit=None), add_special_tokens=False).ids)

    def encode_query(self, text: str) -> Encoded:
        """A question with the vectors of its tokens."""
        return self._encode(_QUERY, text)

    def encode_passages(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Texts with the vectors of their tokens, in order; a few are read ahead, on all cores."""
        step = 8 * self._threads
        with ThreadPoolExecutor(self._threads) as pool:
            for start in range(0, len(texts), step):
                yield from pool.map(lambda text: self._encode(_PASSAGE, text), texts[start : start + step])

    def _encode(self, prefix: str, text: str) -> Encoded:
        text = clean(text)
        read = self._tokenizer.encode(prefix + text)
        vector, tokens = run_tokens(self._session, read.ids)
        # Special tokens have no stretch; the last row is the end mark even when the text was cut.
        own = [(row, span) for row, span in enumerate(read.offsets[: len(tokens) - 1]) if span[1] > len(prefix)]
        spans = tuple((max(0, start - len(prefix)), end - len(prefix)) for _, (start, end) in own)
        return Encoded(text, vector, tokens[[row for row, _ in own]], spans)

    def _embed(self, prefix: str, text: str) -> NDArray[np.float32]:
        return run(self._session, self._tokenizer.encode(prefix + clean(text)).ids)
