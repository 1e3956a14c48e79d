"""What a person types for a note or a person, as the types take it; a mistake says which field and what it takes."""

from typing import Any, TypeVar

from pydantic import ValidationError

from assistant.errors import InvalidRecord
from assistant.records.table import COLUMNS, expected
from assistant.vocabulary import Model

M = TypeVar("M", bound=Model)
_NAMES = COLUMNS | {"name": "nom", "detail": "coordonnée", "need": "besoin"}


def checked(kind: type[M], **values: Any) -> M:
    """A value of that kind. Raises InvalidRecord."""
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        field = str(place[0]) if place else "next_step"
        name = _NAMES.get(field, field)
        raise InvalidRecord(
            (f"« {name} » manque ou ne convient pas.", f"“{name}” is missing or does not suit."),
            (f"Attendu : {expected(field)}.", f"Expected: {expected(field, 'en')}."),
        ) from error
