"""What tests share: the real model, a real assistant over a home of its own, and no way out to the network."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from filelock import FileLock
from hypothesis import settings

from assistant import Interpilote
from assistant.index.embedding import Embedder, load_embedder
from assistant.index.preparation import is_prepared, prepare
from assistant.library.locks import writing
from assistant.library.rows import SHIPPED
from assistant.library.workspace import fingerprint
from assistant.settings import Settings, load_settings

settings.register_profile("suite", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("suite")

PREPARED = load_settings().home  # of who runs the tests: read once, never written to
TODAY = date(2026, 11, 22)
THIS_MACHINE = {"127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that workers to whom whole files are dealt end together."""
    long = [{item.path for item in items if item.get_closest_marker(name)} for name in ("browser", "model")]
    items.sort(key=lambda item: [item.path not in files for files in long])


@pytest.fixture(scope="session", autouse=True)
def ways_out() -> Iterator[list[str]]:
    """Refuses every connection, datagram and name lookup beyond this machine, and keeps the list of what was tried."""
    tried: list[str] = []

    def allow(host: Any) -> None:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in THIS_MACHINE:
            tried.append(str(name))
            raise AssertionError(f"a request would leave the machine: {name}")

    def guarded(call: Callable[..., Any]) -> Callable[..., Any]:
        def checked(self: socket.socket, *arguments: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                allow(arguments[-1][0])  # the address is what `connect`, `connect_ex` and `sendto` take last
            return call(self, *arguments)

        return checked

    look_up = socket.getaddrinfo

    def looked_up(host: Any, *arguments: Any, **options: Any) -> Any:
        allow(host)
        return look_up(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", looked_up)
        yield tried


@pytest.fixture(autouse=True)
def no_way_out(ways_out: list[str]) -> Iterator[None]:
    """Fails the test during which something tried to leave, even in a thread or behind a handler that swallowed it."""
    yield
    tried, ways_out[:] = list(ways_out), []
    assert not tried, f"requests would have left the machine: {tried}"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model_folder: Path) -> None:
    """No test touches the home of the person who runs it; all share the prepared models."""
    monkeypatch.setenv("INTERPILOTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("INTERPILOTE_MODELS", str(model_folder))


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """Where the models are, prepared or not: INTERPILOTE_MODELS, else the cache that `prepare` fills."""
    given = os.environ.get("INTERPILOTE_MODELS")
    return Path(given).expanduser() if given else platformdirs.user_cache_path("interpilote") / "models"


@pytest.fixture(scope="session")
def embedder(model_folder: Path) -> Embedder:
    """The bundled model, prepared if it lacks."""
    if not is_prepared(model_folder):
        prepare(model_folder, lambda step, share: None)
    return load_embedder("bundled", model_folder)


@pytest.fixture(scope="session")
def make_assistant(model_folder: Path) -> Callable[[Path], Interpilote]:
    """Opens an assistant over a home."""
    return lambda home: Interpilote(Settings(home=home, models=model_folder), today=lambda: TODAY)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """A folder that is made once for all workers of a run: the first to ask makes it, the others wait for it."""
    run = tmp_path_factory.getbasetemp()
    run = run.parent if os.environ.get("PYTEST_XDIST_WORKER") else run  # workers have folders beside each other

    def folder(name: str, make: Callable[[Path], None]) -> Path:
        made = run / f"{name}.made"
        with FileLock(run / f"{name}.lock"):
            if not made.exists():
                make(run / name)
                made.touch()
        return run / name

    return folder


@pytest.fixture(scope="session")
def assistant(
    embedder: Embedder,
    make_assistant: Callable[[Path], Interpilote],
    made_once: Callable[[str, Callable[[Path], None]], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Interpilote]:
    """One assistant over the shipped corpus, shared by the tests of a worker.

    What `interpilote prepare` indexed on this machine is taken over, so that a run embeds only what changed since.
    """

    def prepared(home: Path) -> None:
        library = f"library-{fingerprint(embedder, Settings().passage_characters)}"
        if (PREPARED / library / "library.sqlite").exists():
            with writing(PREPARED, timeout_s=60):
                shutil.copytree(PREPARED / library, home / library, ignore=shutil.ignore_patterns("*-shm"))
        opened = make_assistant(home)
        opened.prepare()
        for document in opened.documents():
            if document.origin != SHIPPED:
                opened.remove(document.id)
        opened.close()

    home = tmp_path_factory.mktemp("shared") / "home"
    shutil.copytree(made_once("shipped-home", prepared), home)
    opened = make_assistant(home)
    opened.prepare()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def another(assistant: Interpilote) -> type[Interpilote]:
    """More assistants over the shipped corpus, whose parts that rest on it and on the models alone are already open."""
    learnt = (
        "classifier",
        "phases",
        "question_kinds",
        "leaning",
        "known_questions",
        "wish_kinds",
        "opinion_kinds",
        "field_kinds",
        "asked_parts",
        "orders",
    )
    open_parts = ("facts", "embedder", "speller", *learnt)
    shared = {name: getattr(assistant, name) for name in open_parts}

    class Another(Interpilote):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.__dict__ |= shared

        @classmethod
        def like_it(cls, **settings: Any) -> Interpilote:
            """One over the same home with some settings changed."""
            return cls(assistant.settings.model_copy(update=settings), today=assistant.today)

    return Another
