import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from assistant.reading.isolation import Limits, Reader, Refused
from assistant.reading.refusals import REASONS


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text("Le pôle va bien.", encoding="utf-8")
    return path


def aliases(folder: Path) -> Path:
    """A Markdown file whose YAML front matter doubles in size at each of its 60 lines."""
    lines = "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    path = folder / "long.md"
    path.write_text(f"---\na0: &a0 [x]\n{lines}---\ntexte", encoding="utf-8")
    return path


def slow_file(folder: Path) -> Path:
    """A PDF whose page draws forms that draw forms: 20^6 drawings."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 6>>stream\n/X Do \nendstream",
    ]
    draw = b"/X Do " * 20
    objects += [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>\n"
        b"stream\n%s\nendstream" % (number + 1, len(draw), draw)
        for number in range(5, 11)
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    path = folder / "lent.pdf"
    path.write_bytes(
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(body))
    )
    return path


def test_one_child_serves_many_files(note: Path) -> None:
    with Reader() as reader:
        reader.read(note)
        assert reader._child is not None
        first = reader._child.pid
        assert reader.read(note).pages[0].text == "Le pôle va bien."
        assert reader._child.pid == first
        child = reader._child
    assert child.poll() is not None


def test_a_file_that_takes_too_long_is_refused_and_the_next_one_is_read(note: Path, tmp_path: Path) -> None:
    with Reader(Limits(seconds=0.5)) as reader:
        begin = time.monotonic()
        with pytest.raises(Refused) as caught:
            reader.read(aliases(tmp_path))
        assert caught.value.code == "trop_long"
        assert time.monotonic() - begin < 30
        assert reader.read(note).pages[0].text == "Le pôle va bien."


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no CPU limit")
def test_the_cpu_is_limited_for_each_file(note: Path, tmp_path: Path) -> None:
    with Reader(Limits(cpu_seconds=1, memory_mb=8000)) as reader:
        with pytest.raises(Refused) as caught:
            reader.read(aliases(tmp_path))
        assert caught.value.code == "trop_long"
        assert reader.read(note).title == "note"


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_a_file_that_eats_the_memory_is_refused_and_the_next_one_is_read(note: Path, tmp_path: Path) -> None:
    path = tmp_path / "gros.txt"
    path.write_text("é" * 9_000_000, encoding="utf-8")
    with Reader(Limits(memory_mb=300)) as reader:
        with pytest.raises(Refused) as caught:
            reader.read(path)
        assert caught.value.code == "memoire"
        assert reader.read(note).title == "note"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("name", "code"), [("SIGSEGV", "illisible"), ("SIGKILL", "memoire")])
def test_a_child_that_dies_is_replaced(name: str, code: str, note: Path, tmp_path: Path) -> None:
    with Reader() as reader:
        reader.read(note)
        assert reader._child is not None
        dying = reader._child
        os.kill(dying.pid, signal.SIGSTOP)

        def end() -> None:
            os.kill(dying.pid, getattr(signal, name))
            os.kill(dying.pid, signal.SIGCONT)

        threading.Timer(0.3, end).start()
        with pytest.raises(Refused) as caught:
            reader._ask(note)
        assert caught.value.code == code
        assert reader.read(note).title == "note"


def test_forms_that_draw_forms_do_not_stop_the_batch(note: Path, tmp_path: Path) -> None:
    with Reader(Limits(seconds=20, cpu_seconds=10)) as reader:
        with pytest.raises(Refused) as caught:
            reader.read(slow_file(tmp_path))
        assert caught.value.code in {"trop_long", "illisible", "trop_gros", "vide"}
        assert reader.read(note).title == "note"


def test_a_script_without_a_main_guard_can_read_files(note: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfrom assistant.reading.isolation import Reader\n"
        "with Reader() as reader:\n    print(reader.read(Path(sys.argv[1])).title)\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, str(script), str(note)], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout == "note\n"


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
def test_the_child_knows_no_secret_of_the_environment(note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "AWS_SECRET_ACCESS_KEY", "LANGSMITH_API_KEY", "SOME_TOKEN"):
        monkeypatch.setenv(name, "s3cr3t")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with Reader() as reader:
        reader.read(note)
        assert reader._child is not None
        known = Path(f"/proc/{reader._child.pid}/environ").read_bytes()
    assert b"s3cr3t" not in known and b"HOME=" not in known
    assert b"LC_ALL=C.UTF-8" in known and b"PATH=" in known


def test_a_file_beside_the_documents_is_not_run(note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pypdf.py").write_text("raise SystemExit('run!')", encoding="utf-8")
    (tmp_path / "json.py").write_text("raise SystemExit('run!')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Reader() as reader:
        assert reader.read(note).title == "note"


def test_a_file_name_that_is_not_text_is_read(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/bilan\xff.txt"
    try:
        with open(name, "wb") as file:
            file.write("Le pôle.".encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    with Reader() as reader:
        assert reader.read(Path(os.fsdecode(name))).title == "bilan"


def test_every_reason_says_what_to_do_in_both_languages() -> None:
    for cause in REASONS:
        refused = Refused(cause)
        for sentence in (refused.reason, refused.reason_en):
            assert ": " in sentence and sentence.endswith(".") and "{" not in sentence
