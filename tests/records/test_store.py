"""The journal's file: one writer, nothing half done after a kill, erased persons gone byte for byte."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Interpilote
from assistant.clusters.names import folded
from assistant.errors import UnusableRecords
from assistant.records.entries import Note, Person, Presence
from assistant.records.erasing import MASK, Masker
from assistant.records.schema import MIGRATIONS
from assistant.records.store import FILE_NAME, records
from assistant.settings import Settings

Noted = Callable[..., Note]
ROOT = Path(__file__).parents[2]
KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from assistant.records.entries import Note
from assistant.records.people import People, keep_note
from assistant.records.store import records
with records(Path(sys.argv[1]), 5) as kept, kept.writing():
    for rank in range(2000):
        keep_note(kept, People(kept) if not rank else people, Note(day=date(2026, 1, 1), about="x" * 900, cluster_id="a"))
        people = People(kept) if not rank else people
    os.kill(os.getpid(), signal.SIGKILL)
"""


def bytes_of(home: Path) -> bytes:
    """All that the journal has on disk, journals and logs of SQLite included."""
    return b"".join(file.read_bytes() for file in home.glob(f"{FILE_NAME}*"))


def test_a_killed_process_leaves_whole_notes_only_and_no_lock(journal: Interpilote, note: Noted) -> None:
    journal.note(note())
    home = journal.settings.home
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(home)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert len(journal.journal().contacts) == 1
    journal.note(note())
    assert len(journal.journal().contacts) == 2


def test_a_second_writer_waits_then_is_told(journal: Interpilote, note: Noted) -> None:
    hurried = Interpilote(Settings(home=journal.settings.home, lock_timeout_s=0.1))
    with records(journal.settings.home, 1) as kept, kept.writing():
        with pytest.raises(UnusableRecords, match="Une autre commande"):
            hurried.note(note())
        assert hurried.journal().contacts == ()


def test_a_file_of_a_later_version_is_left_alone(journal: Interpilote, note: Noted) -> None:
    journal.note(note())
    file = journal.settings.home / FILE_NAME
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = file.read_bytes()
    with pytest.raises(UnusableRecords, match="plus récente"):
        journal.journal()
    assert file.read_bytes() == before


def test_a_damaged_file_is_told_with_what_to_do_and_left_alone(journal: Interpilote, note: Noted) -> None:
    journal.note(note())
    file = journal.settings.home / FILE_NAME
    file.write_bytes(b"not a database at all" * 100)
    with pytest.raises(UnusableRecords) as caught:
        journal.journal()
    assert "sauvegarde" in caught.value.remedy() and file.read_bytes().startswith(b"not a")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_full_disk_is_not_taken_for_damage_and_what_was_there_stays(journal: Interpilote, note: Noted) -> None:
    journal.note(note())
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = (journal.settings.home / FILE_NAME).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))  # the file may not grow: what a full disk does
    try:
        with pytest.raises(UnusableRecords) as refused:
            for _ in range(60):
                journal.note(note(about="x" * 900))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "place" in refused.value.remedy() and "droits" in refused.value.remedy()
    assert "vide" not in refused.value.remedy() and "écrit" in refused.value.message()
    assert journal.journal().contacts[0].about == "gouvernance"


def test_a_change_that_sqlite_took_back_by_itself_tells_its_own_cause(journal: Interpilote) -> None:
    with pytest.raises(UnusableRecords, match="full"), records(journal.settings.home, 1) as kept:
        kept._db.execute("PRAGMA max_page_count = 12")
        with kept.writing():
            for _ in range(600):
                kept.add_person(Person(id=0, name="x" * 100))


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_nobody_else_on_the_machine_reads_the_file(journal: Interpilote, note: Noted) -> None:
    journal.note(note())
    assert (journal.settings.home / FILE_NAME).stat().st_mode & 0o077 == 0


def test_nothing_of_an_erased_person_stays_in_the_file(journal: Interpilote, note: Noted) -> None:
    journal.add_person(
        "Clémence Hurtebise",
        Presence(cluster_id="alpha-rlh", function="déléguée"),
        detail="c.hurtebise@exemple.fr",
    )
    for rank in range(60):
        person = "Clémence Hurtebise" if rank % 3 == 0 else "Jean Martin"
        texts = {
            "about": f"point {rank} avec Hurtebise" if rank % 3 == 0 else f"Jean Martin cite Clémence HURTEBISE {rank}"
        }
        journal.note(note(person=person, next_step="écrire à c.hurtebise@exemple.fr", **texts))
    journal.leave("Clémence Hurtebise", date(2026, 11, 1), "xylofutur")
    home = journal.settings.home
    assert b"urtebise" in bytes_of(home)
    receipt = journal.erase_person("clemence hurtebise")
    left = bytes_of(home)
    assert b"urtebise" not in left.lower() and "Clémence".encode() not in left and b"exemple.fr" not in left
    assert receipt.notes_unlinked == 20 and receipt.texts_masked >= 60 and receipt.to_read == ()
    kept = journal.journal()
    assert len(kept.contacts) == 60 and [p.name for p in kept.persons] == ["Jean Martin"]
    assert kept.contacts[0].about == f"point 0 avec {MASK}" and kept.contacts[0].cluster_id == "alpha-rlh"


def test_a_part_of_the_name_elsewhere_is_told_not_masked(journal: Interpilote, note: Noted) -> None:
    journal.note(note(person="Pierre Dutilleul"))
    other = journal.note(note(person="Pierre Martin", about="Pierre rappelle lundi"))
    receipt = journal.erase_person("Pierre Dutilleul")
    assert receipt.to_read == (other.id,)
    assert journal.contact(other.id).about == "Pierre rappelle lundi"


@pytest.mark.parametrize(
    ("name", "text", "took_part", "left"),
    [
        ("Marine Le Gall", "Le dossier de Mme Le Gall", True, f"Le dossier de Mme {MASK}"),
        ("Marine Le Gall", "le pôle et le gallois", True, "le pôle et le gallois"),
        ("Marine Le Gall", "vu LE GALL Marine, et la mer", False, f"vu {MASK}, et la mer"),
        ("Anne Roy", "Roy est d'accord, le roy aussi", True, f"{MASK} est d'accord, le roy aussi"),
        ("Jean-Pierre Ébrard", "j'ai vu ebrard", True, f"j'ai vu {MASK}"),
        ("Ada Dupont", "Ada Lovelace", False, "Ada Lovelace"),
    ],
)
def test_a_name_is_masked_as_people_write_it(name: str, text: str, took_part: bool, left: str) -> None:
    assert Masker(Person(id=1, name=name)).masked(text, took_part) == left


_NAME = st.from_regex(r"[A-ZÉ][a-zéèï]{3,9}( de)?[ -][A-ZÉ][a-zéèï]{3,9}", fullmatch=True)
_AROUND = st.text("abc éÉ .,;:'()\n«»-12", max_size=30)


@given(_NAME, st.lists(_AROUND, min_size=2, max_size=4), st.sampled_from([str, str.upper, folded]))
def test_the_whole_name_is_masked_wherever_it_stands(
    name: str, around: list[str], written: Callable[[str], str]
) -> None:
    text = f" {written(name)} ".join(around)
    assert folded(name) not in folded(Masker(Person(id=1, name=name)).masked(text, False))
