"""Any other embedding model, by name or by path, through sentence-transformers (extra `models`).

Texts go in batches here: in floating point a batch changes nothing but the last digits.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from assistant.errors import MissingExtra, ModelUnavailable
from assistant.index.encoded import Encoded
from assistant.index.text import clean

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32
_E5_PROMPTS = {"query": "query: ", "document": "passage: "}


class SentenceTransformersEmbedder:
    """A model that sentence-transformers runs, with the prompts it carries for questions and documents."""

    def __init__(self, name: str, threads: int | None) -> None:
        self._model = _load(name, threads)
        self.dimension = int(self._model.get_embedding_dimension() or 0)
        self.fingerprint = self.reading = _fingerprint(self._model)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question."""
        vectors = _unit_vectors(self._model.encode_query([clean(text)], show_progress_bar=False))
        return vectors.reshape(self.dimension)

    def read_question(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question: the adapter is of the bundled model, so any other reads it as it searches."""
        return self.embed_query(text)

    def embed_passage(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a text to be found."""
        return self.embed_passages([text]).reshape(self.dimension)

    def embed_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """One unit vector a row, in the order of `texts`; `progress` is told how many are done so far."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = [clean(text) for text in texts[start : start + _BATCH]]
            done = start + len(batch)
            vectors[start:done] = _unit_vectors(self._model.encode_document(batch, show_progress_bar=False))
            if progress is not None:
                progress(done)
        return vectors

    def encode_query(self, text: str) -> Encoded:
        """A question with the vectors of its tokens."""
        return self._encode([text], "query")[0]

    def encode_passages(self, texts: Sequence[str]) -> Iterator[Encoded]:
        """Texts with the vectors of their tokens, in order, a batch ahead."""
        for start in range(0, len(texts), _BATCH):
            yield from self._encode(texts[start : start + _BATCH], "document")

    def _encode(self, texts: Sequence[str], kind: str) -> list[Encoded]:
        cleaned = [clean(text) for text in texts]
        encode = self._model.encode_query if kind == "query" else self._model.encode_document
        read: Any = encode(cleaned, output_value=None, show_progress_bar=False)
        prompt = self._model.prompts.get(kind) or ""
        return [self._encoded(text, prompt, one) for text, one in zip(cleaned, read, strict=True)]

    def _encoded(self, text: str, prompt: str, read: Any) -> Encoded:
        """`read` is what the model gave for a text, by name. A model without token vectors or stretches has none."""
        vector = _unit_vectors(read["sentence_embedding"].float().cpu().numpy()[None])[0]
        tokens = np.zeros((0, self.dimension), np.float32)
        spans: tuple[tuple[int, int], ...] = ()
        if "token_embeddings" in read and getattr(self._model.tokenizer, "is_fast", False):
            found = self._model.tokenizer(
                prompt + text, return_offsets_mapping=True, truncation=True, max_length=self._model.max_seq_length
            )["offset_mapping"]
            given = read["token_embeddings"].float().cpu().numpy()
            own = [(row, span) for row, span in enumerate(found[: len(given)]) if span[1] > len(prompt)]
            tokens = _unit_vectors(given[[row for row, _ in own]]) if own else tokens
            spans = tuple((max(0, start - len(prompt)), end - len(prompt)) for _, (start, end) in own)
        return Encoded(text, vector, tokens, spans)

    def count_tokens(self, text: str) -> int:
        """How many tokens `text` makes, whole, without prompt or special tokens."""
        return len(self._model.tokenizer.encode(clean(text, limit=None), add_special_tokens=False))


def _load(name: str, threads: int | None) -> "SentenceTransformer":
    try:
        import torch
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise MissingExtra(
            (
                f"Le modèle {name} demande sentence-transformers, qui n'est pas installé.",
                f"The model {name} needs sentence-transformers, which is not installed.",
            ),
            (
                "Lancez\u202f: pip install -c constraints.txt '.[models]', ou revenez à embedding_model = \"bundled\".",
                "Run: pip install -c constraints.txt '.[models]', or go back to embedding_model = \"bundled\".",
            ),
        ) from error
    if threads is not None:
        torch.set_num_threads(threads)
    try:
        model = SentenceTransformer(name, local_files_only=Path(name).exists())
    except Exception as error:  # the hub's client, the network and the file formats each raise their own
        raise ModelUnavailable(
            (f"Le modèle {name} ne se charge pas\u202f: {error}", f"The model {name} does not load: {error}"),
            (
                'Vérifiez le nom ou le chemin et la connexion, ou revenez à embedding_model = "bundled".',
                'Check the name or path and the network, or go back to embedding_model = "bundled".',
            ),
        ) from error
    if _is_plain_e5(name) and not any(model.prompts.values()):
        model.prompts.update(_E5_PROMPTS)
    return model


def _is_plain_e5(name: str) -> bool:
    """Whether it is a model of the E5 family, which expects prefixes but as published does not carry them."""
    words = re.split(r"[^a-z0-9]+", Path(name).name.lower())
    return "e5" in words and "instruct" not in words


def _fingerprint(model: "SentenceTransformer") -> str:
    """A digest of the weights and of what is done to a text before them: a name may be given other weights."""
    import torch

    digest = hashlib.sha256(repr((sorted(model.prompts.items()), model.max_seq_length)).encode())
    for key, weight in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(weight.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy())
    return f"sentence-transformers/{digest.hexdigest()[:16]}"


def _unit_vectors(vectors: Any) -> NDArray[np.float32]:
    rows: NDArray[np.float32] = np.asarray(vectors, np.float32)
    lengths: NDArray[np.float32] = np.linalg.norm(rows, axis=1, keepdims=True).astype(np.float32)
    lengths[lengths == 0] = 1
    return rows / lengths
