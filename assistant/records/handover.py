"""What a pilot hands over: files and commitments on one side, trust between persons on the other."""

from collections.abc import Callable
from datetime import date

from assistant.clusters.names import listed
from assistant.records.entries import Contact, Due, Kept, Person, Tie
from assistant.records.journal import Journal, due, ties
from assistant.vocabulary import Model

_TRUSTED = 4  # confidence from which a tie deserves an introduction
_COMMITTED = frozenset({"projet", "convention"})
TO_FILL = "… à compléter"


class Introduction(Model):
    """A three-way message from who leaves to a trusted person, with the successor."""

    person: str
    where: str
    text: str


class Handover(Model):
    """The report. `by` is who hands over, null for the whole cluster; names of clusters are written out."""

    day: date
    by: str | None
    successor: str | None
    commitments: tuple[Contact, ...]
    next_steps: tuple[Due, ...]
    suggestions: tuple[Kept, ...]
    ties: tuple[Tie, ...]
    introductions: tuple[Introduction, ...]
    names: dict[str, str]


def handover(
    journal: Journal, today: date, name_of: Callable[[str], str], by: Person | None = None, successor: str | None = None
) -> Handover:
    """What one of ours, or the whole cluster, hands over on a day. `name_of` names a cluster by its identifier."""
    own = [c for c in journal.contacts if by is None or c.by_id == by.id]
    mine = {contact.id for contact in own}
    trust = ties(journal, today, by.id if by else None)
    places = {c.where for c in own} | {k.cluster_id for k in journal.kept} | {t.now_at for t in trust if t.now_at}
    return Handover(
        day=today,
        by=by.name if by else None,
        successor=successor,
        commitments=tuple(_commitments(own)),
        next_steps=tuple(d for d in due(journal, today) if d.contact_id is None or d.contact_id in mine),
        suggestions=journal.kept,
        ties=tuple(trust),
        introductions=tuple(_introduction(tie, by, successor, name_of) for tie in trust if _deserves(tie)),
        names={place: name_of(place) for place in sorted(places) if place},
    )


def _commitments(contacts: list[Contact]) -> list[Contact]:
    """The last contact of each project or convention that was not given up since."""
    last: dict[str, Contact] = {}
    for contact in contacts:
        if contact.stage in _COMMITTED:
            last[contact.where] = contact
        elif contact.stage == "abandon":
            last.pop(contact.where, None)
    return sorted(last.values(), key=lambda contact: (contact.day, contact.id), reverse=True)


def _deserves(tie: Tie) -> bool:
    return (
        tie.person is not None
        and tie.state == "vivant"
        and ((tie.confidence or 0) >= _TRUSTED or tie.stage in _COMMITTED)
    )


def _introduction(tie: Tie, by: Person | None, successor: str | None, name_of: Callable[[str], str]) -> Introduction:
    leaving, next_one, where = (by.name if by else TO_FILL), successor or TO_FILL, name_of(tie.where)
    since = f"depuis {tie.first.year}" if tie.first.year != tie.last.year else f"en {tie.first.year}"
    thanks = f" Nous avions été mis en relation par {listed(list(tie.introduced_by))}." if tie.introduced_by else ""
    text = (
        f"Bonjour {tie.person}, bonjour {next_one},\n"
        f"Je quitte mes fonctions le {TO_FILL}. {tie.person} ({where}) et moi avons travaillé ensemble {since}.{thanks} "
        f"{next_one} reprend le sujet chez nous.\n"
        f"Je vous propose un appel à trois de vingt minutes le {TO_FILL}, pour que vous fassiez connaissance et que rien de "
        f"ce qui est engagé ne se perde.\n"
        f"Bien à vous, {leaving}"
    )
    return Introduction(person=tie.person or "", where=tie.where, text=text)
