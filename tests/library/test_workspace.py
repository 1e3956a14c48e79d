"""A home that is killed, damaged or shared stays whole."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import LibraryBusy, UnreadablePath
from assistant.index.generation import current, published_version
from assistant.library.locks import writing
from tests.library.conftest import Desk

WORDS = "gouvernance budget convention membre projet label cotisation filiere territoire bureau".split()
INGEST = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from assistant.library.workspace import Workspace
from assistant.settings import Settings
from assistant.vocabulary import DocumentType
from tests.hashing import HashingEmbedder
workspace = Workspace(Settings(home=Path({home!r}), lock_timeout_s=30), HashingEmbedder(pause=0.004))
workspace.ingest([Path({folder!r})], DocumentType.UTILISATEUR, lambda label, share: None)
"""
ROOT = Path(__file__).parents[2]


def many_files(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        text = " ".join(f"{word} numero{number}." for word in WORDS)
        (folder / f"{number:02}.txt").write_text(f"Rapport {number}. {text}", encoding="utf-8")


def other_process(home: Path, folder: Path) -> "subprocess.Popen[bytes]":
    code = INGEST.format(root=str(ROOT), home=str(home), folder=str(folder))
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE)


@pytest.mark.slow
def test_killed_at_any_moment_the_library_holds_whole_documents_and_goes_on(
    desk: Desk, make_desk: Callable[..., Desk], tmp_path: Path
) -> None:
    folder = tmp_path / "rapports"
    many_files(folder, 30)
    moments = random.Random(7)
    for _ in range(5):
        process = other_process(desk.workspace.settings.home, folder)
        time.sleep(1.5 + moments.random() * 2)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        after = make_desk()
        for card in after.workspace.library.documents("added"):
            pages, passages = after.workspace.library.counts(card.id)
            assert pages >= 1
            assert passages >= 1
    desk.ingest(folder)
    assert published_version(desk.workspace.index_folder) == desk.workspace.library.version
    assert len(desk.workspace.library.documents("added")) == 30
    for number in range(30):
        assert any(f"numero{number}." in text for text in desk.found(f"numero{number}"))


@pytest.mark.slow
def test_a_reader_sees_whole_answers_while_another_process_writes_and_the_new_ones_after(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "rapports"
    many_files(folder, 12)
    process = other_process(desk.workspace.settings.home, folder)
    while process.poll() is None:
        assert desk.found("conseil") == ["Note livrée\n\nLe conseil compte 35 membres."]
        time.sleep(0.05)
    assert process.returncode == 0
    assert len(desk.found("gouvernance")) == 12


@pytest.mark.slow
def test_two_writers_take_turns(desk: Desk, tmp_path: Path) -> None:
    first, second = tmp_path / "un", tmp_path / "deux"
    many_files(first, 6)
    many_files(second, 6)
    (second / "seul.txt").write_text("Un document que le premier dossier n'a pas.", encoding="utf-8")
    processes = [other_process(desk.workspace.settings.home, folder) for folder in (first, second)]
    assert [process.wait() for process in processes] == [0, 0]
    assert len(desk.workspace.library.documents("added")) == 7
    assert desk.found("seul") or desk.found("dossier")


def test_a_second_writer_that_waited_too_long_is_told(make_desk: Callable[..., Desk], folder: Path) -> None:
    desk = make_desk(lock_timeout_s=0.2)
    with writing(desk.workspace.settings.home, 1), pytest.raises(LibraryBusy) as busy:
        desk.ingest(folder)
    assert "rien n'est perdu" in busy.value.remedy()


@pytest.mark.parametrize(
    "damage", ["garbled vectors", "no lexical index", "no card", "pointer to nowhere", "truncated ids"]
)
def test_a_damaged_index_is_explained_and_rebuilt(
    desk: Desk, make_desk: Callable[..., Desk], folder: Path, damage: str
) -> None:
    desk.ingest(folder)
    before = desk.found("budget")
    index = current(desk.workspace.index_folder)
    assert index is not None
    desk.workspace.close()
    match damage:
        case "garbled vectors":
            (index / "vectors" / "chroma.sqlite3").write_bytes(b"garbage" * 1000)
        case "no lexical index":
            for file in (index / "lexical").iterdir():
                file.unlink()
        case "no card":
            (index / "generation.json").unlink()
        case "pointer to nowhere":
            (desk.workspace.index_folder / "CURRENT").write_text("g99999999")
        case "truncated ids":
            ids = index / "lexical" / "ids.npy"
            ids.write_bytes(ids.read_bytes()[:-8])
    again = make_desk()
    assert again.found("budget") == before
    if damage in ("garbled vectors", "no lexical index", "truncated ids"):
        assert any("abîmé" in text for text in again.said)


def test_a_damaged_library_is_set_aside_and_rebuilt_with_the_added_files(
    desk: Desk, make_desk: Callable[..., Desk], folder: Path
) -> None:
    desk.ingest(folder)
    desk.workspace.close()
    file = desk.workspace.folder / "library.sqlite"
    for part in (file, file.with_name("library.sqlite-wal"), file.with_name("library.sqlite-shm")):
        part.unlink(missing_ok=True)
    file.write_bytes(b"this is no database" * 500)
    again = make_desk()
    assert any("mise de côté" in text for text in again.said)
    assert again.found("administrateurs")
    assert again.found("conseil")
    assert list(again.workspace.settings.home.glob("damaged-*"))


def test_an_index_extended_again_and_again_equals_one_built_at_once(
    desk: Desk, make_desk: Callable[..., Desk], folder: Path
) -> None:
    desk.ingest(folder / "a.txt")
    desk.ingest(folder / "b.md")
    extended = desk.found("cluster budget gouvernance")
    desk.workspace._publish(from_scratch=True)
    assert desk.found("cluster budget gouvernance") == extended
    assert len(list(desk.workspace.index_folder.glob("g*"))) == 1


def test_a_home_that_cannot_hold_a_library_is_explained(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    with pytest.raises(UnreadablePath) as refused:
        Desk(tmp_path / "home")
    assert "INTERPILOTE_HOME" in refused.value.remedy()
