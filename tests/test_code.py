"""House rules that a reader relies on."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "assistant").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 330, 50


def functions(file: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)
def test_a_module_is_one_idea_of_readable_size(file: Path) -> None:
    assert file.read_text(encoding="utf-8").count("\n") <= LONGEST_FILE
    long = [f.name for f in functions(file) if (f.end_lineno or 0) - f.lineno + 1 > LONGEST_FUNCTION]
    assert not long


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.stem)
def test_what_is_public_says_what_it_means(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_nothing_of_one_machine_is_in_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    forbidden = re.compile(r"/(?:home|root|Users|work)/\w|files\.pythonhosted|pypi\.org/simple|extra-index-url")
    for name in listed.stdout.split():
        file = ROOT / name
        if file.suffix in {".py", ".md", ".toml", ".txt", ".yaml", ""} and file != Path(__file__):
            assert not forbidden.search(file.read_text(encoding="utf-8")), name
