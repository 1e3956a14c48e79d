"""Who has done what a référent is looked for: a label of the kind asked about, or a text that tells it of them.

« Qui a réussi le label ESCA or près de chez moi ? » puts those who hold it first, the nearest of them before the others.
"""

import re
from collections.abc import Sequence

from assistant.answering import told_texts
from assistant.answering.evidence import SURELY_KNOWN
from assistant.answering.need import need_of
from assistant.answering.on_subject import on_subject
from assistant.answering.state import Knowledge, State
from assistant.clusters.entries import LabelKind
from assistant.vocabulary import Suggestion

# How many of the référents are looked through: further ones are too far; how many go ahead: near ones stay in sight.
NEAREST, AHEAD = 15, 3
_EXCELLENCE: dict[str, LabelKind] = {"gold|or": "gold", "silver|argent": "silver", "bronze": "bronze"}
_LABELS: dict[str, tuple[LabelKind, ...]] = {
    r"esca|excellence": ("gold", "silver", "bronze"),
    r"label(?:lis\w*)? (?:de |du )?(?:p[ôo]le|comp[ée]titivit[ée])|phase (?:v|5)": ("pole",),
    r"label(?:lis\w*)? (?:de |du )?grappe": ("grappe",),
}


def labels_asked(question: str) -> frozenset[LabelKind]:
    """The kinds of label a question speaks of; of excellence those it names, all when it names none."""
    found = {kind for rule, kinds in _LABELS.items() if re.search(rf"\b(?:{rule})\b", question, re.I) for kind in kinds}
    named = {kind for rule, kind in _EXCELLENCE.items() if re.search(rf"\b(?:{rule})\b", question, re.I)}
    return frozenset(found - set(_EXCELLENCE.values()) | (found & named or found & set(_EXCELLENCE.values())))


def experienced_first(
    known: Knowledge, state: State, found: Sequence[Suggestion]
) -> tuple[list[Suggestion], tuple[str, ...]]:
    """Référents, best first, with those ahead who have done what the question asks about, and what is told of that.

    Then those of whom no success was seen come after the others. Nothing moves when the question has no subject of its
    own or nobody near is known for it: of a subject it is told that it played no part.
    """
    spans = [(mention.start, mention.end) for mention in state["mentions"]]
    near = [s for s in found[:NEAREST] if s.role == "referent"]
    if not near or not need_of(state["question"], spans):
        return list(found), ()
    done = (_with_label(known, state, near) or _told_of(known, state, near, spans))[:AHEAD]
    if not done:
        return list(found), (told_texts.WHATEVER_SUBJECT[state["language"]],)
    others = sorted((s for s in found if s not in done), key=_unseen)
    told = told_texts.EXPERIENCED[state["language"]].format(names=", ".join(s.name for s in done))
    return [*done, *others], (told,)


def _unseen(suggestion: Suggestion) -> bool:
    return any(c.name == "reussite_reconnue" and c.value is None for c in suggestion.criteria)


def _with_label(known: Knowledge, state: State, near: Sequence[Suggestion]) -> list[Suggestion]:
    wanted = labels_asked(state["question"])
    return [s for s in near if any(label.kind in wanted for label in known.directory.by_id[s.cluster_id].labels)]


def _told_of(
    known: Knowledge, state: State, near: Sequence[Suggestion], spans: Sequence[tuple[int, int]]
) -> list[Suggestion]:
    """Those that a sentence names which is known to answer the question, or holds the words of its subject."""
    answering = [e.text for e in state["evidence"] if e.known >= SURELY_KNOWN and e.facts]
    named = {mention.resolved.cluster.id for text in answering for mention in known.directory.mentions(text)}
    for _, ids in on_subject(state["question"], spans, state["evidence"], known.directory):
        named |= ids
    return [s for s in near if s.cluster_id in named]
