"""The journal's file: SQLite, one writer at a time, every change whole or not there, erased bytes overwritten.

No write-ahead log: what is committed is in one file, and nothing of what was erased stays beside it.
"""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from assistant.errors import UnusableRecords
from assistant.folders import own_folder
from assistant.records.entries import Contact, Kept, Note, Person, Presence, Receipt
from assistant.records.erasing import Masker
from assistant.records.journal import Journal
from assistant.records.schema import MIGRATIONS

FILE_NAME = "records.sqlite"
_TEXTS = ("about", "whom_else", "next_step")
_COLUMNS = (
    *("day", "by_id", "person_id", "introduced_by_id", "cluster_id", "organisation", "way", "about", "stage"),
    *("useful", "whom_else", "next_step", "next_on", "done", "may_say", "confidence"),
)


@contextmanager
def records(home: Path, timeout_s: float) -> Iterator["Records"]:
    """The journal of a home, made if it lacks. Raises UnusableRecords: damaged, of a later version, or busy."""
    file = home / FILE_NAME
    db = None
    try:
        own_folder(home)
        os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
        db = sqlite3.connect(file, timeout=timeout_s, check_same_thread=False, isolation_level=None)
        for pragma in ("foreign_keys=ON", "secure_delete=ON", "journal_mode=DELETE", "temp_store=MEMORY"):
            db.execute(f"PRAGMA {pragma}")
        opened = Records(db)
        opened.migrate()
        yield opened
    except (OSError, sqlite3.DatabaseError) as error:
        raise _unusable(file, error) from error
    finally:
        if db is not None:
            db.close()


