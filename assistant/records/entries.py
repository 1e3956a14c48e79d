"""Persons, notes of contacts and suggestions kept, as types. The unit of a relation is the person."""

import unicodedata
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from assistant.vocabulary import Model, Role

Way = Literal["message", "appel", "rencontre"]
TieStage = Literal["idee", "contact", "projet", "convention", "abandon"]
STAGES: tuple[TieStage, ...] = ("idee", "contact", "projet", "convention", "abandon")


def _cleaned(value: Any) -> Any:
    """One line without control characters; an empty text is none."""
    if not isinstance(value, str):
        return value
    plain = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in unicodedata.normalize("NFC", value))
    return " ".join(plain.split()) or None


Words = Annotated[str, BeforeValidator(_cleaned), Field(min_length=1, max_length=120)]
Remark = Annotated[str, BeforeValidator(_cleaned), Field(min_length=1, max_length=1000)]
MaybeWords = Annotated[Words | None, BeforeValidator(_cleaned)]
MaybeRemark = Annotated[Remark | None, BeforeValidator(_cleaned)]


class Presence(Model):
    """Where a person is or was: a cluster of the directory or another organisation, from when and until when."""

    cluster_id: str | None = None
    organisation: MaybeWords = None
    function: MaybeWords = None
    since: date | None = None
    until: date | None = None


class Person(Model):
    """A person, as little as is needed. `ours` is one of us; `presences` follow each other in time."""

    id: int
    name: Words
    detail: MaybeWords = None
    ours: bool = False
    presences: tuple[Presence, ...] = ()

    def current(self, today: date) -> Presence | None:
        """Where the person is on a day; None when they left and nobody knows where to."""
        return next((p for p in reversed(self.presences) if p.until is None or p.until > today), None)

    def departure(self, today: date) -> Presence | None:
        """The last presence that ended, when the person is nowhere known since."""
        ended = [p for p in self.presences if p.until is not None and p.until <= today]
        return ended[-1] if ended and self.current(today) is None else None


class Note(Model):
    """Two minutes after a contact: who of us, with whom, about what, and what comes of it.

    Persons are named as people write them; `confidence` goes from 1 to 5.
    """

    day: date
    by: MaybeWords = None
    person: MaybeWords = None
    function: MaybeWords = None
    cluster_id: str | None = None
    organisation: MaybeWords = None
    way: Way = "appel"
    about: Remark
    stage: TieStage = "contact"
    useful: bool | None = None
    whom_else: MaybeRemark = None
    next_step: MaybeRemark = None
    next_on: date | None = None
    done: bool = False
    may_say: bool | None = None
    confidence: int | None = Field(default=None, ge=1, le=5)
    introduced_by: MaybeWords = None

    @model_validator(mode="after")
    def _next_day_needs_a_step(self) -> "Note":
        if self.next_on and not self.next_step:
            raise ValueError("une date de suite sans suite")
        return self


class Contact(Note):
    """A note that is kept, with the persons it names."""

    id: int
    by_id: int | None = None
    person_id: int | None = None
    introduced_by_id: int | None = None

    @property
    def where(self) -> str:
        """The cluster or organisation it was with."""
        return self.cluster_id or self.organisation or ""


class Kept(Model):
    """A suggestion the pilot kept, from which calls, meetings and projects are counted."""

    id: int
    cluster_id: str
    role: Role
    need: MaybeRemark = None
    kept_on: date


class Due(Model):
    """What is to be done: a next step, a tie to take up again, a departure to ask about."""

    kind: Literal["suite", "lien_a_reprendre", "depart"]
    text: str
    on: date | None
    late: bool
    contact_id: int | None = None
    person_id: int | None = None
    where: str | None = None


class Funnel(Model):
    """How many suggestions kept went how far; `ideas` and `projects` count the clusters of the journal."""

    kept: int
    called: int
    met: int
    projects_begun: int
    ideas: int
    projects: int
    without_suggestion: int


class Tie(Model):
    """What there is between us and one person, or one cluster when no person is named."""

    person_id: int | None
    person: str | None
    function: str | None
    where: str
    times: int
    first: date
    last: date
    stage: TieStage
    confidence: int | None
    introduced_by: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    discreet: bool = False
    state: Literal["vivant", "a_reprendre"] = "vivant"
    now_at: str | None = None


class LineFault(Model):
    """A line of a table that was not taken, and why in both languages."""

    line: int
    reason: str
    reason_en: str


class ImportReport(Model):
    """What became of a table: lines added, those that were already there, those refused."""

    added: int
    already: int
    faults: tuple[LineFault, ...] = ()


class Receipt(Model):
    """What erasing a person did. `to_read` are the contacts where a part of the name still stands."""

    person_id: int
    erased_on: date
    notes_unlinked: int
    texts_masked: int
    to_read: tuple[int, ...] = ()
