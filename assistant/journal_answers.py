"""The part of the public interface that is the journal: contacts, persons, what is due, export, erasure, handover."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

from assistant.directory_answers import DirectoryAnswers
from assistant.errors import InvalidRecord, UnknownRecord, UnusableRecords
from assistant.records import journal as reading
from assistant.records.checking import checked
from assistant.records.entries import (
    Contact,
    Due,
    Funnel,
    ImportReport,
    Kept,
    Note,
    Person,
    Presence,
    Receipt,
    Tie,
)
from assistant.records.handover import Handover, handover
from assistant.records.importing import import_table
from assistant.records.journal import Journal
from assistant.records.people import People, keep_note
from assistant.records.store import FILE_NAME, Records, records
from assistant.records.table import as_table
from assistant.settings import Settings
from assistant.sharing.files import write_bytes
from assistant.vocabulary import Language, Model, Role

log = logging.getLogger(__name__)
_LARGEST_TABLE = 20_000_000


class WholeJournal(Model):
    """All that the journal holds, for export."""

    persons: tuple[Person, ...]
    contacts: tuple[Contact, ...]
    suggestions: tuple[Kept, ...]


class JournalAnswers(DirectoryAnswers):
    """What a cluster remembers of its contacts, private to one home. Every method may raise UnusableRecords."""

    settings: Settings

    def _records(self) -> AbstractContextManager[Records]:
        return records(self.settings.home, self.settings.lock_timeout_s)

    def journal(self) -> Journal:
        """All that is kept."""
        with self._records() as kept:
            return kept.journal()

    def note(self, note: Note, person_id: int | None = None) -> Contact:
        """Keeps a note of a contact, its cluster by any name. Raises UnknownCluster, UnknownRecord, InvalidRecord.

        `person_id` is who it was with when they are already known; their place is then the note's unless it says one.
        """
        if note.cluster_id:
            note = note.model_copy(update={"cluster_id": self.resolve(note.cluster_id).cluster.id})
        if person_id is not None:
            note = self._where_they_are(note, self.person(str(person_id)))
        with self._records() as kept:
            with kept.writing():
                number = keep_note(kept, People(kept), note, person_id)
            return next(c for c in kept.journal().contacts if c.id == number)

    def _where_they_are(self, note: Note, person: Person) -> Note:
        now = person.current(self.today())
        if note.cluster_id or note.organisation or now is None:
            return note
        return note.model_copy(update={"cluster_id": now.cluster_id, "organisation": now.organisation})

    def own_referents(self) -> frozenset[str]:
        """The référents kept in the journal that were in touch since; none without a journal that can be read."""
        if not (self.settings.home / FILE_NAME).exists():  # asking makes no journal
            return frozenset()
        try:
            return reading.own_referents(self.journal())
        except UnusableRecords as error:
            log.warning("%s", error)
            return frozenset()

    def contact(self, number: int) -> Contact:
        """One contact. Raises UnknownRecord."""
        found = next((c for c in self.journal().contacts if c.id == number), None)
        if found is None:
            raise _unknown(f"Aucun contact ne porte le numéro {number}.", f"No contact bears the number {number}.")
        return found

    def finish(self, number: int) -> Contact:
        """Says that the next step of a contact is done. Raises UnknownRecord."""
        with self._records() as kept, kept.writing():
            kept.finish(number)
        return self.contact(number)

    # --- persons -----------------------------------------------------------------------------------------

    def person(self, name: str) -> Person:
        """The person of this name or number. Raises UnknownRecord when nobody answers to it, or several."""
        found = self.journal().named(name)
        if len(found) == 1:
            return found[0]
        if found:
            numbers = ", ".join(f"{p.id} ({reading.place(p.current(self.today())) or '…'})" for p in found)
            raise UnknownRecord(
                (f"Plusieurs personnes s’appellent « {name} ».", f"Several persons are called “{name}”."),
                (f"Donnez leur numéro : {numbers}.", f"Give their number: {numbers}."),
            )
        raise _unknown(f"Le carnet ne connaît pas « {name[:60]} ».", f"The journal does not know “{name[:60]}”.")

    def add_person(self, name: str, presence: Presence, *, ours: bool = False, detail: str | None = None) -> Person:
        """Keeps a person. Raises UnknownCluster, InvalidRecord without a place for somebody who is not one of us."""
        if presence.cluster_id:
            presence = presence.model_copy(update={"cluster_id": self.resolve(presence.cluster_id).cluster.id})
        elif not presence.organisation and not ours:
            raise InvalidRecord(
                ("Où est cette personne ?", "Where is this person?"),
                ("Donnez --cluster ou --organisation, ou --ours.", "Give --cluster or --organisation, or --ours."),
            )
        person = checked(Person, id=0, name=name, detail=detail, ours=ours, presences=(presence,))
        with self._records() as kept:
            with kept.writing():
                number = kept.add_person(person)
            return kept.journal().by_id[number]

    def leave(self, name: str, on: date, to: str | None = None) -> Person:
        """Dates a departure; `to` is the cluster or the organisation the person went to, null while unknown.

        Ties stay with the person; those with the place left are to be taken up again. Raises UnknownRecord.
        """
        person = self.person(name)
        arrival = None
        if to and to.strip():
            known = self.directory.knows(to)
            place = {"cluster_id": self.resolve(to).cluster.id} if known else {"organisation": to}
            arrival = checked(Presence, **place, since=on)
        with self._records() as kept:
            with kept.writing():
                kept.end_presence(person.id, on)
                if arrival:
                    kept.add_presence(person.id, arrival)
            return kept.journal().by_id[person.id]

    def erase_person(self, name: str) -> Receipt:
        """Erases a person for good, with a receipt. Raises UnknownRecord."""
        person = self.person(name)
        with self._records() as kept:
            return kept.erase(person, self.today())

    # --- suggestions and what follows ----------------------------------------------------------------------

    def keep_suggestion(self, cluster: str, role: Role, need: str | None = None) -> Kept:
        """Keeps a suggestion, from which calls, meetings and projects are counted. Raises UnknownCluster."""
        identifier = self.resolve(cluster).cluster.id
        wanted = checked(Kept, id=0, cluster_id=identifier, role=role, need=need, kept_on=self.today())
        with self._records() as kept:
            with kept.writing():
                number = kept.keep(wanted)
            return next(k for k in kept.journal().kept if k.id == number)

    def due(self) -> list[Due]:
        """What is to be done, earliest first."""
        return reading.due(self.journal(), self.today())

    def funnel(self) -> Funnel:
        """How far the suggestions kept went."""
        return reading.funnel(self.journal())

    def ties(self) -> list[Tie]:
        """The ties, most trusted first."""
        return reading.ties(self.journal(), self.today())

    def handover(self, by: str | None = None, successor: str | None = None, language: Language = "fr") -> Handover:
        """What one of us, or the whole cluster, hands over. Raises UnknownRecord."""
        person = self.person(by) if by else None
        return handover(self.journal(), self.today(), self.place_name, person, successor, language)

    def place_name(self, where: str) -> str:
        """The name of a cluster by its identifier, or the organisation as it is written."""
        cluster = self.directory.by_id.get(where)
        return cluster.short_name if cluster else where

    # --- in and out --------------------------------------------------------------------------------------

    def export_journal(self, file: Path) -> int:
        """Writes the contacts as CSV, or all that is kept as JSON, by the file's extension; gives how many contacts.

        Raises UnwritableFile.
        """
        kept = self.journal()
        if file.suffix.casefold() == ".csv":
            content = as_table(kept.contacts)
        elif file.suffix.casefold() == ".json":
            whole = WholeJournal(persons=kept.persons, contacts=kept.contacts, suggestions=kept.kept)
            content = whole.model_dump_json(indent=2).encode()
        else:
            raise InvalidRecord(
                (f"{file.name} : ni .csv ni .json.", f"{file.name}: neither .csv nor .json."),
                ("Donnez un fichier .csv (contacts) ou .json (tout).", "Give a .csv (contacts) or .json (all) file."),
            )
        write_bytes(file, content)
        return len(kept.contacts)

    def import_journal(self, file: Path) -> ImportReport:
        """Adds the contacts of a CSV table, all good lines in one transaction. Raises UnreadablePath, InvalidRecord."""
        with self._records() as kept:
            return import_table(kept, file, _LARGEST_TABLE, self._cluster_of())

    def _cluster_of(self) -> Callable[[str], str | None]:
        return lambda name: self.resolve(name).cluster.id if self.directory.knows(name) else None


def _unknown(fr: str, en: str) -> UnknownRecord:
    return UnknownRecord(
        (fr, en),
        (
            "Vérifiez le nom ou le numéro (`interpilote carnet list`, `interpilote carnet person list`).",
            "Check the name or the number (`interpilote carnet list`, `interpilote carnet person list`).",
        ),
    )
