"""Who may know which library, what is loaded when, and that tests cannot reach the network."""

import ast
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The adapters: everything else works on our own types.
KNOWN_BY = {
    "gradio": ("ui/",),
    "chromadb": ("index/vectors.py",),
    "bm25s": ("index/lexical.py",),
    "onnxruntime": ("index/",),
    "onnx": ("index/",),
    "torch": ("index/sentence_transformers_embedding.py",),
    "sentence_transformers": ("index/sentence_transformers_embedding.py",),
    "langgraph": ("answering/",),
    "langchain": ("answering/chat_model.py",),
    "langchain_core": ("answering/",),
    "pypdf": ("reading/",),
    "docx": ("reading/", "drafts/word.py"),
    "networkx": ("meetings/rounds.py",),
    "bs4": ("reading/",),
    "ir_measures": ("evaluation/",),
    "playwright": (),
}
# Loaded only once the page is asked for.
PAGE_MODULES = {
    "ui/page.py",
    "ui/handlers.py",
    "ui/own_sheet.py",
    "ui/call_panel.py",
    "ui/journal_files.py",
    "ui/journal_panel.py",
    "ui/comparing_panel.py",
    "ui/meetings_panel.py",
}


def imports(nodes: list[ast.stmt]) -> Iterator[str]:
    """Top-level names of what these statements import, functions included, `if TYPE_CHECKING` left out."""
    for node in nodes:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        for inner in (getattr(node, name, []) for name in ("body", "orelse", "finalbody")):
            yield from imports(inner)
        for handler in getattr(node, "handlers", []):
            yield from imports(handler.body)


@pytest.mark.parametrize("file", sorted((ROOT / "assistant").rglob("*.py")), ids=lambda file: file.stem)
def test_a_library_is_known_by_its_adapter_only(file: Path) -> None:
    name = file.relative_to(ROOT / "assistant").as_posix()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for library in KNOWN_BY.keys() & set(imports(tree.body)):
        assert name.startswith(KNOWN_BY[library] or "-"), f"{name} imports {library}"
    at_once = [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    heavy = KNOWN_BY.keys() & set(imports(at_once))
    assert not heavy or name in PAGE_MODULES, f"{name} loads {heavy} when it is imported, not when it is needed"


def test_opening_the_python_interface_loads_no_heavy_library() -> None:
    code = (
        f"import sys; from assistant import Interpilote; print([m for m in {sorted(KNOWN_BY)!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: socket.create_connection(("192.0.2.1", 80), timeout=0.1),
        lambda: socket.socket().connect_ex(("192.0.2.1", 80)),
        lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"?", ("192.0.2.1", 53)),
        lambda: socket.getaddrinfo("interpilote.invalid", 443),
    ],
)
def test_a_test_that_would_leave_this_machine_is_caught(attempt: Callable[[], object], ways_out: list[str]) -> None:
    with pytest.raises(AssertionError, match="leave the machine"):
        attempt()
    assert ways_out
    ways_out.clear()
