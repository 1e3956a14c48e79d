"""Evidence for a question: the sentences of the passages found, each with how well it speaks to the question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answering.answer_type import is_keywords
from assistant.index.analysis import terms
from assistant.index.search import Hit
from assistant.library.rows import PassageRow, StoredDocument, StoredSentence
from assistant.library.store import Library

Idf = Callable[[str], float]
Informing = Callable[[Sequence[str], Sequence[str], Sequence[NDArray[np.float32]]], list[bool]]
SHIPPED = "shipped"

# What a question word counts when only the title or a heading above the sentence has it.
HEADING_CREDIT = 0.5
# A text whose title asks the question answers it in its first lines.
OPENING_BONUS = 0.25
OPENING = 600  # characters
# A sentence of the kind the question asks for (a figure, names) answers better, as far as it speaks of what is asked.
TYPE_BONUS = 0.2
# A generated sheet is read for the clusters a question names; else a note or a document speaks first.
SHEET_MALUS = 0.15
# Words that ask and carry no subject: a heading that asks in the same way is no nearer to the question.
_ASKING = frozenset(
    terms(
        "comment pourquoi combien quand faut doit doivent devons dois peut peux peuvent pouvons puis autre autres "
        "veut veux voulons voudrais aimerait existe donner donne dire dites savoir sait connaitre "
        "can could must need any other want know tell give"
    )
)
# The same of keywords, which ask by nouns.
_ASKING_NOUNS = frozenset(
    terms("nombre date liste définition exemple durée fréquence rôle différence auteur raison façon manière")
)
# A sentence speaks by its meaning and by its words, in equal parts; what the search thinks of its passage counts nearly as much,
# a third of it by what it thinks of the whole text: the best passages of a text that is on the subject are found together.
PASSAGE_SHARE, TEXT_SHARE = 0.45, 0.3
TEXT_PASSAGES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One sentence. `section` are the headings above it; `coverage` is the idf-weighted share of the question's words that it has (with its headings),
    `similarity` the cosine to the question, `score` ranks the sentences of one question."""

    text: str
    start: int
    end: int
    section: tuple[str, ...]
    facts: tuple[str, ...]
    passage: PassageRow
    document: StoredDocument
    coverage: float
    similarity: float
    score: float
    vector: NDArray[np.float32]


def gather(
    library: Library,
    hits: Sequence[Hit],
    question: str,
    vector: NDArray[np.float32],
    idf: Idf,
    fit: Callable[[str], float] = lambda text: 0.0,
    wanted_clusters: frozenset[str] = frozenset(),
    informing: Informing = lambda headings, texts, vectors: [True] * len(texts),
) -> list[Evidence]:
    """Sentences of the passages found, best first. Only the question was embedded: sentence vectors are stored.

    `fit` tells how far a sentence is of the kind asked for; `wanted_clusters` are those that the question names;
    `informing` tells which sentences of an added file inform rather than speak to whoever answers.
    """
    rows = library.passages([hit.passage_id for hit in hits])
    documents = {row.document_id: library.document(row.document_id) for row in rows.values()}
    sentences = {
        key: _quotable(rows[key], found, documents[rows[key].document_id], informing)
        for key, found in library.sentences(list(rows)).items()
    }
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
    standing = _standing(hits, rows)
    evidence = []
    for (hit, row, sentence), similarity in zip(found, similarities, strict=True):
        document = documents[row.document_id]
        if document is None:
            continue
        text = row.text[sentence.start - row.start : sentence.end - row.start]
        covered = coverage(asked, text, (document.title, *sentence.section))
        meaning = (float(similarity) - low) / (high - low) if high > low else 1.0
        own = 0.5 * meaning + 0.5 * covered
        score = (1 - PASSAGE_SHARE) * own + PASSAGE_SHARE * standing[hit.passage_id]
        if row.page == 1 and sentence.start < OPENING and not sentence.section:
            score += OPENING_BONUS * coverage(asked, document.title)
        score += TYPE_BONUS * fit(text) * covered
        if document.meta.get("cluster_id") and document.meta["cluster_id"] not in wanted_clusters:
            score -= SHEET_MALUS
        evidence.append(_evidence(text, sentence, row, document, covered, float(similarity), score))
    return sorted(evidence, key=lambda e: (-e.score, e.document.id, e.passage.page, e.start))


def _standing(hits: Sequence[Hit], rows: Mapping[int, PassageRow]) -> dict[int, float]:
    """What the search thinks of each passage, in [0, 1]: of itself, and of its text by its best passages."""
    texts: dict[str, list[float]] = {}
    for hit in sorted(hits, key=lambda hit: -hit.score):
        if hit.passage_id in rows:
            texts.setdefault(rows[hit.passage_id].document_id, []).append(hit.score)
    of_text = {document: sum(scores[:TEXT_PASSAGES]) for document, scores in texts.items()}
    best_hit, best_text = max(hit.score for hit in hits) or 1.0, max(of_text.values()) or 1.0
    return {
        hit.passage_id: (1 - TEXT_SHARE) * hit.score / best_hit
        + TEXT_SHARE * of_text[rows[hit.passage_id].document_id] / best_text
        for hit in hits
        if hit.passage_id in rows
    }


def _quotable(
    row: PassageRow, found: Sequence[StoredSentence], document: StoredDocument | None, informing: Informing
) -> list[StoredSentence]:
    if document is None or document.origin == SHIPPED:
        return list(found)
    texts = [row.text[s.start - row.start : s.end - row.start] for s in found]
    kept = informing((document.title, *row.section), texts, [s.vector for s in found])
    return [sentence for sentence, keep in zip(found, kept, strict=True) if keep]


def _evidence(
    text: str,
    sentence: StoredSentence,
    row: PassageRow,
    document: StoredDocument,
    covered: float,
    similarity: float,
    score: float,
) -> Evidence:
    return Evidence(
        text,
        sentence.start,
        sentence.end,
        sentence.section,
        sentence.facts,
        row,
        document,
        covered,
        similarity,
        score,
        sentence.vector,
    )


def _weights(question: str, idf: Idf) -> dict[str, float]:
    asked = {term: idf(term) for term in terms(question)}
    asking = _ASKING | _ASKING_NOUNS if is_keywords(question) else _ASKING
    return {term: weight for term, weight in asked.items() if term not in asking} or asked


def coverage(asked: dict[str, float], text: str, headings: Sequence[str] = ()) -> float:
    """Share of the question's words, weighted by rarity, that the text has; headings count half."""
    total = sum(asked.values())
    if not total:
        return 0.0
    own, above = set(terms(text)), set(terms(" ".join(headings)))
    held = sum(
        weight * (1.0 if term in own else HEADING_CREDIT if term in above else 0.0) for term, weight in asked.items()
    )
    return held / total
