"""What a question asks of the entry of a cluster that it names, looked up on its sheet: a field, or a tie.

Which field is asked for is learnt from `corpus/fields.yaml`. What the sheet has is quoted; what it has not, or has of
another year only, is no answer, nor is the whole to who asks for a part of it or for what changed in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.asked_parts import PARTED, Part
from assistant.answering.asks_compare import asks_to_compare, sets_beside_us
from assistant.answering.evidence import Evidence
from assistant.answering.periods import speaks_of, years_asked
from assistant.answering.state import Knowledge, State
from assistant.answering.wishes import Wishes
from assistant.clusters.entries import Cluster
from assistant.clusters.field_sentences import field_sentences
from assistant.clusters.fields import DATED, Field
from assistant.clusters.names import normalized
from assistant.clusters.ties import LIVE, STAGE_NAMES
from assistant.vocabulary import DocumentType, Intent, Route

# From this probability a field is believed to be asked for.
SURE = 0.7
LINES = 4
_ENDED = tuple(f"{name[0].upper()}{name[1:]} " for stage, name in STAGE_NAMES.items() if stage not in LIVE)
# What a question that wants suggestions may seem to ask of the cluster that it names; from this confidence on that it does
# want them, all but what clusters master and sell to, which sounds like looking for somebody.
_SUGGESTED = frozenset({Field.PARTENAIRES, Field.PRESENTATION})
SURELY_SUGGESTED = 0.85
_THEMES = frozenset({Field.SECTEURS, Field.TECHNOLOGIES, Field.MARCHES, Field.LIENS})


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The field asked for of a cluster, the sentences that tell it, the one that tells it of another year, and the one
    that tells the whole when a part of it or a change is asked for."""

    field: Field
    cluster: Cluster
    found: tuple[Evidence, ...]
    other_year: Evidence | None = None
    whole: Evidence | None = None


def look_up(known: Knowledge, state: State, evidence: Sequence[Evidence]) -> LookedUp | None:
    """What the sheet of the cluster that the question names says of what is asked; None when no field of one cluster is."""
    named = list({m.cluster.id: m.cluster for m in state["mentions"]}.values())
    if (
        not named
        or state.get("reads_added")
        or state["wishes"] != Wishes()
        or state["request"].intent not in (None, Intent.FAIT)
        or (state["request"].profile is not None and sets_beside_us(state["question"]))
    ):
        return None
    spans = [(m.start, m.end) for m in state["mentions"]]
    asked = known.fields.read(state["question"], known.embedder.embed_query, spans)
    tied = asked == Field.LIENS
    if asked is None or (len(named) > 1) != tied or _is_of_suggestions(state["route"], Field(asked)):
        return None
    if tied and asks_to_compare(state["question"]):
        return None
    told = _told(known, named, Field(asked), evidence)
    if asked in PARTED and (part := known.parts.read(state["question"], known.embedder.embed_query, spans)):
        return _of_a_part(known, state, LookedUp(Field(asked), named[0], tuple(told)), part, evidence)
    years = years_asked(state["question"], known.today()) if asked in DATED else frozenset()
    told = sorted(told, key=lambda e: e.text.startswith(_ENDED))  # what came to nothing is told last
    found = [e for e in told if not years or speaks_of(e.text, years)]
    return LookedUp(Field(asked), named[0], tuple(found[:LINES]), None if found else next(iter(told), None))


def _of_a_part(known: Knowledge, state: State, whole: LookedUp, part: Part, evidence: Sequence[Evidence]) -> LookedUp:
    """The sentence of a text that tells a part of a field or its change, then the whole; the whole alone is no answer."""
    total = next(iter(whole.found), None)
    holds = known.parts.tells(part, state["question"], [(m.start, m.end) for m in state["mentions"]])
    told = (e for e in evidence if e.document.type != DocumentType.ANNUAIRE and holds(e.text))
    of_it = (e for e in told if whole.cluster.id in {m.resolved.cluster.id for m in known.directory.mentions(e.text)})
    best = next(of_it, None)
    return replace(whole, found=() if best is None else tuple(e for e in (best, total) if e is not None), whole=total)


def _is_of_suggestions(route: Route, field: Field) -> bool:
    """Whether what reads like a field of the cluster named tells whom to suggest: « avec qui travailler sur la ville durable ? »."""
    if route.intent not in (Intent.REFERENT, Intent.PARTENAIRE):
        return False
    return field in _SUGGESTED or (route.confidence >= SURELY_SUGGESTED and field not in _THEMES)


def _told(known: Knowledge, named: Sequence[Cluster], field: Field, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences of the sheets that tell the field, in the order of the sheet."""
    texts = field_sentences(named[0], field, known.directory, [cluster.id for cluster in named[1:]])
    own = [e for e in evidence if e.document.meta.get("cluster_id") == named[0].id]
    found = [next((e for e in own if normalized(text) in normalized(e.text)), None) for text in texts]
    return [e for e in dict.fromkeys(found) if e is not None]
