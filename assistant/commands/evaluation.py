"""eval retrieval|routing|questions."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.session import Json, emit, opened, progress_bar

group = typer.Typer(help="Mesurer la qualité.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.add_typer(group, name="eval")


@group.command(epilog="Exemple : interpilote eval routing --file eval/datasets/routing.jsonl")
def routing(
    context: typer.Context,
    file: Annotated[Path, typer.Option("--file", help="Jeu de phrases.")] = Path("eval/datasets/routing.jsonl"),
    as_json: Json = False,
) -> None:
    """Mesure le routage sur des phrases jamais apprises."""
    from assistant.evaluation.routing import evaluate_routing

    with opened(context) as assistant:
        report = evaluate_routing(file, lambda text, history: assistant.route(text, history=history))
    if as_json:
        emit(report)
        return
    for name, value in report.items():
        typer.echo(f"{name:30} {value}")


@group.command(epilog="Exemple : interpilote eval questions --json")
def questions(
    context: typer.Context,
    file: Annotated[Path, typer.Option("--file", help="Jeu de questions.")] = Path("eval/datasets/questions.jsonl"),
    as_json: Json = False,
) -> None:
    """Mesure les réponses et les abstentions sur des questions écrites à l'aveugle."""
    from assistant.evaluation.questions import evaluate_questions

    with opened(context) as assistant:
        report = evaluate_questions(file, assistant.ask, assistant.search)
    if as_json:
        emit(report)
        return
    for name, measures in report["sets"].items():
        for measure, value in measures.items():
            typer.echo(f"{name:8} {measure:22} {value}")
    for miss in report["misses"]:
        typer.echo(
            f"{miss['id']} attendu {miss['expected']}, donné {miss['given']}, rang {miss['rank']} : {miss['question']}"
        )


@group.command(epilog="Exemple : interpilote eval retrieval jeux/piaf-s --json")
def retrieval(context: typer.Context, folder: Path, as_json: Json = False) -> None:
    """Mesure la recherche sur un jeu (corpus.jsonl, queries.jsonl, qrels.tsv)."""
    from assistant.evaluation.retrieval import evaluate_retrieval

    with opened(context) as assistant, progress_bar() as progress:
        report = evaluate_retrieval(folder, assistant.embedder, assistant.settings, progress)
    if as_json:
        emit(report)
        return
    for arm in ("lexical", "dense", "fused"):
        typer.echo(f"{arm:8} " + "  ".join(f"{name} {value:.3f}" for name, value in report[arm].items()))
    typer.echo(
        f"{report['ms_per_query']} ms par question ({report['queries']} questions, {report['documents']} documents)"
    )
