"""Which of several clusters stands out by what a message asks of them: the largest, the oldest, the best endowed."""

import re
from collections.abc import Callable, Sequence

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster

_LESS = re.compile(
    r"\b(?:moins|petite?s?|fewest|fewer|smallest|jeunes?|récente?s?|dernière?|dernier|youngest)\b", re.IGNORECASE
)
_SUPERLATIVE = re.compile(
    r"\b(?:plus|moins|mieux|most|fewest|\w+est|premier|avant|plus t[ôo]t|dernier|first|last)\b", re.IGNORECASE
)
_BY: tuple[tuple[re.Pattern[str], Callable[[Cluster], float | None]], ...] = (
    (
        re.compile(r"\b(?:ancien\w*|vieux|vieille|jeune|récente?|cr[ée]{1,2}e?|n[ée]e?|fond[ée]e?|oldest|youngest|founded|created)\b", re.IGNORECASE),
        lambda cluster: -cluster.founded if cluster.founded else None,
    ),
    (
        re.compile(r"\b(?:budget|argent|riche|doté|dotée|moyens|richest|money)\b", re.IGNORECASE),
        lambda cluster: cluster.budget.value if cluster.budget else None,
    ),
    (
        re.compile(r"\b(?:salari[ée]s|permanents|[ée]quipe|personnel|staff)\b", re.IGNORECASE),
        lambda cluster: cluster.team.value if cluster.team else None,
    ),
    (
        re.compile(r"\b(?:gros(?:se)?|grande?|petite?|peuplé|membres|adh[ée]rents|biggest|largest|smallest|members)\b", re.IGNORECASE),
        lambda cluster: cluster.members.count if cluster.members else None,
    ),
)  # fmt: skip


def stands_out(directory: Directory, asked: str, names: Sequence[str]) -> str | None:
    """The one of `names` that is first by what is asked; None when nothing of the kind is asked, nobody's figure is known or
    two are level."""
    by = next((value for rule, value in _BY if rule.search(asked)), None) if _SUPERLATIVE.search(asked) else None
    if by is None:
        return None
    clusters: dict[str, Cluster] = {name: m[0].resolved.cluster for name in names if (m := directory.mentions(name))}
    sign = -1 if _LESS.search(asked) else 1
    known = {name: sign * value for name, cluster in clusters.items() if (value := by(cluster)) is not None}
    ordered = sorted(known, key=lambda name: -known[name])
    if not ordered or (len(ordered) > 1 and known[ordered[0]] == known[ordered[1]]):
        return None
    return ordered[0]
