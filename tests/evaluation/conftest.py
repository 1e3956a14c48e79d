from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant import resources
from assistant.clusters.directory import load_directory
from assistant.evaluation.judgements import read_pairs
from assistant.evaluation.referents import evaluate_referents

PAIRS = Path(__file__).parents[2] / "eval" / "datasets" / "referent-pairs.jsonl"


@pytest.fixture(scope="session")
def referents_report() -> dict[str, Any]:
    """The whole measure of référents, made once."""
    return evaluate_referents(load_directory(resources.corpus()), date(2026, 11, 25), read_pairs(PAIRS)[:30])
