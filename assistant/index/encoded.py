"""What the model makes of a text: one vector for the whole, one for each token in its context."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A text as the model reads it. `text` is the clean text; `vector` its unit vector, shape (dimension,).

    `tokens` are the unit vectors of its tokens in context, shape (tokens, dimension), prefix and special ones left
    out; `spans` says which stretch of `text` each one is.
    """

    text: str
    vector: NDArray[np.float32]
    tokens: NDArray[np.float32]
    spans: tuple[tuple[int, int], ...]
