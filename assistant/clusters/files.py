"""Reading the YAML files of the corpus that describe clusters, with errors that name file, entry and field."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant.clusters.entries import Cluster, Relation
from assistant.errors import CorpusError
from assistant.vocabulary import Grade

M = TypeVar("M", bound=BaseModel)

# The C loader reads the directory ten times faster; PyYAML built without libyaml still works.
_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def corpus_error(path: Path, where: str, why: str) -> CorpusError:
    """The error for `where` (entry and field) in a file of the corpus."""
    return CorpusError(
        (f"{path.name}, {where} : {why}.", f"{path.name}, {where}: {why}."),
        (
            f"Corrigez {path} à cet endroit, ou remettez le fichier livré avec le logiciel.",
            f"Correct {path} there, or put back the file shipped with the software.",
        ),
    )


def read_yaml(path: Path) -> object:
    """The content of a YAML file. Raises CorpusError when it is missing or is not YAML."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, UnicodeDecodeError) as error:
        raise corpus_error(path, "fichier", f"illisible ({error.__class__.__name__})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"ligne {mark.line + 1}" if mark else "fichier"
        raise corpus_error(path, where, "YAML non valide") from error


def validated(model: type[M], raw: object, path: Path, entry: str) -> M:
    """`raw` as a `model`. Raises CorpusError that names the first wrong field."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entrée entière"
        raise corpus_error(path, f"entrée {entry}, champ {field}", first["msg"]) from error


def _entries(path: Path, model: type[M]) -> tuple[M, ...]:
    raw = read_yaml(path)
    if not isinstance(raw, list):
        raise corpus_error(path, "fichier", "une liste d’entrées est attendue")
    entries = []
    for number, item in enumerate(raw, start=1):
        identifier = item.get("id") if isinstance(item, dict) else None
        entries.append(validated(model, item, path, str(identifier or f"n° {number}")))
    return tuple(entries)


def _unique(path: Path, identifiers: Sequence[str]) -> None:
    for identifier, count in Counter(identifiers).items():
        if count > 1:
            raise corpus_error(path, f"entrée {identifier}, champ id", f"identifiant présent {count} fois")


def read_clusters(path: Path) -> tuple[Cluster, ...]:
    """The clusters of `clusters.yaml`, every `merged_into` leading somewhere. Raises CorpusError."""
    clusters = _entries(path, Cluster)
    _unique(path, [cluster.id for cluster in clusters])
    successor = {cluster.id: cluster.merged_into for cluster in clusters}
    for cluster in clusters:
        seen: set[str] = {cluster.id}
        following = cluster.merged_into
        while following is not None:
            if following not in successor or following in seen:
                raise corpus_error(
                    path, f"entrée {cluster.id}, champ merged_into", f"« {following} » ne mène à aucun cluster"
                )
            seen.add(following)
            following = successor[following]
    return clusters


def read_relations(path: Path, known: frozenset[str]) -> tuple[Relation, ...]:
    """The relations of `relations.yaml`, between `known` cluster ids only. Raises CorpusError."""
    relations = _entries(path, Relation)
    _unique(path, [relation.id for relation in relations])
    for relation in relations:
        for identifier in relation.clusters:
            if identifier not in known:
                raise corpus_error(path, f"entrée {relation.id}, champ clusters", f"cluster inconnu « {identifier} »")
    return relations


def read_grades(path: Path) -> dict[str, Grade]:
    """Who speaks at each address of `sources.yaml`; nobody without the file, and no negative judgement is told then.

    Raises CorpusError.
    """
    raw = read_yaml(path) if path.exists() else []
    if not isinstance(raw, list):
        raise corpus_error(path, "fichier", "une liste de sources est attendue")
    try:
        return {item["url"]: Grade(item["grade"]) for item in raw if item.get("url")}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise corpus_error(path, "fichier", f"source sans grade valable ({error})") from error
