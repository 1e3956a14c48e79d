"""A project as it is prepared: a set of partners, what a call for projects asks, a plan back from its deadline."""

from datetime import date
from typing import Literal

from assistant.vocabulary.base import Model
from assistant.vocabulary.exchanged import Caution, Suggestion

RoleKind = Literal["besoin", "technologie", "marche", "territoire", "adherents"]
ConstraintKind = Literal[
    "candidats", "partenaires", "montants", "taux", "dates", "duree", "labellisation", "signatures"
]


class TeamRole(Model):
    """One thing a partner brings; `first` when nobody chosen before it, nor the pilot's cluster, brings it."""

    kind: RoleKind
    text: str
    first: bool
    sources: tuple[str, ...] = ()


class TeamMember(Model):
    """A partner of the set and its roles."""

    suggestion: Suggestion
    roles: tuple[TeamRole, ...]


class Clash(Model):
    """Two clusters of one project, and what to settle between them before it starts.

    `instead` is who could take the place of the second when a failure between the two is documented.
    """

    clusters: tuple[str, str]
    names: tuple[str, str]
    caution: Caution
    instead: str | None = None


class Team(Model):
    """Partners for one project, in the order they were chosen, checked against each other and the pilot's cluster."""

    need: str | None
    members: tuple[TeamMember, ...]
    clashes: tuple[Clash, ...] = ()
    warnings: tuple[str, ...] = ()


class Constraint(Model):
    """What a call asks: a sentence of its text, letter for letter, and the page it is on."""

    kind: ConstraintKind
    quote: str
    page: int


class Step(Model):
    """One step back from the deadline. A `blocking` one stops the whole project when it is missed.

    `quote` is where the text of the call names it; null when it does not, and the step is then usual practice.
    """

    day: date
    label: str
    blocking: bool
    late: bool
    quote: str | None = None


class CallReading(Model):
    """What was found in the text of one call, what was not, and the plan back from the deadline."""

    file: str
    deadline: date | None = None
    constraints: tuple[Constraint, ...]
    to_read: tuple[str, ...] = ()
    plan: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()
