"""What a question asks of the entry of a cluster that it names, looked up on its sheet: a field, or a tie.

Which field is asked for is learnt from `corpus/fields.yaml`. What the sheet has is quoted; what it has not, or has of
another year only, is no answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.asks_compare import asks_to_compare
from assistant.answering.evidence import Evidence
from assistant.answering.periods import speaks_of, years_asked
from assistant.answering.state import Knowledge, State
from assistant.answering.wishes import Wishes
from assistant.clusters.entries import Cluster
from assistant.clusters.field_sentences import field_sentences
from assistant.clusters.fields import DATED, Field
from assistant.clusters.names import normalized
from assistant.clusters.ties import LIVE, STAGE_NAMES
from assistant.vocabulary import Intent

# From this probability a field is believed to be asked for.
SURE = 0.7
LINES = 4
_ENDED = tuple(f"{name[0].upper()}{name[1:]} " for stage, name in STAGE_NAMES.items() if stage not in LIVE)
# What a question that wants suggestions may seem to ask of the cluster that it names.
_SUGGESTED = frozenset({Field.PARTENAIRES, Field.PRESENTATION})


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The field asked for, the sentences that tell it, and the one that tells it of another year."""

    field: Field
    found: tuple[Evidence, ...]
    other_year: Evidence | None = None


def look_up(known: Knowledge, state: State, evidence: Sequence[Evidence]) -> LookedUp | None:
    """What the sheet of the cluster that the question names says of what is asked; None when no field of one cluster is."""
    named = list({m.cluster.id: m.cluster for m in state["mentions"]}.values())
    if (
        not named
        or state.get("reads_added")
        or state["wishes"] != Wishes()
        or state["request"].intent not in (None, Intent.FAIT)
    ):
        return None
    spans = [(m.start, m.end) for m in state["mentions"]]
    asked = known.fields.read(state["question"], known.embedder.embed_query, spans)
    suggesting = state["route"].intent in (Intent.REFERENT, Intent.PARTENAIRE)
    tied = asked == Field.LIENS
    if asked is None or (len(named) > 1) != tied or (suggesting and asked in _SUGGESTED):
        return None
    if tied and asks_to_compare(state["question"]):
        return None
    told = _told(known, named, Field(asked), evidence)
    years = years_asked(state["question"], known.today()) if asked in DATED else frozenset()
    told = sorted(told, key=lambda e: e.text.startswith(_ENDED))  # what came to nothing is told last
    found = [e for e in told if not years or speaks_of(e.text, years)]
    return LookedUp(Field(asked), tuple(found[:LINES]), None if found else next(iter(told), None))


def _told(known: Knowledge, named: Sequence[Cluster], field: Field, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences of the sheets that tell the field, in the order of the sheet."""
    texts = field_sentences(named[0], field, known.directory, [cluster.id for cluster in named[1:]])
    own = [e for e in evidence if e.document.meta.get("cluster_id") == named[0].id]
    found = [next((e for e in own if normalized(text) in normalized(e.text)), None) for text in texts]
    return [e for e in dict.fromkeys(found) if e is not None]
