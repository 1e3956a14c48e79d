"""Retrieval measured on a folder in the usual form (corpus.jsonl, queries.jsonl, qrels.tsv), by the code of `search`.

A document counts by its best passage. Metrics are those of ir-measures (nDCG@10, recall, reciprocal rank).
"""

import csv
import json
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import MissingExtra, UnreadablePath
from assistant.evaluation.paired import gain
from assistant.index.embedding import Embedder
from assistant.index.fusion import fuse
from assistant.index.generation import Generation, open_generation, publish
from assistant.index.messages import encode_message
from assistant.index.search import DENSE, LEXICAL, Hit, search
from assistant.library.indexing import index_pages
from assistant.library.rows import StoredDocument
from assistant.library.store import Library
from assistant.reading.titles import opening
from assistant.settings import Settings
from assistant.vocabulary import DocumentType, Page, Progress

MEASURES = ("nDCG@10", "R@10", "R@100", "RR@10")
NAMES = dict(zip(MEASURES, ("ndcg@10", "recall@10", "recall@100", "mrr@10"), strict=True))


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Documents, queries and judgements of one set."""

    corpus: list[dict[str, str]]
    queries: list[dict[str, str]]
    qrels: dict[str, dict[str, int]]


def read_set(folder: Path) -> RetrievalSet:
    """Reads the three files. Raises UnreadablePath when one is missing, empty or not in the expected form."""
    try:
        qrels: dict[str, dict[str, int]] = {}
        with (folder / "qrels.tsv").open(encoding="utf-8") as lines:
            for number, row in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
                if row and not (number == 1 and not row[-1].lstrip("-").isdigit()):  # not the names of the columns
                    query, document, relevance = row
                    qrels.setdefault(query, {})[document] = int(relevance)
        data = RetrievalSet(list(_jsonl(folder / "corpus.jsonl")), list(_jsonl(folder / "queries.jsonl")), qrels)
        if not data.corpus or not any(query["id"] in qrels for query in data.queries):
            raise ValueError("no document, or no query with a judgement")
        return data
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadablePath(
            (
                f"{folder} n'est pas un jeu de recherche lisible : {error}",
                f"{folder} is not a readable retrieval set: {error}",
            ),
            (
                "Il y faut corpus.jsonl, queries.jsonl et qrels.tsv.",
                "It needs corpus.jsonl, queries.jsonl and qrels.tsv.",
            ),
        ) from error


def _jsonl(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                row = json.loads(line)
                key = row["id"] if "id" in row else row["_id"]
                yield {"id": str(key), "text": _storable(row["text"]), "title": _storable(row.get("title") or "")}


def _storable(text: str) -> str:
    """The text without the characters that a database does not take: NUL and lone surrogates."""
    return text.replace("\0", " ").encode("utf-8", "ignore").decode()


def evaluate_retrieval(folder: Path, embedder: Embedder, settings: Settings, progress: Progress) -> dict[str, Any]:
    """Metrics of each arm and of the fusion, the median time of a fused query, embedding included (ms), and how far
    the fusion is ahead of each arm in nDCG@10, with the paired p-value."""
    report, scores = _evaluate(folder, embedder, settings, progress)
    return {**report, "ahead": _ahead([scores])}


def evaluate_sets(
    folders: Sequence[Path], embedder: Embedder, settings: Settings, progress: Progress
) -> dict[str, Any]:
    """What `evaluate_retrieval` gives for each set, and how far the fusion is ahead over all their queries together."""
    reports, pooled = {}, []
    for folder in folders:
        report, scores = _evaluate(folder, embedder, settings, progress)
        reports[folder.resolve().name] = {**report, "ahead": _ahead([scores])}
        pooled.append(scores)
    return {"sets": reports, "pooled": _ahead(pooled)}


def _ahead(sets: Sequence[Mapping[str, Mapping[str, float]]]) -> dict[str, Any]:
    """The gain of the fusion over each arm, from each query's nDCG@10 by arm."""
    pairs = [(scores, query) for scores in sets for query in scores["fused"]]
    own = [scores["fused"][query] for scores, query in pairs]
    return {arm: gain(own, [scores[arm].get(query, 0.0) for scores, query in pairs]) for arm in (LEXICAL, DENSE)}


