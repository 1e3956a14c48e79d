"""One method against others on the same queries: tables, and the gain over the best of the others."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.ranking import (
    METRICS,
    Measured,
    Query,
    draws,
    expected_at_random,
    measured,
    spread,
    with_intervals,
)

Rankings = Mapping[str, Sequence[str]]


def table(rankings: Rankings, queries: Sequence[Query]) -> Measured:
    """Mean and interval of each metric."""
    return with_intervals(_values(rankings, queries), draws(queries))


def compared(
    own: Rankings, others: Mapping[str, Rankings], queries: Sequence[Query], candidates: int
) -> dict[str, Any]:
    """Tables of `own` and of the others, chance included, and the paired gain over the best of them on each metric."""
    drawn, values = draws(queries), _values(own, queries)
    rivals = {name: _values(rankings, queries) for name, rankings in others.items()}
    rivals["random"] = np.array([expected_at_random(candidates, query) for query in queries])
    ids = list(own)
    return {
        "queries": len(queries),
        "measured": with_intervals(values, drawn),
        "baselines": {
            name: {**with_intervals(found, drawn), **(spread(others[name], ids) if name in others else {})}
            for name, found in rivals.items()
        },
        "gain": _gains(values, rivals, drawn),
    }


def _gains(
    values: NDArray[np.float64], rivals: Mapping[str, NDArray[np.float64]], drawn: NDArray[np.float64]
) -> dict[str, dict[str, Any]]:
    gains: dict[str, dict[str, Any]] = {}
    for at, metric in enumerate(METRICS):
        best = max(sorted(rivals), key=lambda name: rivals[name][:, at].mean())
        gains[metric] = {"over": best, **with_intervals(values - rivals[best], drawn)[metric]}
    return gains


def _values(rankings: Rankings, queries: Sequence[Query]) -> NDArray[np.float64]:
    return np.array([measured(rankings[query.asks], query) for query in queries])
