"""rencontres."""

from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.session import WRITTEN, Json, Lang, language_of, opened, show

Names = Annotated[list[str] | None, typer.Argument(metavar="CLUSTER…", help="De 2 à 60 clusters, ou --file.")]
ListFile = Annotated[
    Path | None,
    typer.Option("--file", metavar="LISTE", help="Un .csv (colonnes cluster, phase) ou un .txt, un par ligne."),
]
Rounds = Annotated[int, typer.Option("--rounds", min=1, max=10, help="Nombre de tours, sans deux fois la même paire.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FICHIER", help="Écrit aussi un .docx ou un .csv, sources comprises.")
]
_ENDINGS = (".docx", ".csv")


def register(app: typer.Typer) -> None:
    """Adds this command."""
    app.command(epilog="Exemple : interpilote rencontres --file liste.csv --rounds 3 --out rencontres.docx")(rencontres)


def rencontres(
    context: typer.Context,
    clusters: Names = None,
    file: ListFile = None,
    rounds: Rounds = 1,
    out: Out = None,
    lang: Lang = None,
    as_json: Json = False,
) -> None:
    """Pour qui met en relation : paires novice-référent ou partenaires, personne de côté, pas de rivaux à une table."""
    from assistant.meetings.guests import Invited, invited_in
    from assistant.sharing.files import check_ending, write_file
    from assistant.sharing.meetings import meetings_csv, meetings_docx, meetings_text

    if out:
        check_ending(out, _ENDINGS)
    invited = [*(invited_in(file) if file else []), *(Invited(name) for name in clusters or [])]
    with opened(context) as assistant:
        today, language = assistant.today(), language_of(lang, assistant.settings)
        meetings = assistant.meetings(invited, rounds, language)
    if out:
        formats = {
            ".docx": lambda: meetings_docx(meetings, language, today),
            ".csv": lambda: meetings_csv(meetings, language),
        }
        write_file(out, formats)
    written = f"\n{WRITTEN[language].format(file=out)}" if out else ""
    show(as_json, meetings, lambda: meetings_text(meetings, language) + written)