def _evaluate(
    folder: Path, embedder: Embedder, settings: Settings, progress: Progress
) -> tuple[dict[str, Any], dict[str, dict[str, float]]]:
    """The report, and the nDCG@10 of each query by arm."""
    _library()  # a missing extra is told before the work, not after
    data = read_set(folder)
    with indexed(data, embedder, settings, progress) as (library, generation):
        runs, times = _run(data, library, generation, embedder, settings)
    report: dict[str, Any] = {arm: _measures(data.qrels, run) for arm, run in runs.items()}
    report |= {"ms_per_query": round(statistics.median(times), 2), "documents": len(data.corpus), "queries": len(times)}
    return report, {arm: _by_query(data.qrels, run) for arm, run in runs.items()}


@contextmanager
def indexed(
    data: RetrievalSet, embedder: Embedder, settings: Settings, progress: Progress
) -> Iterator[tuple[Library, Generation]]:
    """A library of the documents of a set, and its index, for as long as they are measured."""
    with tempfile.TemporaryDirectory() as work, closing(Library(Path(work) / "library.sqlite")) as library:
        _fill(library, data, embedder, settings, progress)
        with closing(open_generation(publish(library, Path(work) / "index"))) as generation:
            yield library, generation


def _fill(library: Library, data: RetrievalSet, embedder: Embedder, settings: Settings, progress: Progress) -> None:
    """Puts the documents of a set into a library; one without a title gets what an added file would."""
    for done, document in enumerate(data.corpus):
        progress(document["id"], done / len(data.corpus))
        pages = [Page(1, document["text"])]
        title = document["title"] or opening(document["text"])
        passages = index_pages(title, pages, embedder, settings.passage_characters)
        card = StoredDocument(document["id"], title, DocumentType.UTILISATEUR)
        with library.transaction():
            library.add(card, pages, passages)


def _run(
    data: RetrievalSet, library: Library, generation: Generation, embedder: Embedder, settings: Settings
) -> tuple[dict[str, dict[str, dict[str, float]]], list[float]]:
    owner = {row.id: row.document_id for row in library.passages(library.passage_ids()).values()}
    runs: dict[str, dict[str, dict[str, float]]] = {LEXICAL: {}, DENSE: {}, "fused": {}}
    times = []
    for query in data.queries:
        if query["id"] not in data.qrels:
            continue
        started = time.perf_counter()
        hits = search(
            generation,
            library,
            encode_message(embedder, query["text"]),
            lexical_weight=settings.lexical_weight,
            depth=settings.search_depth,
            reread=settings.reread,
        )
        times.append((time.perf_counter() - started) * 1000)
        runs["fused"][query["id"]] = _best_of_documents({hit.passage_id: hit.score for hit in hits}, owner)
        for arm in (LEXICAL, DENSE):
            runs[arm][query["id"]] = _best_of_documents(_arm(hits, arm), owner)
    return runs, times


def _arm(hits: list[Hit], arm: str) -> dict[int, float]:
    return dict(fuse({arm: {hit.passage_id: hit.scores[arm] for hit in hits if arm in hit.scores}}, {arm: 1.0}))


def _best_of_documents(passages: Mapping[int, float], owner: Mapping[int, str]) -> dict[str, float]:
    best: dict[str, float] = {}
    for key, score in passages.items():
        best[owner[key]] = max(score, best.get(owner[key], -1.0))
    return best


def _library() -> Any:
    try:
        import ir_measures
    except ImportError as error:
        raise MissingExtra(
            ("La mesure de la recherche demande ir-measures.", "Measuring retrieval needs ir-measures."),
            ("Installez l'extra : pip install 'interpilote[eval]'.", "Install it: pip install 'interpilote[eval]'."),
        ) from error
    return ir_measures


def _measures(qrels: dict[str, dict[str, int]], run: dict[str, dict[str, float]]) -> dict[str, float]:
    ir_measures = _library()
    found = ir_measures.calc_aggregate([ir_measures.parse_measure(name) for name in MEASURES], qrels, run)
    return {NAMES[str(measure)]: round(float(value), 4) for measure, value in found.items()}


def _by_query(qrels: dict[str, dict[str, int]], run: dict[str, dict[str, float]]) -> dict[str, float]:
    ir_measures = _library()
    found = ir_measures.iter_calc([ir_measures.parse_measure(MEASURES[0])], qrels, run)
    return {metric.query_id: float(metric.value) for metric in found}
