"""eval answers|robustness|injection."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.commands.session import Json, opened, show
from assistant.commands.sets import dataset


def register(group: typer.Typer) -> None:
    """Adds these commands to the group `eval`."""
    group.command(epilog="Exemple : interpilote eval answers --json")(answers)
    group.command(epilog="Exemple : interpilote eval robustness --json")(robustness)
    group.command(epilog="Exemple : interpilote eval injection --json")(injection)


def answers(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option("--file", help="Questions et faits attendus.")] = None,
    graded: Annotated[Path | None, typer.Option("--grades", help="Notes de gravité des citations fausses.")] = None,
    as_json: Json = False,
) -> None:
    """Mesure les citations : bons passages, faits retrouvés, phrases présentes à la lettre, gravité des erreurs."""
    from assistant.evaluation.answers import evaluate_answers
    from assistant.evaluation.harm import read_grades

    where, grades = dataset(file, "citations.jsonl"), read_grades(dataset(graded, "harm-grades.jsonl", "--grades"))
    with opened(context) as assistant:
        report = evaluate_answers(where, assistant.ask, assistant.page, grades)
    found = report["harm"]
    show_report(
        report if as_json else {**report, "harm": found["counts"], "harmful": found["harmful_of_all_cited"]}, as_json
    )
    for wrong in [] if as_json else found["wrong"]:
        typer.echo(f"{wrong['grade']:12} {wrong['id']} {wrong['question']}\n    {wrong['title']} : {wrong['quote']}")


def robustness(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option("--file", help="Questions et variantes.")] = None,
    as_json: Json = False,
) -> None:
    """Mesure si une question sans accents, en capitales, avec des fautes ou en mots-clés reçoit la même réponse."""
    from assistant.evaluation.robustness import evaluate_robustness

    where = dataset(file, "robustness.jsonl")
    with opened(context) as assistant:
        report = evaluate_robustness(where, assistant.ask)
    show_report(report, as_json)


def injection(
    context: typer.Context,
    file: Annotated[Path | None, typer.Option("--file", help="Jeu d'attaques.")] = None,
    sample: Annotated[
        int | None, typer.Option("--sample", min=1, help="N attaques tirées au sort (toujours les mêmes).")
    ] = None,
    as_json: Json = False,
) -> None:
    """Mesure si des textes piégés, dans un document ou une question, changent une réponse.

    Avec un modèle de conversation réglé (INTERPILOTE_LLM), la mesure passe par lui.
    """
    from assistant.evaluation.copies import poisoned, shipped_only
    from assistant.evaluation.injection import asker, drawn, evaluate_injection, read_attacks

    attacks = read_attacks(dataset(file, "injection.jsonl"))
    asked = drawn(attacks, sample)
    with opened(context) as assistant:
        llm = assistant.settings.llm
        with shipped_only(assistant, llm=llm) as shipped, poisoned(shipped, attacks) as attacked:
            report = evaluate_injection(asked, asker(shipped), asker(attacked))
    show_report(report, as_json)


def show_report(report: dict[str, Any], as_json: bool) -> None:
    """A report: one line a measure, and one a category of those that are shares by category."""
    show(as_json, report, lambda: "\n".join(line for name, value in report.items() for line in _lines(name, value)))


def _lines(name: str, value: Any) -> Iterator[str]:
    by_category = (
        isinstance(value, dict) and value and all(isinstance(p, dict) and "share" in p for p in value.values())
    )
    yield name if by_category else f"{name:22} {value}"
    if by_category:
        yield from (f"  {share_line(part, found)}" for part, found in value.items())


def share_line(name: str, found: dict[str, Any]) -> str:
    """A share with its interval and size."""
    low, high = found["interval"]
    return f"{name:34} {found['share']:.2f} [{low:.2f} ; {high:.2f}] sur {found['n']}"
