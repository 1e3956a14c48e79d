"""The evaluations that the gate asks for, run once each over the shipped corpus with kept vectors."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation import abstention, answers, injection, partners, questions, referents, robustness, routing
from assistant.evaluation.copies import poisoned, shipped_only
from assistant.evaluation.gate import Command, Gate, Report, Run
from assistant.evaluation.harm import read_grades
from assistant.evaluation.judgements import read_pairs
from assistant.evaluation.kept_vectors import KeptVectors
from assistant.evaluation.labelled import labelled_signals
from assistant.evaluation.retrieval import evaluate_retrieval
from assistant.interpilote import Interpilote
from assistant.vocabulary import Progress

VECTORS = Path("evaluation") / "vectors.sqlite"
"""Where vectors of questions are kept in a home."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is measured and on what: an assistant over the shipped corpus, our sets, the folder of public sets."""

    assistant: Interpilote
    sets: Path
    public: Path | None
    progress: Progress


@contextmanager
def ground(assistant: Interpilote, gate: Gate, sets: Path, public: Path | None, progress: Progress) -> Iterator[Ground]:
    """A copy of the home's library, the day of the gate, vectors kept in the home from one run to the next."""
    kept = KeptVectors(assistant.embedder, assistant.settings.home / VECTORS)
    try:
        with shipped_only(assistant, embedder=kept, today=lambda: gate.today) as copy:
            yield Ground(copy, sets, public, progress)
    finally:
        kept.close()


def reports_of(gate: Gate, on: Ground) -> Iterator[tuple[Run, Report, float]]:
    """The report of each evaluation that the gate names, as it comes, and its seconds; public sets that lack are left
    out.

    Raises UnreadablePath for a set that cannot be read, MissingExtra when a public set needs what is not installed.
    """
    runs = list(dict.fromkeys(measure.run for measure in gate.measures))
    for done, (command, name) in enumerate(runs):
        on.progress(f"{command} {name or ''}".strip(), done / len(runs))
        started = time.perf_counter()
        report = OWN[command](on) if name is None else _on_public_set(on, command, name)
        if report is not None:
            yield (command, name), report, time.perf_counter() - started


def _on_public_set(on: Ground, command: Command, name: str) -> Report | None:
    if on.public is None or not (folder := on.public / name).is_dir():
        return None
    own = on.assistant
    if command == "retrieval":
        return evaluate_retrieval(folder, own.embedder, own.settings, on.progress)
    found = labelled_signals(folder, own.embedder, own.settings, on.progress)
    return abstention.evaluate_labelled(found, own.abstention.general, own.settings.caution)


def _routing(on: Ground) -> Report:
    route = on.assistant.route
    return routing.evaluate_routing(on.sets / "routing.jsonl", lambda text, history: route(text, history=history))


def _questions(on: Ground) -> Report:
    return questions.evaluate_questions(on.sets / "questions.jsonl", on.assistant.ask, on.assistant.search)


def _abstention(on: Ground) -> Report:
    own = on.assistant
    file = on.sets / "questions.jsonl"
    return abstention.evaluate_abstention(file, own.signals, own.abstention.domain, own.settings.caution)


def _answers(on: Ground) -> Report:
    grades = read_grades(on.sets / "harm-grades.jsonl")
    return answers.evaluate_answers(on.sets / "citations.jsonl", on.assistant.ask, on.assistant.page, grades)


def _robustness(on: Ground) -> Report:
    return robustness.evaluate_robustness(on.sets / "robustness.jsonl", on.assistant.ask)


def _injection(on: Ground) -> Report:
    attacks = injection.read_attacks(on.sets / "injection.jsonl")
    with poisoned(on.assistant, attacks) as other:
        return injection.evaluate_injection(attacks, injection.asker(on.assistant), injection.asker(other))


def _partners(on: Ground) -> Report:
    own = on.assistant
    return partners.evaluate_partners(own.directory, own.today(), own.embedder, ablation=False)


def _referents(on: Ground) -> Report:
    own = on.assistant
    return referents.evaluate_referents(own.directory, own.today(), read_pairs(on.sets / "referent-pairs.jsonl"))


OWN: Mapping[Command, Callable[[Ground], Report]] = {
    "routing": _routing,
    "questions": _questions,
    "abstention": _abstention,
    "answers": _answers,
    "robustness": _robustness,
    "injection": _injection,
    "partners": _partners,
    "referents": _referents,
}
"""The evaluations on our own sets."""
