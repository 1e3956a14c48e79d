"""Which clusters a question compares, and their figures side by side."""

from assistant.answering import texts
from assistant.answering.state import Knowledge, State
from assistant.clusters.comparison import DEFAULT_PEERS, MOST, compare
from assistant.library.named_sources import with_source_names
from assistant.vocabulary import Comparison, PilotProfile


def comparison(known: Knowledge, state: State, profile: PilotProfile | None) -> Comparison | None:
    """The clusters named and the pilot's own side by side; peers are proposed for one that is named alone."""
    if not can_compare(state, profile):
        return None
    named = _compared(state, profile)
    peers = DEFAULT_PEERS if len(named) == 1 else 0
    found = compare(
        known.directory,
        named[:MOST],
        today=known.today(),
        peers=peers,
        averages=known.averages,
        language=state["language"],
    )
    more = [texts.FIRST_EIGHT[state["language"]]] if len(named) > MOST else []
    return with_source_names(found, known.facts).model_copy(update={"warnings": (*more, *found.warnings)})


def can_compare(state: State, profile: PilotProfile | None) -> bool:
    """Whether there are two clusters, or one that the question itself names."""
    named = any(m.resolved.cluster.kind != "reseau" for m in state["mentions"])
    return named or len(_compared(state, profile)) > 1


def _compared(state: State, profile: PilotProfile | None) -> list[str]:
    own = [profile.cluster_id] if profile and profile.cluster_id else []
    return list(dict.fromkeys([*(m.resolved.cluster.id for m in state["mentions"]), *own]))
