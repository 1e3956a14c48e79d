"""Multinomial logistic regression and its cross-validation, in numpy.

scikit-learn would do this, but with scipy it brings 150 MB to an installation that must stay under 1 GB.
"""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

_NEWTON_STEPS, _CONJUGATE_STEPS = 20, 40


def softmax(logits: Matrix) -> Matrix:
    """Rows of probabilities from rows of logits."""
    exponentials: Matrix = np.exp(logits - logits.max(axis=-1, keepdims=True))
    normalised: Matrix = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return normalised


def fit(rows: Matrix, targets: Matrix, penalty: float) -> Matrix:
    """Weights, shape (features, classes), that minimise cross-entropy + penalty / 2 · |weights|².

    `targets` are one-hot rows. Newton's method; each step is solved by conjugate gradient, since the Hessian itself
    would not fit (Nocedal & Wright, Numerical Optimization, 2006, algorithm 7.1).
    """
    weights = np.zeros((rows.shape[1], targets.shape[1]))
    for _ in range(_NEWTON_STEPS):
        chances = softmax(rows @ weights)
        gradient = rows.T @ (chances - targets) + penalty * weights
        if np.abs(gradient).max() < 1e-3:
            break
        step = _newton_step(rows, chances, penalty, gradient)
        weights = _descend(rows, targets, penalty, weights, step)
    return weights


def _loss(rows: Matrix, targets: Matrix, penalty: float, weights: Matrix) -> float:
    chances = softmax(rows @ weights)
    return float(-np.log((chances * targets).sum(axis=1) + 1e-300).sum() + penalty / 2 * (weights**2).sum())


def _descend(rows: Matrix, targets: Matrix, penalty: float, weights: Matrix, step: Matrix) -> Matrix:
    """The weights moved along `step`, halved until the loss falls."""
    before = _loss(rows, targets, penalty, weights)
    for halving in range(10):
        moved: Matrix = weights - step / 2**halving
        if _loss(rows, targets, penalty, moved) < before:
            return moved
    return weights


def _newton_step(rows: Matrix, chances: Matrix, penalty: float, gradient: Matrix) -> Matrix:
    """The solution of Hessian · step = gradient, near enough for an outer step."""
    step = np.zeros_like(gradient)
    residual = gradient.copy()
    direction = residual.copy()
    power = float((residual**2).sum())
    enough = 0.01 * power
    for _ in range(_CONJUGATE_STEPS):
        if power <= enough:
            break
        moved = chances * (rows @ direction)
        moved -= chances * moved.sum(axis=1, keepdims=True)
        curved = rows.T @ moved + penalty * direction
        length = power / float((direction * curved).sum())
        step += length * direction
        residual -= length * curved
        power, previous = float((residual**2).sum()), power
        direction = residual + power / previous * direction
    return step


def held_out_logits(rows: Matrix, targets: Matrix, folds: NDArray[np.intp], penalty: float) -> Matrix:
    """Each row's logits given by a model that saw no row of its fold."""
    logits = np.zeros_like(targets)
    for number in np.unique(folds):
        seen = folds != number
        logits[~seen] = rows[~seen] @ fit(rows[seen], targets[seen], penalty)
    return logits


def log_loss(logits: Matrix, targets: Matrix) -> float:
    """Mean cross-entropy of the logits, in nats."""
    return float(-np.log((softmax(logits) * targets).sum(axis=1) + 1e-300).mean())
