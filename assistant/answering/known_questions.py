"""Questions that each fact of the registry answers: which facts a question is after is learnt from them.

`corpus/known_questions.jsonl` holds them, in the words of those who ask rather than of the texts. Least squares on the
kernel of `routing.learning`, one column a fact and one a kind of near miss (`corpus/near_misses.jsonl`), on vectors of the model
as adapted to read questions (`index/adapter.py`): a question that several facts are near to is given to the one whose
questions it resembles where the others' do not, which the nearest question alone would not tell. Learnt at preparation
and kept in the models folder.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answering.best_sentences import BestSentences, answering_best, best_sentences
from assistant.clusters.files import corpus_error
from assistant.index.embedding import Embedder
from assistant.index.kept_arrays import Arrays, kept, names_array, places_of_array
from assistant.routing.features import features, words
from assistant.routing.learning import centred, kernel_of, nearness, solved
from assistant.routing.phase_classifier import Weighed
from assistant.routing.word_rows import Floats, WordRows, rows_of
from assistant.vocabulary import Language

VERSION = "10"
# What a fact that may be cited beside those asked for is learnt as, where one that is asked for is 1.
BESIDE = 0.6
# What nearness in meaning and in words counts for, its sharpness and the penalty; chosen on development questions (docs/evaluation.md).
MEANING, WORDING, SHARPNESS, PENALTY = 12.0, 1.0, 1.0, 1.0
# Groups of so many letters survive slips; features of fewer questions are left out.
LETTERS, LEAST = (4,), 4
InFrench = Callable[[str], str]
# The facts that a broad question may be after together.
SEVERAL = 3
# Stands before the kind of a near miss, in the place of a fact.
MISSED = "?"


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question, the facts that answer it, those that a good answer may cite beside them, and the key of the sentence that
    answers best, if it is known (`stating.key_of`). A near miss has its kind in their place (`MISSED`)."""

    text: str
    language: Language
    facts: tuple[str, ...]
    also: tuple[str, ...]
    best: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """How surely a question is after each fact (others: not at all), that it is a near miss, and is answered best by the
    sentence of each key; in [0, 1]."""

    facts: Mapping[str, float]
    missed: float
    sentences: Mapping[str, float] = field(default_factory=dict)

    @property
    def surety(self) -> float:
        """That of the fact that it is most surely after."""
        return max(self.facts.values(), default=0.0)

    @property
    def together(self) -> float:
        """How surely it is after one of several facts, none of which a broad question is surely after."""
        return sum(sorted(self.facts.values(), reverse=True)[:SEVERAL])


NOTHING = Asked({}, 0.0)


@dataclass(frozen=True, slots=True)
class KnownQuestions:
    """What was learnt. `anchors` are the questions as centred unit vectors, shape (questions, dimension), `mean` what they
    were centred on; `pull`, shape (questions, facts), and `wording` are what each and each feature of words add for a fact;
    `facts` are those and, after `MISSED`, the kinds of near misses; `best` tells sentences of one fact apart."""

    facts: tuple[str, ...]
    anchors: Floats
    mean: Floats
    pull: Floats
    wording: Weighed
    best: BestSentences

    def asked(self, vector: Floats, said: str) -> Asked:
        """What a question with this vector and these French words is after."""
        own = centred(vector[None, :], self.mean)
        near = nearness(own, self.anchors, SHARPNESS)[0]
        values = np.clip(near @ self.pull + self.wording.logits(_features(said)), 0, 1)
        surely = {name: float(value) for name, value in zip(self.facts, values, strict=True) if value}
        missed = max((value for name, value in surely.items() if name.startswith(MISSED)), default=0.0)
        facts = {name: value for name, value in surely.items() if not name.startswith(MISSED)}
        return Asked(facts, missed, answering_best(self.best, facts, own[0], self.anchors))


def read_known_questions(file: Path) -> list[KnownQuestion]:
    """The questions of the file. Raises CorpusError."""
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        found = [_question(**row) for row in rows]
        if not found:
            raise ValueError("aucune question")
        return found
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise corpus_error(file, "fichier", f"questions illisibles ({error})") from error


