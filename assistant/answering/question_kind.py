"""Whether a question is of a kind that the corpus answers: a logistic regression on its embedding.

Salaries, telephone numbers, formalities or the news of the day are asked in ways that resemble each other, whatever
words they use, of whichever cluster and year: both are left out of what is read. Learnt from `corpus/abstention.jsonl` at
preparation and kept in the models folder under a fingerprint of the questions, the embedding model and this code.
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.clusters.files import corpus_error
from assistant.index.embedding import Embedder
from assistant.routing import regression
from assistant.routing.features import without_names

VERSION = "2"
PENALTY, FOLDS = 0.33, 10
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Matrix = NDArray[np.float64]
Mentions = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class QuestionKinds:
    """The mean of the questions learnt from, and weights of shape (embedding,) beside it."""

    mean: Matrix
    weights: Matrix

    def log_odds(self, vector: NDArray[np.float32]) -> float:
        """Log-odds that a question with this embedding is of a kind that the corpus answers."""
        return float(_centred(vector[None, :], self.mean)[0] @ self.weights)


def plain(question: str, mentions: Sequence[tuple[int, int]]) -> str:
    """The question without the clusters and the years that it names: what is embedded to tell its kind."""
    return _YEAR.sub("cette année-là", without_names(question, mentions))


def load_question_kinds(
    questions: Path,
    embedder: Embedder,
    folder: Path,
    mentions: Mentions,
    progress: Callable[[str, float], None] = lambda label, share: None,
) -> QuestionKinds:
    """What was learnt from `questions`, from `folder` if it is there; `mentions` finds the clusters that a text names.
    Raises CorpusError for unreadable questions."""
    parts = [VERSION.encode(), embedder.fingerprint.encode(), questions.read_bytes()]
    digest = hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]
    file = folder / f"questions-{digest}.npz"
    try:
        with np.load(file, allow_pickle=False) as saved:
            return QuestionKinds(saved["mean"], saved["weights"])
    except (OSError, ValueError, KeyError):
        vectors, answered = _vectors(questions, embedder, mentions, progress)
        kinds = learn(vectors, answered)
        _write(kinds, file)
        return kinds


def learn(vectors: Matrix, answered: Sequence[bool]) -> QuestionKinds:
    """Fits the weights on embeddings, one a row, of questions that the corpus answers or not."""
    mean = vectors.mean(axis=0)
    fitted = regression.fit(_centred(vectors, mean), _targets(answered), PENALTY)
    return QuestionKinds(mean, fitted[:, 1] - fitted[:, 0])


def held_out(vectors: Matrix, answered: Sequence[bool]) -> list[float]:
    """The log-odds of each question as learnt from others: what may be weighed against other signals."""
    folds = np.random.default_rng(0).permutation(len(vectors)) % FOLDS
    rows = _centred(vectors, vectors.mean(axis=0))
    logits = regression.held_out_logits(rows, _targets(answered), folds, PENALTY)
    return [float(value) for value in logits[:, 1] - logits[:, 0]]


def _centred(vectors: NDArray[np.floating], mean: Matrix) -> Matrix:
    """e5 vectors all point one way: what tells questions apart is what remains without their mean."""
    rows: Matrix = vectors.astype(np.float64) - mean
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-12
    return rows


def _targets(answered: Sequence[bool]) -> Matrix:
    return np.array([[float(not yes), float(yes)] for yes in answered])


def asked_questions(file: Path) -> list[tuple[str, bool]]:
    """The questions of the file, and whether the corpus answers each. Raises CorpusError."""
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [(str(row["question"]), row["expected"] == "answer") for row in rows]
    except (ValueError, KeyError, TypeError) as error:
        raise corpus_error(file, "fichier", f"questions illisibles ({error})") from error


def _vectors(
    file: Path, embedder: Embedder, mentions: Mentions, progress: Callable[[str, float], None]
) -> tuple[Matrix, list[bool]]:
    asked, vectors = asked_questions(file), []
    for done, (question, _) in enumerate(asked):
        progress("Apprentissage de l'abstention", done / len(asked))
        vectors.append(embedder.embed_query(plain(question, mentions(question))))
    return np.stack(vectors).astype(np.float64), [answered for _, answered in asked]


def _write(kinds: QuestionKinds, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_suffix(f".{os.getpid()}.tmp")
    with temporary.open("wb") as stream:
        np.savez_compressed(stream, mean=kinds.mean, weights=kinds.weights)
    os.replace(temporary, file)
