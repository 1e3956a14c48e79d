"""Whether one method is ahead of another on the same queries, beyond chance."""

from collections.abc import Sequence
from typing import Any

import numpy as np

DRAWS, SEED = 10_000, 0


def gain(own: Sequence[float], other: Sequence[float]) -> dict[str, Any]:
    """Mean of own − other, query by query, and the two-sided p-value of a sign-flipping test (Fisher, 1935).

    The p-value is the share of random changes of sign that lead as far from 0, the observed one counted in.
    """
    differences = np.asarray(own, np.float64) - np.asarray(other, np.float64)
    if not len(differences):
        return {"gain": 0.0, "p": 1.0, "queries": 0}
    random = np.random.default_rng(SEED)
    observed = abs(differences.sum())
    flipped = np.array([abs((random.choice((-1.0, 1.0), len(differences)) * differences).sum()) for _ in range(DRAWS)])
    p = (1 + int((flipped >= observed - 1e-12).sum())) / (1 + DRAWS)
    return {"gain": round(float(differences.mean()), 4), "p": round(p, 4), "queries": len(differences)}
