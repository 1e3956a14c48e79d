from datetime import date

import pytest

from assistant import resources
from assistant.clusters.directory import Directory, load_directory


@pytest.fixture(scope="session")
def directory() -> Directory:
    return load_directory(resources.corpus())


@pytest.fixture(scope="session")
def today() -> date:
    return date(2026, 11, 22)
