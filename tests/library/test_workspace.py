"""A home that is killed, damaged or shared stays whole."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
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


def garble(file: Path, start: float = 0.0, share: float = 1.0) -> None:
    """Writes random bytes over a part of a file."""
    content = bytearray(file.read_bytes())
    first, count = int(len(content) * start), max(1, int(len(content) * share))
    content[first : first + count] = random.Random(3).randbytes(len(content[first : first + count]))
    file.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        "garbled vectors",
        "no vectors",
        "vectors garbled in the middle",
        "vectors cut short",
        "no lexical index",
        "garbled lexical index",
        "garbled frequencies",
        "no card",
        "garbled card",
        "pointer to nowhere",
        "garbled pointer",
        "empty pointer",
        "truncated ids",
        "no generation",
    ],
)
def test_a_damaged_index_is_explained_and_rebuilt(
    desk: Desk, make_desk: Callable[..., Desk], folder: Path, damage: str
) -> None:
    desk.ingest(folder)
    before = desk.hits("budget du cluster")
    index = current(desk.workspace.index_folder)
    assert index is not None
    desk.workspace.close()
    vectors, lexical, pointer = index / "vectors", index / "lexical", desk.workspace.index_folder / "CURRENT"
    match damage:
        case "garbled vectors":
            (vectors / "chroma.sqlite3").write_bytes(b"garbage" * 1000)
        case "no vectors":
            shutil.rmtree(vectors)
        case "vectors garbled in the middle":
            garble(vectors / "chroma.sqlite3", 0.3, 0.4)
        case "vectors cut short":
            content = (vectors / "chroma.sqlite3").read_bytes()
            (vectors / "chroma.sqlite3").write_bytes(content[: len(content) // 2])
        case "no lexical index":
            for file in lexical.iterdir():
                file.unlink()
        case "garbled lexical index":
            garble(lexical / "data.csc.index.npy", 0.9, 0.1)
        case "garbled frequencies":
            (lexical / "frequencies.json").write_text("{}")
        case "no card":
            (index / "generation.json").unlink()
        case "garbled card":
            (index / "generation.json").write_text("[1, 2]")
        case "pointer to nowhere":
            pointer.write_text("g99999999")
        case "garbled pointer":
            pointer.write_bytes(b"\xff\xfe\x00")
        case "empty pointer":
            pointer.write_text("")
        case "truncated ids":
            (lexical / "ids.npy").write_bytes((lexical / "ids.npy").read_bytes()[:-8])
        case "no generation":
            shutil.rmtree(index)
    again = make_desk()
    assert again.hits("budget du cluster") == before
    assert any("rebuil" in text or "reconstruit" in text for text in again.said)
    silent_now = make_desk()
    assert silent_now.hits("budget du cluster") == before
    assert silent_now.said == []


@pytest.mark.slow
def test_a_graph_of_vectors_on_disk_is_checked_too(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    folder = tmp_path / "rapports"
    folder.mkdir()
    for number in range(4):
        text = "\n\n".join(f"Le paragraphe {n} du rapport {number} parle de chose{n}. " * 5 for n in range(300))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    desk = make_desk(passage_characters=200)
    desk.ingest(folder)
    before = desk.hits("chose17 rapport 2")
    index = current(desk.workspace.index_folder)
    assert index is not None
    (graph,) = index.glob("vectors/*/data_level0.bin")  # more than a thousand passages: Chroma writes its graph
    desk.workspace.close()
    garble(graph)
    again = make_desk(passage_characters=200)
    assert again.hits("chose17 rapport 2") == before
    assert any("data_level0.bin" in text for text in again.said)


@pytest.mark.parametrize("damage", ["no database", "a page in the middle", "cut short"])
def test_a_damaged_library_is_set_aside_and_rebuilt_with_the_added_files(
    desk: Desk, make_desk: Callable[..., Desk], folder: Path, damage: str
) -> None:
    desk.ingest(folder)
    desk.workspace.close()
    file = desk.workspace.folder / "library.sqlite"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode=DELETE")  # everything in the one file
    match damage:
        case "no database":
            file.write_bytes(b"this is no database" * 500)
        case "a page in the middle":
            garble(file, 0.4, 0.1)
        case "cut short":
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    again = make_desk()
    assert any("mise de côté" in text for text in again.said)
    assert again.found("administrateurs")
    assert again.found("conseil")
    assert list(again.workspace.settings.home.glob("damaged-*"))
    assert {verdict for verdict, _ in again.verdicts(folder).values()} == {"unchanged"}


def test_of_two_who_find_the_library_damaged_the_second_takes_what_the_first_rebuilt(
    desk: Desk, make_desk: Callable[..., Desk], folder: Path
) -> None:
    desk.ingest(folder)
    second = desk.workspace
    file = second.folder / "library.sqlite"
    rebuilt = second._replaced(file)  # what the second does once the first is done
    assert rebuilt.version == second.library.version
    assert not list(second.settings.home.glob("damaged-*"))
    rebuilt.close()


def test_an_index_extended_again_and_again_equals_one_built_at_once(
    desk: Desk, make_desk: Callable[..., Desk], folder: Path
) -> None:
    desk.ingest(folder / "a.txt")
    desk.ingest(folder / "b.md")
    extended = desk.found("cluster budget gouvernance")
    desk.workspace._publish(from_scratch=True)
    assert desk.found("cluster budget gouvernance") == extended
    assert len(list(desk.workspace.index_folder.glob("g*"))) == 2  # the published one and the one it replaced


def test_a_home_that_cannot_hold_a_library_is_explained(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    with pytest.raises(UnreadablePath) as refused:
        Desk(tmp_path / "home")
    assert "INTERPILOTE_HOME" in refused.value.remedy()


@contextmanager
def ordinary_person() -> Iterator[None]:
    """Acts as someone the system says no to: root may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="POSIX rights")
