"""The intent classifier, learnt once for all tests of routing."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from assistant import resources
from assistant.routing.classifier import IntentClassifier, load_classifier
from tests.hashing import HashingEmbedder

EXAMPLES = resources.corpus() / "routing.yaml"
# Utterances of each family: with vectors that know no meaning, more of them teach little and take long.
OF_EACH = 8


@pytest.fixture(scope="session")
def classifier(made_once: Callable[[str, Callable[[Path], None]], Path]) -> IntentClassifier:
    def learnt(folder: Path) -> None:
        folder.mkdir()
        some = {
            intent: {family: utterances[:OF_EACH] for family, utterances in families.items()}
            for intent, families in yaml.safe_load(EXAMPLES.read_text(encoding="utf-8")).items()
        }
        (folder / "routing.yaml").write_text(yaml.safe_dump(some, allow_unicode=True), encoding="utf-8")
        load_classifier(folder / "routing.yaml", HashingEmbedder(), folder)

    folder = made_once("hashing-router", learnt)
    return load_classifier(folder / "routing.yaml", HashingEmbedder(), folder)
