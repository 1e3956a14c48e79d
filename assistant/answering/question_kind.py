"""Whether a question is of a kind that the corpus answers: a logistic regression on how near it is to known ones.

Salaries, telephone numbers, formalities or the news of the day are asked in ways that resemble each other, whatever
words they use, of whichever cluster and year: both are left out of what is read. Learnt from `corpus/abstention.jsonl`
at preparation and kept in the models folder under a fingerprint of the questions, the embedding model and this code.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.clusters.files import corpus_error, read_text
from assistant.index.embedding import Embedder
from assistant.index.kept_arrays import Arrays, kept
from assistant.routing import regression
from assistant.routing.features import without_names
from assistant.routing.learning import centred, coordinates_of, nearness

VERSION = "4"
# How near questions have to be to count as of one kind, and the penalty; chosen with whole authors left out in turn.
SHARPNESS, PENALTY, FOLDS = 1.0, 0.15, 10
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Matrix = NDArray[np.float64]
Mentions = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class QuestionKinds:
    """The questions learnt from, as centred embeddings of shape (questions, embedding); what nearness to each adds to
    the log-odds; the mean of their embeddings."""

    anchors: NDArray[np.float32]
    pull: NDArray[np.float32]
    mean: NDArray[np.float32]

    def log_odds(self, vector: NDArray[np.float32]) -> float:
        """Log-odds that a question with this embedding is of a kind that the corpus answers."""
        return float((nearness(centred(vector[None, :], self.mean), self.anchors, SHARPNESS) @ self.pull)[0])

    def read(
        self,
        question: str,
        mentions: Sequence[tuple[int, int]],
        vector: NDArray[np.float32],
        read: Callable[[str], NDArray[np.float32]],
    ) -> float:
        """The same of a question with this embedding, read again by `read` without the clusters and years it names."""
        said = plain(question, mentions)
        return self.log_odds(vector if said == question else read(said))


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
    asked = asked_questions(questions)
    parts = [VERSION.encode(), embedder.reading.encode(), repr(asked).encode()]

    def learnt() -> QuestionKinds:
        vectors, answered = _vectors(asked, embedder, mentions, progress)
        return learn(vectors, answered)

    return kept(folder, "questions", parts, learnt, _to_arrays, _of_arrays)


def learn(vectors: NDArray[np.floating], answered: Sequence[bool]) -> QuestionKinds:
    """Learns from embeddings, one a row, of questions that the corpus answers or not."""
    mean = vectors.astype(np.float32).mean(axis=0)
    # As they are kept: half precision.
    anchors = centred(vectors.astype(np.float32), mean).astype(np.float16).astype(np.float32)
    coordinates, back = coordinates_of(nearness(anchors, anchors, SHARPNESS), len(anchors))
    fitted = back @ regression.fit(coordinates, _targets(answered), PENALTY)
    return QuestionKinds(anchors, (fitted[:, 1] - fitted[:, 0]).astype(np.float32), mean)


def held_out(vectors: NDArray[np.floating], answered: Sequence[bool]) -> list[float]:
    """The log-odds of each question as learnt from others: what may be weighed against other signals."""
    folds = np.random.default_rng(0).permutation(len(vectors)) % FOLDS
    odds = np.zeros(len(vectors))
    for fold in range(FOLDS):
        left_out = folds == fold
        kinds = learn(vectors[~left_out], [yes for yes, out in zip(answered, left_out, strict=True) if not out])
        odds[left_out] = [kinds.log_odds(vector) for vector in vectors[left_out].astype(np.float32)]
    return [float(value) for value in odds]


def _targets(answered: Sequence[bool]) -> Matrix:
    return np.array([[float(not yes), float(yes)] for yes in answered])


def asked_questions(file: Path, without: str | None = None) -> list[tuple[str, bool]]:
    """The questions of the file, and whether the corpus answers each; those of the set `without` are left out.

    Raises CorpusError.
    """
    text = read_text(file)
    try:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        asked = [(str(row["question"]), row["expected"] == "answer") for row in rows if row["set"] != without]
    except (ValueError, KeyError, TypeError) as error:
        raise corpus_error(file, "fichier", f"questions illisibles ({error})") from error
    if not asked:
        raise corpus_error(file, "fichier", "aucune question", "no question")
    return asked


def _vectors(
    asked: Sequence[tuple[str, bool]], embedder: Embedder, mentions: Mentions, progress: Callable[[str, float], None]
) -> tuple[Matrix, list[bool]]:
    vectors = []
    for done, (question, _) in enumerate(asked):
        progress("Apprentissage de l'abstention", done / len(asked))
        vectors.append(embedder.read_question(plain(question, mentions(question))))
    return np.stack(vectors).astype(np.float64), [answered for _, answered in asked]


def _to_arrays(kinds: QuestionKinds) -> dict[str, Any]:
    return {"anchors": kinds.anchors.astype(np.float16), "pull": kinds.pull, "mean": kinds.mean}


def _of_arrays(saved: Arrays) -> QuestionKinds:
    return QuestionKinds(saved["anchors"].astype(np.float32), saved["pull"], saved["mean"])
