"""eval gate."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.session import Json, opened, progress_bar, show
from assistant.commands.sets import shipped_sets

if TYPE_CHECKING:
    from assistant.evaluation.gate import Gate, Report, Row, Run

HEAD = ("mesure", "valeur", "intervalle", "plancher", "cible", "verdict", "cible atteinte")
VERDICTS = {True: "vert", False: "ROUGE", None: "non mesuré"}
REACHED = {True: "oui", False: "NON", None: "–"}


def register(group: typer.Typer) -> None:
    """Adds this command to the group `eval`."""
    group.command(epilog="Exemples : interpilote eval gate ; interpilote eval gate --data jeux --json")(gate)


def gate(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Option("--sets", help="Dossier eval/ à la place du livré.")] = None,
    data: Annotated[Path | None, typer.Option("--data", help="Dossier des jeux publics, mesurés en plus.")] = None,
    propose: Annotated[
        Path | None, typer.Option("--propose", help="Écrit ici gate.yaml, planchers ramenés à ce jour.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Tient chaque mesure contre son plancher et sa cible ; sort avec le code 1 si un plancher n'est pas tenu."""
    from assistant.evaluation.gate import passes
    from assistant.evaluation.gate_file import NAME, propose_floors, read_gate
    from assistant.evaluation.gate_runs import ground, reports_of

    where = folder or shipped_sets("interpilote eval gate --sets CLONE/eval")
    asked = read_gate(where / NAME)
    _usable(data, propose)
    rows, seconds, reports = _judged(where / NAME, asked, {}), {}, {}
    with (
        opened(context) as assistant,
        progress_bar() as progress,
        ground(assistant, asked, where / "datasets", data, progress) as on,
    ):
        for run, report, taken in reports_of(asked, on):
            reports[run], seconds[" ".join(filter(None, run))] = report, round(taken, 1)
            rows = _judged(where / NAME, asked, reports)  # at once: a path that leads nowhere is not told last
    if propose is not None:
        propose_floors(where / NAME, propose, rows)
    green = passes(rows)
    plain = {"green": green, "measures": [_plain(row) for row in rows], "seconds": seconds}
    show(as_json, plain, lambda: "\n".join(_lines(rows, seconds)))
    raise typer.Exit(0 if green else 1)


def _judged(file: Path, asked: "Gate", reports: "Mapping[Run, Report]") -> "list[Row]":
    from assistant.evaluation.gate import Astray, judge
    from assistant.evaluation.gate_file import no_such_figure

    try:
        return judge(asked, reports)
    except Astray as error:
        raise no_such_figure(file, error) from error


def _usable(data: Path | None, propose: Path | None) -> None:
    """Refuses before any work what would fail after it."""
    from assistant.errors import UnreadablePath, UnwritableFile

    if data is not None and not data.is_dir():
        raise UnreadablePath(
            (f"{data} n'est pas un dossier.", f"{data} is not a folder."),
            (
                "Donnez le dossier qui contient les jeux publics, un sous-dossier par jeu.",
                "Give the folder that holds the public sets, a folder each.",
            ),
        )
    if propose is not None and (propose.is_dir() or not propose.parent.is_dir()):
        raise UnwritableFile(
            (f"{propose} ne peut pas être écrit.", f"{propose} cannot be written."),
            ("Donnez un fichier dans un dossier qui existe.", "Give a file in a folder that exists."),
        )


def _plain(row: "Row") -> dict[str, Any]:
    found = row.observed
    return {
        **row.measure.model_dump(mode="json", exclude={"tolerance"}),
        "value": found.value if found else None,
        "interval": found.interval if found else None,
        "n": found.n if found else None,
        "verdict": {True: "green", False: "red", None: "not_measured"}[row.green],
        "target_reached": row.reached,
        "proposed_floor": row.proposed_floor,
    }


def _lines(rows: "Sequence[Row]", seconds: dict[str, float]) -> Iterator[str]:
    table = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for number, cells in enumerate(table):
        line = "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        green = rows[number - 1].green if number else None
        yield line if green is None else typer.style(line, fg="green" if green else "red")
    count = {verdict: sum(row.green is verdict for row in rows) for verdict in (True, False, None)}
    missed = sum(row.reached is False for row in rows)
    yield (
        f"\n{count[True]} au vert, {count[False]} au rouge, {count[None]} non mesurées (jeux publics : --data) ; "
        f"cibles manquées : {missed}"
    )
    yield f"{sum(seconds.values()):.0f} s : " + ", ".join(f"{name} {taken:.0f}" for name, taken in seconds.items())


def _cells(row: "Row") -> tuple[str, ...]:
    measure, found = row.measure, row.observed
    sign = "≥" if measure.direction == "at_least" else "≤"
    low_high = found.interval if found else None
    return (
        measure.name,
        "–" if found is None or found.value is None else f"{found.value:.3f}",
        f"[{low_high[0]:.2f} ; {low_high[1]:.2f}]" if low_high else "",
        f"{sign} {measure.floor:.3f}",
        f"{sign} {measure.target:.3f}" if measure.target is not None else "–",
        VERDICTS[row.green],
        REACHED[row.reached],
    )
