"""The gate: measures held against a floor, which may not be passed, and a target, which may be missed but is told.

Arithmetic only: reports come from the evaluations (gate_runs.py), measures from eval/gate.yaml (gate_file.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from assistant.vocabulary import Model

Command = Literal[
    "routing", "questions", "abstention", "answers", "robustness", "injection", "partners", "referents", "retrieval"
]
"""The evaluations a measure may come from, named as the subcommands of `eval`."""
Figure = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Report = Mapping[str, Any]
Run = tuple[Command, str | None]
"""An evaluation, and the public set it is made on (None: the shipped one)."""


class Measure(Model):
    """One line of the gate. `path` leads through the evaluation's JSON, names apart by dots.

    `floor` is the worst value let through (the highest one with `at_most`), `tolerance` how far below a measured value
    a floor is set, `target` what is aimed at, null where no aim was set. `set` is a folder of public data.
    """

    name: str = Field(min_length=1)
    command: Command
    set: str | None = None
    path: str = Field(min_length=1)
    direction: Literal["at_least", "at_most"]
    floor: Figure
    tolerance: Figure = Field(ge=0)
    target: Figure | None
    target_from: str = Field(min_length=1)

    @model_validator(mode="after")
    def _on_a_set_that_exists(self) -> "Measure":
        if self.command == "retrieval" and self.set is None:
            raise ValueError("retrieval : il faut « set », le dossier du jeu public")
        if self.set is not None and self.command not in ("retrieval", "abstention"):
            raise ValueError(f"{self.command} : « set » ne vaut que pour retrieval et abstention")
        return self

    @property
    def run(self) -> Run:
        """Which evaluation gives it."""
        return self.command, self.set

    def holds(self, value: float | None, bound: float) -> bool:
        """Whether a value is on the right side of a bound, or on it. What could not be observed never is."""
        if value is None:
            return False
        return value >= bound if self.direction == "at_least" else value <= bound


class Gate(Model):
    """All measures, and the day on which they are taken: labels end and ratings fade, figures must not."""

    today: date
    measures: tuple[Measure, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> "Gate":
        seen = set[tuple[Run, str]]()
        for measure in self.measures:
            if (measure.run, measure.path) in seen:
                raise ValueError(f"{measure.command} {measure.path} est mesuré deux fois")
            seen.add((measure.run, measure.path))
        return self


@dataclass(frozen=True, slots=True)
class Observed:
    """What an evaluation found: a value, None when there was nothing to observe, its 95 % interval, observations."""

    value: float | None
    interval: tuple[float, float] | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A measure with what was found; `observed` is None when it was not taken, for want of public data."""

    measure: Measure
    observed: Observed | None

    @property
    def green(self) -> bool | None:
        """Whether the floor holds; None when it was not taken."""
        return None if self.observed is None else self.measure.holds(self.observed.value, self.measure.floor)

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None when there is none, or it was not taken."""
        if self.observed is None or self.measure.target is None:
            return None
        return self.measure.holds(self.observed.value, self.measure.target)

    @property
    def proposed_floor(self) -> float:
        """Today's value less the tolerance, as far as four decimals; the present floor when nothing was observed."""
        if self.observed is None or self.observed.value is None:
            return self.measure.floor
        sign = 1 if self.measure.direction == "at_least" else -1
        return round(self.observed.value - sign * self.measure.tolerance, 4)


class Astray(LookupError):
    """The path of a measure, given by its place in the gate, leads to no figure."""

    def __init__(self, place: int, why: str) -> None:
        super().__init__(why)
        self.place = place


def judge(gate: Gate, reports: Mapping[Run, Report]) -> list[Row]:
    """A row a measure, in the order of the gate; those without a report were not taken. Raises Astray."""
    return [_row(place, measure, reports.get(measure.run)) for place, measure in enumerate(gate.measures)]


def _row(place: int, measure: Measure, report: Report | None) -> Row:
    try:
        return Row(measure, None if report is None else observed(report, measure.path))
    except LookupError as error:
        raise Astray(place, str(error.args[0])) from error


def passes(rows: Sequence[Row]) -> bool:
    """Whether something was measured and no floor was passed."""
    verdicts = [row.green for row in rows]
    return False not in verdicts and True in verdicts


def observed(report: Report, path: str) -> Observed:
    """What stands at a path: a number, beside it perhaps `<name>_interval`; a share or a value with its interval.

    Raises LookupError, with what there is instead, when the path leads nowhere or not to a figure.
    """
    *folders, last = path.split(".")
    for name in folders:
        report = _inside(report, name)
    found = _inside(report, last, leaf=True)
    if found is None:
        return Observed(None)
    if isinstance(found, Mapping) and "share" in found:
        return Observed(float(found["share"]), _pair(found["interval"]), found["n"])
    if isinstance(found, Mapping) and "value" in found:
        return Observed(float(found["value"]), _pair((found["low"], found["high"])))
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise LookupError(f"« {path} » n'est pas un chiffre")
    return Observed(float(found), _pair(report.get(f"{last}_interval")))


def _inside(report: Report, name: str, leaf: bool = False) -> Any:
    if name not in report or not (leaf or isinstance(report[name], Mapping)):
        raise LookupError(f"« {name} » introuvable parmi {', '.join(map(str, report))}")
    return report[name]


def _pair(ends: Sequence[float] | None) -> tuple[float, float] | None:
    return (float(ends[0]), float(ends[1])) if ends else None
