"""Sentences of notes that tell something of a cluster on the subject of a question: « De qui apprendre le financement privé ? »
finds « Digital Aquitaine tirait 55 % de ses ressources du privé »."""

from collections.abc import Iterator, Sequence

from assistant.answering.evidence import Evidence
from assistant.answering.need import need_of
from assistant.clusters.directory import Directory
from assistant.clusters.sought import parts_of_need
from assistant.clusters.themes import stems
from assistant.vocabulary import DocumentType

# A sentence that names more clusters than this tells of none of them in particular.
_MOST = 3


def on_subject(
    question: str, spans: Sequence[tuple[int, int]], evidence: Sequence[Evidence], directory: Directory
) -> Iterator[tuple[Evidence, frozenset[str]]]:
    """The sentences that rest on facts and hold all the words of one subject of the question, best first, with the clusters of
    today that they name; `spans` are where the question names clusters."""
    asked = [frozenset(stems(part)) for part in parts_of_need(need_of(question, spans) or "")]
    asked = [part for part in asked if part]
    for found in evidence:
        if not found.facts or found.document.type == DocumentType.ANNUAIRE:
            continue
        said = set(stems(found.text))
        if any(part <= said for part in asked):
            named = frozenset(mention.resolved.cluster.id for mention in directory.mentions(found.text))
            if 0 < len(named) <= _MOST:
                yield found, named
