"""What a pilot hands over: files and commitments on one side, trust between persons on the other."""

from collections.abc import Callable
from datetime import date

from assistant.clusters.saying import Voice
from assistant.records.entries import Contact, Due, Kept, Person, Tie
from assistant.records.journal import Journal, due, ties
from assistant.resources import texts
from assistant.vocabulary import BLANKS, Language, Model, Said

_TRUSTED = 4  # confidence from which a tie deserves an introduction
_COMMITTED = frozenset({"projet", "convention"})
_INTRODUCED: dict[str, Said] = texts("journal")["introduction"]


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
    language: Language = "fr"


def handover(
    journal: Journal,
    today: date,
    name_of: Callable[[str], str],
    by: Person | None = None,
    successor: str | None = None,
    language: Language = "fr",
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
        introductions=tuple(
            _introduction(tie, by, successor, name_of, Voice(language)) for tie in trust if _deserves(tie)
        ),
        names={place: name_of(place) for place in sorted(places) if place},
        language=language,
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


def _introduction(
    tie: Tie, by: Person | None, successor: str | None, name_of: Callable[[str], str], voice: Voice
) -> Introduction:
    blank, say = BLANKS[voice.language], voice.phrase
    started = _INTRODUCED["since" if tie.first.year != tie.last.year else "in"]
    text = say(
        _INTRODUCED["text"],
        person=tie.person,
        next_one=successor or blank,
        where=name_of(tie.where),
        since=say(started, year=tie.first.year),
        thanks=say(_INTRODUCED["thanks"], names=list(tie.introduced_by)) if tie.introduced_by else "",
        leaving=by.name if by else blank,
        blank=blank,
    )
    return Introduction(person=tie.person or "", where=tie.where, text=text)
