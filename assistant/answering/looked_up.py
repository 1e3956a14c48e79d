"""What a question asks of the entries of the clusters that it names, looked up on their sheets: fields, or a tie.

Which fields are asked for is learnt from `corpus/fields.yaml`. What a sheet has is quoted; what it has not, or has of
another year only, is no answer, nor is the whole to who asks for a part of it or for what changed in it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.answering.asked_fields import asks_way, fields_asked, is_among_them
from assistant.answering.asked_parts import PARTED, Part
from assistant.answering.asks_compare import asks_to_compare, sets_beside_us
from assistant.answering.evidence import Evidence
from assistant.answering.periods import speaks_of, years_asked
from assistant.answering.state import Knowledge, State
from assistant.answering.unknown_names import unknown_names
from assistant.answering.wishes import Wishes
from assistant.clusters.entries import Cluster
from assistant.clusters.field_sentences import field_sentences
from assistant.clusters.fields import DATED, ONE_VALUE, TIES, Field
from assistant.clusters.indicators import ROWS_OF
from assistant.clusters.names import normalized
from assistant.clusters.ties import LIVE, STAGE_NAMES
from assistant.vocabulary import DocumentType, Intent

# From this probability a field is believed to be asked for.
SURE = 0.7
LINES = 4
# Sentences on each field of each cluster, when several are asked for, and fields, at most.
LINES_EACH, MOST_ASKED = 2, 6
_ENDED = tuple(f"{name[0].upper()}{name[1:]} " for stage, name in STAGE_NAMES.items() if stage not in LIVE)
# What a question that wants suggestions may seem to ask of the cluster that it names; from this confidence on that it does
# want them, all but what clusters master and sell to, which sounds like looking for somebody.
_SUGGESTED = frozenset({Field.PARTENAIRES, Field.PRESENTATION})
SURELY_SUGGESTED = 0.85
_THEMES = frozenset({Field.SECTEURS, Field.TECHNOLOGIES, Field.MARCHES, Field.LIENS})
# « Avec qui X a-t-il une alliance ? » asks for what is, « avec qui peut-il en nouer une ? » for what may be.
_HAS_TIES = re.compile(
    r"\b(?:(?:a|ont)(?:-t)?-(?:il|elle|ils|elles|on)|d[ée]j[àa]|has|have|had)\b(?!.*\b(?:peut|peuvent|pourrait|pourraient|could|can|might|should)\b)",
    re.IGNORECASE,
)


# A field of a cluster that is asked for.
Asked = tuple[Field, Cluster]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The fields asked for of clusters, the sentences that tell them, the fields that none tells, the sentence that tells
    one of another year, and the one that tells the whole when a part of it or a change is asked for."""

    asked: tuple[Asked, ...]
    found: tuple[Evidence, ...]
    lacking: tuple[Asked, ...] = ()
    other_year: Evidence | None = None
    whole: Evidence | None = None

    @property
    def of_labels(self) -> bool:
        """Whether it is labels that are asked for, and nothing else."""
        return {field for field, _ in self.asked} == {Field.LABELS}

    @property
    def of_themes(self) -> bool:
        """Whether it is what clusters work on that is asked for, and nothing else."""
        return {field for field, _ in self.asked} <= _THEMES

    @property
    def one_value(self) -> bool:
        """Whether each of the fields has one value."""
        return all(field in ONE_VALUE for field, _ in self.asked)


def look_up(known: Knowledge, state: State, evidence: Sequence[Evidence]) -> LookedUp | None:
    """What the sheets of the clusters that the question names say of what is asked; None when no field of theirs is."""
    named = list({m.cluster.id: m.cluster for m in state["mentions"]}.values())
    if (
        not named
        or state.get("reads_added")
        or state["wishes"] != Wishes()
        or state["request"].intent not in (None, Intent.FAIT)
        or (state["request"].profile is not None and sets_beside_us(state["question"]))
    ):
        return None
    if state["route"].intent == Intent.COMPARAISON and _names_another(known, state):
        return None
    fields = _fields(known, state, len(named))
    if not fields or any(_is_of_suggestions(state, field) for field in fields):
        return None
    if fields == (Field.LIENS,):
        return _looked(known, state, Field.LIENS, named, evidence)
    found = [_looked(known, state, field, [cluster], evidence) for cluster in named for field in fields]
    return _together(found) if len(found) > 1 else _whole_or_part(known, state, found[0], evidence)


