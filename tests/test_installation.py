"""The built wheel carries what it needs and works outside the checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant import __version__

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the wheel built from this checkout is installed."""
    pytest.importorskip("hatchling", reason="needs the extra `test`")
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)]
    subprocess.run([*PIP, *build], check=True, capture_output=True)
    install = ["install", "--no-deps", "--no-index", "--target", str(folder / "site")]
    subprocess.run([*PIP, *install, str(next(folder.glob("*.whl")))], check=True, capture_output=True)
    return folder / "site"


def run_outside(site: Path, *command: str) -> str:
    """What a command prints, run away from the checkout with the installed wheel first on the path."""
    environment = os.environ | {"PYTHONPATH": str(site)}
    done = subprocess.run(command, cwd=site.parent, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.slow
def test_a_wheel_carries_corpus_prompts_and_texts_and_reads_them_outside_the_tree(site: Path) -> None:
    code = (
        "from assistant import resources; from assistant.clusters.directory import load_directory;"
        "from assistant.answering.prompts import load_prompt; from assistant.vocabulary import Intent;"
        "load_prompt(Intent.FAIT); resources.texts('drafts'); print(len(load_directory(resources.corpus()).clusters), resources.corpus())"
    )
    count, corpus = run_outside(site, sys.executable, "-P", "-c", code).split(maxsplit=1)
    assert count == "154"
    assert Path(corpus).is_relative_to(site)


@pytest.mark.slow
def test_the_installed_command_runs(site: Path) -> None:
    assert run_outside(site, str(site / "bin" / "interpilote"), "--version") == f"interpilote {__version__}"
    assert (site / "assistant" / "py.typed").exists()


@pytest.mark.slow
def test_the_gate_of_an_installed_package_says_where_its_sets_are(site: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(site), "INTERPILOTE_LANGUAGE": "en"}
    command = [str(site / "bin" / "interpilote"), "eval", "gate"]
    done = subprocess.run(command, cwd=site.parent, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "only the repository does" in done.stderr
    assert "--sets" in done.stderr
