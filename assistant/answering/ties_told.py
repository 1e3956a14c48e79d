"""Who already worked with whom, as the sheets say it: between suggested clusters, or with one that a question names."""

from collections.abc import Collection

from assistant.answering import texts
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.answering.wish_kinds import Wanted
from assistant.clusters.ties import LIVE, STAGE_NAMES
from assistant.vocabulary import DocumentType

LINES = 8
_OPENINGS = {stage: f"{name[0].upper()}{name[1:]} " for stage, name in STAGE_NAMES.items()}
LIVE_TIES = tuple(opening for stage, opening in _OPENINGS.items() if stage in LIVE)
HELP = _OPENINGS["contact"]
_TIES = tuple(_OPENINGS.values())


def write_ties(draft: Draft, context: Context) -> bool:
    """The documented ties among the suggested clusters and the pilot's, or of the cluster that the question names.

    False when the question asks for neither; without a documented tie it says so.
    """
    if not context.wishes.ties:
        return False
    shown = context.suggestions.suggestions if context.suggestions else ()
    own = [context.profile.cluster_id] if context.profile and context.profile.cluster_id else []
    asked = [context.directory.resolve(key).cluster.id for key in (*own, *(s.cluster_id for s in shown))]
    if context.mentioned:
        asked = list(context.mentioned)
    if not asked:
        return False
    theirs = bool(context.mentioned) or Wanted.THEIR_TIES in context.wishes.wanted
    found = _ties(context, asked, least=1 if theirs else 2)
    if Wanted.OUR_TIES in context.wishes.wanted:
        found = [evidence for evidence in found if _named(context, evidence, own)]
    for evidence in found:
        draft.say(evidence, before="- ")
    if not found:
        names = [context.directory.by_id[key].short_name for key in asked]
        told = context.directory.voice(context.language).joined(names)
        draft.lines.append(texts.NO_TIES[context.language].format(names=told))
    return True


def _ties(context: Context, asked: Collection[str], least: int) -> list[Evidence]:
    """The sentences that tell a tie of at least so many of these clusters, each once, in the order of the sheets."""
    found = dict[str, Evidence]()
    for evidence in sorted(context.evidence, key=lambda e: (e.document.title, e.passage.page, e.start)):
        on_sheet = evidence.document.type == DocumentType.ANNUAIRE and evidence.text.startswith(_TIES)
        if on_sheet and _named(context, evidence, asked) >= least:
            found.setdefault(evidence.text, evidence)
    return sorted(found.values(), key=lambda e: -_named(context, e, asked))[:LINES]


def _named(context: Context, evidence: Evidence, asked: Collection[str]) -> int:
    return len({m.resolved.cluster.id for m in context.directory.mentions(evidence.text)} & set(asked))
