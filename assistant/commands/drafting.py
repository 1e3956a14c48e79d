"""fiche-appel, draft message|meeting|convention|roadmap."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from assistant.commands.clusters import Need
from assistant.commands.session import Json, Lang, LanguageName, language_of, opened, pilot, show

if TYPE_CHECKING:
    from pydantic import BaseModel

    from assistant.drafts.call_sheet import CallSheet
    from assistant.drafts.draft import Draft
    from assistant.library.facts import Facts

# The same words as in draft_answers, written out: importing it would slow `--help`.
Kind = Literal["message", "meeting", "convention", "roadmap"]
Role = Literal["referent", "partenaire"]
Whom = Annotated[str, typer.Argument(metavar="CLUSTER", help="Le cluster à appeler.")]
For = Annotated[str | None, typer.Option("--for", metavar="CLUSTER", help="Votre cluster.")]
Profile = Annotated[Path | None, typer.Option("--profile", help="Un profil (JSON ou YAML) au lieu de --for.")]
As = Annotated[Role, typer.Option("--role", help="Ce que vous cherchez là : un référent ou un partenaire.")]
Day = Annotated[
    datetime | None,
    typer.Option(
        "--date", formats=["%Y-%m-%d", "%d/%m/%Y"], metavar="AAAA-MM-JJ", help="Jour de la rencontre, ou date visée."
    ),
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FICHIER.docx", help="Sans lui, le texte s'affiche.")]

_NOBODY = (
    ("Pour qui ? Votre cluster manque.", "For whom? Your cluster is missing."),
    ("Donnez-le avec --for CLUSTER, ou --profile FICHIER.", "Give it with --for CLUSTER, or --profile FILE."),
)
_WRITTEN: dict[LanguageName, str] = {
    "fr": "Brouillon écrit dans {file} : à relire et compléter.",
    "en": "Draft written to {file}: to be read again and completed.",
}


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.command(
        "fiche-appel",
        epilog='Exemple : interpilote fiche-appel alpha-rlh --for inno-vin --need "capteurs" --role partenaire',
    )(call_sheet)
    app.command(epilog="Exemple : interpilote draft message alpha-rlh --for inno-vin --out message.docx")(draft)


def call_sheet(
    context: typer.Context,
    cluster: Whom,
    own: For = None,
    profile: Profile = None,
    need: Need = None,
    role: As = "referent",
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Avant d'appeler : que demander, qu'offrir, qui peut introduire, à quoi veiller."""
    with opened(context) as assistant:
        language = language_of(lang, assistant.settings)
        sheet = assistant.call_sheet(cluster, pilot(own, profile, *_NOBODY), role, need, language)
        show(as_json, sheet, lambda: _as_text(sheet, assistant.facts))


def _as_text(sheet: "CallSheet", facts: "Facts") -> str:
    from assistant.drafts.plain import call_sheet_text

    return call_sheet_text(sheet, facts)


def draft(
    context: typer.Context,
    kind: Annotated[Kind, typer.Argument(metavar="message|meeting|convention|roadmap")],
    cluster: Whom,
    own: For = None,
    profile: Profile = None,
    need: Need = None,
    role: As = "partenaire",
    on: Day = None,
    out: Out = None,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Un brouillon, sources gardées : premier message, grille de rencontre, convention, feuille de route."""
    check_out(out)
    with opened(context) as assistant:
        who, language = pilot(own, profile, *_NOBODY), language_of(lang, assistant.settings)
        made = assistant.draft(kind, cluster, who, role, need, on.date() if on else None, language)
    hand_out(made, made, out, _WRITTEN[language], as_json)


def check_out(out: Path | None) -> None:
    """Before any work: a draft is written as DOCX. Raises UnwritableFile for a name that ends otherwise."""
    from assistant.sharing.files import check_ending

    if out is not None:
        check_ending(out, (".docx",))


def hand_out(draft: "Draft", value: "BaseModel", out: Path | None, written: str, as_json: bool) -> None:
    """A draft as a file, with the words that say so, or as text; `value` is what is shown of it as JSON."""
    from assistant.drafts.plain import draft_text
    from assistant.drafts.word import as_docx
    from assistant.sharing.files import write_bytes

    if out is not None:
        write_bytes(out, as_docx(draft))
    shown = {**value.model_dump(mode="json"), "written": str(out) if out else None}
    show(as_json, shown, lambda: written.format(file=out) if out else draft_text(draft))
