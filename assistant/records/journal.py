"""The whole journal in memory, and what it says: what is due, how far suggestions went, what ties there are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.clusters.names import normalized
from assistant.records.entries import STAGES, Contact, Due, Funnel, Kept, Person, Presence, Tie, TieStage

_BEGUN = frozenset({"projet", "convention"})


@dataclass(frozen=True)
class Journal:
    """Persons, contacts (latest last) and suggestions kept of one home."""

    persons: tuple[Person, ...] = ()
    contacts: tuple[Contact, ...] = ()
    kept: tuple[Kept, ...] = ()

    @cached_property
    def by_id(self) -> dict[int, Person]:
        """The persons by their number."""
        return {person.id: person for person in self.persons}

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        names: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            names[normalized(person.name)].append(person)
        return names

    def named(self, name: str) -> list[Person]:
        """The persons who bear a name, or the one of that number; accents and capitals do not count."""
        if name.strip().isdecimal():
            person = self.by_id.get(int(name))
            return [person] if person else []
        return self._by_name.get(normalized(name), [])

    def with_whom(self, cluster_id: str) -> list[Contact]:
        """The contacts with a cluster, latest first."""
        return [contact for contact in reversed(self.contacts) if contact.cluster_id == cluster_id]


def place(presence: Presence | None) -> str | None:
    """The cluster or the organisation of a presence."""
    return (presence.cluster_id or presence.organisation) if presence else None


def due(journal: Journal, today: date) -> list[Due]:
    """What is to be done, the dated first, earliest first; then ties to take up again and departures to ask about."""
    steps = [
        Due(
            kind="suite",
            text=contact.next_step,
            on=contact.next_on,
            late=contact.next_on is not None and contact.next_on < today,
            contact_id=contact.id,
            person_id=contact.person_id,
            where=contact.where or None,
        )
        for contact in journal.contacts
        if contact.next_step and not contact.done
    ]
    steps.sort(key=lambda step: (step.on or date.max, step.contact_id))
    return [*steps, *_to_take_up(journal, today), *_departures(journal, today)]


def _to_take_up(journal: Journal, today: date) -> list[Due]:
    return [
        Due(
            kind="lien_a_reprendre",
            text=f"Lien à reprendre : {tie.person} n’y est plus.",
            on=None,
            late=False,
            person_id=tie.person_id,
            where=tie.where,
        )
        for tie in ties(journal, today)
        if tie.state == "a_reprendre"
    ]


def _departures(journal: Journal, today: date) -> list[Due]:
    asked = []
    for person in journal.persons:
        left = person.departure(today)
        if left is not None:
            text = f"Où est parti(e) {person.name} ? La relation suit la personne."
            asked.append(Due(kind="depart", text=text, on=None, late=False, person_id=person.id, where=place(left)))
    return asked


def own_referents(journal: Journal) -> frozenset[str]:
    """The clusters kept as référents with which there was a contact since, unless the last one was of no use."""
    found = set()
    for kept in journal.kept:
        since = [c for c in journal.with_whom(kept.cluster_id) if c.day >= kept.kept_on]
        if kept.role == "referent" and since and since[0].useful is not False:
            found.add(kept.cluster_id)
    return frozenset(found)


def funnel(journal: Journal) -> Funnel:
    """Each suggestion counts where it got furthest, by contacts with its cluster on that day or later."""
    reached = [_furthest(journal, kept) for kept in journal.kept]
    stages: dict[str, set[TieStage]] = defaultdict(set)
    for contact in journal.contacts:
        stages[contact.where].add(contact.stage)
    suggested = {kept.cluster_id for kept in journal.kept}
    return Funnel(
        kept=len(reached),
        called=sum(step >= 1 for step in reached),
        met=sum(step >= 2 for step in reached),
        projects_begun=sum(step >= 3 for step in reached),
        ideas=sum("idee" in said or bool(said & _BEGUN) for said in stages.values()),
        projects=sum(bool(said & _BEGUN) for said in stages.values()),
        without_suggestion=len(stages.keys() - suggested - {""}),
    )


def _furthest(journal: Journal, kept: Kept) -> int:
    """0 kept, 1 called or written to, 2 met, 3 project or convention."""
    since = [c for c in journal.contacts if c.cluster_id == kept.cluster_id and c.day >= kept.kept_on]
    return max((3 if c.stage in _BEGUN else 2 if c.way == "rencontre" else 1 for c in since), default=0)


def ties(journal: Journal, today: date, of_ours: int | None = None) -> list[Tie]:
    """One a person and place, one a place when nobody is named; most trusted first.

    `of_ours` keeps the ties of one of ours. A tie with somebody who left the place is to be taken up again, unless
    another person there has been in contact since.
    """
    grouped: dict[tuple[int | None, str], list[Contact]] = defaultdict(list)
    for contact in journal.contacts:
        if of_ours is None or contact.by_id == of_ours:
            grouped[contact.person_id, contact.where].append(contact)
    found = [_tie(journal, person_id, where, group, today) for (person_id, where), group in grouped.items()]
    alive = {tie.where: tie.last for tie in found if tie.state == "vivant" and tie.person_id is not None}
    found = [
        tie.model_copy(update={"state": "vivant"})
        if tie.state == "a_reprendre" and alive.get(tie.where, date.min) > tie.last
        else tie
        for tie in found
    ]
    return sorted(
        found, key=lambda tie: (-(tie.confidence or 0), -STAGES.index(tie.stage), tie.where, tie.person or "")
    )


def _tie(journal: Journal, person_id: int | None, where: str, group: list[Contact], today: date) -> Tie:
    person = journal.by_id.get(person_id) if person_id is not None else None
    now = person.current(today) if person else None
    gone = person is not None and bool(person.presences) and place(now) != where
    there = [p for p in person.presences if place(p) == where] if person else []
    return Tie(
        person_id=person_id,
        person=person.name if person else None,
        function=there[-1].function if there else None,
        where=where,
        times=len(group),
        first=group[0].day,
        last=group[-1].day,
        stage=group[-1].stage,
        confidence=next((c.confidence for c in reversed(group) if c.confidence is not None), None),
        introduced_by=_names(c.introduced_by for c in group),
        by=_names(c.by for c in group),
        discreet=any(c.may_say is False for c in group),
        state="a_reprendre" if gone else "vivant",
        now_at=place(now) if gone else None,
    )


def _names(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
