"""Abstaining measured, and its weights fitted, on questions with and without an answer in the corpus.

Metrics: area under the ROC curve of the probability of an answer (Fawcett, 2006, doi:10.1016/j.patrec.2005.10.010);
precision and recall of abstentions at the caution set; coverage and risk as the caution grows (El-Yaniv & Wiener,
2010).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.answering.abstention import DOMAIN, GENERAL, Signals, Weights
from assistant.answering.question_kind import held_out
from assistant.evaluation.intervals import share
from assistant.evaluation.labelled import Labelled
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
    return {
        "questions": len(questions),
        "auroc": auroc(chances, wanted),
        **at(chances, wanted, caution),
        "curve": _curve(chances, wanted),
    }


def _curve(chances: Sequence[float], wanted: Sequence[bool]) -> list[dict[str, Any]]:
    return [{"caution": caution, **at(chances, wanted, caution)} for caution in CAUTIONS]


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


def fit_domain(
    file: Path, signals_of: SignalsOf, kind_vector: Callable[[str], NDArray[np.float32]]
) -> tuple[Weights, dict[str, Any]]:
    """Weights for questions on clusters. The kind of each question is told by what was learnt from the others."""
    questions = read_judged(file)
    wanted = [question.expected == "answer" for question in questions]
    kinds = held_out(np.stack([kind_vector(q.text) for q in questions]).astype(np.float64), wanted)
    found = [signals_of(question.text) for question in questions]
    rows = [
        _only(DOMAIN, replace(signals, kind=kind), language)
        for (signals, language), kind in zip(found, kinds, strict=True)
    ]
    return fit_weights(rows, wanted)


def fit_general(found: Sequence[Labelled]) -> tuple[Weights, dict[str, Any]]:
    """Weights for documents of any subject, from labelled questions on them."""
    return fit_weights([_only(GENERAL, f.signals, f.language) for f in found], [f.answerable for f in found])


def _only(names: frozenset[str], signals: Signals, language: Language) -> dict[str, float]:
    return {name: value for name, value in signals.features(language).items() if name in names}


def fit_weights(rows: Sequence[Mapping[str, float]], wanted: Sequence[bool]) -> tuple[Weights, dict[str, Any]]:
    """Weights fitted on features, one row a question, and whether it has an answer; the penalty is the best on
    questions held out in turn, whose AUROC is told."""
    names = sorted(rows[0])
    values = np.array([[row[name] for name in names] for row in rows])
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.hstack([(values - mean) / spread, np.ones((len(values), 1))])
    targets = np.array([[1.0 - w, float(w)] for w in wanted])
    folds = np.random.default_rng(0).permutation(len(rows)) % FOLDS
    held = {penalty: regression.held_out_logits(scaled, targets, folds, penalty) for penalty in PENALTIES}
    best = min(PENALTIES, key=lambda penalty: regression.log_loss(held[penalty], targets))
    fitted = regression.fit(scaled, targets, best)
    odds = fitted[:, 1] - fitted[:, 0]
    of = dict(zip(names, (float(v) for v in odds[:-1] / spread), strict=True))
    constant = float(odds[-1] - (odds[:-1] * mean / spread).sum())
    margins = held[best][:, 1] - held[best][:, 0]
    chances = [1 / (1 + float(np.exp(-margin))) for margin in margins]
    return Weights(constant, of), {
        "questions": len(rows),
        "penalty": best,
        "auroc_held_out": auroc(chances, wanted),
        "curve_held_out": _curve(chances, wanted),
    }


def write_weights(file: Path, **fitted: Weights) -> None:
    """Writes the weights named `domaine` or `general` where `corpus/abstention.yaml` holds them; others stay."""
    values = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    for name, weights in fitted.items():
        of = {key: round(value, 3) for key, value in weights.of.items()}
        values[name] = {"constante": round(weights.constant, 3), "poids": of}
    head = "# Poids des signaux : log-cotes que le corpus réponde. Ajustés par `interpilote eval abstention --fit`.\n"
    file.write_text(head + yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")


def evaluate_labelled(found: Sequence[Labelled], weights: Weights, caution: float) -> dict[str, Any]:
    """All metrics on labelled questions about documents of any subject, and by kind of unanswerable question."""
    chances = [weights.probability(f.signals, f.language) for f in found]
    wanted = [f.answerable for f in found]
    measured = at(chances, wanted, caution)
    return {
        "positive": "abstain",
        "questions": len(found),
        "auroc": auroc(chances, wanted),
        "precision": measured["precision"]["share"],
        "recall": measured["recall"]["share"],
        "intervals": {name: measured[name] for name in ("precision", "recall")},
        "by_label": {
            label: _of_label(found, chances, label, caution)
            for label in dict.fromkeys(f.label for f in found if not f.answerable)
        },
        "curve": _curve(chances, wanted),
    }


def _of_label(found: Sequence[Labelled], chances: Sequence[float], label: str, caution: float) -> dict[str, Any]:
    kept = [
        (chance, f.answerable) for chance, f in zip(chances, found, strict=True) if f.answerable or f.label == label
    ]
    refused = [chance < caution for chance, answerable in kept if not answerable]
    return {"questions": len(refused), "auroc": auroc(*zip(*kept, strict=True)), "recall": share(refused)}
