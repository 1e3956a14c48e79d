"""Référents against blind judgements of pairs: of two clusters, which would teach the pilot more.

Each pair was judged twice from the sheets' facts, names and scores hidden, the two candidates in the other order the
second time. What counts is the pairs on which both passes agree; Cohen's kappa says how well they do.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.clusters.directory import Directory
from assistant.evaluation.datasets import read_rows
from assistant.evaluation.intervals import share

Rankings = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A pilot, two candidates, and the better one by each pass; null when a pass sees no difference."""

    id: str
    pilot: str
    candidates: tuple[str, str]
    better: tuple[str | None, str | None]
    first: tuple[str, str]  # which candidate each pass saw first

    @property
    def agreed(self) -> str | None:
        """The candidate both passes prefer."""
        return self.better[0] if self.better[0] == self.better[1] else None


def read_pairs(file: Path) -> list[Pair]:
    """Reads judged pairs. Raises UnreadablePath when the file is missing or malformed."""
    return read_rows(file, _pair, ("un jeu de paires", "a set of pairs"), "referent-pairs")


def _pair(row: dict[str, Any]) -> Pair:
    (one, other), (first, second) = row["candidates"], row["passes"]
    for judged in (first, second):
        if judged["better"] not in (one, other, None) or judged["first"] not in (one, other):
            raise ValueError(f"{row['id']}: {judged}")
    return Pair(
        row["id"], row["pilot"], (one, other), (first["better"], second["better"]), (first["first"], second["first"])
    )


def evaluate_judgements(directory: Directory, pairs: Sequence[Pair], methods: Mapping[str, Rankings]) -> dict[str, Any]:
    """Agreement of the passes, and how often each method puts the agreed candidate before the other.

    Pairs of clusters that are no longer active are left out.
    """
    active = {cluster.id for cluster in directory.active}
    kept = [pair for pair in pairs if active.issuperset({pair.pilot, *pair.candidates})]
    agreed = [pair for pair in kept if pair.agreed]
    return {
        "pairs": len(kept),
        "pilots": len({pair.pilot for pair in kept}),
        "agreement": share([pair.better[0] == pair.better[1] for pair in kept]),
        "kappa": round(kappa([_as_candidate(pair) for pair in kept]), 4),
        "seen_first": share([better == first for p in kept for better, first in zip(p.better, p.first, strict=True)]),
        "accuracy": {name: share([_right(rankings, pair) for pair in agreed]) for name, rankings in methods.items()},
        "wrong": [
            {"id": pair.id, "pilot": pair.pilot, "better": pair.agreed, "candidates": list(pair.candidates)}
            for pair in agreed
            if not _right(next(iter(methods.values())), pair)
        ],
    }


def _as_candidate(pair: Pair) -> tuple[int, int]:
    """The choice of each pass: first or second candidate of the pair, or neither."""
    one, two = (2 if better is None else pair.candidates.index(better) for better in pair.better)
    return one, two


def _right(rankings: Rankings, pair: Pair) -> bool:
    """Whether the agreed candidate comes before the other."""
    ranking = rankings[pair.pilot]
    return next((name for name in ranking if name in pair.candidates), None) == pair.agreed


def kappa(choices: Sequence[tuple[int, int]]) -> float:
    """Cohen's kappa of two passes over the same items (Cohen, 1960); 1 when chance alone would already agree."""
    total = len(choices)
    if not total:
        return 1.0
    seen = sum(one == two for one, two in choices) / total
    ones, twos = Counter(one for one, _ in choices), Counter(two for _, two in choices)
    chance = sum(ones[label] * twos[label] for label in ones) / total**2
    return (seen - chance) / (1 - chance) if chance < 1 else 1.0
