"""The phase that a pilot told earlier in the conversation: whoever said they begin need not say it with each
question."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.clusters.directory import Directory
from assistant.routing.phase import stated_phase
from assistant.routing.phase_classifier import PhaseClassifier
from assistant.vocabulary import Phase, Turn


def phase_said_before(
    history: Sequence[Turn],
    phases: PhaseClassifier | None,
    embed: Callable[[str], NDArray[np.float32]],
    directory: Directory,
) -> tuple[Phase, str] | None:
    """The phase stated last in `history`, with the words that say it; None when no question states one."""

    def learnt(question: str) -> dict[Phase, str]:
        spans = [(mention.start, mention.end) for mention in directory.mentions(question)]
        return dict(phases.stated(question, spans, embed)) if phases else {}

    found = (stated_phase(turn.question, learnt) for turn in reversed(history))
    return next((said for said in found if said is not None), None)
