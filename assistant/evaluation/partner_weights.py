"""The weights of partners learnt from documented relations: those that do not serve to measure.

Each pair that a relation joins is a choice: of the clusters that might have been, this one. The chance of a candidate
is the softmax of the weighted sum of its criteria (conditional logit, McFadden, 1974), weights not below 0; a relation
of many pairs counts as the square root of their number.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.clusters.directory import Directory
from assistant.clusters.suggestions import partners
from assistant.evaluation.relations import joining, masked, suggested
from assistant.vocabulary import Suggestion

Matrix = NDArray[np.float64]
# What nothing speaks for is told all the same: a weight of 0 would leave its reason out.
LEAST = 0.01
_PENALTY = 1e-3  # of the squared weights, so that what nothing speaks for stays small
_STEPS, _STEP = 300, 0.5
_PARTS = 8


class _Choices(NamedTuple):
    """Values of the criteria (choices, candidates, criteria), who was chosen, by which relation, and how much it
    counts."""

    values: Matrix
    chosen: NDArray[np.int_]
    relations: NDArray[np.str_]
    counts: Matrix

    def part(self, kept: NDArray[np.bool_]) -> "_Choices":
        return _Choices(self.values[kept], self.chosen[kept], self.relations[kept], self.counts[kept])


def learn_weights(directory: Directory, names: Sequence[str], stages: Collection[str], today: date) -> dict[str, Any]:
    """The weight of each criterion of `names`, summing to 1, and the log-loss of relations left out, in eight parts."""
    choices = _choices(directory, names, joining(directory, stages), today)
    weights = _fitted(choices)
    return {
        "relations": len(set(choices.relations)),
        "choices": len(choices.chosen),
        "weights": dict(zip(names, np.maximum(weights / weights.sum(), LEAST).round(3).tolist(), strict=True)),
        "log_loss_held_out": round(_held_out(choices), 3),
        "log_loss_alike": round(_loss(choices, np.zeros(len(names))), 3),
    }


def _choices(
    directory: Directory,
    names: Sequence[str],
    sides: Mapping[str, tuple[frozenset[str], frozenset[str]]],
    today: date,
) -> _Choices:
    candidates = suggested(partners, masked(directory), today)
    joined = [(r, a, b) for r, (ours, _) in sorted(sides.items()) for a in sorted(ours) for b in sorted(ours - {a})]
    rows = []
    for relation, asks, partner in joined:
        others = {b for _, a, b in joined if a == asks and b != partner}
        left = [s for s in candidates[asks] if s.cluster_id not in others]
        ids = [s.cluster_id for s in left]
        if partner in ids:
            count = sum(r == relation for r, _, _ in joined) ** -0.5
            rows.append((_values(left, names, len(directory.active)), ids.index(partner), relation, count))
    values, chosen, relations, counts = zip(*rows, strict=True)
    return _Choices(np.array(values), np.array(chosen), np.array(relations), np.array(counts))


def _values(candidates: Sequence[Suggestion], names: Sequence[str], size: int) -> Matrix:
    """The criteria of the candidates, an unknown one worth one half; rows of NaN fill up to `size`."""
    matrix = np.full((size, len(names)), np.nan)
    for row, suggestion in enumerate(candidates):
        found = {criterion.name: criterion.value for criterion in suggestion.criteria}
        matrix[row] = [0.5 if (value := found[name]) is None else value for name in names]
    return matrix


def _chances(choices: _Choices, weights: Matrix) -> Matrix:
    scores = choices.values @ weights
    scores = np.exp(scores - np.nanmax(scores, axis=1, keepdims=True))
    chances: Matrix = np.nan_to_num(scores / np.nansum(scores, axis=1, keepdims=True))
    return chances


def _loss(choices: _Choices, weights: Matrix) -> float:
    chosen = _chances(choices, weights)[np.arange(len(choices.chosen)), choices.chosen]
    return float(np.average(-np.log(chosen), weights=choices.counts))


def _fitted(choices: _Choices) -> Matrix:
    """Projected gradient with momentum: the loss is convex, its curvature below 2 for criteria in [0, 1]."""
    values = np.nan_to_num(choices.values)
    taken = values[np.arange(len(choices.chosen)), choices.chosen]
    share = choices.counts / choices.counts.sum()
    weights = ahead = np.ones(values.shape[2])
    for step in range(_STEPS):
        expected = np.einsum("ij,ijk->ik", _chances(choices, ahead), values)
        gradient = share @ (expected - taken) + _PENALTY * ahead
        moved = np.maximum(0.0, ahead - _STEP * gradient)
        ahead, weights = moved + step / (step + 3) * (moved - weights), moved
    return weights


def _held_out(choices: _Choices) -> float:
    """The mean loss of each relation by weights learnt without it, all its pairs in the same part."""
    names = sorted(set(choices.relations))
    part = {name: at % _PARTS for at, name in enumerate(np.random.default_rng(0).permutation(names))}
    parts = np.array([part[name] for name in choices.relations])
    losses, counts = [], []
    for number in sorted(set(parts)):
        left_out = choices.part(parts == number)
        losses.append(_loss(left_out, _fitted(choices.part(parts != number))))
        counts.append(left_out.counts.sum())
    return float(np.average(losses, weights=counts))
