"""prepare, serve, doctor, bench."""

from typing import Annotated

import typer

from assistant.commands.session import Json, emit, opened, progress_bar, settings_of


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.command(epilog="Exemple : interpilote prepare")(prepare)
    app.command(epilog="Exemple : interpilote serve --port 7861")(serve)
    app.command(epilog="Exemple : interpilote doctor --json")(doctor)
    app.command(epilog="Exemple : interpilote bench --json")(bench)


def prepare(context: typer.Context, as_json: Json = False) -> None:
    """Construit ce qui manque : modèle, bibliothèque, index, classifieur."""
    with opened(context) as assistant:
        assistant.prepare()
        version, count = assistant.workspace.corpus_version, len(assistant.documents())
    if as_json:
        emit({"corpus_version": version, "documents": count})
    else:
        typer.echo(f"Prêt : {count} documents, version {version}.")


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option("--host")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 7860,
) -> None:
    """Ouvre la page sur cette machine."""
    settings = settings_of(context)
    from assistant.ui import serve as open_page

    open_page(settings, host, port)


def doctor(context: typer.Context, as_json: Json = False) -> None:
    """Vérifie l'installation, la bibliothèque et l'index, et dit quoi faire."""
    from assistant.doctor import examine

    checks = examine(settings_of(context))
    if as_json:
        emit({"checks": [check.model_dump(mode="json") for check in checks]})
    else:
        for check in checks:
            typer.echo(
                f"{_SIGNS[check.severity]} {check.name} : {check.message}"
                + (f"\n  → {check.remedy}" if check.remedy else "")
            )
    if any(check.severity == "erreur" for check in checks):
        raise typer.Exit(1)


_SIGNS = {"ok": "✓", "avertissement": "!", "erreur": "✗"}


def bench(context: typer.Context, as_json: Json = False) -> None:
    """Mesure temps et mémoire sur cette machine."""
    from assistant.evaluation.bench import measure

    settings = settings_of(context)
    with progress_bar() as progress:
        report = measure(settings, progress)
    if as_json:
        emit(report)
    else:
        for name, value in report.items():
            typer.echo(f"{name:32} {value}")
