"""corpus check|report|fetch."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.session import Json, Lang, emit, opened, settings_of

if TYPE_CHECKING:
    from assistant.library.fetching import SourceVerdict

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


@group.command(epilog="Exemple : interpilote corpus fetch --limit 10 --dry-run")
def fetch(
    context: typer.Context,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Documents à télécharger au plus.")] = None,
    source: Annotated[list[str] | None, typer.Option("--source", metavar="ID", help="Une source ; répétable.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Dit ce qui serait téléchargé, sans rien demander.")
    ] = False,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Télécharge les documents publics cités par le corpus et les ajoute : les citations s'ouvrent sur l'original."""
    from assistant import resources
    from assistant.library.facts import load_facts
    from assistant.library.fetching import FOLDER, Fetching, bring

    settings, sources = settings_of(context), load_facts(resources.corpus()).sources
    fetching = Fetching(settings.home / FOLDER, language=lang or settings.language)
    chosen = fetching.chosen(sources, source or (), limit)
    version = None
    if dry_run:
        verdicts = fetching.plan(chosen)
    else:
        with opened(context) as assistant:
            # The corpus is prepared before anything is asked of a site, so that what comes can be added.
            verdicts = bring(assistant.workspace, fetching, chosen, assistant.progress)
            version = assistant.workspace.corpus_version
    if as_json:
        emit({"sources": [verdict.model_dump(mode="json") for verdict in verdicts], "corpus_version": version})
    else:
        _tell(verdicts)
    if verdicts and all(verdict.verdict in ("refused", "failed") for verdict in verdicts):
        raise typer.Exit(1)


_WORDS = {
    "planned": "à télécharger",
    "indexed": "ajouté",
    "unchanged": "inchangé",
    "refused": "refusé",
    "failed": "échec",
}


def _tell(verdicts: "list[SourceVerdict]") -> None:
    """A line for each source that is not as it was, then the count of each verdict."""
    for verdict in verdicts:
        if verdict.verdict != "unchanged":
            detail = verdict.reason or verdict.url
            typer.echo(f"{_WORDS[verdict.verdict]:13} {verdict.id} — {verdict.title}\n{'':13} {detail}")
    counts = {word: sum(v.verdict == name for v in verdicts) for name, word in _WORDS.items()}
    typer.echo(", ".join(f"{word} : {count}" for word, count in counts.items() if count) or "Rien à télécharger.")
