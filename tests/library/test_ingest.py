"""Adding files: one verdict each, incremental by content, nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import UnreadablePath
from tests.library.conftest import Desk


def test_each_file_gets_a_verdict_and_is_found_at_once(desk: Desk, folder: Path) -> None:
    (folder / "vide.txt").write_bytes(b"")
    (folder / "image.xyz").write_bytes(b"\x00\x01\x02")
    assert desk.verdicts(folder) == {
        "a.txt": ("indexed", None),
        "b.md": ("indexed", None),
        "vide.txt": ("refused", "vide"),
        "image.xyz": ("refused", "type_non_pris_en_charge"),
    }
    assert "trente administrateurs" in desk.found("administrateurs")[0]


def test_nothing_is_done_twice(desk: Desk, folder: Path) -> None:
    (folder / "vide.txt").write_bytes(b"")
    desk.ingest(folder)
    version, index = desk.workspace.library.version, desk.workspace.generation().folder
    again = desk.verdicts(folder)
    assert again == {"a.txt": ("unchanged", None), "b.md": ("unchanged", None), "vide.txt": ("refused", "vide")}
    assert (desk.workspace.library.version, desk.workspace.generation().folder) == (version, index)


def test_the_same_bytes_elsewhere_are_a_double(desk: Desk, folder: Path) -> None:
    (folder / "copie.txt").write_bytes((folder / "a.txt").read_bytes())
    assert desk.verdicts(folder)["copie.txt"] == ("unchanged", "doublon")
    assert len(desk.found("administrateurs")) == 1


def test_a_changed_file_replaces_what_it_said_before(desk: Desk, folder: Path) -> None:
    desk.ingest(folder)
    (folder / "a.txt").write_text("La gouvernance du cluster Alpha réunit douze notables.", encoding="utf-8")
    assert desk.verdicts(folder)["a.txt"] == ("indexed", None)
    assert desk.found("administrateurs") == []
    assert "douze notables" in desk.found("notables")[0]


def test_a_file_that_disappears_is_removed_below_the_given_path_only(desk: Desk, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "ailleurs"
    other.mkdir()
    (other / "c.txt").write_text("Le cluster Gamma forme des apprentis.", encoding="utf-8")
    desk.ingest(folder, other)
    (folder / "a.txt").unlink()
    (other / "c.txt").unlink()
    assert desk.verdicts(folder) == {"b.md": ("unchanged", None), "a.txt": ("removed", None)}
    assert desk.found("administrateurs") == []
    assert desk.found("apprentis")


def test_a_folder_that_is_gone_takes_its_documents_with_it(desk: Desk, folder: Path) -> None:
    desk.ingest(folder)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    assert desk.verdicts(folder) == {"a.txt": ("removed", None), "b.md": ("removed", None)}
    assert desk.found("budget") == []


def test_a_document_stays_while_one_file_bears_it(desk: Desk, folder: Path) -> None:
    (folder / "copie.txt").write_bytes((folder / "a.txt").read_bytes())
    desk.ingest(folder)
    (folder / "a.txt").unlink()
    desk.ingest(folder)
    assert desk.found("administrateurs")


def test_a_path_that_never_was_is_an_error_with_a_remedy(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePath):
        desk.ingest(tmp_path / "nulle part")


def test_odd_names_are_files_like_others(desk: Desk, tmp_path: Path) -> None:
    for name in ("été à Brest.txt", "deux\nlignes.txt", "🙂.txt", "-rf.txt"):
        (tmp_path / name).write_text(f"Contenu de {name!r}.", encoding="utf-8")
    assert {verdict for verdict, _ in desk.verdicts(tmp_path).values()} >= {"indexed"}


def test_a_removed_document_leaves_neither_passage_nor_copy(desk: Desk, folder: Path) -> None:
    document = next(v.document_id for v in desk.ingest(folder) if v.path.endswith("a.txt"))
    assert document is not None
    desk.workspace.remove(document)
    assert desk.found("administrateurs") == []
    assert not list(desk.workspace.files.glob(f"{document}*"))


def test_other_settings_rebuild_from_the_kept_copies(make_desk: Callable[..., Desk], folder: Path) -> None:
    desk = make_desk()
    desk.ingest(folder)
    for file in folder.iterdir():
        file.unlink()
    rebuilt = make_desk(passage_characters=400)
    assert rebuilt.workspace.folder != desk.workspace.folder
    assert "trente administrateurs" in rebuilt.found("administrateurs")[0]
    assert rebuilt.verdicts(folder) == {"a.txt": ("removed", None), "b.md": ("removed", None)}