def read_near_misses(file: Path) -> list[KnownQuestion]:
    """Questions near to a fact that nothing answers. Raises CorpusError."""
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [KnownQuestion(row["question"], row["language"], (MISSED + row["kind"],), ()) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise corpus_error(file, "fichier", f"questions illisibles ({error})") from error


def _question(
    question: str, language: Language, facts: list[str], also: list[str], style: str = "", best: str = ""
) -> KnownQuestion:
    if language not in ("fr", "en") or not (isinstance(facts, list) and facts and isinstance(also, list)):
        raise ValueError(question)
    return KnownQuestion(question, language, tuple(facts), tuple(also), best)


def load_known_questions(
    file: Path,
    near_misses: Path,
    embedder: Embedder,
    folder: Path,
    in_french: InFrench,
    progress: Callable[[str, float], None] = lambda label, share: None,
    follow_ups: Sequence[KnownQuestion] = (),
) -> KnownQuestions:
    """What was learnt from `file`, `near_misses` and `follow_ups`, from `folder` if it is there; `in_french` gives the French
    words of an English question. Raises CorpusError."""
    questions = [*read_known_questions(file), *read_near_misses(near_misses), *follow_ups]
    said = [q.text if q.language == "fr" else in_french(q.text) for q in questions]
    learnt = [(question.text, question.facts, question.also) for question in questions]
    parts = [VERSION.encode(), embedder.reading.encode(), repr((learnt, said)).encode()]

    def made() -> KnownQuestions:
        return learn_questions(questions, said, embedder, progress)

    return kept(folder, "known", parts, made, _to_arrays, lambda saved: _of_arrays(questions, saved))


def learn_questions(
    questions: Sequence[KnownQuestion],
    said: Sequence[str],
    embedder: Embedder,
    progress: Callable[[str, float], None] = lambda label, share: None,
) -> KnownQuestions:
    """Embeds the questions, `said` being their French, and fits what each adds for each fact."""
    vectors = _embedded(questions, embedder, progress)
    mean = vectors.mean(axis=0)
    # As they are kept: half precision.
    anchors = centred(vectors, mean).astype(np.float16).astype(np.float32)
    rows = rows_of([_features(text) for text in said], LEAST)
    share = _fitted(anchors, rows, questions)
    wording = Weighed(rows.vocabulary, rows.rarity, WORDING * rows.weights(share))
    return KnownQuestions(_facts_of(questions), anchors, mean, MEANING * share, wording, _best_of(questions))


def _fitted(anchors: Floats, rows: WordRows, questions: Sequence[KnownQuestion]) -> Floats:
    """The share of each question in each fact."""
    kernel = kernel_of(anchors, rows, MEANING, WORDING, SHARPNESS)
    kernel[np.diag_indices_from(kernel)] += PENALTY
    return solved(kernel, _targets(questions, _facts_of(questions)))


def _embedded(
    questions: Sequence[KnownQuestion],
    embedder: Embedder,
    progress: Callable[[str, float], None],
) -> Floats:
    vectors = list[Floats]()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done, found in enumerate(pool.map(embedder.read_question, (question.text for question in questions))):
            progress("Préparation des questions connues", done / len(questions))
            vectors.append(found)
    return np.stack(vectors)


def _features(said: str) -> Counter[str]:
    return Counter(features([folded for folded, _ in words(said)], triples=False, letters=LETTERS))


def _facts_of(questions: Sequence[KnownQuestion]) -> tuple[str, ...]:
    return tuple(sorted({fact for question in questions for fact in (*question.facts, *question.also)}))


def _best_of(questions: Sequence[KnownQuestion]) -> BestSentences:
    return best_sentences([question.facts for question in questions], [question.best for question in questions])


def _targets(questions: Sequence[KnownQuestion], facts: Sequence[str]) -> Floats:
    """One row a question, one column a fact."""
    places = {fact: at for at, fact in enumerate(facts)}
    targets = np.zeros((len(questions), len(facts)), np.float32)
    for row, question in zip(targets, questions, strict=True):
        row[[places[fact] for fact in question.also]] = BESIDE
        row[[places[fact] for fact in question.facts]] = 1
    return targets


def _to_arrays(learnt: KnownQuestions) -> dict[str, Any]:
    return {
        "anchors": learnt.anchors.astype(np.float16),
        "mean": learnt.mean,
        "pull": learnt.pull.astype(np.float16),
        "weights": learnt.wording.weights.astype(np.float16),
        "rarity": learnt.wording.rarity,
        "vocabulary": names_array(learnt.wording.vocabulary),
    }


def _of_arrays(questions: Sequence[KnownQuestion], saved: Arrays) -> KnownQuestions:
    anchors, pull, weights = (saved[name].astype(np.float32) for name in ("anchors", "pull", "weights"))
    wording = Weighed(places_of_array(saved["vocabulary"]), saved["rarity"], weights)
    return KnownQuestions(_facts_of(questions), anchors, saved["mean"], pull, wording, _best_of(questions))
