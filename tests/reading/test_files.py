import os
from pathlib import Path

import pytest

from assistant.errors import UnreadablePath
from assistant.reading.files import find_files


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def found(*paths: Path, below: Path) -> list[str]:
    return [file.relative_to(below).as_posix() for file in find_files(paths)]


def test_files_come_sorted_without_the_hidden_ones(tmp_path: Path) -> None:
    tree(tmp_path, "b.txt", "a/z.pdf", "a/c.md", ".git/config", ".cache", "a/.DS_Store")
    assert found(tmp_path, below=tmp_path) == ["a/c.md", "a/z.pdf", "b.txt"]


def test_a_file_given_twice_counts_once(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.txt")
    assert found(tmp_path / "b.txt", tmp_path, below=tmp_path) == ["b.txt", "a.txt"]


def test_a_hidden_file_that_is_asked_for_is_found(tmp_path: Path) -> None:
    tree(tmp_path, ".note.txt")
    assert found(tmp_path / ".note.txt", below=tmp_path) == [".note.txt"]


def test_links_do_not_lead_out_of_the_folder_nor_round_in_circles(tmp_path: Path) -> None:
    tree(tmp_path, "inside/a.txt", "outside/secret.txt")
    inside = tmp_path / "inside"
    try:
        (inside / "b.txt").symlink_to(inside / "a.txt")
        (inside / "out.txt").symlink_to(tmp_path / "outside/secret.txt")
        (inside / "out").symlink_to(tmp_path / "outside")
        (inside / "round").symlink_to(inside)
        (inside / "broken.txt").symlink_to(inside / "nothing")
    except OSError:
        pytest.skip("this system makes no links")
    assert found(inside, below=inside) == ["a.txt", "b.txt"]


def test_a_path_that_does_not_exist_is_told_before_any_file(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt")
    with pytest.raises(UnreadablePath) as caught:
        next(find_files([tmp_path, tmp_path / "absent"]))
    assert "absent" in caught.value.message() and caught.value.remedy("en")


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no POSIX rights")
def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    tree(tmp_path, "ferme/a.txt")
    closed = tmp_path / "ferme"
    closed.chmod(0)
    as_root = os.geteuid() == 0
    if as_root:
        os.chmod(tmp_path, 0o755)
        os.seteuid(65534)
    try:
        with pytest.raises(UnreadablePath):
            list(find_files([closed]))
    finally:
        if as_root:
            os.seteuid(0)
        closed.chmod(0o755)
