"""The sentences of a cluster's sheet that tell one of its fields."""

from collections.abc import Collection

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.fields import Field
from assistant.clusters.sheets import sections


def field_sentences(cluster: Cluster, field: Field, directory: Directory, others: Collection[str] = ()) -> list[str]:
    """The sentences, in the order of the sheet; of ties, those that name each of the `others`, given by id."""
    told = [
        sentence.text
        for _, found in sections(cluster, directory, None)
        for sentence in found
        if field in sentence.fields
    ]
    return [text for text in told if _names_all(text, others, directory)]


def _names_all(text: str, others: Collection[str], directory: Directory) -> bool:
    named = {identifier for m in directory.mentions(text) for identifier in (m.cluster.id, m.resolved.cluster.id)}
    return not others or set(others) <= named
