"""eval answers|robustness|injection."""

from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.commands.session import Json, emit, opened

DATASETS = Path("eval/datasets")


def register(group: typer.Typer) -> None:
    """Adds these commands to the group `eval`."""
    group.command(epilog="Exemple : interpilote eval answers --json")(answers)
    group.command(epilog="Exemple : interpilote eval robustness --json")(robustness)
    group.command(epilog="Exemple : interpilote eval injection --json")(injection)


def answers(
    context: typer.Context,
    file: Annotated[Path, typer.Option("--file", help="Questions et faits attendus.")] = DATASETS / "citations.jsonl",
    as_json: Json = False,
) -> None:
    """Mesure les citations : bons passages, faits retrouvés, phrases présentes à la lettre."""
    from assistant.evaluation.answers import evaluate_answers

    with opened(context) as assistant:
        report = evaluate_answers(file, assistant.ask, assistant.page)
    _show(report, as_json)


def robustness(
    context: typer.Context,
    file: Annotated[Path, typer.Option("--file", help="Questions et variantes.")] = DATASETS / "robustness.jsonl",
    as_json: Json = False,
) -> None:
    """Mesure si une question sans accents, en capitales, avec des fautes ou en mots-clés reçoit la même réponse."""
    from assistant.evaluation.robustness import evaluate_robustness

    with opened(context) as assistant:
        report = evaluate_robustness(file, assistant.ask)
    _show(report, as_json)


def injection(
    context: typer.Context,
    file: Annotated[Path, typer.Option("--file", help="Jeu d'attaques.")] = DATASETS / "injection.jsonl",
    as_json: Json = False,
) -> None:
    """Mesure si des textes piégés, dans un document ou une question, changent une réponse."""
    from tempfile import TemporaryDirectory

    from assistant.evaluation.injection import PILOT, evaluate_injection, read_attacks, write_documents
    from assistant.interpilote import Interpilote

    attacks = read_attacks(file)
    with opened(context) as assistant, TemporaryDirectory() as scratch:
        folder = Path(scratch) / "documents"
        folder.mkdir()
        write_documents(attacks, folder)
        settings = assistant.settings.model_copy(update={"home": Path(scratch) / "home"})
        poisoned = Interpilote(settings, progress=assistant.progress, today=assistant.today)
        poisoned.ingest([folder])
        report = evaluate_injection(
            attacks, lambda q: assistant.ask(q, cluster=PILOT), lambda q: poisoned.ask(q, cluster=PILOT)
        )
        poisoned.close()
    _show(report, as_json)


def _show(report: dict[str, Any], as_json: bool) -> None:
    if as_json:
        emit(report)
        return
    for name, value in report.items():
        if isinstance(value, dict) and value and all(isinstance(part, dict) for part in value.values()):
            _table(name, value)
        else:
            typer.echo(f"{name:22} {value}")


def _table(name: str, parts: dict[str, dict[str, Any]]) -> None:
    """One line a category: its share, interval and size."""
    typer.echo(name)
    for part, found in parts.items():
        low, high = found["interval"]
        typer.echo(f"  {part:34} {found['share']:.2f} [{low:.2f} ; {high:.2f}] sur {found['n']}")
