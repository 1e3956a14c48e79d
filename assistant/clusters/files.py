"""Reading the YAML files of the corpus, with errors that name file, entry and field."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant.clusters.entries import Cluster, Entry, Relation
from assistant.errors import CorpusError
from assistant.vocabulary import Grade
from assistant.yaml_text import parsed

M = TypeVar("M", bound=BaseModel)
E = TypeVar("E", bound=Entry)

# Registries are read by several parts, each at its own time: what was parsed serves all, and is changed by none.
_parsed = lru_cache(maxsize=16)(parsed)


_PLACES = {"entrée": "entry", "champ": "field", "ligne": "line", "fichier": "file"}
_PLACE = re.compile(rf"\b(?:{'|'.join(_PLACES)})\b")
_REASONS = {
    "missing": "champ manquant",
    "extra_forbidden": "champ inconnu",
    "enum": "valeur hors de la liste permise",
    "literal_error": "valeur hors de la liste permise",
    "url_parsing": "adresse mal écrite",
    "url_scheme": "adresse qui ne commence pas par http:// ou https://",
    "too_short": "liste vide",
    "string_too_short": "texte vide",
    "string_pattern_mismatch": "identifiant mal formé",
}
"""What pydantic finds wrong, in French."""


def corpus_error(path: Path, where: str, why: str, english: str | None = None) -> CorpusError:
    """The error for `where` (entry and field) in a file of the corpus; `english` is the reason in English."""
    there = _PLACE.sub(lambda place: _PLACES[place[0]], where)
    return CorpusError(
        (f"corpus/{path.name}, {where} : {why}.", f"corpus/{path.name}, {there}: {english or why}."),
        (
            f"Corrigez {path} à cet endroit, ou remettez le fichier livré avec le logiciel.",
            f"Correct {path} there, or put back the file shipped with the software.",
        ),
    )


def read_text(path: Path) -> str:
    """The text of a file. Raises CorpusError when it is missing or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why, english = (f"{word} ({error.__class__.__name__})" for word in ("illisible", "unreadable"))
        raise corpus_error(path, "fichier", why, english) from error


def read_yaml(path: Path) -> object:
    """The content of a YAML file. Raises CorpusError when it is missing or is not YAML."""
    text = read_text(path)
    try:
        return _parsed(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"ligne {mark.line + 1}" if mark else "fichier"
        raise corpus_error(path, where, "YAML invalide", "invalid YAML") from error


def read_list(path: Path) -> list[object]:
    """The entries of a YAML file that is a list. Raises CorpusError."""
    raw = read_yaml(path)
    if not isinstance(raw, list):
        raise corpus_error(path, "fichier", "une liste d’entrées est attendue", "a list of entries is expected")
    return raw


def read_named(path: Path) -> dict[str, Any]:
    """The values of a YAML file that gives them by name. Raises CorpusError."""
    raw = read_yaml(path)
    if not isinstance(raw, dict):
        raise corpus_error(path, "fichier", "des valeurs par nom sont attendues", "values by name are expected")
    return {str(name): value for name, value in raw.items()}


def validated(model: type[M], raw: object, path: Path, entry: str) -> M:
    """`raw` as a `model`. Raises CorpusError that names the first wrong field."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "entrée entière"
        why = _REASONS.get(first["type"], "valeur incorrecte")
        raise corpus_error(path, f"entrée {entry}, champ {field}", why, first["msg"]) from error


def read_entries(path: Path, model: type[E]) -> tuple[E, ...]:
    """The entries of a YAML list, each id once. Raises CorpusError."""
    entries: dict[str, E] = {}
    for number, item in enumerate(read_list(path), start=1):
        named = str(item.get("id") or f"n° {number}") if isinstance(item, dict) else repr(item)[:60]
        entry = validated(model, item, path, named)
        if entry.id in entries:
            raise corpus_error(path, f"entrée {entry.id}, champ id", "identifiant en double", "duplicate id")
        entries[entry.id] = entry
    return tuple(entries.values())


def read_clusters(path: Path) -> tuple[Cluster, ...]:
    """The clusters of `clusters.yaml`, every `merged_into` leading somewhere. Raises CorpusError."""
    clusters = read_entries(path, Cluster)
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
    relations = read_entries(path, Relation)
    for relation in relations:
        for identifier in relation.clusters:
            if identifier not in known:
                raise corpus_error(path, f"entrée {relation.id}, champ clusters", f"cluster inconnu « {identifier} »")
    return relations


def read_grades(path: Path) -> dict[str, Grade]:
    """Who speaks at each address of `sources.yaml`; nobody without the file, and no negative judgement is told then.

    Raises CorpusError.
    """
    raw: list[Any] = read_list(path) if path.exists() else []
    try:
        return {item["url"]: Grade(item["grade"]) for item in raw if item.get("url")}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise corpus_error(path, "fichier", f"source sans grade valable ({error})") from error