class Records:
    """What is kept, over an open connection. Made by `records`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def migrate(self) -> None:
        """Brings the file to the current version. Raises UnusableRecords when a later version wrote it."""
        if self._version() == len(MIGRATIONS):
            return
        with self.writing():
            version = self._version()  # another process may have migrated meanwhile
            if version > len(MIGRATIONS):
                raise UnusableRecords(
                    (
                        "Le carnet a été écrit par une version plus récente d’Interpilote.",
                        "The journal was written by a later version of Interpilote.",
                    ),
                    ("Mettez Interpilote à jour : rien n’a été changé.", "Update Interpilote: nothing was changed."),
                )
            for statement in (s for step in MIGRATIONS[version:] for s in step):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, one writer: the system lets its lock go if the process is killed, and nothing is half
        done."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # SQLite may have given up by itself, on a full disk for instance
                self._db.execute("ROLLBACK")
            raise

    # --- reading -----------------------------------------------------------------------------------------

    def journal(self) -> Journal:
        """All that is kept, contacts by day."""
        persons = self.persons()
        names = {person.id: person.name for person in persons}
        return Journal(tuple(persons), tuple(self._contacts(names)), tuple(self._kept()))

    def persons(self) -> list[Person]:
        """Everybody, with where they are and were."""
        presences: dict[int, list[Presence]] = {}
        rows = self._db.execute(
            "SELECT person_id, cluster_id, organisation, function, since, until FROM presences ORDER BY id"
        )
        for person_id, *values in rows:
            fields = dict(zip(("cluster_id", "organisation", "function", "since", "until"), values, strict=True))
            presences.setdefault(person_id, []).append(Presence.model_validate(fields))
        return [
            Person(id=i, name=name, detail=detail, ours=bool(ours), presences=tuple(presences.get(i, ())))
            for i, name, detail, ours in self._db.execute("SELECT id, name, detail, ours FROM persons ORDER BY id")
        ]

    def _contacts(self, names: Mapping[int, str]) -> Iterator[Contact]:
        functions = dict(
            self._db.execute("SELECT person_id, function FROM presences WHERE function IS NOT NULL ORDER BY id")
        )
        for row in self._db.execute(f"SELECT id, {', '.join(_COLUMNS)} FROM contacts ORDER BY day, id"):
            values = dict(zip(("id", *_COLUMNS), row, strict=True))
            values["by"], values["introduced_by"] = names.get(values["by_id"]), names.get(values["introduced_by_id"])
            values["person"], values["function"] = names.get(values["person_id"]), functions.get(values["person_id"])
            yield Contact.model_validate(values)

    def _kept(self) -> Iterator[Kept]:
        for row in self._db.execute("SELECT id, cluster_id, role, need, kept_on FROM suggestions ORDER BY id"):
            yield Kept.model_validate(dict(zip(("id", "cluster_id", "role", "need", "kept_on"), row, strict=True)))

    # --- writing, inside `writing()` ---------------------------------------------------------------------

    def add_person(self, person: Person) -> int:
        """Keeps a new person with where they are; gives their number, the one they come with is not looked at."""
        cursor = self._db.execute(
            "INSERT INTO persons (name, detail, ours) VALUES (?, ?, ?)", (person.name, person.detail, person.ours)
        )
        person_id = int(cursor.lastrowid or 0)
        for presence in person.presences:
            if presence != Presence():
                self.add_presence(person_id, presence)
        return person_id

    def add_presence(self, person_id: int, presence: Presence) -> None:
        """Says where a person is, besides what is known."""
        self._db.execute(
            "INSERT INTO presences (person_id, cluster_id, organisation, function, since, until) VALUES (?, ?, ?, ?, ?, ?)",
            (
                person_id,
                presence.cluster_id,
                presence.organisation,
                presence.function,
                _day(presence.since),
                _day(presence.until),
            ),
        )

    def set_function(self, person_id: int, place: str, function: str) -> None:
        """Says what a person does at a place (cluster or organisation, as kept), unless it is known."""
        self._db.execute(
            "UPDATE presences SET function = ?"
            " WHERE person_id = ? AND function IS NULL AND coalesce(cluster_id, organisation) = ?",
            (function, person_id, place),
        )

    def end_presence(self, person_id: int, on: date) -> None:
        """Ends the presences of a person that are still open."""
        self._db.execute("UPDATE presences SET until = ? WHERE person_id = ? AND until IS NULL", (_day(on), person_id))

    def add_contact(self, note: Note, by_id: int | None, person_id: int | None, introduced_by_id: int | None) -> int:
        """Keeps a note with the persons it names; gives its number."""
        values: dict[str, Any] = note.model_dump(mode="json")
        values |= {"by_id": by_id, "person_id": person_id, "introduced_by_id": introduced_by_id}
        marks = ", ".join("?" * len(_COLUMNS))
        cursor = self._db.execute(
            f"INSERT INTO contacts ({', '.join(_COLUMNS)}) VALUES ({marks})", [values[column] for column in _COLUMNS]
        )
        return int(cursor.lastrowid or 0)

    def finish(self, contact_id: int) -> bool:
        """Marks the next step of a contact as done; false when there is no such contact."""
        return self._db.execute("UPDATE contacts SET done = 1 WHERE id = ?", (contact_id,)).rowcount > 0

    def keep(self, wanted: Kept) -> int:
        """Keeps a suggestion; the same cluster in the same role again changes nothing. Gives its number."""
        again = "SELECT id FROM suggestions WHERE cluster_id = ? AND role = ?"
        found = self._db.execute(again, (wanted.cluster_id, wanted.role)).fetchone()
        if found:
            return int(found[0])
        cursor = self._db.execute(
            "INSERT INTO suggestions (cluster_id, role, need, kept_on) VALUES (?, ?, ?, ?)",
            (wanted.cluster_id, wanted.role, wanted.need, _day(wanted.kept_on)),
        )
        return int(cursor.lastrowid or 0)

    # --- erasing -----------------------------------------------------------------------------------------

    def erase(self, person: Person, on: date) -> Receipt:
        """Erases a person: row, ties, name in the texts; then rewrites the file, so that no byte of it stays.

        Takes its own transaction. What was exported, copied or backed up before is out of reach.
        """
        with self.writing():
            receipt = self._forget(person, on)
        self._db.execute("VACUUM")
        return receipt

    def _forget(self, person: Person, on: date) -> Receipt:
        masker, changed, unlinked, to_read = Masker(person), 0, 0, []
        for contact in self.journal().contacts:
            took_part = person.id in (contact.by_id, contact.person_id, contact.introduced_by_id)
            unlinked += took_part
            texts = {name: text for name in _TEXTS if (text := getattr(contact, name))}
            masked = {name: masker.masked(text, took_part) for name, text in texts.items()}
            for name in (name for name in texts if masked[name] != texts[name]):
                self._db.execute(f"UPDATE contacts SET {name} = ? WHERE id = ?", (masked[name], contact.id))
                changed += 1
            if any(masker.partly_in(text) for text in masked.values()):
                to_read.append(contact.id)
        changed += self._mask_needs(masker)
        self._db.execute("DELETE FROM persons WHERE id = ?", (person.id,))
        return Receipt(
            person_id=person.id, erased_on=on, notes_unlinked=unlinked, texts_masked=changed, to_read=tuple(to_read)
        )

    def _mask_needs(self, masker: Masker) -> int:
        masked = [(masker.masked(kept.need, False), kept.need, kept.id) for kept in self._kept() if kept.need]
        changed = [(new, i) for new, old, i in masked if new != old]
        self._db.executemany("UPDATE suggestions SET need = ? WHERE id = ?", changed)
        return len(changed)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _unusable(file: Path, error: Exception) -> UnusableRecords:
    if "locked" in str(error):
        return UnusableRecords(
            ("Une autre commande écrit dans le carnet.", "Another command is writing to the journal."),
            ("Attendez qu’elle finisse, puis recommencez.", "Wait until it ends, then try again."),
        )
    if isinstance(error, OSError | sqlite3.OperationalError):
        return UnusableRecords(
            (f"Le carnet {file} ne peut pas être ouvert ou écrit : {error}.", f"Cannot open or write {file}: {error}."),
            (
                "Rien de ce qui y était n’est perdu. Vérifiez la place libre et vos droits sur ce dossier, puis recommencez.",
                "Nothing that was in it is lost. Check the free space and your rights on this folder, then try again.",
            ),
        )
    return UnusableRecords(
        (f"Le carnet {file} ne peut pas être lu : {error}.", f"The journal {file} cannot be read: {error}."),
        (
            "Restaurez ce fichier d’une sauvegarde, ou déplacez-le pour repartir d’un carnet vide.",
            "Restore this file from a back-up, or move it away to start an empty journal.",
        ),
    )
