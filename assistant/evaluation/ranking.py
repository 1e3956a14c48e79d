"""Measures of ranked lists against what is documented, with intervals. Arithmetic only: no cluster, no file.

A query is answered by a list of identifiers, best first; any of its relevant ones counts. nDCG is binary: a relevant
one at rank r gives 1 / log2(r + 1), divided by the best total there could be.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import comb, log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

METRICS = ("hit@1", "hit@5", "hit@10", "mrr", "ndcg@10")
DEPTH = 10
RESAMPLES, SEED = 2000, 4
Measured = dict[str, dict[str, float]]


class Query(NamedTuple):
    """Who asks, whom we should find, whom we leave out of the list, and the relations that say so."""

    asks: str
    relevant: frozenset[str]
    relations: frozenset[str]
    left_out: frozenset[str] = frozenset()


def measured(ranking: Sequence[str], query: Query) -> tuple[float, ...]:
    """The metrics of one list, in the order of METRICS; all 0 when nothing relevant is in it."""
    shown = [identifier for identifier in ranking if identifier not in query.left_out]
    ranks = [rank for rank, identifier in enumerate(shown, 1) if identifier in query.relevant]
    if not ranks:
        return (0.0,) * len(METRICS)
    first = ranks[0]
    gained = sum(1 / log2(rank + 1) for rank in ranks if rank <= DEPTH)
    return (*(float(first <= k) for k in (1, 5, 10)), 1 / first, gained / _ideal(len(query.relevant)))


def expected_at_random(candidates: int, query: Query) -> tuple[float, ...]:
    """What a shuffled list of candidates gives on average: exact, not drawn."""
    total, good = candidates - len(query.left_out), len(query.relevant)
    missed = [comb(total - good, k) / comb(total, k) if k < total else 0.0 for k in range(max(total, DEPTH) + 1)]
    reciprocal = sum((missed[rank - 1] - missed[rank]) / rank for rank in range(1, total + 1))
    gained = sum(1 / log2(rank + 1) for rank in range(1, min(DEPTH, total) + 1)) * good / total
    return (*(1 - missed[k] for k in (1, 5, 10)), reciprocal, gained / _ideal(good))


def _ideal(relevant: int) -> float:
    return sum(1 / log2(rank + 1) for rank in range(1, min(relevant, DEPTH) + 1))


def draws(queries: Sequence[Query], seed: int = SEED) -> NDArray[np.float64]:
    """How much each query counts in each resample of the relations, one row a resample, summing to 1.

    Relations are drawn with replacement. A query counts as often, on average, as the relations it rests on were drawn:
    what one convention of ten clusters says comes and goes together.
    """
    relations = sorted(set().union(*(query.relations for query in queries)))
    rests_on = np.array([[r in query.relations for r in relations] for query in queries], dtype=float)
    rests_on /= rests_on.sum(axis=1, keepdims=True)
    generator = np.random.default_rng(seed)
    drawn = generator.multinomial(len(relations), np.full(len(relations), 1 / len(relations)), size=RESAMPLES)
    weights: NDArray[np.float64] = drawn @ rests_on.T
    weights /= weights.sum(axis=1, keepdims=True)
    return weights


def with_intervals(values: NDArray[np.float64], drawn: NDArray[np.float64]) -> Measured:
    """Mean over queries and 95 % interval over the draws of each metric; `values` has one row a query.

    Given the difference of two methods, it is a paired bootstrap: a low end above 0 is a significant gain.
    """
    low, high = np.quantile(drawn @ values, (0.025, 0.975), axis=0)
    return {
        name: {"value": round(float(mean), 4), "low": round(float(a), 4), "high": round(float(b), 4)}
        for name, mean, a, b in zip(METRICS, values.mean(axis=0), low, high, strict=True)
    }


def spread(rankings: Mapping[str, Sequence[str]], candidates: Iterable[str]) -> dict[str, float]:
    """How the first ten places are shared: the share of candidates with one at least, and Gini's index of them."""
    counts = dict.fromkeys(candidates, 0)
    for ranking in rankings.values():
        for identifier in ranking[:DEPTH]:
            counts[identifier] += 1
    covered = sum(count > 0 for count in counts.values()) / len(counts)
    return {"coverage": round(covered, 4), "gini": round(gini(list(counts.values())), 4)}


def gini(counts: Sequence[float]) -> float:
    """0 when all have as many, near 1 when one has all; 0 when nobody has any."""
    total, n = sum(counts), len(counts)
    if not total:
        return 0.0
    return sum((2 * place - n - 1) * count for place, count in enumerate(sorted(counts), 1)) / (n * total)
