"""Who a note names: persons already known are found again, new ones are kept with it."""

from assistant.clusters.names import normalized
from assistant.errors import InvalidRecord
from assistant.records.entries import Note, Person, Presence
from assistant.records.store import Records


class People:
    """The persons of the journal by name and place, as notes add to them. Inside one transaction.

    The same name at another place is another person: whoever moved is told by `leave`, never guessed.
    """

    def __init__(self, kept: Records) -> None:
        self._records = kept
        self._known: dict[tuple[str, bool], list[tuple[int, set[str]]]] = {}
        for person in kept.persons():
            places = {place for p in person.presences if (place := p.cluster_id or p.organisation)}
            self._known.setdefault((normalized(person.name), person.ours), []).append((person.id, places))

    def of_ours(self, name: str | None) -> int | None:
        """The number of one of us, kept if new; None for nobody."""
        return self._found(name, Presence(), ours=True) if name else None

    def with_whom(self, note: Note) -> int | None:
        """The number of the person a note is about, where the note says; None when it names nobody."""
        if not note.person:
            return None
        where = Presence(cluster_id=note.cluster_id, organisation=note.organisation, function=note.function)
        return self._found(note.person, where, ours=False)

    def introducer(self, name: str | None) -> int | None:
        """The number of who introduced: anybody of that name, else somebody new; None for nobody."""
        if not name:
            return None
        known = [entry for ours in (False, True) for entry in self._known.get((normalized(name), ours), ())]
        return known[0][0] if known else self._found(name, Presence(), ours=False)

    def _found(self, name: str, where: Presence, ours: bool) -> int:
        place = where.cluster_id or where.organisation
        known = self._known.setdefault((normalized(name), ours), [])
        for person_id, places in known:
            if ours or place in places:
                return person_id
            if not places:  # known only as an introducer until now
                self._records.add_presence(person_id, where)
                places.add(place or "")
                return person_id
        person_id = self._records.add_person(Person(id=0, name=name, ours=ours, presences=(where,)))
        known.append((person_id, {place} if place else set()))
        return person_id


def keep_note(kept: Records, people: People, note: Note, person_id: int | None = None) -> int:
    """Keeps a note inside a transaction; gives its number. Raises InvalidRecord when it does not say with whom."""
    if not note.cluster_id and not note.organisation:
        raise InvalidRecord(
            ("Cette note ne dit pas avec quel cluster.", "This note does not say with which cluster."),
            (
                "Donnez le cluster (ou l’organisation, hors répertoire).",
                "Give the cluster (or the organisation, if it is not in the directory).",
            ),
        )
    whom = person_id if person_id is not None else people.with_whom(note)
    return kept.add_contact(note, people.of_ours(note.by), whom, people.introducer(note.introduced_by))
