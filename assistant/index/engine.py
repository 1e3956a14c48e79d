"""Runs a prepared graph with onnxruntime."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.index.model_graph import INPUT, MIDDLE, OUTPUT, TOKENS

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MAX_TOKENS = 512


def open_session(path: Path) -> "InferenceSession":
    """A session on one core: texts are spread over cores by the caller, one a call."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Keep no memory between calls: costs no time here, and one long text would hold it for good.
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def run(session: "InferenceSession", ids: Sequence[int]) -> NDArray[np.float32]:
    """The unit vector of one text given as token ids, special ones included; its end is dropped past 512 tokens."""
    vector: NDArray[np.float32] = session.run([OUTPUT], _inputs(ids))[0][0]
    return vector


def run_tokens(session: "InferenceSession", ids: Sequence[int]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """As `run`, and beside it the unit vector of each token that was read, in context, one a row."""
    vector, tokens = session.run([OUTPUT, TOKENS], _inputs(ids))
    return vector[0], tokens[0]


def run_question(session: "InferenceSession", questions: "InferenceSession", ids: Sequence[int]) -> NDArray[np.float32]:
    """The unit vector of a question as the adapted upper layers of `questions` read it."""
    (middle,) = session.run([MIDDLE], _inputs(ids))
    vector: NDArray[np.float32] = questions.run([OUTPUT], {MIDDLE: middle})[0][0]
    return vector


def _inputs(ids: Sequence[int]) -> dict[str, NDArray[np.int64]]:
    if len(ids) > MAX_TOKENS:
        ids = [*ids[: MAX_TOKENS - 1], ids[-1]]
    return {INPUT: np.array([ids], np.int64)}
