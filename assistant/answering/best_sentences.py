"""Which sentence of the notes answers a question on a fact best, as told by the known questions on that fact.

Several sentences rest on a fact, and each may state another of its clauses. Of most known questions the sentence that answers
best was chosen by reading; ridge regression on how near a question is to those of the fact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.routing.learning import nearness
from assistant.routing.word_rows import Floats

# What nearness counts for, its sharpness and the penalty; chosen on questions left out in turn (docs/evaluation.md).
MEANING, SHARPNESS, PENALTY = 12.0, 0.5, 1.0
# The facts that a question is after most surely, at most, from this surety on.
FACTS, ASKED = 4, 0.1


@dataclass(frozen=True, slots=True)
class _OfFact:
    """The places of the known questions on a fact, the keys of the sentences that answer them, which answers which."""

    places: NDArray[np.intp]
    keys: tuple[str, ...]
    targets: Floats

    def shares(self, vector: Floats, anchors: Floats) -> Floats:
        """How surely each sentence answers best a question with this centred vector."""
        own = anchors[self.places]
        kernel = MEANING * nearness(own, own, SHARPNESS) + PENALTY * np.eye(len(own), dtype=np.float32)
        close = MEANING * nearness(vector[None, :], own, SHARPNESS)[0]
        found: Floats = np.clip(close @ np.linalg.solve(kernel, self.targets), 0, 1)
        return found


BestSentences = Mapping[str, _OfFact]


def best_sentences(facts: Sequence[Sequence[str]], keys: Sequence[str]) -> BestSentences:
    """By the facts of each known question and the key of the sentence that answers it, "" where that is not known."""
    found: dict[str, list[int]] = {}
    for place, (of_question, key) in enumerate(zip(facts, keys, strict=True)):
        for fact in of_question if key else ():
            found.setdefault(fact, []).append(place)
    return {fact: _of_fact(places, [keys[place] for place in places]) for fact, places in found.items()}


def _of_fact(places: Sequence[int], keys: Sequence[str]) -> _OfFact:
    names = tuple(sorted(set(keys)))
    targets = np.zeros((len(keys), len(names)), np.float32)
    targets[np.arange(len(keys)), [names.index(key) for key in keys]] = 1
    return _OfFact(np.array(places, np.intp), names, targets)


def answering_best(
    best: BestSentences, facts: Mapping[str, float], vector: Floats, anchors: Floats
) -> dict[str, float]:
    """How surely each sentence, by its key, answers best a question after `facts`, with this centred vector."""
    surest = sorted((item for item in facts.items() if item[1] >= ASKED), key=lambda item: (-item[1], item[0]))[:FACTS]
    found: dict[str, float] = {}
    for fact, surety in surest:
        if of_fact := best.get(fact):
            for key, share in zip(of_fact.keys, of_fact.shares(vector, anchors), strict=True):
                found[key] = max(found.get(key, 0.0), surety * float(share))
    return found