def _fields(known: Knowledge, state: State, named: int) -> tuple[Field, ...]:
    """The fields that the question asks for: several of a cluster, or any of several clusters, when each of its parts asks
    for one; a tie only of clusters named together."""
    question, spans = state["question"], [(m.start, m.end) for m in state["mentions"]]
    whole = known.fields.read(question, known.embedder.embed_query, spans)
    if named == 1:
        several = fields_asked(question, spans, partial(whole_field, known))
        if several and not set(several) & set(TIES):
            return several[:MOST_ASKED]
        return (Field(whole),) if whole not in (None, Field.LIENS) else ()
    if asks_to_compare(question):
        return ()
    if whole == Field.LIENS:
        return (Field.LIENS,)
    each = (
        ()
        if is_among_them(question) or asks_way(question)
        else fields_asked(question, spans, partial(whole_field, known))
    )
    compared = state["route"].intent == Intent.COMPARAISON and all(field in ROWS_OF for field in each)
    return () if compared or set(each) & set(TIES) or len(each) * named > MOST_ASKED else each


def _names_another(known: Knowledge, state: State) -> bool:
    """Whether the question names, beside a cluster, one that the directory has not."""
    spans = [(m.start, m.end) for m in state["mentions"]]
    return bool(unknown_names(state["question"], spans, known.speller.is_unheard))


def whole_field(known: Knowledge, part: str, spans: Sequence[tuple[int, int]]) -> Field | None:
    """The field that a part of a question asks for, as a whole."""
    asked = known.fields.read(part, known.embedder.embed_query, spans)
    if asked is None or (asked in PARTED and known.parts.read(part, known.embedder.embed_query, spans)):
        return None
    return Field(asked)


def _together(each: Sequence[LookedUp]) -> LookedUp:
    """What was looked up one by one, as one."""
    told = dict.fromkeys(e for one in each for e in one.found[:LINES_EACH])
    return LookedUp(
        tuple(asked for one in each for asked in one.asked),
        tuple(told),
        tuple(asked for one in each for asked in one.lacking),
        next((one.other_year for one in each if one.other_year), None),
    )


def _looked(
    known: Knowledge, state: State, field: Field, named: Sequence[Cluster], evidence: Sequence[Evidence]
) -> LookedUp:
    """What the sheet of the first of the clusters says of a field, of a tie with the others."""
    asked, told = (field, named[0]), _told(known, named, field, evidence)
    years = years_asked(state["question"], known.today()) if field in DATED else frozenset()
    told = sorted(told, key=lambda e: e.text.startswith(_ENDED))  # what came to nothing is told last
    found = [e for e in told if not years or speaks_of(e.text, years)]
    other = None if found else next(iter(told), None)
    return LookedUp((asked,), tuple(found[:LINES]), () if found else (asked,), other)


def _whole_or_part(known: Knowledge, state: State, whole: LookedUp, evidence: Sequence[Evidence]) -> LookedUp:
    """What was looked up, or the part or change of it that the question asks for."""
    field, cluster = whole.asked[0]
    spans = [(m.start, m.end) for m in state["mentions"]]
    part = known.parts.read(state["question"], known.embedder.embed_query, spans) if field in PARTED else None
    if part is None:
        return whole
    told = tuple(_told(known, [cluster], field, evidence))
    return _of_a_part(known, state, LookedUp(whole.asked, told), part, evidence)


def _of_a_part(known: Knowledge, state: State, whole: LookedUp, part: Part, evidence: Sequence[Evidence]) -> LookedUp:
    """The sentence of a text that tells a part of a field or its change, then the whole; the whole alone is no answer."""
    total, cluster = next(iter(whole.found), None), whole.asked[0][1]
    holds = known.parts.tells(part, state["question"], [(m.start, m.end) for m in state["mentions"]])
    told = (e for e in evidence if e.document.type != DocumentType.ANNUAIRE and holds(e.text))
    of_it = (e for e in told if cluster.id in {m.resolved.cluster.id for m in known.directory.mentions(e.text)})
    best = next(of_it, None)
    found = () if best is None else tuple(e for e in (best, total) if e is not None)
    return replace(whole, found=found, lacking=() if found else whole.asked, whole=total)


def _is_of_suggestions(state: State, field: Field) -> bool:
    """Whether what reads like a field of the cluster named tells whom to suggest: « avec qui travailler sur la ville durable ? »."""
    route = state["route"]
    if route.intent not in (Intent.REFERENT, Intent.PARTENAIRE):
        return False
    if field is Field.PARTENAIRES and _HAS_TIES.search(state["question"]):
        return False
    return field in _SUGGESTED or (route.confidence >= SURELY_SUGGESTED and field not in _THEMES)


def _told(known: Knowledge, named: Sequence[Cluster], field: Field, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences of the sheets that tell the field, in the order of the sheet; sectors are told with technologies."""
    others = [cluster.id for cluster in named[1:]]
    fields = (Field.SECTEURS, Field.TECHNOLOGIES) if field is Field.SECTEURS else (field,)
    texts = [text for one in fields for text in field_sentences(named[0], one, known.directory, others)]
    own = [e for e in evidence if e.document.meta.get("cluster_id") == named[0].id]
    found = [next((e for e in own if normalized(text) in normalized(e.text)), None) for text in texts]
    return [e for e in dict.fromkeys(found) if e is not None]
