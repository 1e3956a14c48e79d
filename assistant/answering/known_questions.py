"""Questions that each fact of the registry answers: how near a question is to them says which facts it is after.

`corpus/known_questions.jsonl` holds them, in the words of those who ask rather than of the texts. Their vectors and words
are prepared once and kept in the models folder.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.clusters.files import corpus_error
from assistant.index.analysis import terms, words
from assistant.index.embedding import Embedder
from assistant.index.kept_arrays import Arrays, kept, names_array, places_of_array
from assistant.routing.learning import centred
from assistant.vocabulary import Language

VERSION = "1"
# What a fact that may be cited beside those asked for is worth, of the nearness of its question.
BESIDE = 0.8
# Questions whose facts beside count: the nearest.
NEAREST = 30
Floats = NDArray[np.float32]
InFrench = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question, the facts that answer it and those that a good answer may cite beside them."""

    text: str
    language: Language
    facts: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worded:
    """The weighed words of each question, a unit vector each, as the values that are not zero: `questions` and `words`
    tell which question and which word each is of."""

    questions: NDArray[np.int32]
    words: NDArray[np.int32]
    values: Floats

    def products(self, row: Floats, count: int) -> Floats:
        """The product of each of `count` questions with a row of weighed words."""
        found: Floats = np.bincount(self.questions, self.values * row[self.words], count).astype(np.float32)
        return found


@dataclass(frozen=True, slots=True)
class KnownQuestions:
    """The questions, ready to be compared with. `vectors` are centred unit vectors of their subjects, shape (questions,
    dimension), `mean` what they were centred on; `places` tells the place of each word, `rarity` its weight."""

    questions: Sequence[KnownQuestion]
    vectors: Floats
    mean: Floats
    worded: Worded
    places: Mapping[str, int]
    rarity: Floats

    def nearness(self, vector: Floats, said: Iterable[str]) -> Floats:
        """How near a question with this vector and these words is to each: the mean of both cosines, at least 0."""
        near = self.vectors @ centred(vector[None, :], self.mean)[0]
        near = (near + self.worded.products(self._row(set(said)), len(near))) / 2
        found: Floats = np.maximum(near, 0).astype(np.float32)
        return found

    def near_facts(self, vector: Floats, said: Iterable[str]) -> dict[str, float]:
        """How near a question is to those that each fact answers, in [0, 1]: what the nearest of them is worth."""
        near = self.nearness(vector, said)
        found, nearest_first = dict[str, float](), np.argsort(-near, kind="stable")
        for at in nearest_first:
            for fact in self.questions[at].facts:
                found.setdefault(fact, float(near[at]))
        for at in nearest_first[:NEAREST]:
            for fact in self.questions[at].also:
                found[fact] = max(found.get(fact, 0.0), BESIDE * float(near[at]))
        return found

    def _row(self, said: set[str]) -> Floats:
        """The weighed words of a question, as long as all of them make it: one that no question has is as rare as can be."""
        row, unknown = np.zeros(len(self.places), np.float32), _rarity(len(self.questions), 0)
        held = [self.places[word] for word in said if word in self.places]
        row[held] = self.rarity[held]
        length = np.sqrt(float(row @ row) + (len(said) - len(held)) * unknown**2)
        return row / np.float32(length or 1.0)


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


def _question(question: str, language: Language, facts: list[str], also: list[str], style: str = "") -> KnownQuestion:
    if language not in ("fr", "en") or not (isinstance(facts, list) and facts and isinstance(also, list)):
        raise ValueError(question)
    return KnownQuestion(question, language, tuple(facts), tuple(also))


def load_known_questions(
    file: Path,
    embedder: Embedder,
    folder: Path,
    in_french: InFrench,
    progress: Callable[[str, float], None] = lambda label, share: None,
) -> KnownQuestions:
    """The questions of `file`, from `folder` if they were prepared; `in_french` gives the French words of an English one.
    Raises CorpusError."""
    questions = read_known_questions(file)
    said = [q.text if q.language == "fr" else in_french(q.text) for q in questions]
    parts = [VERSION.encode(), embedder.fingerprint.encode(), repr(said).encode()]

    def made() -> KnownQuestions:
        return learn_questions(questions, said, embedder, progress)

    return kept(folder, "known", parts, made, _to_arrays, lambda saved: _of_arrays(questions, saved))


def learn_questions(
    questions: Sequence[KnownQuestion],
    said: Sequence[str],
    embedder: Embedder,
    progress: Callable[[str, float], None] = lambda label, share: None,
) -> KnownQuestions:
    """Embeds what each question says of its subject, `said` being its French, and weighs its words by rarity."""
    subjects, vectors = [" ".join(words(text)) or text for text in said], list[Floats]()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done, vector in enumerate(pool.map(embedder.embed_query, subjects)):
            progress("Préparation des questions connues", done / len(subjects))
            vectors.append(vector)
    mean = np.mean(vectors, axis=0)
    # As they are kept: half precision.
    near = centred(np.stack(vectors), mean).astype(np.float16).astype(np.float32)
    held = [sorted(set(terms(text))) for text in said]
    count = Counter(term for own in held for term in own)
    places = {term: at for at, term in enumerate(sorted(count))}
    rarity = np.array([_rarity(len(said), count[term]) for term in places], np.float32)
    return KnownQuestions(questions, near, mean, _worded(held, places, rarity), places, rarity)


def _worded(held: Sequence[Sequence[str]], places: Mapping[str, int], rarity: Floats) -> Worded:
    of = [np.array([places[term] for term in own], np.int32) for own in held]
    values = [rarity[own] / (np.linalg.norm(rarity[own]) or 1.0) for own in of]
    questions = np.repeat(np.arange(len(held), dtype=np.int32), [len(own) for own in of])
    return Worded(questions, np.concatenate(of), np.concatenate(values).astype(np.float32))


def _rarity(questions: int, holding: int) -> float:
    return float(np.log(1 + questions / (1 + holding)))


def _to_arrays(known: KnownQuestions) -> dict[str, Any]:
    return {
        "vectors": known.vectors.astype(np.float16),
        "mean": known.mean,
        "holding": known.worded.questions,
        "held": known.worded.words,
        "values": known.worded.values,
        "places": names_array(known.places),
        "rarity": known.rarity,
    }


def _of_arrays(questions: Sequence[KnownQuestion], saved: Arrays) -> KnownQuestions:
    worded = Worded(saved["holding"], saved["held"], saved["values"])
    near, places = saved["vectors"].astype(np.float32), places_of_array(saved["places"])
    return KnownQuestions(questions, near, saved["mean"], worded, places, saved["rarity"])
