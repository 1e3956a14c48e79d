"""Those of a region, a theme or a few clusters whose figure is within the bound that a question sets."""

from collections.abc import Sequence

from assistant.answering import told_texts
from assistant.answering.evidence import Evidence
from assistant.answering.largest import (
    KINDS,
    RANKED,
    Largest,
    figure_sentences,
    those_asked,
    told_below,
    where_asked,
)
from assistant.answering.reading import wants_list_alone
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.answering.wishes import masked
from assistant.clusters.bounds import Bound, bound_in, without_bound
from assistant.clusters.entries import Cluster
from assistant.clusters.fields import Field
from assistant.clusters.lists import kinds_asked
from assistant.clusters.names import listed, number
from assistant.clusters.sizes import money
from assistant.clusters.territory import regions_in
from assistant.clusters.themes import without_homonyms
from assistant.index.analysis import words
from assistant.vocabulary import Language

# As many are quoted, and as many of the nearest where nobody is within the bound.
SHOWN, NEAREST = 8, 2
# How it is asked which of several clusters are meant.
_WHICH = frozenset("entre parmi lequel laquelle lesquels lesquelles between among which".split())


def within_bound(known: Knowledge, state: State, evidence: Sequence[Evidence]) -> Largest | None:
    """Those within the bound that a question sets, largest or youngest first; the nearest to it when nobody is. None for
    a question that asks for anything else."""
    bound = bound_in(state["question"])
    if bound is None or state["request"].intent is not None:
        return None
    few = list({m.resolved.cluster.id: m.resolved.cluster for m in state["mentions"]}.values())
    if not (_only_among_them(state, few) if few else wants_list_alone(known, state)):
        return None
    text = f"{state['question']} {searched_words(known, state)}"
    regions, themes = regions_in(text), known.directory.vocabulary.themes_in(without_homonyms(text))
    among, present = (few, []) if few else those_asked(known, state["question"], regions, themes)
    size, language = RANKED[bound.field][1], state["language"]
    sized = [(found, c) for c in among if (found := size(c))]
    within = [c for value, c in sorted(sized, key=lambda one: (-one[0], one[1].id)) if bound.holds(value)]
    near = [c for _, c in sorted(sized, key=lambda one: (bound.off(one[0]), one[1].id))[:NEAREST]]
    told = figure_sentences(known, state, evidence, within[:SHOWN] or near, bound.field)
    if not told:
        return None
    what = KINDS.get(kinds_asked(state["question"]), told_texts.CLUSTERS_AND_POLES)
    whom = _among(few, language) if few else f"{what}{where_asked(known, regions, themes)}"
    above = f"{_above(bound, whom, language)}{'' if within else f' {told_texts.NONE_WITHIN[language]}'}"
    below = told_below([c.short_name for c in among if not size(c)], [c.short_name for c in present], language)
    if rest := [c.short_name for c in within[SHOWN:]]:
        below = (told_texts.MORE_WITHIN[language].format(names=listed(rest, language)), *below)
    return Largest(tuple(told), above, below, bool(within))


def _only_among_them(state: State, few: Sequence[Cluster]) -> bool:
    """Whether a question asks which of several clusters are within its bound, and nothing else."""
    spans = [(mention.start, mention.end) for mention in state["mentions"]]
    left = words(without_bound(masked(state["question"], spans)))
    return len(few) > 1 and set(left) <= _WHICH


def _among(few: Sequence[Cluster], language: Language) -> str:
    return told_texts.AMONG[language].format(names=listed([c.short_name for c in few], language))


def _above(bound: Bound, whom: str, language: Language) -> str:
    """« Pôles en Bretagne, moins de 100 membres connus : »."""
    sides = told_texts.YEAR_SIDES if bound.field is Field.CREATION else told_texts.SIDES
    low, high = (_told(bound.field, value, language) for value in (bound.low, bound.high))
    said = sides[bound.side][language].format(low=low, high=high)
    above = told_texts.BOUNDED[bound.field.value][language].format(whom=whom, bound=said)
    return above[:1].upper() + above[1:]


def _told(field: Field, value: float, language: Language) -> str:
    if field is Field.BUDGET:
        return money(value, language)
    return f"{value:.0f}" if field is Field.CREATION else number(value, language)
