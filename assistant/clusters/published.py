"""What the files of the directory may hold: their JSON Schema, made from the types, and their controlled vocabularies.

The wording of the sources stays in the entries; the vocabularies (`themes.yaml`, and `wordings.yaml` for what its terms
do not recognise) give the common name beside it.
"""

from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from assistant.clusters.entries import Cluster, Relation
from assistant.clusters.files import corpus_error, read_named
from assistant.clusters.territory import NATIONAL, NEIGHBOURS
from assistant.clusters.themes import Vocabulary
from assistant.vocabulary import Model

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_FILES: dict[str, tuple[Any, str]] = {
    "clusters": (list[Cluster], "Le répertoire des clusters français : corpus/clusters.yaml"),
    "relations": (list[Relation], "Les relations documentées entre clusters : corpus/relations.yaml"),
}


class Controlled(Model):
    """The technologies and markets of an entry under their common names."""

    technologies: tuple[str, ...]
    markets: tuple[str, ...]


def schema(name: Literal["clusters", "relations"]) -> dict[str, Any]:
    """The JSON Schema of a file of the directory; regions are a closed list."""
    kind, title = _FILES[name]
    made: dict[str, Any] = TypeAdapter(kind).json_schema()
    made = {"$schema": _DRAFT, "title": title, **made}
    entry = made["$defs"].get("Cluster")
    if entry:
        entry["properties"]["regions"]["items"] = {"enum": [*sorted(NEIGHBOURS), NATIONAL]}
        del entry["properties"]["replies"]  # replies and `said_by` are never shipped: they come when it is loaded
        del made["$defs"]["Reply"], made["$defs"]["Label"]["properties"]["said_by"]
    return made


def load_wordings(path: Path, vocabulary: Vocabulary) -> dict[str, str | None]:
    """The theme of each wording of `wordings.yaml`. Raises CorpusError."""
    wordings = read_named(path)
    for wording, theme in wordings.items():
        if theme is not None and theme not in vocabulary.themes:
            raise corpus_error(path, f"entrée {wording}", f"thème inconnu « {theme} »")
    return wordings


def themes_of(wording: str, vocabulary: Vocabulary, wordings: dict[str, str | None]) -> frozenset[str] | None:
    """The themes of a wording; empty when it is too general for one, null when nobody has classified it."""
    if themes := vocabulary.themes_in(wording):
        return themes
    if wording not in wordings:
        return None
    theme = wordings[wording]
    return frozenset([theme] if theme else [])


def controlled(cluster: Cluster, vocabulary: Vocabulary, wordings: dict[str, str | None]) -> Controlled:
    """The common names of what the entry words in its own way, in alphabetical order."""

    def names(texts: tuple[str, ...]) -> tuple[str, ...]:
        themes = {theme for text in texts for theme in themes_of(text, vocabulary, wordings) or ()}
        return tuple(sorted(vocabulary.label(theme) for theme in themes))

    return Controlled(technologies=names(cluster.technologies), markets=names(cluster.markets))
