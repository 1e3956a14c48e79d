"""Who already worked with whom, as the sheets say it: between suggested clusters, or with one that a question names."""

import re
from collections.abc import Collection, Sequence

from assistant.answering import told_texts
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.answering.wish_kinds import Wanted
from assistant.clusters.names import listed
from assistant.clusters.ties import LIVE, STAGE_NAMES
from assistant.vocabulary import DocumentType

LINES = 8
_OPENINGS = {stage: f"{name[0].upper()}{name[1:]} " for stage, name in STAGE_NAMES.items()}
LIVE_TIES = tuple(opening for stage, opening in _OPENINGS.items() if stage in LIVE)
_ENDED = tuple(_OPENINGS[stage] for stage in ("abandon", "absence"))
HELP = _OPENINGS["contact"]
_TIES = tuple(_OPENINGS.values())
_KINDS = {
    r"\bprojets?\b|\bprojects?\b|\bco-?labellis": "projet",
    r"\bconventions?\b|\baccords?\b|\balliances?\b|\bpartenariats?\b|\bagreements?\b|\bpartnerships?\b": "convention",
}
_YES_OR_NO = re.compile(
    r"^\W*(?:(?:et|and)\s+)?(?:avons-nous|avions-nous|a-t-on|on a\b|nous avons|est-ce que|y a-t-il|existe-t-il|have we|did we|do we|is there|"
    r"(?:notre|mon|ma|our) \w+ (?:a|has)\b|.{2,40}?\ba-t-(?:il|elle)\b)(?!.*\b(?:qui|quel\w*|lesquel\w*|who|which|whom)\b)",
    re.IGNORECASE,
)


def write_ties(draft: Draft, context: Context) -> bool:
    """The documented ties among the suggested clusters and the pilot's, or of the cluster that the question names.

    False when the question asks for neither; without a documented tie it says so.
    """
    if not context.wishes.ties:
        return False
    own = _own(context)
    ours = context.wishes.ties_of_ours or Wanted.OUR_TIES in context.wishes.wanted
    if context.wishes.ties_of_ours and not own:
        return False
    asked, least = _asked(context, own, ours)
    if not asked:
        return False
    found = _ties(context, asked, least)
    if ours:
        found = [evidence for evidence in found if _named(context, evidence, own)]
    if not found:
        draft.lines.append(_none(context, [*own, *asked] if ours else asked))
        return True
    of_kind = [evidence for evidence in found if evidence.text.startswith(_kinds_asked(context.question))]
    draft.lines += _answer_first(context, of_kind)
    told = of_kind or found
    for evidence in told[:LINES]:
        draft.say(evidence, before="- ")
    if len(told) > LINES:
        draft.lines.append(f"\n{told_texts.MORE_TIES[context.language].format(count=len(told) - LINES)}")
    return True


def _kinds_asked(question: str) -> tuple[str, ...]:
    """How the ties of the kinds that a question asks for open: projects, agreements; all when it names none."""
    stages = [stage for rule, stage in _KINDS.items() if re.search(rule, question, re.IGNORECASE)]
    return tuple(_OPENINGS[stage] for stage in stages) or _TIES


def _answer_first(context: Context, of_kind: Sequence[Evidence]) -> list[str]:
    """« Oui » when a question that wants yes or no finds what it asks for, or that there is none of that kind."""
    if not of_kind:
        return [f"{told_texts.OTHER_TIES[context.language]}\n"]
    real = any(evidence.text.startswith(LIVE_TIES) for evidence in of_kind)
    return (
        [f"{(told_texts.YES if real else told_texts.NOTHING_DONE)[context.language]}\n"]
        if _YES_OR_NO.search(context.question)
        else []
    )


def _own(context: Context) -> list[str]:
    """The pilot's own cluster, unless it is only the one that the question names."""
    key = context.profile.cluster_id if context.profile else None
    own = [context.directory.resolve(key).cluster.id] if key else []
    return [key for key in own if key not in context.mentioned]


def _asked(context: Context, own: list[str], ours: bool) -> tuple[list[str], int]:
    """The clusters whose ties are asked for, and how many of them a tie has to join."""
    if context.wishes.ties_among:
        return list(context.mentioned), 2
    if context.mentioned:
        return (list(dict.fromkeys([*own, *context.mentioned])), 2) if ours and own else (list(context.mentioned), 1)
    if context.wishes.ties_of_ours:
        return own, 1
    shown = context.suggestions.suggestions if context.suggestions else ()
    given = [context.directory.resolve(s.cluster_id).cluster.id for s in shown]
    return [*own, *given], 1 if Wanted.THEIR_TIES in context.wishes.wanted else 2


def _none(context: Context, asked: Collection[str]) -> str:
    """That nothing is documented, between several or of one."""
    names = [context.directory.by_id[key].short_name for key in dict.fromkeys(asked)]
    told = listed(names, context.language)
    return (told_texts.NO_TIES if len(names) > 1 else told_texts.NO_TIES_OF_ONE)[context.language].format(names=told)


def _ties(context: Context, asked: Collection[str], least: int) -> list[Evidence]:
    """The sentences that tell a tie of at least so many of these clusters, each once: what was done first, the latest of it
    before what is older, then what was only thought of, last what came to nothing."""
    found = dict[str, Evidence]()
    for evidence in sorted(context.evidence, key=lambda e: (e.document.title, e.passage.page, e.start)):
        on_sheet = evidence.document.type == DocumentType.ANNUAIRE and evidence.text.startswith(_TIES)
        if on_sheet and _named(context, evidence, asked) >= least:
            found.setdefault(evidence.text, evidence)
    return sorted(found.values(), key=lambda e: (-_named(context, e, asked), _rank(e.text), -_year(e.text)))


def _rank(text: str) -> int:
    return 2 if text.startswith(_ENDED) else 0 if text.startswith(LIVE_TIES) else 1


def _year(text: str) -> int:
    """The year of a tie, nought when it was not seen."""
    found = re.search(r", en (\d{4})\b", text)
    return int(found[1]) if found else 0


def _named(context: Context, evidence: Evidence, asked: Collection[str]) -> int:
    return len({m.resolved.cluster.id for m in context.directory.mentions(evidence.text)} & set(asked))
