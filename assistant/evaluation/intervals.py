"""Confidence intervals of measured shares."""

import math
from collections.abc import Sequence
from typing import Any

Z95 = 1.959964


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The Wilson score interval of a share, 95 % (Wilson, 1927). Raises ValueError without observations."""
    if total <= 0:
        raise ValueError("no observation")
    share, spread = hits / total, Z95 * Z95 / total
    middle = (share + spread / 2) / (1 + spread)
    half = Z95 * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def share(values: Sequence[bool]) -> dict[str, Any] | None:
    """The share that is true, with its interval and how many were observed; None without observations."""
    if not values:
        return None
    low, high = wilson(sum(values), len(values))
    return {"share": round(sum(values) / len(values), 4), "interval": [round(low, 3), round(high, 3)], "n": len(values)}
