"""The intent classifier, learnt once for all tests of routing."""

import pytest

from assistant import resources
from assistant.routing.classifier import IntentClassifier, load_classifier
from tests.hashing import HashingEmbedder


@pytest.fixture(scope="session")
def classifier(tmp_path_factory: pytest.TempPathFactory) -> IntentClassifier:
    return load_classifier(resources.corpus() / "routing.yaml", HashingEmbedder(), tmp_path_factory.mktemp("models"))
