"""Meetings between the clusters of a chosen set, as those who introduce prepare them."""

from typing import Literal

from pydantic import Field

from assistant.vocabulary.base import Model
from assistant.vocabulary.exchanged import Caution
from assistant.vocabulary.words import Phase

MeetingKind = Literal["referent", "partenaire", "entre_pairs"]


class Guest(Model):
    """A cluster that takes part. `phase_given`: whoever introduces said the phase, the directory did not."""

    cluster_id: str
    name: str
    phase: Phase
    phase_given: bool = False
    because: str


class Meeting(Model):
    """Two clusters at one table, or three when the number is odd; why these, and one question to begin with.

    `learner` is who comes to learn (kind `referent`). `criterion` is the one the reason comes from, null when the
    directory knows nothing that tells for the meeting.
    """

    table: int = Field(ge=1)
    clusters: tuple[str, ...] = Field(min_length=2, max_length=3)
    names: tuple[str, ...]
    kind: MeetingKind
    learner: str | None = None
    reason: str
    question: str
    criterion: str | None = None
    score: float = Field(ge=0, le=1)
    certainty: float = Field(ge=0, le=1)
    sources: tuple[str, ...] = ()
    cautions: tuple[Caution, ...] = ()


class Bye(Model):
    """Who sits out a round, and why."""

    cluster_id: str
    name: str
    because: str


class MeetingRound(Model):
    """Meetings that take place at the same time: each guest is at one table, or has a bye."""

    number: int = Field(ge=1)
    meetings: tuple[Meeting, ...]
    byes: tuple[Bye, ...] = ()


class Meetings(Model):
    """The rounds for a set of guests; no two of them meet twice. `source_names` says what is found at an address."""

    guests: tuple[Guest, ...]
    rounds: tuple[MeetingRound, ...]
    source_names: dict[str, str] = Field(default_factory=dict)
    warnings: tuple[str, ...] = ()
