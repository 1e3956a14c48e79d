"""The built wheel carries what it needs and works outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_a_wheel_carries_corpus_and_prompts_and_answers_outside_the_tree(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="needs the extra `test`")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            str(tmp_path),
            str(ROOT),
        ],
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    code = (
        "from assistant import resources; from assistant.clusters.directory import load_directory;"
        "from assistant.answering.prompts import load_prompt; from assistant.vocabulary import Intent;"
        "load_prompt(Intent.FAIT); print(len(load_directory(resources.corpus()).clusters), resources.corpus())"
    )
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    count, corpus = done.stdout.split(maxsplit=1)
    assert count == "154"
    assert Path(corpus.strip()).is_relative_to(tmp_path)
