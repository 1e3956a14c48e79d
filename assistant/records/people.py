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
        self._known: dict[tuple[str, bool], list[int]] = {}
        self._places: dict[int, dict[str, str]] = {}  # of each person: places as they are compared, and as written
        for person in kept.persons():
            self._known.setdefault((normalized(person.name), person.ours), []).append(person.id)
            self._places[person.id] = {_compared(place): place for p in person.presences if (place := _place(p))}

    def of_ours(self, name: str | None) -> int | None:
        """The number of one of us, kept if new; None for nobody."""
        return self._found(name, Presence(), ours=True) if name else None

    def with_whom(self, note: Note, person_id: int | None = None) -> int | None:
        """The number of the person a note is about, where the note says, unless it is given; None when it names nobody."""
        where = Presence(cluster_id=note.cluster_id, organisation=note.organisation, function=note.function)
        if person_id is None:
            return self._found(note.person, where, ours=False) if note.person else None
        self._tell_function(person_id, where)
        return person_id

    def introducer(self, name: str | None) -> int | None:
        """The number of who introduced: anybody of that name, else somebody new; None for nobody."""
        if not name:
            return None
        known = [entry for ours in (False, True) for entry in self._known.get((normalized(name), ours), ())]
        return known[0] if known else self._found(name, Presence(), ours=False)

    def _found(self, name: str, where: Presence, ours: bool) -> int:
        place = _place(where)
        known = self._known.setdefault((normalized(name), ours), [])
        for person_id in known:
            places = self._places[person_id]
            if ours or (place is not None and _compared(place) in places) or (place is None and not places):
                self._tell_function(person_id, where)
                return person_id
            if not places:  # known only as an introducer until now
                self._records.add_presence(person_id, where)
                places |= {_compared(place): place} if place else {}
                return person_id
        person_id = self._records.add_person(Person(id=0, name=name, ours=ours, presences=(where,)))
        known.append(person_id)
        self._places[person_id] = {_compared(place): place} if place else {}
        return person_id

    def _tell_function(self, person_id: int, where: Presence) -> None:
        place = self._places.get(person_id, {}).get(_compared(_place(where) or ""))
        if where.function and place:
            self._records.set_function(person_id, place, where.function)


def _place(where: Presence) -> str | None:
    return where.cluster_id or where.organisation


def _compared(place: str) -> str:
    """A place as it is compared: capitals, accents and signs make no other one."""
    return normalized(place) or place


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
    whom = people.with_whom(note, person_id)
    return kept.add_contact(note, people.of_ours(note.by), whom, people.introducer(note.introduced_by))
