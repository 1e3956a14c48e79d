"""Who competes with whom, by the directory's rule of coopetition: on what, what is shared without being contended, what is
documented between the two."""

from collections.abc import Iterator
from itertools import combinations

from assistant.answering import texts, told_texts
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.answering.suggesting import about
from assistant.answering.ties_told import LIVE_TIES
from assistant.clusters.cautions import failures_between, rivalry_between
from assistant.clusters.entries import Cluster
from assistant.clusters.names import listed
from assistant.clusters.themes import shared_themes

_TRADE = " travaille dans "
_MOST = 3  # clusters named, of which each pair is told


def write_rivalry(draft: Draft, context: Context) -> bool:
    """Whether the clusters that the question names compete, or who competes with the pilot's; False when neither is asked."""
    if not context.wishes.rivalry:
        return False
    if context.suggestions is not None:
        _write_own(draft, context)
        return True
    named = [context.directory.by_id[key] for key in context.mentioned[:_MOST]]
    for one, other in combinations(named, 2):
        draft.lines += [f"- {line}" for line in _between(context, one, other)]
        for evidence in _documented(context, one, other):
            draft.say(evidence, before="- ")
    return True


def _write_own(draft: Draft, context: Context) -> None:
    """Those with whom the pilot's cluster may have to share, nearest first, each with what is contended."""
    assert context.suggestions is not None
    draft.suggestions += context.suggestions.suggestions
    draft.warnings += context.suggestions.warnings
    if not context.suggestions.suggestions:
        draft.lines.append(told_texts.NO_RIVALS[context.language])
        return
    draft.heading(texts.HEADINGS["rivals"][context.language])
    colon = {"fr": "\u00a0:", "en": ":"}[context.language]
    for suggestion in context.suggestions.suggestions:
        contended = next(c.text for c in suggestion.cautions if c.kind == "concurrence")
        draft.lines.append(f"- **{suggestion.name}**{colon} {contended}")
        far = [c.because for c in suggestion.criteria if c.name == "distance" and c.value is not None]
        draft.lines += [f"  - {told}" for told in far]
        own = [e for e in context.evidence if about(e, suggestion.cluster_id)]
        for evidence in _on_what(context, own, suggestion.cluster_id)[:1]:
            draft.say(evidence, before="  - ")


def _between(context: Context, one: Cluster, other: Cluster) -> Iterator[str]:
    """What two clusters may contend for, or that nothing is seen; failures between them."""
    directory, language = context.directory, context.language
    found = rivalry_between(directory, one, other, context.today, language)
    if found is not None:
        yield found.text
    else:
        shared = [
            directory.vocabulary.label(t) for t in shared_themes(directory.subject(one), directory.subject(other))
        ]
        voice = directory.voice(language)
        text = (told_texts.SHARED_NOT_CONTENDED if shared else told_texts.NOTHING_SHARED)[language]
        yield text.format(one=one.short_name, other=other.short_name, themes=listed(voice.words(shared[:4]), language))
    yield from (caution.text for caution in failures_between(directory, one, other, directory.voice(language)))


def _documented(context: Context, one: Cluster, other: Cluster) -> list[Evidence]:
    """What the sheets say that bears it out: the trade of each, and what they did together."""
    both, told = {one.id, other.id}, list[Evidence]()
    for cluster in (one, other):
        told += _on_what(context, [e for e in context.evidence if about(e, cluster.id)], cluster.id)[:1]
    for evidence in context.evidence:
        if evidence.text.startswith(LIVE_TIES) and both <= _named(context, evidence):
            return [*told, evidence]
    return told


def _on_what(context: Context, sheet: list[Evidence], cluster_id: str) -> list[Evidence]:
    """The sentences of a sheet that say on what a cluster works, its trade first."""
    filieres = context.directory.subject(context.directory.by_id[cluster_id]).filieres
    themes_in = context.directory.vocabulary.themes_in
    own = [e for e in sheet if _named(context, e) <= {cluster_id} and themes_in(e.text)]
    return sorted(
        own, key=lambda e: (_TRADE not in e.text, -len(filieres & themes_in(e.text)), e.passage.page, e.start)
    )


def _named(context: Context, evidence: Evidence) -> set[str]:
    return {mention.resolved.cluster.id for mention in context.directory.mentions(evidence.text)}
