"""ingest, documents list|show|remove."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from assistant.commands.session import Json, TypeName, emit, opened

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
    if as_json:
        emit({"files": [verdict.model_dump(mode="json") for verdict in verdicts], "corpus_version": version})
    else:
        for verdict in verdicts:
            detail = verdict.reason or (
                f"{verdict.pages} page(s), {verdict.passages} passage(s)" if verdict.pages else ""
            )
            typer.echo(f"{_WORDS[verdict.verdict]:9} {Path(verdict.path).name} — {detail}")
    if verdicts and all(verdict.verdict == "refused" for verdict in verdicts):
        raise typer.Exit(1)


_WORDS = {"indexed": "ajouté", "unchanged": "inchangé", "refused": "refusé", "removed": "retiré"}


@group.command("list", epilog="Exemple : interpilote documents list --json")
def list_documents(context: typer.Context, as_json: Json = False) -> None:
    """Liste les documents, livrés et ajoutés."""
    from assistant.answering.citing import document_year
    from assistant.library.descriptions import visibility as visibility_of

    with opened(context) as assistant:
        cards = assistant.documents()
    rows = [
        {
            "document_id": c.id,
            "title": c.title,
            "type": c.type.value,
            "year": document_year(c),
            "visibility": visibility_of(c),
            "origin": c.origin,
        }
        for c in cards
    ]
    if as_json:
        emit({"documents": rows})
    else:
        for row in rows:
            private = "" if row["visibility"] == "shared" else " (privé)"
            typer.echo(f"{row['document_id']} {row['type']:17} {row['title']}{private}")


@group.command(epilog="Exemple : interpilote documents show 0123456789abcdef --page 2")
def show(
    context: typer.Context,
    document_id: str,
    page: Annotated[int, typer.Option("--page", min=1)] = 1,
    as_json: Json = False,
) -> None:
    """Montre le texte d'une page, tel qu'il est cité."""
    from assistant.answering.citing import document_year
    from assistant.library.descriptions import visibility as visibility_of

    with opened(context) as assistant:
        found = assistant.page(document_id, page)
        card = assistant.document(document_id)
    if as_json:
        emit(
            {
                "document_id": document_id,
                "title": card.title,
                "type": card.type.value,
                "year": document_year(card),
                "visibility": visibility_of(card),
                "page": found.number,
                "page_label": found.label,
                "text": found.text,
            }
        )
    else:
        private = "" if visibility_of(card) == "shared" else " (privé)"
        typer.echo(f"{card.title}{private}, p. {found.label or found.number}\n\n{found.text}")


@group.command(epilog="Exemple : interpilote documents remove 0123456789abcdef")
def remove(context: typer.Context, document_id: str, as_json: Json = False) -> None:
    """Retire un document que vous avez ajouté, et la copie gardée."""
    with opened(context) as assistant:
        title = assistant.document(document_id).title
        assistant.remove(document_id)
    if as_json:
        emit({"removed": document_id})
    else:
        typer.echo(f"Retiré : {title}")
