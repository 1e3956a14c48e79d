"""carnet: notes of contacts, what is due, import and export, erasure, handover."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.commands import people
from assistant.commands.clusters import Need
from assistant.commands.drafting import Out, check_out, hand_out
from assistant.commands.drafting import Role as RoleName
from assistant.commands.people import DATE, Cluster, Day, Elsewhere, Name
from assistant.commands.session import WRITTEN, Json, Lang, language_of, opened, show

if TYPE_CHECKING:
    from assistant.interpilote import Interpilote
    from assistant.records.entries import Contact

# The same words as in records/entries, written out: importing it would slow `--help`.
WayName = Literal["message", "appel", "rencontre"]
StageName = Literal["idee", "contact", "projet", "convention", "abandon"]
NextDay = Annotated[datetime | None, typer.Option("--next-on", help="Pour quand.", **DATE)]

_UNASKED = (
    (
        "Une personne s’efface pour de bon : avec --json, rien n’est demandé.",
        "A person is erased for good: with --json, nothing is asked.",
    ),
    ("Ajoutez --yes pour confirmer.", "Add --yes to confirm."),
)

group = typer.Typer(help="Le carnet : contacts, personnes, suites. Privé, sur cette machine.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    group.add_typer(people.group, name="person")
    app.add_typer(group, name="carnet")


@group.command(epilog='Exemple : interpilote carnet add --cluster alpha-rlh --person "Ada Dupont" --about "capteurs"')
def add(
    context: typer.Context,
    about: Annotated[str, typer.Option("--about", help="De quoi vous avez parlé.")],
    cluster: Cluster = None,
    organisation: Elsewhere = None,
    person: Annotated[str | None, typer.Option("--person", help="Avec qui : nom, ou numéro.")] = None,
    function: Annotated[str | None, typer.Option("--function", help="Sa fonction.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Qui de chez vous.")] = None,
    on: Day = None,
    way: Annotated[WayName, typer.Option("--way", help="Moyen.")] = "appel",
    stage: Annotated[StageName, typer.Option("--stage", help="Étape.")] = "contact",
    useful: Annotated[bool | None, typer.Option("--useful/--not-useful", help="Utile ?")] = None,
    whom_else: Annotated[str | None, typer.Option("--whom-else", help="Qui d'autre appeler ?")] = None,
    next_step: Annotated[str | None, typer.Option("--next", help="La suite.")] = None,
    next_on: NextDay = None,
    may_say: Annotated[bool | None, typer.Option("--may-say/--no-may-say", help="Peut-on le dire ?")] = None,
    confidence: Annotated[int | None, typer.Option("--confidence", min=1, max=5, help="Confiance.")] = None,
    introduced_by: Annotated[str | None, typer.Option("--introduced-by", help="Qui vous a mis en relation.")] = None,
    as_json: Json = False,
) -> None:
    """Deux minutes après un contact : utile ? qui d'autre ? quelle suite ? peut-on le dire ?"""
    from assistant.records.checking import checked
    from assistant.records.entries import Note

    with opened(context) as assistant:
        known = assistant.person(person) if person and person.isdecimal() else None
        note = checked(
            Note,
            day=on.date() if on else assistant.today(),
            by=by,
            person=known.name if known else person,
            function=function,
            cluster_id=cluster,
            organisation=organisation,
            way=way,
            about=about,
            stage=stage,
            useful=useful,
            whom_else=whom_else,
            next_step=next_step,
            next_on=next_on.date() if next_on else None,
            may_say=may_say,
            confidence=confidence,
            introduced_by=introduced_by,
        )
        kept = assistant.note(note, known.id if known else None)
        _tell(assistant, kept, as_json)


@group.command("list", epilog="Exemple : interpilote carnet list --cluster alpha-rlh")
def list_(
    context: typer.Context,
    cluster: Cluster = None,
    person: Annotated[str | None, typer.Option("--person")] = None,
    as_json: Json = False,
) -> None:
    """Les contacts, les plus récents d'abord."""
    with opened(context) as assistant:
        where = assistant.resolve(cluster).cluster.id if cluster else None
        who = assistant.person(person).id if person else None
        kept = [
            contact
            for contact in reversed(assistant.journal().contacts)
            if (where is None or contact.cluster_id == where) and (who is None or contact.person_id == who)
        ]
        from assistant.drafts.notes import contact_line
        from assistant.resources import texts

        language = assistant.settings.language
        lines = (contact_line(contact, assistant.place_name, language) for contact in kept)
        show(as_json, {"contacts": kept}, lambda: "\n".join(lines) or texts("journal")["command"]["empty"][language])


@group.command("show", epilog="Exemple : interpilote carnet show 12")
def show_contact(context: typer.Context, number: int, as_json: Json = False) -> None:
    """Un contact en entier."""
    with opened(context) as assistant:
        _tell(assistant, assistant.contact(number), as_json)


@group.command(epilog="Exemple : interpilote carnet done 12")
def done(context: typer.Context, number: int, as_json: Json = False) -> None:
    """La suite d'un contact est faite."""
    with opened(context) as assistant:
        _tell(assistant, assistant.finish(number), as_json)


