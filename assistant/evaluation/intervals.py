"""Confidence intervals of measured shares."""

import math

Z95 = 1.959964


def wilson(hits: int, total: int, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval of a share, 95 % by default (Wilson, 1927). Raises ValueError without observations."""
    if total <= 0:
        raise ValueError("no observation")
    share, spread = hits / total, z * z / total
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)
