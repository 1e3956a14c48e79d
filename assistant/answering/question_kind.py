"""Whether a question is of a kind that the corpus answers, by how near it is to known ones.

Salaries, telephone numbers, formalities or the news of the day are asked in ways that resemble each other, whatever
words they use, of whichever cluster and year: both are left out of what is read. Learnt from `corpus/abstention.jsonl`
at preparation and kept in the models folder under a fingerprint of the questions, the embedding model and this code.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answering.by_nearness import ByNearness, learn, of_arrays, to_arrays
from assistant.clusters.files import corpus_error, read_text
from assistant.index.embedding import Embedder
from assistant.index.kept_arrays import kept
from assistant.routing.features import without_names

VERSION = "4"
FOLDS = 10
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Matrix = NDArray[np.float64]
Mentions = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class QuestionKinds:
    """What was learnt: whether the corpus answers a question, by those that it is near to."""

    answered: ByNearness

    def read(
        self,
        question: str,
        mentions: Sequence[tuple[int, int]],
        vector: NDArray[np.float32],
        read: Callable[[str], NDArray[np.float32]],
    ) -> float:
        """Log-odds that the corpus answers a question of this kind. It has this embedding, and is read again by `read` without
        the clusters and years that it names."""
        said = plain(question, mentions)
        return self.answered.log_odds(vector if said == question else read(said))


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

    def learnt() -> ByNearness:
        return learn(*_vectors(asked, embedder, mentions, progress))

    return QuestionKinds(kept(folder, "questions", parts, learnt, to_arrays, of_arrays))


def held_out(vectors: NDArray[np.floating], answered: Sequence[bool]) -> list[float]:
    """The log-odds of each question as learnt from others: what may be weighed against other signals."""
    folds = np.random.default_rng(0).permutation(len(vectors)) % FOLDS
    odds = np.zeros(len(vectors))
    for fold in range(FOLDS):
        left_out = folds == fold
        kinds = learn(vectors[~left_out], [yes for yes, out in zip(answered, left_out, strict=True) if not out])
        odds[left_out] = [kinds.log_odds(vector) for vector in vectors[left_out].astype(np.float32)]
    return [float(value) for value in odds]


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
