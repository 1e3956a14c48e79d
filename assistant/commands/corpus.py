"""corpus check|report|fetch."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.session import Json, Lang, opened, settings_of, show

if TYPE_CHECKING:
    from assistant.corpus_quality.passport import Passport
    from assistant.library.fetching import SourceVerdict
    from assistant.vocabulary import Language

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
    lines = [f"{finding.file}:{finding.line} : {finding.what}\n  → {finding.remedy}" for finding in findings]
    lines.append(f"{len(findings)} faute(s) à corriger." if findings else "Corpus sans faute relevée.")
    show(as_json, {"findings": findings}, lambda: "\n".join(lines))
    if findings:
        raise typer.Exit(1)


@group.command(epilog="Exemple : interpilote corpus report --json")
def report(context: typer.Context, lang: Lang = None, as_json: Json = False) -> None:
    """Dit ce qui est connu, jusqu'où les sources ont été lues, ce qui manque et ce qui vieillit."""
    with opened(context) as assistant:
        known, language = assistant.passport(), lang or assistant.settings.language
    show(as_json, known, lambda: _written(known, language))


def _written(known: "Passport", language: "Language") -> str:
    from assistant.corpus_quality.wording import sections

    return "\n".join(
        f"{section.title}\n" + "".join(f"  - {line}\n" for line in section.lines)
        for section in sections(known, language)
    )


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
    show(as_json, {"sources": verdicts, "corpus_version": version}, lambda: _told(verdicts))
    if verdicts and all(verdict.verdict in ("refused", "failed") for verdict in verdicts):
        raise typer.Exit(1)


_WORDS = {
    "planned": "à télécharger",
    "indexed": "ajouté",
    "unchanged": "inchangé",
    "refused": "refusé",
    "failed": "échec",
}


def _told(verdicts: "list[SourceVerdict]") -> str:
    """A line for each source that is not as it was, then the count of each verdict."""
    lines = [
        f"{_WORDS[verdict.verdict]:13} {verdict.id} — {verdict.title}\n{'':13} {verdict.reason or verdict.url}"
        for verdict in verdicts
        if verdict.verdict != "unchanged"
    ]
    counts = {word: sum(v.verdict == name for v in verdicts) for name, word in _WORDS.items()}
    counted = ", ".join(f"{word} : {count}" for word, count in counts.items() if count)
    return "\n".join([*lines, counted or "Rien à télécharger."])
