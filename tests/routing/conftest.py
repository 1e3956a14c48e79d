"""The intent classifier, learnt once for all tests of routing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import resources
from assistant.routing.classifier import IntentClassifier, load_classifier
from tests.hashing import HashingEmbedder


@pytest.fixture(scope="session")
def classifier(made_once: Callable[[str, Callable[[Path], None]], Path]) -> IntentClassifier:
    def learnt(folder: Path) -> None:
        load_classifier(resources.corpus() / "routing.yaml", HashingEmbedder(), folder)

    folder = made_once("hashing-router", learnt)
    return load_classifier(resources.corpus() / "routing.yaml", HashingEmbedder(), folder)
