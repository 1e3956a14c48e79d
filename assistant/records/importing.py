"""A table of contacts into the journal: every good line or none of them, every bad one with its reason."""

from collections.abc import Callable
from pathlib import Path

from assistant.errors import InvalidRecord
from assistant.records.entries import ImportReport, LineFault, Note
from assistant.records.people import People, keep_note
from assistant.records.store import Records
from assistant.records.table import read_table, same
from assistant.spreadsheets import given_text


def import_table(kept: Records, file: Path, largest: int, cluster_of: Callable[[str], str | None]) -> ImportReport:
    """Adds the contacts of a CSV file in one transaction; a line that is there already is not added again.

    Raises UnreadablePath, InvalidRecord (no header, or more than `largest` bytes).
    """
    text = given_text(file, largest)
    if text is None:
        size = largest // 1_000_000
        raise InvalidRecord(
            (f"{file.name} dépasse {size} Mo.", f"{file.name} is over {size} MB."),
            ("Coupez-le en plusieurs fichiers.", "Cut it into several files."),
        )
    read = list(read_table(text, cluster_of))
    notes = [line for line in read if isinstance(line, Note)]
    added = 0
    with kept.writing():
        there = {same(contact) for contact in kept.journal().contacts}
        people = People(kept)
        for note in notes:
            if same(note) not in there:
                keep_note(kept, people, note)
                there.add(same(note))
                added += 1
    faults = tuple(line for line in read if isinstance(line, LineFault))
    return ImportReport(added=added, already=len(notes) - added, faults=faults)
