"""Abstaining measured, and its weights fitted, on questions with and without an answer in the corpus.

Metrics: area under the ROC curve of the probability of an answer (Fawcett, 2006, doi:10.1016/j.patrec.2005.10.010);
precision and recall of abstentions at the caution set; coverage and risk as the caution grows (El-Yaniv & Wiener, 2010).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from assistant.answering.abstention import Signals, Weights
from assistant.evaluation.intervals import share
from assistant.evaluation.questions import Question, read_questions
from assistant.routing import regression
from assistant.vocabulary import Language

FOLDS, PENALTIES = 10, (0.3, 1.0, 3.0, 10.0)
CAUTIONS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
SignalsOf = Callable[[str], tuple[Signals, Language]]


def read_judged(file: Path) -> list[Question]:
    """The questions of a set that expect an answer or an abstention."""
    return [question for question in read_questions(file) if question.expected in ("answer", "abstain")]


def evaluate_abstention(file: Path, signals_of: SignalsOf, weights: Weights, caution: float) -> dict[str, Any]:
    """All metrics on a set."""
    questions = read_judged(file)
    chances = [weights.probability(*signals_of(question.text)) for question in questions]
    wanted = [question.expected == "answer" for question in questions]
    return {"questions": len(questions), "auroc": auroc(chances, wanted), **at(chances, wanted, caution)} | {
        "curve": [{"caution": value, **at(chances, wanted, value)} for value in CAUTIONS]
    }


def at(chances: Sequence[float], wanted: Sequence[bool], caution: float) -> dict[str, Any]:
    """Precision and recall of the abstentions at a caution; the share answered, and of it the share that should not."""
    refused = [not answerable for chance, answerable in zip(chances, wanted, strict=True) if chance < caution]
    found = [chance < caution for chance, answerable in zip(chances, wanted, strict=True) if not answerable]
    given = [not answerable for chance, answerable in zip(chances, wanted, strict=True) if chance >= caution]
    return {
        "precision": share(refused),
        "recall": share(found),
        "answered": round(len(given) / len(chances), 4),
        "risk": round(sum(given) / len(given), 4) if given else 0.0,
    }


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float:
    """How often a positive scores above a negative, ties counting half."""
    high = np.array([s for s, p in zip(scores, positive, strict=True) if p])[:, None]
    low = np.array([s for s, p in zip(scores, positive, strict=True) if not p])[None, :]
    return round(float((high > low).mean() + 0.5 * (high == low).mean()), 4)


def fit_weights(file: Path, signals_of: SignalsOf) -> tuple[Weights, dict[str, float]]:
    """Weights fitted on a set; the penalty is the best on questions held out in turn, whose AUROC is told."""
    questions = read_judged(file)
    features = [signals.features(language) for signals, language in (signals_of(q.text) for q in questions)]
    names = sorted(features[0])
    rows = np.array([[row[name] for name in names] for row in features])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    scaled = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    wanted = [question.expected == "answer" for question in questions]
    targets = np.array([[1.0 - w, float(w)] for w in wanted])
    folds = np.random.default_rng(0).permutation(len(rows)) % FOLDS
    held = {penalty: regression.held_out_logits(scaled, targets, folds, penalty) for penalty in PENALTIES}
    best = min(PENALTIES, key=lambda penalty: regression.log_loss(held[penalty], targets))
    fitted = regression.fit(scaled, targets, best)
    odds = fitted[:, 1] - fitted[:, 0]
    of = dict(zip(names, (float(v) for v in odds[:-1] / spread), strict=True))
    constant = float(odds[-1] - (odds[:-1] * mean / spread).sum())
    margins = held[best][:, 1] - held[best][:, 0]
    return Weights(constant, of), {"penalty": best, "auroc_held_out": auroc(margins.tolist(), wanted)}


def write_weights(weights: Weights, file: Path) -> None:
    """Writes the weights as `corpus/abstention.yaml` holds them."""
    head = "# Poids des signaux : log-cotes que le corpus réponde. Ajustés par `interpilote eval abstention --fit`.\n"
    values = {"constante": round(weights.constant, 3), "poids": {k: round(v, 3) for k, v in weights.of.items()}}
    file.write_text(head + yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
