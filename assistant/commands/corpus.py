"""corpus check|report."""

import typer

from assistant.commands.session import Json, Lang, emit, opened

group = typer.Typer(help="Le corpus livré : ses fautes, ce qu'il sait.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.add_typer(group, name="corpus")


@group.command(epilog="Exemple : interpilote corpus check --json")
def check(as_json: Json = False) -> None:
    """Vérifie le corpus : sources, chiffres, faits, doublons, typographie, thèmes ; chaque faute avec son remède."""
    from assistant import resources
    from assistant.corpus_quality.check import check_corpus

    findings = check_corpus(resources.corpus())
    if as_json:
        emit({"findings": [finding.model_dump(mode="json") for finding in findings]})
    else:
        for finding in findings:
            typer.echo(f"{finding.file}:{finding.line} : {finding.what}\n  → {finding.remedy}")
        typer.echo(f"{len(findings)} faute(s) à corriger." if findings else "Corpus sans faute relevée.")
    if findings:
        raise typer.Exit(1)


@group.command(epilog="Exemple : interpilote corpus report --json")
def report(context: typer.Context, lang: Lang = None, as_json: Json = False) -> None:
    """Dit ce qui est connu, jusqu'où les sources ont été lues, ce qui manque et ce qui vieillit."""
    with opened(context) as assistant:
        known, language = assistant.passport(), lang or assistant.settings.language
    if as_json:
        emit(known)
        return
    from assistant.corpus_quality.wording import sections

    for section in sections(known, language):
        typer.echo(f"{section.title}\n" + "".join(f"  - {line}\n" for line in section.lines))
