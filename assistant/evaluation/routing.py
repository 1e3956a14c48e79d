"""Routing measured on a set of utterances that was never trained on.

Metrics: macro-averaged F1; recall and false alarms of what is out of scope; expected calibration error in ten equal
bins (Guo et al., 2017, arXiv:1706.04599); the confusion matrix; how often a stated phase is found, and made up.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.datasets import read_rows
from assistant.evaluation.intervals import share
from assistant.vocabulary import Intent, Phase, PhaseSource, Route, Turn

BINS = 10
DRAWS, SEED = 1000, 0
RouteOf = Callable[[str, Sequence[Turn]], Route]


@dataclass(frozen=True, slots=True)
class Utterance:
    """A labelled question. `also` is a second reading that is right too; `phase` what the person states, if
    anything."""

    text: str
    intent: Intent
    language: str
    also: Intent | None
    phase: Phase | None
    history: tuple[Turn, ...]
    style: str = "plain"


def read_utterances(file: Path) -> list[Utterance]:
    """Reads a set. Raises UnreadablePath when it is missing or malformed."""
    return read_rows(file, _utterance, ("un jeu de routage", "a routing set"), "routing")


def _utterance(row: dict[str, Any]) -> Utterance:
    return Utterance(
        row["text"],
        Intent(row["intent"]),
        row["lang"],
        Intent(row["also"]) if row.get("also") else None,
        Phase(row["phase"]) if row.get("phase") else None,
        tuple(Turn.model_validate(turn) for turn in row.get("history") or ()),
        row.get("style", "plain"),
    )


def evaluate_routing(file: Path, route_of: RouteOf) -> dict[str, Any]:
    """All metrics, strict and with the second reading accepted."""
    utterances = read_utterances(file)
    routes = [route_of(utterance.text, utterance.history) for utterance in utterances]
    wanted, given = [u.intent for u in utterances], [route.intent for route in routes]
    lenient = [g if g == u.also else u.intent for u, g in zip(utterances, given, strict=True)]
    return {
        "utterances": len(utterances),
        "macro_f1": macro_f1(wanted, given),
        "macro_f1_interval": macro_f1_interval(wanted, given),
        "macro_f1_with_second_reading": macro_f1(lenient, given),
        "macro_f1_with_second_reading_interval": macro_f1_interval(lenient, given),
        "by_language": _by([u.language for u in utterances], wanted, given),
        "by_style": _by([u.style for u in utterances], wanted, given),
        "f1": {intent.value: round(f1(wanted, given, intent), 4) for intent in Intent},
        "out_of_scope": _out_of_scope(wanted, given),
        "expected_calibration_error": calibration_error(
            [route.confidence for route in routes], [g == w for g, w in zip(given, lenient, strict=True)]
        ),
        "phase": _phases(utterances, routes),
        "confusion": _confusion(wanted, given),
    }


def f1(wanted: Sequence[Intent], given: Sequence[Intent], intent: Intent) -> float:
    """Harmonic mean of precision and recall of one intent; 0 when it is neither wanted nor given."""
    hits = sum(w == g == intent for w, g in zip(wanted, given, strict=True))
    total = sum(w == intent for w in wanted) + sum(g == intent for g in given)
    return 2 * hits / total if total else 0.0


def macro_f1(wanted: Sequence[Intent], given: Sequence[Intent]) -> float:
    """Mean F1 of the intents that occur."""
    present = sorted(set(wanted))
    return round(sum(f1(wanted, given, intent) for intent in present) / len(present), 4)


def macro_f1_interval(wanted: Sequence[Intent], given: Sequence[Intent]) -> list[float]:
    """The 95 % interval of the macro-F1, by bootstrap over utterances."""
    code = {intent: number for number, intent in enumerate(Intent)}
    pairs = np.array([len(code) * code[w] + code[g] for w, g in zip(wanted, given, strict=True)])
    drawn = pairs[np.random.default_rng(SEED).integers(0, len(pairs), (DRAWS, len(pairs)))]
    tables = np.stack([np.bincount(draw, minlength=len(code) ** 2) for draw in drawn])
    scores = _macro_f1_of(tables.reshape(DRAWS, len(code), len(code)))
    return [round(float(end), 3) for end in np.quantile(scores, (0.025, 0.975))]


def _macro_f1_of(confusions: NDArray[np.int64]) -> NDArray[np.float64]:
    """Mean F1 of the intents that occur in each confusion matrix, wanted by row; shape (matrices, intents, intents)."""
    hits, sought = np.diagonal(confusions, axis1=1, axis2=2), confusions.sum(axis=2)
    scores = 2 * hits / np.maximum(1, sought + confusions.sum(axis=1))
    means: NDArray[np.float64] = (scores * (sought > 0)).sum(axis=1) / (sought > 0).sum(axis=1)
    return means


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Mean gap between confidence and accuracy over ten bins, weighted by their size."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, correct in zip(confidences, right, strict=True):
        bins.setdefault(min(BINS - 1, int(confidence * BINS)), []).append((confidence, correct))
    gaps = [abs(sum(c for c, _ in part) - sum(r for _, r in part)) for part in bins.values()]
    return round(sum(gaps) / len(confidences), 4)


def _by(kinds: Sequence[str], wanted: Sequence[Intent], given: Sequence[Intent]) -> dict[str, dict[str, Any]]:
    """For each kind of utterance: macro-F1 of the intents that occur, its interval, the accuracy with its own."""
    rows = {kind: [(w, g) for k, w, g in zip(kinds, wanted, given, strict=True) if k == kind] for kind in set(kinds)}
    report = {}
    for kind in sorted(rows):
        right, found = zip(*rows[kind], strict=True)
        report[kind] = {
            "macro_f1": macro_f1(right, found),
            "macro_f1_interval": macro_f1_interval(right, found),
            "accuracy": share([w == g for w, g in rows[kind]]),
        }
    return report


def _out_of_scope(wanted: Sequence[Intent], given: Sequence[Intent]) -> dict[str, float | None]:
    outside = [g == Intent.HORS_SUJET for w, g in zip(wanted, given, strict=True) if w == Intent.HORS_SUJET]
    inside = [g == Intent.HORS_SUJET for w, g in zip(wanted, given, strict=True) if w != Intent.HORS_SUJET]
    return {"recall": _mean(outside), "false_alarms": _mean(inside)}


def _phases(utterances: Sequence[Utterance], routes: Sequence[Route]) -> dict[str, float | None]:
    stated = [r.phase == u.phase for u, r in zip(utterances, routes, strict=True) if u.phase]
    silent = [r.phase_source == PhaseSource.QUESTION for u, r in zip(utterances, routes, strict=True) if not u.phase]
    return {"found": _mean(stated), "made_up": _mean(silent)}


def _mean(held: Sequence[bool]) -> float | None:
    """The share that holds; None when a set has none of the kind."""
    return round(sum(held) / len(held), 4) if held else None


def _confusion(wanted: Sequence[Intent], given: Sequence[Intent]) -> dict[str, dict[str, int]]:
    counts = Counter(zip(wanted, given, strict=True))
    return {w.value: {g.value: counts[w, g] for g in Intent} for w in Intent}