def test_a_home_that_may_not_be_written_is_explained(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        desk = Desk(home)
        desk.ingest(folder)
        desk.workspace.close()
        for path in (Path(place), home, *home.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        with ordinary_person(), pytest.raises(UnreadablePath) as refused:
            Desk(home)
        assert "INTERPILOTE_HOME" in refused.value.remedy()
        for path in (Path(place), home, *home.rglob("*")):
            path.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_full_disk_is_explained_and_what_was_there_stays(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "rapports"
    many_files(folder, 3)
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, hard))  # no file may grow beyond: what a full disk does
    try:
        with pytest.raises(UnreadablePath) as refused:
            desk.ingest(folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "place libre" in refused.value.remedy()
    assert desk.found("conseil")
    assert {verdict for verdict, _ in desk.verdicts(folder).values()} <= {"indexed", "unchanged"}
    assert len(desk.found("gouvernance")) == 3


def test_nobody_waits_for_a_writer_when_there_is_an_index(desk: Desk, make_desk: Callable[..., Desk]) -> None:
    with writing(desk.workspace.settings.home, 1):
        with desk.workspace.library.transaction():
            desk.workspace.library.set_state("x", "the library is ahead of the index, as while a file is added")
        started = time.monotonic()
        reader = make_desk(lock_timeout_s=60)
        assert reader.found("conseil")
        assert time.monotonic() - started < 30
    assert published_version(reader.workspace.index_folder) != reader.workspace.library.version
    assert make_desk().found("conseil")
    assert published_version(reader.workspace.index_folder) == reader.workspace.library.version


def test_a_generation_that_goes_while_it_is_opened_is_no_damage(desk: Desk, folder: Path) -> None:
    left = current(desk.workspace.index_folder)
    desk.ingest(folder / "a.txt")
    desk.ingest(folder / "b.md")
    assert left is not None
    assert not left.exists()
    opened = desk.workspace._open_or_rebuild(left)
    assert opened.folder == current(desk.workspace.index_folder)
    opened.close()
    assert desk.said == []


@pytest.mark.slow
def test_several_processes_may_open_a_new_home_at_once(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        f"from tests.library.conftest import Desk, Path\n"
        f"desk = Desk(Path({str(tmp_path / 'home')!r}))\n"
        f"assert desk.found('conseil')"
    )
    processes = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)]
    assert [(p.communicate()[1], p.returncode) for p in processes] == [(b"", 0)] * 4
