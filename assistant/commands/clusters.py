"""referents, partners, clusters show|find|schema."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from assistant.commands.session import Json, Lang, emit, opened, read_profile

if TYPE_CHECKING:
    from assistant.clusters.entries import Cluster
    from assistant.interpilote import Interpilote
    from assistant.vocabulary import CallReading, Language, PilotProfile, Suggestions, Team

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
    typer.Option("--deadline", formats=["%Y-%m-%d"], metavar="AAAA-MM-JJ", help="La date limite de l'appel."),
]
FileName = Literal["clusters", "relations"]

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
        apart = assistant.left_apart(without or (), outside or ())
        found = assistant.referents(_who(cluster, profile), k, need, blind, lang or "fr", apart)
        _show(assistant, found, cluster, as_json, lang)


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
        who = _who(cluster, profile)
        read = assistant.read_call(call, _day(deadline), lang or "fr") if call else None
        apart, language = assistant.left_apart(without or (), outside or ()), lang or "fr"
        if team:
            chosen = assistant.team(who, team, need, language, apart)
            _show_project(assistant, chosen, read, cluster, as_json, lang)
        else:
            found = assistant.partners(who, k, need, blind, language, apart)
            _show(assistant, found, cluster, as_json, lang, read)


def _day(deadline: datetime | None) -> date | None:
    return deadline.date() if deadline else None


def _who(cluster: str | None, profile: Path | None) -> "str | PilotProfile":
    described = read_profile(profile)
    if described is not None:
        return described
    if not cluster:
        from assistant.errors import Misuse

        raise Misuse(
            ("Pour qui ? Aucun cluster n’est donné.", "For whom? No cluster is given."),
            ("Donnez un CLUSTER, ou --profile FICHIER.", "Give a CLUSTER, or --profile FILE."),
        )
    return cluster


def _show(
    assistant: "Interpilote",
    found: "Suggestions",
    asked: str | None,
    as_json: bool,
    language: "Language | None",
    call: "CallReading | None" = None,
) -> None:
    found = _named(assistant, found, asked, language)
    if as_json:
        emit({**found.model_dump(mode="json"), **({"call": call.model_dump(mode="json")} if call else {})})
        return
    from assistant.answering.suggestion_texts import numbered, suggestions_text

    _show_call(call, language)
    for warning in found.warnings:
        typer.echo(f"⚠ {warning}")
    names = assistant.source_names(numbered(found.suggestions))
    if text := suggestions_text(found.suggestions, names, language or "fr"):
        typer.echo(text)


def _named(
    assistant: "Interpilote", found: "Suggestions", asked: str | None, language: "Language | None"
) -> "Suggestions":
    """With the notice of an old or merged name that was asked for."""
    if not asked:
        return found
    resolved = assistant.resolve(asked)
    news = set(resolved.told(language or "fr")) - set(found.warnings)
    changed = resolved.via in ("merged", "former_name")
    return found.model_copy(
        update={
            "resolved_from": asked if changed else found.resolved_from,
            "warnings": (*news, *found.warnings),
        }
    )


def _show_project(
    assistant: "Interpilote",
    team: "Team",
    call: "CallReading | None",
    asked: str | None,
    as_json: bool,
    language: "Language | None",
) -> None:
    """A set of partners; as JSON, the shape of the suggestions with the set beside them."""
    from assistant.vocabulary import Suggestions

    cluster_id = assistant.resolve(asked).cluster.id if asked else None
    members = tuple(member.suggestion for member in team.members)
    found = Suggestions(cluster_id=cluster_id, warnings=team.warnings, suggestions=members)
    found = _named(assistant, found, asked, language)
    team = team.model_copy(update={"warnings": found.warnings})
    if as_json:
        read = {"call": call.model_dump(mode="json")} if call else {}
        emit({**found.model_dump(mode="json"), "team": team.model_dump(mode="json"), **read})
        return
    from assistant.answering.project_texts import team_text

    _show_call(call, language)
    typer.echo(team_text(team, language or "fr"))


def _show_call(call: "CallReading | None", language: "Language | None") -> None:
    if call:
        from assistant.answering.project_texts import call_text

        typer.echo(call_text(call, language or "fr") + "\n")


@group.command(epilog="Exemple : interpilote clusters show 'Route des Lasers'")
def show(context: typer.Context, name: str, as_json: Json = False) -> None:
    """Montre un cluster, sous son nom actuel ou ancien."""
    with opened(context) as assistant:
        found = assistant.resolve(name)
        if as_json:
            emit(
                {
                    "cluster": found.cluster.model_dump(mode="json"),
                    "asked": name,
                    "via": found.via,
                    "notice": found.notice,
                    **_computed(assistant, found.cluster),
                }
            )
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
        "common_names": controlled(cluster, vocabulary, wordings).model_dump(mode="json"),
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
    if as_json:
        emit({"clusters": [c.model_dump(mode="json") for c in found]})
        return
    for cluster in found:
        typer.echo(f"{cluster.id:32} {cluster.short_name} · {', '.join(cluster.regions or ())} · {cluster.status}")


@group.command(epilog="Exemple : interpilote clusters schema relations")
def schema(name: Annotated[FileName, typer.Argument(metavar="FICHIER")] = "clusters", as_json: Json = False) -> None:
    """Le schéma JSON de corpus/clusters.yaml ou de corpus/relations.yaml."""
    from assistant.clusters.published import schema as made

    if as_json:
        emit(made(name))
    else:
        typer.echo(json.dumps(made(name), ensure_ascii=False, indent=2))
