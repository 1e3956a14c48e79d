"""What is learnt is learnt once, and again when what it came from changes or its file is damaged."""

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest

from assistant.index.kept_arrays import Arrays, kept, names_array, places_of_array


def _load(folder: Path, source: bytes, learnt: list[bytes]) -> list[float]:
    def learn() -> list[float]:
        learnt.append(source)
        return [1.0, float(len(source))]

    def of_arrays(saved: Arrays) -> list[float]:
        return [float(value) for value in saved["values"]]

    return kept(folder, "thing", [source], learn, lambda values: {"values": np.array(values)}, of_arrays)


def test_what_was_learnt_is_read_back_not_learnt_again(tmp_path: Path) -> None:
    learnt: list[bytes] = []
    assert _load(tmp_path, b"abc", learnt) == _load(tmp_path, b"abc", learnt) == [1.0, 3.0]
    assert learnt == [b"abc"]


def test_other_sources_are_learnt_anew(tmp_path: Path) -> None:
    learnt: list[bytes] = []
    _load(tmp_path, b"abc", learnt)
    assert _load(tmp_path, b"abcd", learnt) == [1.0, 4.0]
    assert learnt == [b"abc", b"abcd"]


@pytest.mark.parametrize("keep", [0, 10, 100], ids=["empty", "a few bytes", "half"])
def test_a_file_cut_short_is_learnt_again_and_mended(tmp_path: Path, keep: int) -> None:
    learnt: list[bytes] = []
    _load(tmp_path, b"abc", learnt)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:keep])
    assert _load(tmp_path, b"abc", learnt) == [1.0, 3.0]
    assert _load(tmp_path, b"abc", learnt) == [1.0, 3.0]
    assert learnt == [b"abc", b"abc"]


def test_what_cannot_be_kept_serves_all_the_same(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "models").write_text("a file where the folder should be", encoding="utf-8")
    learnt: list[bytes] = []
    assert _load(tmp_path / "models", b"abc", learnt) == [1.0, 3.0]
    assert "cannot be kept" in caplog.text


def test_what_was_learnt_from_other_sources_goes_after_a_month(tmp_path: Path) -> None:
    for source in (b"old", b"recent"):
        _load(tmp_path, source, [])
    (old,) = [file for file in tmp_path.iterdir() if source_of(file) == b"old"]
    other = tmp_path / "thing-else-0123456789ab.npz"
    other.write_bytes(b"of another name")
    for file in (old, other):
        os.utime(file, (0, 0))
    _load(tmp_path, b"new", [])
    assert not old.exists() and other.exists() and len(list(tmp_path.iterdir())) == 3


def source_of(file: Path) -> bytes | None:
    digests = {hashlib.sha256(source).hexdigest()[:12]: source for source in (b"old", b"recent", b"new")}
    return digests.get(file.stem.rpartition("-")[2])


def test_names_keep_their_places() -> None:
    assert places_of_array(names_array(["é", "b", "à la"])) == {"é": 0, "b": 1, "à la": 2}
