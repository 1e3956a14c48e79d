"""Does a sentence written by a chat model say what a sentence of the corpus says?

Support joins meaning (cosine of the two sentences) and words (share of the written sentence's words that the quote
has). Hard conditions come first: no figure, no cluster name and no negation that the quote lacks. This tells a
paraphrase from an invention; it is no proof of logical entailment.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.answering.evidence import Evidence
from assistant.answering.figures import figures
from assistant.index.analysis import terms

ENOUGH = 0.55
# e5 cosines of unrelated French sentences lie about .80, of paraphrases above .90.
UNRELATED, SAME = 0.80, 0.95

_NEGATION = re.compile(r"\b(?:ne|n['’]|pas|aucune?|jamais|sans|ni|not|no|never|without)\b", re.IGNORECASE)

Names = Callable[[str], set[str]]


def support(sentence: str, vector: NDArray[np.float32], evidence: Evidence, names: Names) -> float:
    """How well a quote supports a sentence, in [0, 1]; 0 when a figure, a name or a negation differs."""
    around = " ".join((evidence.document.title, *evidence.section, evidence.text))
    if not figures(sentence) <= figures(around) or not names(sentence) <= names(around):
        return 0.0
    if bool(_NEGATION.search(sentence)) != bool(_NEGATION.search(evidence.text)):
        return 0.0
    written = set(terms(sentence))
    shared = len(written & set(terms(around))) / len(written) if written else 0.0
    meaning = (float(vector @ evidence.vector) - UNRELATED) / (SAME - UNRELATED)
    return 0.5 * min(1.0, max(0.0, meaning)) + 0.5 * shared


def best_support(
    sentence: str, vector: NDArray[np.float32], evidence: Sequence[Evidence], names: Names
) -> Evidence | None:
    """The quote that supports a sentence best, or None when none does enough."""
    scored = [(support(sentence, vector, item, names), -rank, item) for rank, item in enumerate(evidence)]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best is not None and best[0] >= ENOUGH else None
