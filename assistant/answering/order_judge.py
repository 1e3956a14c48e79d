"""Whether a text gives orders to whoever answers: by its signs, or by what was learnt from examples of both kinds.

The examples of `corpus/orders.yaml` are learnt as the router learns its own: « ordres » stand for what is none of our
business, « textes » for facts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.answering.orders import gives_orders
from assistant.clusters.files import corpus_error
from assistant.index.embedding import Embedder
from assistant.reading.sentences import sentences
from assistant.routing.classifier import IntentClassifier, load_classifier
from assistant.routing.examples import Example
from assistant.routing.learning import Tuning
from assistant.vocabulary import Intent

# From this probability a text is taken for an order; shorter ones say too little to judge.
ORDERED, SHORTEST = 0.5, 12
_EVERY = 4  # of the sentences of a note, one in so many is learnt
# Orders are told from information by a straight border: a bent one learns the examples by heart.
_STRAIGHT = Tuning(meaning=80, sharpness=0.025, penalty=0.1, directions=10_000)
_FAMILY = 5  # examples that stay in one fold: those written one after the other resemble each other


@dataclass(frozen=True, slots=True)
class _AsPassages:
    """An embedder that takes every text for a passage: vectors of sentences are stored so."""

    embedder: Embedder

    @property
    def fingerprint(self) -> str:
        return f"{self.embedder.fingerprint}-passages-2"

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self.embedder.embed_passage(text)


class OrderJudge:
    """Tells orders from information. Safe to share between threads."""

    def __init__(self, classifier: IntentClassifier, embed: Callable[[str], NDArray[np.float32]]) -> None:
        self._classifier, self._embed = classifier, embed

    def orders(self, text: str, vector: NDArray[np.float32] | None = None) -> bool:
        """Whether a text gives orders; `vector` is its passage embedding, made if it is not given."""
        if gives_orders(text):
            return True
        if len(text) < SHORTEST:
            return False
        known = self._embed(text) if vector is None else vector
        return self._classifier.probabilities(text, known)[Intent.HORS_SUJET] >= ORDERED

    def informing(
        self, headings: Sequence[str], texts: Sequence[str], vectors: Sequence[NDArray[np.float32]]
    ) -> list[bool]:
        """For each sentence of a passage, whether it may be quoted.

        None may under a heading that gives orders, nor from where one bears a sign of them; a sentence taken for an
        order carries those around it along.
        """
        if any(map(self.orders, headings)):
            return [False] * len(texts)
        signed = next((at for at, text in enumerate(texts) if gives_orders(text)), len(texts))
        ordered = [self.orders(text, vector) for text, vector in zip(texts, vectors, strict=True)]
        return [at < signed and not any(ordered[max(0, at - 1) : min(at + 2, signed)]) for at in range(len(texts))]

    def without_orders(self, question: str) -> str:
        """The question without the sentences that give orders, nor what follows them unless it asks something.

        One that is nothing but orders is left whole: it is answered, or turned away, as any other.
        """
        parts = [question[span.start : span.end] for span in sentences(question)]
        if len(parts) < 2:
            return question
        kept, ordered = list[str](), False
        for part in parts:
            asks = part.rstrip().endswith("?")
            if gives_orders(part) or (not asks and self.orders(part)):
                ordered = True
            elif asks or not ordered:
                kept.append(part)
        clean = " ".join(kept).strip()
        return clean if any(ch.isalnum() for ch in clean) else question


def load_order_judge(
    examples: Path, embedder: Embedder, folder: Path, progress: Callable[[str, float], None]
) -> OrderJudge:
    """The judge learnt from `examples`, from `folder` if it is there. Raises CorpusError for bad examples."""
    classifier = load_classifier(examples, _AsPassages(embedder), folder, progress, _read, _STRAIGHT)
    return OrderJudge(classifier, embedder.embed_passage)


def _read(file: Path) -> Sequence[Example]:
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    kinds = (("ordres", Intent.HORS_SUJET), ("textes", Intent.FAIT))
    if not isinstance(read, dict) or not all(isinstance(read.get(kind), list) for kind, _ in kinds):
        raise corpus_error(file, "fichier", "deux listes attendues : ordres et textes")
    written = [
        Example(str(text), (), intent, f"{kind}-{rank // _FAMILY}")
        for kind, intent in kinds
        for rank, text in enumerate(read[kind])
    ]
    return written + [Example(text, (), Intent.FAIT, name) for name, text in _informing(file.parent / "documents")]


def _informing(notes: Path) -> Iterator[tuple[str, str]]:
    """Some sentences of the shipped notes, with the name of the note: texts that inform."""
    for note in sorted(notes.rglob("*.md")):
        body = note.read_text(encoding="utf-8").split("---", 2)[-1]
        lines = [line for line in body.split("\n") if line and line[0] not in "#<"]
        spans = [line[span.start : span.end] for line in lines for span in sentences(line)]
        yield from ((note.stem, text) for text in spans[::_EVERY])
