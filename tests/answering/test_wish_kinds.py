"""What follow-ups want of suggestions, as it was learnt."""

from pathlib import Path

import pytest

from assistant import resources
from assistant.answering.wish_kinds import SURE, Wanted, wanted
from assistant.errors import CorpusError
from assistant.routing.kinds import Kinds, load_kinds
from tests.hashing import HashingEmbedder

EMBEDDER = HashingEmbedder()
FILE = resources.corpus() / "wishes.yaml"


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Kinds:
    return load_kinds(FILE, Wanted, SURE, EMBEDDER, tmp_path_factory.mktemp("models"))


@pytest.mark.parametrize(
    ("message", "meant"),
    [
        ("plutôt de petits clusters", Wanted.SMALL),
        ("lequel est le plus proche de chez nous ?", Wanted.NEAR),
        ("un autre sans ce risque", Wanted.SAFE),
        ("donne-moi un seul nom", Wanted.ONE),
        ("who has worked with them?", Wanted.THEIR_TIES),
        ("quel budget prévoir pour ça ?", None),
        ("comment rédiger la convention de partenariat ?", None),
    ],
)
def test_a_follow_up_is_read_by_what_it_wants(kinds: Kinds, message: str, meant: Wanted | None) -> None:
    assert wanted(kinds, message, EMBEDDER.embed_query) == meant


def test_what_was_learnt_is_kept_and_read_again(tmp_path: Path) -> None:
    first = load_kinds(FILE, Wanted, SURE, EMBEDDER, tmp_path)
    again = load_kinds(FILE, Wanted, SURE, EMBEDDER, tmp_path, lambda label, share: pytest.fail("learnt a second time"))
    assert again.read("plus petits", EMBEDDER.embed_query) == first.read("plus petits", EMBEDDER.embed_query)


@pytest.mark.parametrize("text", ["petits: [a]\n", "- a\n", "petits: 3\n"])
def test_a_spoilt_file_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "wishes.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError):
        load_kinds(file, Wanted, SURE, EMBEDDER, tmp_path)
