"""clusters complete: the blanks of a sheet that cost most, what a cluster declares, its patch."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.clusters import group
from assistant.commands.session import Json, opened, show

if TYPE_CHECKING:
    from assistant.clusters.entries import Cluster
    from assistant.interpilote import Interpilote

Set = Annotated[list[str] | None, typer.Option("--set", metavar="CHAMP=VALEUR", help="Répétable ; vide : retire.")]
Answer = Annotated[str | None, typer.Option("--reply", metavar="TEXTE", help="Réponse à un jugement porté sur vous.")]
Export = Annotated[Path | None, typer.Option("--export", metavar="FICHIER", help="Ce qui est déclaré, en YAML.")]


def register(app: typer.Typer) -> None:
    """Adds the command to those of the directory."""
    group.command(epilog="Exemple : interpilote clusters complete inno-vin --set team=3 --set city=Bordeaux")(complete)


def complete(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID")],
    setting: Set = None,
    reply: Answer = None,
    export: Export = None,
    as_json: Json = False,
) -> None:
    """Ma fiche : les blancs qui coûtent le plus, et ce que votre cluster déclare."""
    from assistant.clusters.typed import typed_values

    with opened(context) as assistant:
        notice = assistant.resolve(name).notice
        cluster = assistant.complete(name, typed_values(setting or []), reply)
        if export is not None:
            _export(assistant, name, export)
        shown = _shown(assistant, cluster, notice, export)
    show(as_json, shown, lambda: "\n".join(_lines(shown, cluster)))


def _export(assistant: "Interpilote", name: str, file: Path) -> None:
    import yaml

    from assistant.sharing.files import write_bytes

    text = yaml.safe_dump(assistant.declared_patch(name), allow_unicode=True, sort_keys=False)
    write_bytes(file, text.encode())


def _shown(assistant: "Interpilote", cluster: "Cluster", notice: str | None, export: Path | None) -> dict[str, Any]:
    from assistant.clusters.blanks import blanks

    dumped = cluster.model_dump(mode="json")
    return {
        "cluster_id": cluster.id,
        "name": cluster.short_name,
        "notice": notice,
        "blanks": [blank.model_dump(mode="json") for blank in blanks(cluster, assistant.directory.weights)],
        "declared": {
            field: {"value": dumped[field], "declared_on": origin["declared_on"]}
            for field, origin in dumped["origins"].items()
            if origin["basis"] == "declare"
        },
        "replies": dumped["replies"],
        "exported": str(export) if export else None,
    }


def _lines(shown: dict[str, Any], cluster: "Cluster") -> list[str]:
    from assistant.answering.presenting import CRITERIA
    from assistant.clusters.origins import declared_sentences
    from assistant.clusters.typed import FIELDS

    lines = [shown["notice"]] if shown["notice"] else []
    if shown["blanks"]:
        lines.append(f"{cluster.short_name}, les blancs qui coûtent le plus aux suggestions :")
        for blank in shown["blanks"]:
            example = f"--set {json.dumps(blank['field'] + '=' + FIELDS[blank['field']][1], ensure_ascii=False)}"
            cost, read_by = f"{blank['cost']:.2f}".replace(".", ","), [CRITERIA[c]["fr"] for c in blank["criteria"]]
            lines.append(f"  {blank['label']:18} {cost}  {', '.join(read_by)}\n    par exemple {example}")
    else:
        lines.append(f"{cluster.short_name} : aucun blanc ne pèse sur les suggestions.")
    lines += declared_sentences(cluster)
    if shown["exported"]:
        lines.append(f"Déclarations écrites dans {shown['exported']}.")
    return lines
