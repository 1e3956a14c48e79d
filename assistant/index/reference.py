"""What the prepared model must give, so that a wrong read, graph or quantisation never reaches an index.

The figures are the first components that sentence-transformers computes in float32 with the same weights, and its
token counts, special ones included; a test computes them again. Eight components of four texts tell every mistake we
could think of (a transposed matrix, a missing bias, another token) from rounding, which stays under 0.0005.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.errors import ModelUnavailable
from assistant.index.engine import open_session, run

_TOLERANCE = 0.0005
LEAST_COSINE = 0.99


@dataclass(frozen=True, slots=True)
class Reference:
    """A text with its prefix, its number of tokens and the first components of its vector."""

    text: str
    tokens: int
    components: tuple[float, ...]


REFERENCES = (
    Reference(
        "query: Comment financer l’animation d’un cluster ?",
        15,
        (0.0245, -0.0374, -0.0735, -0.0571, 0.0790, -0.0677, 0.0333, 0.0830),
    ),
    Reference(
        "passage: Un cluster réunit des entreprises, des laboratoires et des écoles d’une même filière.",
        24,
        (0.0151, -0.0317, -0.0584, -0.0531, 0.1248, -0.0637, 0.0130, 0.0727),
    ),
    Reference(
        "passage: The steering committee meets every quarter and votes the road map.",
        19,
        (0.0566, -0.0449, -0.0095, 0.0119, 0.0575, -0.0231, 0.0153, 0.0221),
    ),
    Reference("query: ", 5, (0.0540, 0.0023, -0.0691, -0.0586, 0.0851, -0.0180, 0.0095, 0.0329)),
)


def check(tokenizer_file: Path, exact_file: Path, quantised_file: Path) -> None:
    """Hold the graphs against the references. Raises ModelUnavailable, naming the text, when one strays."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    exact, quantised = open_session(exact_file), open_session(quantised_file)
    for reference in REFERENCES:
        ids = tokenizer.encode(reference.text).ids
        if len(ids) != reference.tokens:
            raise _strays(reference, f"{len(ids)} ≠ {reference.tokens} tokens")
        vector = run(exact, ids)
        error = float(np.abs(vector[: len(reference.components)] - reference.components).max())
        if not error <= _TOLERANCE:
            raise _strays(reference, f"|Δ| = {error:.4f} > {_TOLERANCE}")
        cosine = float(vector @ run(quantised, ids))
        if not cosine >= LEAST_COSINE:
            raise _strays(reference, f"cos = {cosine:.4f} < {LEAST_COSINE}")


def _strays(reference: Reference, figures: str) -> ModelUnavailable:
    return ModelUnavailable(
        (
            f"Le modèle préparé ne donne pas les vecteurs attendus ({figures}) pour «\u00a0{reference.text}\u00a0».",
            f'The prepared model does not give the expected vectors ({figures}) for "{reference.text}".',
        ),
        (
            "Réinstallez Interpilote avec les versions de constraints.txt, puis lancez interpilote prepare.",
            "Reinstall Interpilote with the versions of constraints.txt, then run: interpilote prepare",
        ),
    )
