"""A question is embedded once a model: what was kept is the same to the bit, and serves no other model nor text."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.kept_vectors import KeptVectors
from tests.hashing import HashingEmbedder


class OtherModel(HashingEmbedder):
    fingerprint = "hashing/2"


def opened(file: Path, model: HashingEmbedder | None = None) -> Iterator[KeptVectors]:
    kept = KeptVectors(model or HashingEmbedder(), file)
    yield kept
    kept.close()


@given(st.text(max_size=40))
def test_what_is_kept_is_what_the_model_gives(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("kept") / "vectors.sqlite"
    model = HashingEmbedder()
    for kept in (KeptVectors(model, file), KeptVectors(model, file)):  # made, then read again
        encoded, wanted = kept.encode_query(text), model.encode_query(text)
        assert (encoded.text, encoded.spans) == (wanted.text, wanted.spans)
        assert np.array_equal(encoded.vector, wanted.vector)
        assert encoded.tokens.shape == wanted.tokens.shape
        assert np.array_equal(encoded.tokens, wanted.tokens)
        assert np.array_equal(kept.embed_query(text), model.embed_query(text))
        kept.close()
    assert kept.made == 0


def test_a_text_is_made_once_and_a_changed_one_anew(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "vectors.sqlite"
    for made in (3, 0):
        for kept in opened(file):
            kept.embed_query("Une question ?")
            kept.embed_passage("Une question ?")  # as a text to be found it has another vector
            kept.embed_query("Une question.")
            assert kept.made == made


def test_another_model_reuses_nothing_and_leaves_nothing_of_the_former(tmp_path: Path) -> None:
    file = tmp_path / "vectors.sqlite"
    for model, made in ((HashingEmbedder(), 1), (OtherModel(), 1), (OtherModel(), 0), (HashingEmbedder(), 1)):
        for kept in opened(file, model):
            kept.embed_query("Une question ?")
            assert kept.made == made


def test_two_runs_at_once_share_the_file(tmp_path: Path) -> None:
    file = tmp_path / "vectors.sqlite"
    one, other = KeptVectors(HashingEmbedder(), file), KeptVectors(HashingEmbedder(), file)
    one.embed_query("a")
    other.embed_query("a")
    other.embed_query("b")
    one.embed_query("b")
    assert (one.made, other.made) == (1, 1)
    one.close()
    other.close()


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "vectors.sqlite"
    file.write_bytes(b"no database at all" * 100)
    for kept in opened(file):
        assert kept.embed_query("a").shape == (64,)
        assert kept.made == 1
