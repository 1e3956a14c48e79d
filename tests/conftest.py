"""What tests share: the real model, a real assistant over a home of its own, and no way out to the network."""

import socket
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from hypothesis import settings

from assistant import Interpilote
from assistant.index.embedding import Embedder, load_embedder
from assistant.index.preparation import is_prepared, prepare
from assistant.settings import Settings

settings.register_profile("suite", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("suite")

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anything but this machine fails the test."""
    connect = socket.socket.connect

    def checked(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a request would leave the machine: {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", checked)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model_folder: Path) -> None:
    """No test touches the home of the person who runs it; all share the prepared models."""
    monkeypatch.setenv("INTERPILOTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("INTERPILOTE_MODELS", str(model_folder))


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """Where the models are, prepared or not."""
    return platformdirs.user_cache_path("interpilote") / "models"


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
def assistant(
    embedder: Embedder, make_assistant: Callable[[Path], Interpilote], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Interpilote]:
    """One assistant over the shipped corpus, indexed once for the whole session."""
    opened = make_assistant(tmp_path_factory.mktemp("shared-home"))
    opened.prepare()
    yield opened
    opened.close()