@group.command(epilog='Exemple : interpilote carnet keep alpha-rlh --role partenaire --need "capteurs"')
def keep(
    context: typer.Context,
    cluster: Annotated[str, typer.Argument(metavar="CLUSTER")],
    role: Annotated[RoleName, typer.Option("--role")] = "referent",
    need: Need = None,
    as_json: Json = False,
) -> None:
    """Garde une suggestion : appels, rencontres et projets qui suivent sont comptés."""
    with opened(context) as assistant:
        kept = assistant.keep_suggestion(cluster, role, need)
        from assistant.resources import texts

        said, name = (
            texts("journal")["command"]["kept"][assistant.settings.language],
            assistant.place_name(kept.cluster_id),
        )
        show(as_json, kept, lambda: said.format(name=name))


@group.command("next", epilog="Exemple : interpilote carnet next")
def next_(context: typer.Context, as_json: Json = False) -> None:
    """Ce qui est à faire, le plus pressé d'abord."""
    with opened(context) as assistant:
        from assistant.drafts.notes import due_line
        from assistant.resources import texts

        found, language = assistant.due(), assistant.settings.language
        lines = (due_line(item, assistant.place_name, language) for item in found)
        show(as_json, {"due": found}, lambda: "\n".join(lines) or texts("journal")["command"]["idle"][language])


@group.command(epilog="Exemple : interpilote carnet funnel")
def funnel(context: typer.Context, as_json: Json = False) -> None:
    """De la suggestion au projet : combien vont jusqu'où."""
    with opened(context) as assistant:
        counted = assistant.funnel()
    from assistant.drafts.notes import funnel_lines

    show(as_json, counted, lambda: "\n".join(funnel_lines(counted, assistant.settings.language)))


@group.command(epilog="Exemple : interpilote carnet export carnet.csv")
def export(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FICHIER.csv|.json")], as_json: Json = False
) -> None:
    """Les contacts en CSV, ou tout en JSON."""
    with opened(context) as assistant:
        count = assistant.export_journal(file)
    from assistant.drafts.notes import exported_text

    language = assistant.settings.language
    show(as_json, {"written": str(file), "contacts": count}, lambda: exported_text(count, str(file), language))


@group.command("import", epilog="Exemple : interpilote carnet import contacts.csv")
def import_(
    context: typer.Context, file: Annotated[Path, typer.Argument(metavar="FICHIER.csv")], as_json: Json = False
) -> None:
    """Ajoute les contacts d'un tableau ; chaque ligne refusée est dite avec sa raison."""
    with opened(context) as assistant:
        report = assistant.import_journal(file)
    from assistant.drafts.notes import imported_text
    from assistant.resources import texts

    language = assistant.settings.language
    show(as_json, report, lambda: imported_text(report, language))
    for fault in () if as_json else report.faults:
        reason = fault.reason_en if language == "en" else fault.reason
        typer.echo(texts("journal")["command"]["line"][language].format(line=fault.line, reason=reason), err=True)
    if report.faults and not report.added and not report.already:
        raise typer.Exit(1)


@group.command(epilog='Exemple : interpilote carnet erase "Ada Dupont" --yes')
def erase(
    context: typer.Context,
    person: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Sans demander confirmation.")] = False,
    as_json: Json = False,
) -> None:
    """Efface une personne pour de bon, et en donne reçu."""
    with opened(context) as assistant:
        found = assistant.person(person)
        if not yes:
            if as_json:  # whoever reads JSON cannot be asked
                from assistant.errors import Misuse

                raise Misuse(*_UNASKED)
            from assistant.resources import texts

            asked = texts("journal")["command"]["erase"][assistant.settings.language].format(
                name=found.name, number=found.id
            )
            typer.confirm(asked, abort=True, err=True)
        receipt = assistant.erase_person(str(found.id))
    from assistant.drafts.notes import receipt_text

    show(as_json, receipt, lambda: receipt_text(receipt, assistant.settings.language))


@group.command(epilog="Exemple : interpilote carnet handover --of Nadia --to Paul --out passation.docx")
def handover(
    context: typer.Context,
    of: Annotated[str | None, typer.Option("--of", help="Qui part ; sans lui, tout le carnet.")] = None,
    to: Annotated[str | None, typer.Option("--to", help="Qui reprend.")] = None,
    out: Out = None,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """La passation : dossiers d'un côté, confiance de l'autre, présentations à trois rédigées."""
    check_out(out)
    with opened(context) as assistant:
        language = language_of(lang, assistant.settings)
        report = assistant.handover(of, to, language)
        made = assistant.handover_draft(report)
    hand_out(made, report, out, WRITTEN[language], as_json)


def _tell(assistant: "Interpilote", contact: "Contact", as_json: bool) -> None:
    from assistant.drafts.notes import contact_text

    language = assistant.settings.language
    show(as_json, contact, lambda: contact_text(contact, assistant.place_name, language))
