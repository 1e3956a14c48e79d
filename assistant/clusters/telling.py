"""Which words say by themselves what somebody works on: « maintenance » does, « précision » or « parc » do not.

Learnt from how the directory words its fields: a word that some entry gives alone, or that names a theme alone, says
something; one that only stands beside others (« mécanique de précision », « maintenance du parc ») does not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.clusters.entries import Cluster
from assistant.clusters.themes import Vocabulary, stems

_ENUMERATED = re.compile(r"[,;]|\bet\b")


@dataclass(frozen=True)
class Telling:
    """`known`: the stems of all fields and of the names of themes; `alone`: those that say something by themselves."""

    known: frozenset[str]
    alone: frozenset[str]

    @classmethod
    def among(cls, vocabulary: Vocabulary, clusters: Iterable[Cluster]) -> "Telling":
        """Learnt from the fields of clusters and the terms of themes; names of clusters say nothing."""
        texts = [text for c in clusters for text in (*c.sectors, *c.technologies, *c.markets)]
        texts += [term for theme in vocabulary.themes.values() for term in theme.terms]
        return cls(
            frozenset(stem for text in texts for stem in stems(text)),
            frozenset(stem for text in texts for stem in _given_alone(text)),
        )


def _given_alone(text: str) -> tuple[str, ...]:
    """The word of a text of one word, the words of an enumeration of such: « mines et carrières »; else none.

    In « alimentation humaine et animale » what follows « et » leans on what stands before.
    """
    parts = [stems(part) for part in _ENUMERATED.split(text)]
    return tuple(part[0] for part in parts) if all(len(part) == 1 for part in parts) else ()
