"""ingest, documents list|show|remove."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from assistant.commands.session import Json, TypeName, opened, show

if TYPE_CHECKING:
    from assistant.library.rows import StoredDocument
    from assistant.vocabulary import FileVerdict

VisibilityName = Literal["private", "shared"]
group = typer.Typer(help="Les documents de la bibliothèque.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.command(epilog="Exemple : interpilote ingest rapports/ --type evaluation")(ingest)
    app.add_typer(group, name="documents")


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="CHEMIN…")],
    kind: Annotated[TypeName, typer.Option("--type", help="Rayon de la bibliothèque.")] = "utilisateur",
    title: Annotated[str | None, typer.Option("--title", help="Titre, pour un seul fichier.")] = None,
    year: Annotated[int | None, typer.Option("--year", min=1900, max=2100, help="Année, pour un seul fichier.")] = None,
    visibility: Annotated[VisibilityName | None, typer.Option("--visibility", help="Privé si rien n'est dit.")] = None,
    as_json: Json = False,
) -> None:
    """Ajoute des fichiers ou des dossiers (PDF, DOCX, HTML, Markdown, texte) ; un verdict par fichier.

    Un fichier interpilote.csv ou manifest.csv à côté d'eux (file, title, type, year, visibility) les décrit.
    """
    from assistant.library.descriptions import Description
    from assistant.vocabulary import DocumentType

    described = {}
    if title or year or visibility:
        if len(paths) != 1 or paths[0].is_dir():
            raise typer.BadParameter("--title, --year et --visibility décrivent un seul fichier.")
        if title and len(title) > 300:
            raise typer.BadParameter("--title : 300 caractères au plus.")
        described = {paths[0]: Description(title=title, year=year, visibility=visibility)}
    with opened(context) as assistant:
        verdicts = assistant.ingest(paths, DocumentType(kind), described=described)
        version = assistant.workspace.corpus_version
    show(as_json, {"files": verdicts, "corpus_version": version}, lambda: "\n".join(map(_line, verdicts)))
    if verdicts and all(verdict.verdict == "refused" for verdict in verdicts):
        raise typer.Exit(1)


_WORDS = {"indexed": "ajouté", "unchanged": "inchangé", "refused": "refusé", "removed": "retiré"}


def _line(verdict: "FileVerdict") -> str:
    counted = f"{verdict.pages} page(s), {verdict.passages} passage(s)" if verdict.pages else ""
    return f"{_WORDS[verdict.verdict]:9} {Path(verdict.path).name} — {verdict.reason or counted}"


def _card(document: "StoredDocument") -> dict[str, Any]:
    """What is shown of a document besides its text."""
    from assistant.answering.citing import document_year
    from assistant.library.descriptions import visibility

    card = {"document_id": document.id, "title": document.title, "type": document.type, "year": document_year(document)}
    return {**card, "visibility": visibility(document)}


def _named(card: dict[str, Any]) -> str:
    return str(card["title"]) + ("" if card["visibility"] == "shared" else " (privé)")


@group.command("list", epilog="Exemple : interpilote documents list --json")
def list_documents(context: typer.Context, as_json: Json = False) -> None:
    """Liste les documents, livrés et ajoutés."""
    with opened(context) as assistant:
        rows = [{**_card(document), "origin": document.origin} for document in assistant.documents()]
    lines = (f"{row['document_id']} {row['type']:17} {_named(row)}" for row in rows)
    show(as_json, {"documents": rows}, lambda: "\n".join(lines))


@group.command("show", epilog="Exemple : interpilote documents show 0123456789abcdef --page 2")
def show_page(
    context: typer.Context,
    document_id: str,
    page: Annotated[int, typer.Option("--page", min=1)] = 1,
    as_json: Json = False,
) -> None:
    """Montre le texte d'une page, tel qu'il est cité."""
    with opened(context) as assistant:
        found, card = assistant.page(document_id, page), _card(assistant.document(document_id))
    shown = {**card, "page": found.number, "page_label": found.label, "text": found.text}
    show(as_json, shown, lambda: f"{_named(card)}, p. {found.label or found.number}\n\n{found.text}")


@group.command(epilog="Exemple : interpilote documents remove 0123456789abcdef")
def remove(context: typer.Context, document_id: str, as_json: Json = False) -> None:
    """Retire un document que vous avez ajouté, et la copie gardée."""
    with opened(context) as assistant:
        title = assistant.document(document_id).title
        assistant.remove(document_id)
    show(as_json, {"removed": document_id}, lambda: f"Retiré : {title}")
