"""What clusters say of themselves: values and replies, dated, kept in the home over the shipped directory.

    HOME/declared.json    {"clusters": {"inno-vin": {"fields": {"city": {"value": …, "declared_on": …}}, "replies":
    []}}}

The shipped files are never changed; an entry of the directory is the shipped one with what was declared over it.
"""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from assistant.clusters.entries import Cluster, Reply
from assistant.clusters.typed import typed_value
from assistant.errors import InvalidDeclaration, UnreadablePath
from assistant.folders import own_folder
from assistant.vocabulary import Model

FILE_NAME = "declared.json"


class DeclaredValue(Model):
    """A value as the entry takes it, and the day the cluster gave it."""

    value: Any
    declared_on: date


class ClusterDeclarations(Model):
    """What one cluster declared."""

    fields: dict[str, DeclaredValue] = Field(default_factory=dict)
    replies: tuple[Reply, ...] = ()


class Declarations(Model):
    """All that was declared in a home, by identifier of cluster."""

    clusters: dict[str, ClusterDeclarations] = Field(default_factory=dict)


def read_declarations(path: Path) -> Declarations:
    """What was declared; nothing when there is no file. Raises InvalidDeclaration when it cannot be read."""
    try:
        return Declarations.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Declarations()
    except (OSError, ValidationError) as error:
        raise _damaged(path, error) from error


def with_declared(clusters: Iterable[Cluster], path: Path) -> tuple[Cluster, ...]:
    """The entries with what was declared over them. Raises InvalidDeclaration.

    What was declared for an identifier that the directory no longer has stays in the file and is not shown.
    """
    declared = read_declarations(path).clusters
    try:
        return tuple(_over(c, declared[c.id]) if c.id in declared else c for c in clusters)
    except ValidationError as error:
        raise _damaged(path, error) from error


def _over(cluster: Cluster, said: ClusterDeclarations) -> Cluster:
    origins = {f: {"basis": "declare", "declared_on": v.declared_on} for f, v in said.fields.items()}
    return Cluster.model_validate(
        {
            **cluster.model_dump(),
            **{field: value.value for field, value in said.fields.items()},
            "origins": {**cluster.model_dump()["origins"], **origins},
            "replies": _all_replies(cluster, said),
        }
    )


def _all_replies(cluster: Cluster, said: ClusterDeclarations) -> tuple[Reply, ...]:
    """Those of the entry, then those only declared here: once merged, a reply is in both."""
    return (*cluster.replies, *(reply for reply in said.replies if reply not in cluster.replies))


def declare(path: Path, cluster: Cluster, values: Mapping[str, str], reply: str | None, today: date) -> None:
    """Keeps what a cluster declares; an empty value takes back what was declared. The caller holds the lock.

    All or nothing. Raises InvalidDeclaration for an unknown field or a value it cannot take.
    """
    all_of_them = read_declarations(path)
    before = all_of_them.clusters.get(cluster.id, ClusterDeclarations())
    fields = dict(before.fields)
    for field, text in values.items():
        value = typed_value(field, text, today)
        fields.pop(field, None)
        if value is not None:
            fields[field] = DeclaredValue(value=value, declared_on=today)
    replies = before.replies
    if reply and reply.strip():
        replies = (*replies, _reply(reply.strip(), today))
    after = ClusterDeclarations(fields=fields, replies=replies)
    _write(path, Declarations(clusters={**all_of_them.clusters, cluster.id: after}))


def _reply(text: str, today: date) -> Reply:
    try:
        return Reply(text=text, declared_on=today)
    except ValidationError as error:
        raise InvalidDeclaration(
            ("La réponse est trop longue.", "The reply is too long."),
            ("Tenez-vous en à 2 000 caractères.", "Keep it within 2,000 characters."),
        ) from error


def _write(path: Path, declarations: Declarations) -> None:
    temporary = path.with_suffix(".part")
    try:
        own_folder(path.parent)
        with temporary.open("w", encoding="utf-8") as file:
            file.write(declarations.model_dump_json(indent=2) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise UnreadablePath(
            (f"{path} ne peut pas être écrit\u00a0: {error}", f"{path} cannot be written: {error}"),
            ("Vérifiez vos droits et la place libre.", "Check your rights and the free space."),
        ) from error


def patch(path: Path, cluster: Cluster) -> list[dict[str, Any]]:
    """What a cluster declared, in the form of an entry of `clusters.yaml` to merge. Raises InvalidDeclaration."""
    said = read_declarations(path).clusters.get(cluster.id, ClusterDeclarations())
    if not said.fields and not said.replies:
        raise InvalidDeclaration(
            (
                f"{cluster.short_name} n’a rien déclaré\u00a0: rien à exporter.",
                f"{cluster.short_name} declared nothing.",
            ),
            ("Déclarez une valeur avec --set champ=valeur.", "Declare a value with --set field=value."),
        )
    dumped = said.model_dump(mode="json")
    entry: dict[str, Any] = {"id": cluster.id, **{f: v["value"] for f, v in dumped["fields"].items()}}
    days = {f: v["declared_on"] for f, v in dumped["fields"].items()}
    entry["origins"] = {field: {"basis": "declare", "declared_on": day} for field, day in days.items()}
    entry["replies"] = [reply.model_dump(mode="json") for reply in _all_replies(cluster, said)]
    return [entry]


def _damaged(path: Path, error: Exception) -> InvalidDeclaration:
    detail = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
    return InvalidDeclaration(
        (
            f"Les déclarations de {path} ne peuvent pas être lues\u00a0: {detail}.",
            f"The declarations in {path} cannot be read: {detail}.",
        ),
        (
            "Corrigez ce fichier, ou déplacez-le\u00a0: le répertoire livré reste entier.",
            "Correct this file, or move it away: the shipped directory is intact.",
        ),
    )
