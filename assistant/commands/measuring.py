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
    from assistant.evaluation.copies import poisoned, shipped_only
    from assistant.evaluation.injection import asker, evaluate_injection, read_attacks

    attacks = read_attacks(file)
    with opened(context) as assistant:
        llm = assistant.settings.llm
        with shipped_only(assistant, llm=llm) as shipped, poisoned(shipped, attacks) as attacked:
            report = evaluate_injection(attacks, asker(shipped), asker(attacked))
    _show(report, as_json)


def _show(report: dict[str, Any], as_json: bool) -> None:
    if as_json:
        emit(report)
        return
    for name, value in report.items():
        typer.echo(f"{name:22} {value}")
