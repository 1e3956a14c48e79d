from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant import Interpilote
from assistant.records.entries import Note
from assistant.settings import Settings

TODAY = date(2026, 11, 22)


@pytest.fixture
def journal(tmp_path: Path) -> Interpilote:
    """An assistant over an empty home; the journal needs no model."""
    return Interpilote(Settings(home=tmp_path / "home"), today=lambda: TODAY)


@pytest.fixture
def note() -> Callable[..., Note]:
    """A note with what a test does not care about filled in."""
    return lambda **said: Note.model_validate({"day": TODAY, "about": "gouvernance", "cluster_id": "alpha-rlh", **said})
