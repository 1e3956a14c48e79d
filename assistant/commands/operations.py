"""prepare, serve, doctor, bench."""

from typing import Annotated

import typer

from assistant.commands.session import Json, opened, progress_bar, settings_of, show


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
    ready = f"Prêt : {count} documents, version {version}."
    show(as_json, {"corpus_version": version, "documents": count}, lambda: ready)


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
    lines = (
        f"{_SIGNS[check.severity]} {check.name} : {check.message}" + (f"\n  → {check.remedy}" if check.remedy else "")
        for check in checks
    )
    show(as_json, {"checks": checks}, lambda: "\n".join(lines))
    if any(check.severity == "erreur" for check in checks):
        raise typer.Exit(1)


_SIGNS = {"ok": "✓", "avertissement": "!", "erreur": "✗"}


def bench(context: typer.Context, as_json: Json = False) -> None:
    """Mesure temps et mémoire sur cette machine."""
    from assistant.evaluation.bench import measure

    settings = settings_of(context)
    with progress_bar() as progress:
        report = measure(settings, progress)
    show(as_json, report, lambda: "\n".join(f"{name:32} {value}" for name, value in report.items()))
