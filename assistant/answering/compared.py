"""Which clusters a question compares, on what, and their figures side by side."""

import re
from functools import partial

from assistant.answering import told_texts
from assistant.answering.asked_rows import Compared, asked_rows
from assistant.answering.looked_up import whole_field
from assistant.answering.state import Knowledge, State
from assistant.answering.tabled import rows_of_table, tabled
from assistant.answering.unknown_names import unknown_names
from assistant.clusters.comparison import DEFAULT_PEERS, MOST, compare
from assistant.library.named_sources import with_source_names
from assistant.vocabulary import PilotProfile

# « Compare-nous avec X », « X et nous »: the pilot's own cluster is one of them.
_OURS = re.compile(
    r"\bcompar\w+[- ](?:nous|moi|us)\b|\b(?:nous|we)[- ](?:compar|situ|position)\w+|\b(?:et|avec|à|que|and|with|to|than) (?:nous|us|ours|(?:le|la|les) n[ôo]tres?)\b|"
    r"\b(?:notre|mon|our|my) (?:cluster|p[ôo]le|grappe|association|structure|network)\b",
    re.IGNORECASE,
)


def comparison(known: Knowledge, state: State, profile: PilotProfile | None) -> Compared | None:
    """The clusters named and the pilot's own side by side, by the rows that are asked for or all of them; peers are
    proposed for one that is named alone."""
    if not can_compare(known, state, profile):
        return None
    named, spans = _compared(known, state, profile), [(m.start, m.end) for m in state["mentions"]]
    question = state["question"]
    unknown = unknown_names(question, spans, known.speller.is_unheard)
    of_several = bool(tabled(known, question))
    asked = asked_rows(
        rows_of_table(question) if of_several else question, [*spans, *unknown], partial(whole_field, known)
    )
    unsaid = bool(_OURS.search(question)) and state["request"].profile is None  # « nous » is nobody known
    peers = DEFAULT_PEERS if len(named) == 1 and not (unknown or unsaid) else 0
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
    more += [told_texts.WHO_ARE_YOU[state["language"]]] if unsaid and len(named) == 1 else []
    table = with_source_names(found, known.facts).model_copy(update={"warnings": (*more, *found.warnings)})
    return Compared(table, asked, tuple(dict.fromkeys(question[start:end] for start, end in unknown)))


def can_compare(known: Knowledge, state: State, profile: PilotProfile | None) -> bool:
    """Whether there are two clusters, or one that the question itself names."""
    named = any(m.resolved.cluster.kind != "reseau" for m in state["mentions"])
    return named or len(_compared(known, state, profile)) > 1


def _compared(known: Knowledge, state: State, profile: PilotProfile | None) -> list[str]:
    own = [profile.cluster_id] if profile and profile.cluster_id else []
    if several := tabled(known, state["question"]):
        return list(several)
    return list(dict.fromkeys([*(m.resolved.cluster.id for m in state["mentions"]), *own]))
