"""carnet person: who is where, since when, and where those who leave go."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.session import Json, opened, show

if TYPE_CHECKING:
    from assistant.interpilote import Interpilote
    from assistant.records.entries import Person

DATE = {"formats": ["%Y-%m-%d", "%d/%m/%Y"], "metavar": "AAAA-MM-JJ"}
Day = Annotated[datetime | None, typer.Option("--on", help="Le jour ; aujourd'hui par défaut.", **DATE)]
Cluster = Annotated[str | None, typer.Option("--cluster", help="Identifiant ou nom, même ancien.")]
Elsewhere = Annotated[str | None, typer.Option("--organisation", help="Hors répertoire : Région, entreprise…")]
Name = Annotated[str, typer.Argument(metavar="PERSONNE", help="Nom ou numéro.")]

group = typer.Typer(help="Les personnes.", no_args_is_help=True)


@group.command(
    "add", epilog='Exemple : interpilote carnet person add "Ada Dupont" --cluster alpha-rlh --function déléguée'
)
def add_person(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NOM")],
    cluster: Cluster = None,
    organisation: Elsewhere = None,
    function: Annotated[str | None, typer.Option("--function", help="Sa fonction.")] = None,
    detail: Annotated[str | None, typer.Option("--detail", help="Un moyen de la joindre, si elle l'accepte.")] = None,
    since: Annotated[datetime | None, typer.Option("--since", help="En poste depuis.", **DATE)] = None,
    ours: Annotated[bool, typer.Option("--ours", help="Une personne de chez vous.")] = False,
    as_json: Json = False,
) -> None:
    """Ajoute une personne : le moins possible sur elle."""
    from assistant.records.checking import checked
    from assistant.records.entries import Presence

    presence = checked(
        Presence,
        cluster_id=cluster,
        organisation=organisation,
        function=function,
        since=since.date() if since else None,
    )
    with opened(context) as assistant:
        added = assistant.add_person(name, presence, ours=ours, detail=detail)
        show(as_json, added, lambda: _line(assistant, added))


@group.command(epilog='Exemple : interpilote carnet person leave "Ada Dupont" --to "Région Occitanie"')
def leave(
    context: typer.Context,
    person: Name,
    on: Day = None,
    to: Annotated[str | None, typer.Option("--to", help="Où : cluster ou organisation.")] = None,
    as_json: Json = False,
) -> None:
    """Date un départ et demande où : la relation suit la personne, le lien du cluster est à reprendre."""
    with opened(context) as assistant:
        found = assistant.person(person)
        if to is None and not as_json and sys.stdin.isatty():
            to = typer.prompt(f"Où part {found.name} ? (vide si inconnu)", default="", show_default=False, err=True)
        left = assistant.leave(str(found.id), on.date() if on else assistant.today(), to)
        show(as_json, left, lambda: _line(assistant, left))


@group.command("list", epilog="Exemple : interpilote carnet person list")
def list_people(context: typer.Context, as_json: Json = False) -> None:
    """Les personnes, où elles sont et depuis quand."""
    with opened(context) as assistant:
        persons = assistant.journal().persons
        from assistant.resources import texts

        lines = (_line(assistant, person) for person in persons)
        said = texts("journal")["command"]["nobody"][assistant.settings.language]
        show(as_json, {"persons": persons}, lambda: "\n".join(lines) or said)


def _line(assistant: "Interpilote", person: "Person") -> str:
    from assistant.drafts.notes import person_line

    return person_line(person, assistant.place_name, assistant.today(), assistant.settings.language)
