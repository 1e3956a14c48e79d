"""A sentence of a cluster's sheet, with what it rests on and what it tells."""

from typing import NamedTuple

from assistant.clusters.fields import Field


class Sentence(NamedTuple):
    """A sentence of a sheet, the addresses of the pages behind it and the fields that it tells."""

    text: str
    sources: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
