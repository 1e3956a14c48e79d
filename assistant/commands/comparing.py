"""compare."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.session import WRITTEN, Json, Lang, language_of, opened, show

Indicators = Annotated[list[str] | None, typer.Option("--indicator", help="Indicateur, répétable.")]
Peers = Annotated[
    int | None,
    typer.Option("--peers", min=0, max=7, help="Pairs proposés en plus (3 quand un seul cluster est donné)."),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FICHIER", help="Écrit aussi un .csv ou un .docx, sources comprises.")
]
_ENDINGS = (".csv", ".docx")


def register(app: typer.Typer) -> None:
    """Adds this command."""
    app.command(epilog="Exemple : interpilote compare vitagora --peers 4 --out vitagora.docx")(compare)


def compare(
    context: typer.Context,
    clusters: Annotated[list[str], typer.Argument(metavar="CLUSTER…")],
    indicator: Indicators = None,
    peers: Peers = None,
    out: Out = None,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Compare de un à huit clusters, chaque chiffre avec son année ; une case vide reste vide."""
    from assistant.answering.comparison_texts import comparison_text
    from assistant.sharing.comparison import comparison_csv, comparison_docx
    from assistant.sharing.files import check_ending, write_file

    if out:
        check_ending(out, _ENDINGS)
    with opened(context) as assistant:
        today, language = assistant.today(), language_of(lang, assistant.settings)
        comparison = assistant.compare(clusters, indicator or None, peers, language)
    if out:
        formats = {
            ".csv": lambda: comparison_csv(comparison, language),
            ".docx": lambda: comparison_docx(comparison, language, today),
        }
        write_file(out, formats)
    written = f"\n{WRITTEN[language].format(file=out)}" if out else ""
    show(as_json, comparison, lambda: comparison_text(comparison, language) + written)
