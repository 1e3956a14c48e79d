"""Evidence for a question: the sentences of the passages found, each with how well it speaks to the question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.answering.answer_type import is_keywords
from assistant.answering.stating import AskedFact, key_of, stated
from assistant.answering.weighing import (
    ANSWERS_BEST,
    FIRST,
    KNOWN,
    MEANING,
    NAMED_SHEET,
    OTHER_SHEET,
    PARAGRAPH,
    PASSAGE,
    SECTION,
    SUMMARY,
    SUMMARY_ASKED,
    TEXT,
    WORDS,
    spread,
    weighed,
)
from assistant.index.analysis import terms
from assistant.index.search import Hit
from assistant.library.rows import PassageRow, StoredDocument, StoredSentence
from assistant.library.store import Library

Idf = Callable[[str], float]
Informing = Callable[[Sequence[str], Sequence[str], Sequence[NDArray[np.float32]]], list[bool]]
SHIPPED = "shipped"
# A question that is after a fact this surely is taken to ask for it.
SURELY_KNOWN = 0.35

# What a question word counts when only the title or a heading above the sentence has it.
HEADING_CREDIT = 0.5
OPENING = 600  # characters
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
TEXT_PASSAGES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One sentence. `section` are the headings above it; `coverage` is the idf-weighted share of the question's words that
    it has (with its headings), `known` how surely the question is after what it states, `similarity`
    the cosine to the question, `score` ranks the sentences of one question."""

    text: str
    start: int
    end: int
    section: tuple[str, ...]
    facts: tuple[str, ...]
    passage: PassageRow
    document: StoredDocument
    coverage: float
    known: float
    similarity: float
    score: float
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A sentence found, with where it stands."""

    sentence: StoredSentence
    text: str
    row: PassageRow
    document: StoredDocument

    @property
    def opens(self) -> bool:
        """Whether it is one of the first lines of its text, before any heading."""
        return self.row.page == 1 and self.sentence.start < OPENING and not self.sentence.section

    @property
    def paragraph(self) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """What it shares with the sentences of its paragraph: text, headings, facts."""
        return self.document.id, self.sentence.section, self.sentence.facts


def gather(
    library: Library,
    hits: Sequence[Hit],
    question: str,
    vector: NDArray[np.float32],
    idf: Idf,
    wanted_clusters: frozenset[str] = frozenset(),
    facts_asked: Mapping[str, AskedFact] = MappingProxyType({}),
    best: Mapping[str, float] = MappingProxyType({}),
    asked_lists: frozenset[str] = frozenset(),
    told: Callable[[str], float] = lambda sentence: 0.0,
    informing: Informing = lambda headings, texts, vectors: [True] * len(texts),
) -> list[Evidence]:
    """Sentences of the passages found, best first. Only the question was embedded: sentence vectors are stored.

    `wanted_clusters` are those that the question names; `facts_asked` says how surely it is after which facts, `best` how
    surely which sentences, by their keys, answer it best, `asked_lists` which lists of the directory it asks for; `told` how far a
    sentence goes back for having been told before; `informing` tells which sentences of an added file inform
    rather than speak to whoever answers.
    """
    found = _sentences_of(library, hits, informing)
    if not found:
        return []
    asked = _weights(question, idf)
    covered = [coverage(asked, f.text, (f.document.title, *f.sentence.section)) for f in found]
    signals = {
        MEANING: spread(np.array([f.sentence.vector @ vector for f in found], np.float32)),
        **_word_signals(found, asked),
        **_paragraph_signals(found, asked),
        **_search_signals(found, hits),
        **_sheet_signals(found, wanted_clusters),
        KNOWN: _known_signal(found, facts_asked, asked_lists),
    }
    scores = weighed(signals)
    evidence = [
        _evidence(f, share, float(known), float(f.sentence.vector @ vector), float(score))
        for f, share, known, score in zip(found, covered, signals[KNOWN], scores, strict=True)
    ]
    return sorted(evidence, key=partial(_place, best, told))


def _sentences_of(library: Library, hits: Sequence[Hit], informing: Informing) -> list[_Found]:
    rows = library.passages([hit.passage_id for hit in hits])
    documents = {row.document_id: library.document(row.document_id) for row in rows.values()}
    sentences = {
        key: _quotable(rows[key], found, documents[rows[key].document_id], informing)
        for key, found in library.sentences(list(rows)).items()
    }
    return [
        _Found(sentence, text, row, document)
        for hit in hits
        if (row := rows.get(hit.passage_id)) and (document := documents[row.document_id])
        for sentence in sentences.get(hit.passage_id, [])
        for text in [row.text[sentence.start - row.start : sentence.end - row.start]]
    ]


def _place(best: Mapping[str, float], told: Callable[[str], float], evidence: Evidence) -> tuple[float, str, int, int]:
    """What sentences are ordered by: their scores, those that surely answer best brought forward, those told before put back."""
    forward = ANSWERS_BEST * best.get(key_of(evidence.text), 0.0) if best else 0.0
    return told(evidence.text) - evidence.score - forward, evidence.document.id, evidence.passage.page, evidence.start


def _word_signals(found: Sequence[_Found], asked: Mapping[str, float]) -> dict[str, NDArray[np.float32]]:
    """The question words that the sentence has, and its headings; whether it opens a text, whose title asks as much."""
    title = {f.document.id: coverage(asked, f.document.title) for f in found}
    summary = [f.opens for f in found]
    return {
        WORDS: np.array([coverage(asked, f.text) for f in found], np.float32),
        SECTION: np.array([coverage(asked, " ".join(f.sentence.section)) for f in found], np.float32),
        SUMMARY: np.array(summary, np.float32),
        SUMMARY_ASKED: np.array(
            [title[f.document.id] * opens for f, opens in zip(found, summary, strict=True)], np.float32
        ),
    }


def _paragraph_signals(found: Sequence[_Found], asked: Mapping[str, float]) -> dict[str, NDArray[np.float32]]:
    """The question words that its paragraph has, and whether it opens it."""
    paragraphs: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[_Found]] = {}
    for f in found:
        paragraphs.setdefault(f.paragraph, []).append(f)
    words = {
        key: coverage(asked, " ".join(f.text for f in own), (own[0].document.title, *own[0].sentence.section))
        for key, own in paragraphs.items()
    }
    first = {key: min((f.row.page, f.sentence.start) for f in own) for key, own in paragraphs.items()}
    return {
        PARAGRAPH: np.array([words[f.paragraph] for f in found], np.float32),
        FIRST: np.array([first[f.paragraph] == (f.row.page, f.sentence.start) for f in found], np.float32),
    }


def _sheet_signals(found: Sequence[_Found], wanted_clusters: frozenset[str]) -> dict[str, NDArray[np.float32]]:
    """Whether it stands on the sheet of a cluster that the question names, or of another."""
    of_cluster = [f.document.meta.get("cluster_id") for f in found]
    return {
        OTHER_SHEET: np.array([bool(key) and key not in wanted_clusters for key in of_cluster], np.float32),
        NAMED_SHEET: np.array([key in wanted_clusters for key in of_cluster], np.float32),
    }


def _known_signal(
    found: Sequence[_Found], facts_asked: Mapping[str, AskedFact], asked_lists: frozenset[str]
) -> NDArray[np.float32]:
    """How surely the question is after what it states; a list that is asked for rests on no fact and answers as well as
    the surest."""
    most = max((fact.surety for fact in facts_asked.values()), default=0.0)
    told = stated([f.text for f in found], [f.sentence.facts for f in found], [f.opens for f in found], facts_asked)
    listed = [f.document.meta.get("name") in asked_lists for f in found]
    return np.array([most if on_list else known for on_list, known in zip(listed, told, strict=True)], np.float32)


def _search_signals(found: Sequence[_Found], hits: Sequence[Hit]) -> dict[str, NDArray[np.float32]]:
    """By what the search thinks of its passage, and of its whole text, in [0, 1]."""
    score = {hit.passage_id: hit.score for hit in hits}
    of_text: dict[str, dict[int, float]] = {}
    for f in found:
        of_text.setdefault(f.document.id, {})[f.row.id] = score[f.row.id]
    best = {key: sum(sorted(own.values())[-TEXT_PASSAGES:]) for key, own in of_text.items()}
    highest = max(best.values()) or 1.0
    return {
        PASSAGE: np.array([score[f.row.id] for f in found], np.float32),
        TEXT: np.array([best[f.document.id] / highest for f in found], np.float32),
    }


def _quotable(
    row: PassageRow, found: Sequence[StoredSentence], document: StoredDocument | None, informing: Informing
) -> list[StoredSentence]:
    if document is None or document.origin == SHIPPED:
        return list(found)
    texts = [row.text[s.start - row.start : s.end - row.start] for s in found]
    kept = informing((document.title, *row.section), texts, [s.vector for s in found])
    return [sentence for sentence, keep in zip(found, kept, strict=True) if keep]


def _evidence(found: _Found, covered: float, known: float, similarity: float, score: float) -> Evidence:
    sentence = found.sentence
    return Evidence(
        found.text,
        sentence.start,
        sentence.end,
        sentence.section,
        sentence.facts,
        found.row,
        found.document,
        covered,
        known,
        similarity,
        score,
        sentence.vector,
    )


def _weights(question: str, idf: Idf) -> dict[str, float]:
    asked = {term: idf(term) for term in terms(question)}
    asking = _ASKING | _ASKING_NOUNS if is_keywords(question) else _ASKING
    return {term: weight for term, weight in asked.items() if term not in asking} or asked


def coverage(asked: Mapping[str, float], text: str, headings: Sequence[str] = ()) -> float:
    """Share of the question's words, weighted by rarity, that the text has; headings count half."""
    total = sum(asked.values())
    if not total:
        return 0.0
    own, above = set(terms(text)), set(terms(" ".join(headings)))
    held = sum(
        weight * (1.0 if term in own else HEADING_CREDIT if term in above else 0.0) for term, weight in asked.items()
    )
    return held / total
