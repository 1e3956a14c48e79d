"""referents, partners, clusters show|find|schema."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from assistant.commands.session import Json, Lang, emit, language_of, opened, pilot, show

if TYPE_CHECKING:
    from assistant.clusters.entries import Cluster
    from assistant.interpilote import Interpilote
    from assistant.vocabulary import CallReading, Language, Suggestions, Team

Name = Annotated[str | None, typer.Argument(metavar="CLUSTER", help="Identifiant ou nom, même ancien.")]
Profile = Annotated[Path | None, typer.Option("--profile", help="Un profil (JSON ou YAML) au lieu d'un nom.")]
Count = Annotated[int, typer.Option("-k", min=1, max=50, help="Nombre de suggestions.")]
Need = Annotated[str | None, typer.Option("--need", help="Ce que vous cherchez : technologie, marché, sujet.")]
Blind = Annotated[bool, typer.Option("--without-known-relations", help="Ignore les relations connues (évaluation).")]
Without = Annotated[list[str] | None, typer.Option("--without", metavar="CLUSTER", help="Sans ce cluster ; répétable.")]
Outside = Annotated[
    list[str] | None, typer.Option("--outside", metavar="RÉGION", help="Hors de cette région ; répétable.")
]
Size = Annotated[
    int | None, typer.Option("--team", min=2, max=10, help="Un ensemble de N partenaires, vérifiés entre eux.")
]
CallFile = Annotated[Path | None, typer.Option("--call", help="Le texte d'un appel à projets (PDF, DOCX, MD, TXT).")]
Deadline = Annotated[
    datetime | None,
    typer.Option(
        "--deadline", formats=["%Y-%m-%d", "%d/%m/%Y"], metavar="AAAA-MM-JJ", help="La date limite de l'appel."
    ),
]
FileName = Literal["clusters", "relations"]
_NOBODY = (
    ("Pour qui ? Aucun cluster n’est donné.", "For whom? No cluster is given."),
    ("Donnez un CLUSTER, ou --profile FICHIER.", "Give a CLUSTER, or --profile FILE."),
)

group = typer.Typer(help="Le répertoire des clusters.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.command(epilog="Exemple : interpilote referents inno-vin -k 3")(referents)
    app.command(epilog='Exemple : interpilote partners inno-vin --need "télédétection, capteurs"')(partners)
    app.add_typer(group, name="clusters")


def referents(
    context: typer.Context,
    cluster: Name = None,
    profile: Profile = None,
    k: Count = 5,
    need: Need = None,
    lang: Lang = None,
    without: Without = None,
    outside: Outside = None,
    blind: Blind = False,
    as_json: Json = False,
) -> None:
    """De qui apprendre : clusters proches, reconnus, plus avancés."""
    with opened(context) as assistant:
        who, apart = pilot(cluster, profile, *_NOBODY), assistant.left_apart(without or (), outside or ())
        language = language_of(lang, assistant.settings)
        _show(assistant, assistant.referents(who, k, need, blind, language, apart), cluster, as_json, language)


def partners(
    context: typer.Context,
    cluster: Name = None,
    profile: Profile = None,
    k: Count = 5,
    need: Need = None,
    lang: Lang = None,
    without: Without = None,
    outside: Outside = None,
    blind: Blind = False,
    team: Size = None,
    call: CallFile = None,
    deadline: Deadline = None,
    as_json: Json = False,
) -> None:
    """Avec qui construire : clusters proches ou complémentaires, un par un ou en équipe, et ce que demande un appel."""
    if deadline and not call:
        from assistant.errors import Misuse

        raise Misuse(
            (
                "Une date limite sans appel : les appels ouverts ne sont pas connus d’ici.",
                "A deadline without a call: open calls are not known here.",
            ),
            ("Donnez aussi le texte de l’appel : --call FICHIER.", "Give the text of the call too: --call FILE."),
        )
    with opened(context) as assistant:
        who, language = pilot(cluster, profile, *_NOBODY), language_of(lang, assistant.settings)
        read = assistant.read_call(call, deadline.date() if deadline else None, language) if call else None
        apart = assistant.left_apart(without or (), outside or ())
        if team:
            chosen = assistant.team(who, team, need, language, apart)
            _show_project(assistant, chosen, read, cluster, as_json, language)
        else:
            found = assistant.partners(who, k, need, blind, language, apart)
            _show(assistant, found, cluster, as_json, language, read)


def _show(
    assistant: "Interpilote",
    found: "Suggestions",
    asked: str | None,
    as_json: bool,
    language: "Language",
    call: "CallReading | None" = None,
) -> None:
    found = _named(assistant, found, asked, language)
    if as_json:
        emit({**found.model_dump(mode="json"), **({"call": call} if call else {})})
        return
    from assistant.answering.suggestion_texts import numbered, suggestions_text

    _show_call(call, language)
    for warning in found.warnings:
        typer.echo(f"⚠ {warning}")
    names = assistant.source_names(numbered(found.suggestions))
    if text := suggestions_text(found.suggestions, names, language):
        typer.echo(text)


def _named(assistant: "Interpilote", found: "Suggestions", asked: str | None, language: "Language") -> "Suggestions":
    """With the notice of an old or merged name that was asked for."""
    from assistant.clusters.suggestions import answered_for

    return answered_for(found, assistant.resolve(asked), language) if asked else found


def _show_project(
    assistant: "Interpilote",
    team: "Team",
    call: "CallReading | None",
    asked: str | None,
    as_json: bool,
    language: "Language",
) -> None:
    """A set of partners; as JSON, the shape of the suggestions with the set beside them."""
    from assistant.vocabulary import Suggestions

    cluster_id = assistant.resolve(asked).cluster.id if asked else None
    members = tuple(member.suggestion for member in team.members)
    found = Suggestions(cluster_id=cluster_id, warnings=team.warnings, suggestions=members)
    found = _named(assistant, found, asked, language)
    team = team.model_copy(update={"warnings": found.warnings})
    if as_json:
        emit({**found.model_dump(mode="json"), "team": team, **({"call": call} if call else {})})
        return
    from assistant.answering.project_texts import team_text

    _show_call(call, language)
    typer.echo(team_text(team, language))


def _show_call(call: "CallReading | None", language: "Language") -> None:
    if call:
        from assistant.answering.project_texts import call_text

        typer.echo(call_text(call, language) + "\n")


@group.command("show", epilog="Exemple : interpilote clusters show 'Route des Lasers'")
def show_cluster(context: typer.Context, name: str, as_json: Json = False) -> None:
    """Montre un cluster, sous son nom actuel ou ancien."""
    with opened(context) as assistant:
        found = assistant.resolve(name)
        if as_json:
            known = {"cluster": found.cluster, "asked": name, "via": found.via, "notice": found.notice}
            emit({**known, **_computed(assistant, found.cluster)})
            return
        from assistant.clusters.sheets import sheet

        _, text = sheet(found.cluster, assistant.directory, assistant.today())
        typer.echo("\n\n".join(filter(None, [found.notice, text])))


def _computed(assistant: "Interpilote", cluster: "Cluster") -> dict[str, Any]:
    """What is not in the entry itself: its labels as they read today, common names for its own wording."""
    from assistant import resources
    from assistant.clusters.maturity import described_today
    from assistant.clusters.published import controlled, load_wordings

    vocabulary = assistant.directory.vocabulary
    wordings = load_wordings(resources.corpus() / "wordings.yaml", vocabulary)
    return {
        "labels_today": [described_today(label, assistant.today()) for label in cluster.labels],
        "common_names": controlled(cluster, vocabulary, wordings),
    }


@group.command(epilog="Exemple : interpilote clusters find bois --region Nouvelle-Aquitaine")
def find(
    context: typer.Context,
    text: Annotated[str, typer.Argument()] = "",
    region: Annotated[str | None, typer.Option("--region")] = None,
    sector: Annotated[str | None, typer.Option("--sector")] = None,
    kind: Annotated[str | None, typer.Option("--kind")] = None,
    status: Annotated[str | None, typer.Option("--status")] = None,
    as_json: Json = False,
) -> None:
    """Cherche dans le répertoire."""
    with opened(context) as assistant:
        found = assistant.directory.find(text, region, sector, kind, status)
    lines = (f"{c.id:32} {c.short_name} · {', '.join(c.regions)} · {c.status}" for c in found)
    show(as_json, {"clusters": found}, lambda: "\n".join(lines))


@group.command(epilog="Exemple : interpilote clusters schema relations")
def schema(name: Annotated[FileName, typer.Argument(metavar="FICHIER")] = "clusters", as_json: Json = False) -> None:
    """Le schéma JSON de corpus/clusters.yaml ou de corpus/relations.yaml."""
    from assistant.clusters.published import schema as made

    show(as_json, made(name), lambda: json.dumps(made(name), ensure_ascii=False, indent=2))
