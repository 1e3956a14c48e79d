"""What a person types for a note or a person, as the types take it; a mistake says which field and what it takes."""

from typing import Any

from pydantic import ValidationError

from assistant.errors import InvalidRecord
from assistant.records.entries import Note, Presence
from assistant.records.table import COLUMNS, expected


def checked_note(**values: Any) -> Note:
    """The note. Raises InvalidRecord."""
    try:
        return Note.model_validate(values)
    except ValidationError as error:
        raise _explained(error) from error


def checked_presence(**values: Any) -> Presence:
    """The presence. Raises InvalidRecord."""
    try:
        return Presence.model_validate(values)
    except ValidationError as error:
        raise _explained(error) from error


def _explained(error: ValidationError) -> InvalidRecord:
    place = error.errors()[0]["loc"]
    field = str(place[0]) if place else "next_step"
    name = COLUMNS.get(field, field)
    return InvalidRecord(
        (f"« {name} » manque ou ne convient pas.", f"“{name}” is missing or does not suit."),
        (f"Attendu : {expected(field)}.", f"Expected: {expected(field)}."),
    )
