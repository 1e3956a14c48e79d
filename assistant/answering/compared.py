"""Which clusters a question compares, on what, and their figures side by side."""

from functools import partial

from assistant.answering import told_texts
from assistant.answering.asked_rows import Compared, asked_rows
from assistant.answering.looked_up import whole_field
from assistant.answering.state import Knowledge, State
from assistant.answering.unknown_names import unknown_names
from assistant.clusters.comparison import DEFAULT_PEERS, MOST, compare
from assistant.library.named_sources import with_source_names
from assistant.vocabulary import PilotProfile


def comparison(known: Knowledge, state: State, profile: PilotProfile | None) -> Compared | None:
    """The clusters named and the pilot's own side by side, by the rows that are asked for or all of them; peers are
    proposed for one that is named alone."""
    if not can_compare(state, profile):
        return None
    named, spans = _compared(state, profile), [(m.start, m.end) for m in state["mentions"]]
    question = state["question"]
    unknown = unknown_names(question, spans, known.speller.is_unheard)
    asked = asked_rows(question, [*spans, *unknown], partial(whole_field, known))
    peers = DEFAULT_PEERS if len(named) == 1 and not unknown else 0
    found = compare(
        known.directory,
        named[:MOST],
        asked.rows,
        today=known.today(),
        peers=peers,
        averages=known.averages,
        language=state["language"],
    )
    more = [told_texts.FIRST_EIGHT[state["language"]]] if len(named) > MOST else []
    table = with_source_names(found, known.facts).model_copy(update={"warnings": (*more, *found.warnings)})
    return Compared(table, asked, tuple(dict.fromkeys(question[start:end] for start, end in unknown)))


def can_compare(state: State, profile: PilotProfile | None) -> bool:
    """Whether there are two clusters, or one that the question itself names."""
    named = any(m.resolved.cluster.kind != "reseau" for m in state["mentions"])
    return named or len(_compared(state, profile)) > 1


def _compared(state: State, profile: PilotProfile | None) -> list[str]:
    own = [profile.cluster_id] if profile and profile.cluster_id else []
    return list(dict.fromkeys([*(m.resolved.cluster.id for m in state["mentions"]), *own]))
