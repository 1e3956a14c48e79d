"""Added files outlive the library made of them: copies and cards in the home are enough to bring them back."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.library.cards import read_cards
from assistant.library.store import Library
from assistant.vocabulary import DocumentType
from tests.library.conftest import Desk

ROOT = Path(__file__).parents[2]


def cards(desk: Desk) -> dict[str, dict[str, object]]:
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in desk.workspace.files.glob("*.json")}


def test_each_added_file_has_a_copy_and_a_card_beside_it(desk: Desk, folder: Path) -> None:
    desk.ingest(folder, kind=DocumentType.EVALUATION)
    kept = cards(desk)
    assert {card["title"] for card in kept.values()} == {d.title for d in desk.workspace.library.documents("added")}
    for card in kept.values():
        (path,) = card["paths"]  # type: ignore[misc]
        assert (desk.workspace.files / str(card["file"])).read_bytes() == Path(path).read_bytes()
        assert card["type"] == "evaluation"


def test_other_settings_rebuild_from_the_kept_copies_as_they_were(make_desk: Callable[..., Desk], folder: Path) -> None:
    (folder / "rapport annuel.txt").write_text("- premier point\n- second point\n", encoding="utf-8")
    (folder / "copie.md").write_bytes((folder / "b.md").read_bytes())
    desk = make_desk()
    desk.ingest(folder, kind=DocumentType.EVALUATION)
    before = {(d.id, d.title, d.type, d.file) for d in desk.workspace.library.documents("added")}
    paths = desk.workspace.library.manifest().keys()
    for file in folder.iterdir():
        file.unlink()
    rebuilt = make_desk(passage_characters=400)
    assert rebuilt.workspace.folder != desk.workspace.folder
    assert {(d.id, d.title, d.type, d.file) for d in rebuilt.workspace.library.documents("added")} == before
    assert rebuilt.workspace.library.manifest().keys() == paths
    assert "trente administrateurs" in rebuilt.found("administrateurs")[0]
    assert {verdict for verdict, _ in rebuilt.verdicts(folder).values()} == {"removed"}
    assert cards(rebuilt) == {}


def test_a_file_that_changed_hands_does_not_take_another_with_it_at_the_rebuild(
    make_desk: Callable[..., Desk], folder: Path
) -> None:
    desk = make_desk()
    first = (folder / "a.txt").read_bytes()
    desk.ingest(folder)
    (folder / "garde.txt").write_bytes(first)
    (folder / "a.txt").write_text("Tout autre chose sur les apprentis.", encoding="utf-8")
    desk.ingest(folder)
    rebuilt = make_desk(passage_characters=400)
    assert rebuilt.found("administrateurs")
    assert rebuilt.found("apprentis")
    assert {verdict for verdict, _ in rebuilt.verdicts(folder).values()} == {"unchanged"}


def test_a_damaged_card_or_copy_leaves_the_others_alone_and_the_file_can_come_again(
    make_desk: Callable[..., Desk], folder: Path
) -> None:
    desk = make_desk()
    ids = {Path(v.path).name: str(v.document_id) for v in desk.ingest(folder)}
    (desk.workspace.files / f"{ids['a.txt']}.txt").unlink()
    (desk.workspace.files / "0000.json").write_text("{", encoding="utf-8")
    rebuilt = make_desk(passage_characters=400)
    assert rebuilt.found("budget")
    assert rebuilt.verdicts(folder) == {"a.txt": ("indexed", None), "b.md": ("unchanged", None)}


def test_a_removed_document_is_in_no_library_of_the_home(make_desk: Callable[..., Desk], folder: Path) -> None:
    old = make_desk()
    document = next(str(v.document_id) for v in old.ingest(folder) if v.path.endswith("a.txt"))
    new = make_desk(passage_characters=400)
    new.workspace.remove(document)
    for file in new.workspace.settings.home.glob("library-*/library.sqlite"):
        library = Library(file)
        assert library.document(document) is None
        library.close()
    assert old.found("administrateurs") == []
    assert document not in cards(new)


@pytest.mark.parametrize("way", ["removed", "gone from the disk"])
def test_no_word_of_a_removed_document_stays_in_the_home(
    make_desk: Callable[..., Desk], folder: Path, way: str
) -> None:
    old, new = make_desk(), make_desk(passage_characters=400)
    (folder / "c.txt").write_text("Le zorglub du quincampoix. " * 30, encoding="utf-8")
    old.ingest(folder)
    document = next(str(v.document_id) for v in new.ingest(folder) if v.path.endswith("c.txt"))
    home = new.workspace.settings.home
    assert words_in(home, b"quincampoi")
    if way == "removed":
        new.workspace.remove(document)
    else:
        (folder / "c.txt").unlink()
        assert new.verdicts(folder)["c.txt"] == ("removed", None)
    assert words_in(home, b"quincampoi") == []
    assert new.found("budget") and new.found("zorglub") == []
    assert make_desk().found("budget"), "the library of other settings is whole when they come back"


def words_in(home: Path, word: bytes) -> list[str]:
    """Files below the home that hold this word."""
    files = [file for file in home.rglob("*") if file.is_file()]
    return [file.relative_to(home).as_posix() for file in files if word in file.read_bytes()]


CARD = {"paths": ["/a.txt"], "type": "utilisateur", "title": "A", "file": "x.txt", "said": {}}


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "foo"},
        {"title": None},
        {"title": ""},
        {"paths": None},
        {"paths": []},
        {"paths": [3]},
        {"file": 7},
        {"file": "../../secret.txt"},
        {"file": ""},
        {"said": 4},
    ],
    ids=str,
)
def test_a_card_with_a_wrong_value_is_passed_over(wrong: dict[str, object], tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "bad.json").write_text(json.dumps(CARD | wrong), encoding="utf-8")
    (files / "good.json").write_text(json.dumps(CARD | {"since": "a later version"}), encoding="utf-8")
    assert [card.title for card in read_cards(files)] == ["A"]


def test_a_rebuild_that_was_killed_goes_on_where_it_stood(make_desk: Callable[..., Desk], tmp_path: Path) -> None:
    folder = tmp_path / "rapports"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"Le rapport numero{number}. " * 20, encoding="utf-8")
    desk = make_desk()
    desk.ingest(folder)
    code = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
import tests.library.conftest as c
c.HashingEmbedder = lambda: __import__('tests.hashing').hashing.HashingEmbedder(pause=0.01)
c.Desk(c.Path({str(desk.workspace.settings.home)!r}), passage_characters=400)
"""
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    half_way = desk.workspace.settings.home / "half"
    for _ in range(400):
        time.sleep(0.05)
        others = [f for f in half_way.parent.glob("library-*/library.sqlite") if f.parent != desk.workspace.folder]
        if others and added(others[0]) >= 3:
            break
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert 3 <= added(others[0]) < 12
    again = make_desk(passage_characters=400)
    assert len(again.workspace.library.documents("added")) == 12
    assert all(again.found(f"numero{number}") for number in range(12))


def added(file: Path) -> int:
    library = Library(file)
    count = len(library.documents("added"))
    library.close()
    return count
