"""Evidence for a question: the sentences of the passages found, each with how well it speaks to the question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.index.analysis import terms
from assistant.index.search import Hit
from assistant.library.store import Library, PassageRow, StoredDocument, StoredSentence

Idf = Callable[[str], float]

# What a question word counts when only the title or a heading above the sentence has it.
HEADING_CREDIT = 0.5
# A sentence speaks by its meaning and by its words, in equal parts; its passage's rank counts as well.
PASSAGE_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence. `coverage` is the idf-weighted share of the question's words that it has (with its headings),
    `similarity` the cosine to the question, `score` in [0, 1] ranks the sentences of one question."""

    text: str
    start: int
    end: int
    facts: tuple[str, ...]
    passage: PassageRow
    document: StoredDocument
    coverage: float
    similarity: float
    score: float


def gather(library: Library, hits: Sequence[Hit], question: str, vector: NDArray[np.float32], idf: Idf) -> list[Evidence]:
    """Sentences of the passages found, best first. Only the question was embedded: sentence vectors are stored."""
    rows = library.passages([hit.passage_id for hit in hits])
    sentences = library.sentences(list(rows))
    documents = {row.document_id: library.document(row.document_id) for row in rows.values()}
    asked = _weights(question, idf)
    found = [
        (hit, rows[hit.passage_id], sentence)
        for hit in hits
        if hit.passage_id in rows
        for sentence in sentences.get(hit.passage_id, [])
    ]
    if not found:
        return []
    similarities = np.stack([sentence.vector for _, _, sentence in found]) @ vector
    low, high = float(similarities.min()), float(similarities.max())
    best_hit = max(hit.score for hit in hits) or 1.0
    evidence = []
    for (hit, row, sentence), similarity in zip(found, similarities, strict=True):
        document = documents[row.document_id]
        if document is None:
            continue
        text = row.text[sentence.start - row.start : sentence.end - row.start]
        covered = coverage(asked, text, (document.title, *row.section))
        meaning = (float(similarity) - low) / (high - low) if high > low else 1.0
        own = 0.5 * meaning + 0.5 * covered
        score = (1 - PASSAGE_SHARE) * own + PASSAGE_SHARE * hit.score / best_hit
        evidence.append(_evidence(text, sentence, row, document, covered, float(similarity), score))
    return sorted(evidence, key=lambda e: (-e.score, e.document.id, e.passage.page, e.start))


def _evidence(
    text: str, sentence: StoredSentence, row: PassageRow, document: StoredDocument, covered: float, similarity: float,
    score: float,
) -> Evidence:
    return Evidence(text, sentence.start, sentence.end, sentence.facts, row, document, covered, similarity, score)


def _weights(question: str, idf: Idf) -> dict[str, float]:
    return {term: idf(term) for term in terms(question)}


def coverage(asked: dict[str, float], text: str, headings: Sequence[str] = ()) -> float:
    """Share of the question's words, weighted by rarity, that the text has; headings count half."""
    total = sum(asked.values())
    if not total:
        return 0.0
    own, above = set(terms(text)), set(terms(" ".join(headings)))
    held = sum(weight * (1.0 if term in own else HEADING_CREDIT if term in above else 0.0) for term, weight in asked.items())
    return held / total
