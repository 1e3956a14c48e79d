"""A file of the corpus that is missing or spoilt is named, whichever reads it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant import resources
from assistant.answering.abstention import load_judge
from assistant.answering.attributes import load_attributes
from assistant.answering.english import load_translations
from assistant.answering.lexicon import load_lexicon
from assistant.answering.order_judge import load_order_judge
from assistant.answering.question_kind import load_question_kinds
from assistant.errors import CorpusError
from assistant.routing.classifier import load_classifier
from tests.hashing import HashingEmbedder

EMBEDDER: Any = HashingEmbedder()
READERS: dict[str, Callable[[Path], object]] = {
    "english.yaml": load_translations,
    "french.yaml": load_lexicon,
    "abstention.yaml": load_judge,
    "attributes.yaml": load_attributes,
    "orders.yaml": lambda file: load_order_judge(file, EMBEDDER, file.parent, lambda label, share: None),
    "routing.yaml": lambda file: load_classifier(file, EMBEDDER, file.parent),
    "abstention.jsonl": lambda file: load_question_kinds(file, EMBEDDER, file.parent, lambda text: []),
}
SPOILT = {"missing": None, "not UTF-8": b"caf\xe9: [a]", "cut short": b"{a: [", "empty": b"", "a list": b"[a, b]"}


@pytest.mark.parametrize("fault", SPOILT)
@pytest.mark.parametrize("name", READERS)
def test_a_missing_or_spoilt_file_is_named(tmp_path: Path, name: str, fault: str) -> None:
    content = SPOILT[fault]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError) as refused:
        READERS[name](tmp_path / name)
    assert name in refused.value.message("fr") and name in refused.value.message("en")


def test_orders_are_learnt_again_when_anything_they_are_learnt_from_changes(tmp_path: Path) -> None:
    for name in ("orders.yaml", "routing.yaml"):
        shutil.copy(resources.corpus() / name, tmp_path / name)
    note = tmp_path / "documents" / "note.md"
    note.parent.mkdir()
    note.write_text("Le bureau compte neuf membres.\n", encoding="utf-8")
    learn = READERS["orders.yaml"]
    learn(tmp_path / "orders.yaml")
    learn(tmp_path / "orders.yaml")
    assert len(list(tmp_path.glob("*.npz"))) == 1
    note.write_text("Le bureau compte douze membres.\n", encoding="utf-8")
    learn(tmp_path / "orders.yaml")
    assert len(list(tmp_path.glob("*.npz"))) == 2
