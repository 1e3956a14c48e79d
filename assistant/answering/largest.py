"""The largest or smallest of a region or of a theme, ranked by the members or the budgets that the sheets give."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.answering import told_texts
from assistant.answering.comparison_leads import asks_least
from assistant.answering.evidence import Evidence
from assistant.answering.reading import sheets_of, wants_list_alone
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.clusters.entries import Cluster, Kind
from assistant.clusters.field_sentences import field_sentences
from assistant.clusters.fields import Field
from assistant.clusters.lists import kinds_asked
from assistant.clusters.names import listed, normalized
from assistant.clusters.sizes import asks_for_sizes, budget_figure, members_figure
from assistant.clusters.territory import in_region, regions_in
from assistant.vocabulary import Language

SHOWN = 5
_KINDS: dict[frozenset[Kind], str] = {
    frozenset({"pole_de_competitivite"}): "pôles",
    frozenset({"grappe_entreprises"}): "grappes",
    frozenset({"cluster_regional"}): "clusters régionaux",
}
_BUDGET = re.compile(r"\b(?:budgets?|riches?|richest)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Largest:
    """The sentences of the sheets in their order, what is said above them, and below."""

    found: tuple[Evidence, ...]
    above: str
    below: tuple[str, ...] = field(default=())


def largest(known: Knowledge, state: State, evidence: Sequence[Evidence]) -> Largest | None:
    """The ranking that a question asks for; None when it asks for anything else, or for that of the whole country."""
    text = f"{state['question']} {searched_words(known, state)}"
    if state["request"].intent is not None or not asks_for_sizes(text) or not wants_list_alone(known, state):
        return None
    regions, themes = regions_in(text), known.directory.vocabulary.themes_in(text)
    seated, present = _those(known, state["question"], regions, themes) if regions or themes else ([], [])
    by_budget = bool(_BUDGET.search(state["question"]))
    figure, least = budget_figure if by_budget else members_figure, asks_least(state["question"])
    sized = [(found[0], c) for c in seated if (found := figure(c)) is not None]
    ranked = [c for _, c in sorted(sized, key=lambda one: (one[0] if least else -one[0], one[1].id))[:SHOWN]]
    asked = Field.BUDGET if by_budget else Field.MEMBRES
    told = _sentences(known, state, evidence, ranked, asked)
    if not told:
        return None
    language = state["language"]
    above = told_texts.LARGEST[least, by_budget][language].format(
        what=_KINDS.get(kinds_asked(state["question"]), told_texts.CLUSTERS_AND_POLES),
        where=_where(known, regions, themes),
    )
    unsized = [c.short_name for c in seated if figure(c) is None]
    return Largest(tuple(told), above, _below(unsized, [c.short_name for c in present], language))


def _those(
    known: Knowledge, question: str, regions: frozenset[str], themes: frozenset[str]
) -> tuple[list[Cluster], list[Cluster]]:
    """Those of the kinds, themes and regions asked for: with their seat there, then the others that cover the region."""
    kinds = kinds_asked(question)
    of_kind = [c for c in known.directory.active if c.kind != "reseau" and (not kinds or c.kind in kinds)]
    there = [c for c in of_kind if not regions or regions & set(c.regions)]
    if themes:
        there = [c for c in there if themes & set(known.directory.subject(c, with_ties=False).mastered)]
    seated = [c for c in there if not regions or c.regions[0] in regions]
    return (seated, [c for c in there if c not in seated]) if seated else (there, [])


def _sentences(
    known: Knowledge, state: State, evidence: Sequence[Evidence], ranked: Sequence[Cluster], asked: Field
) -> list[Evidence]:
    """The sentence of each sheet that gives the figure."""
    sheets = sheets_of(known, State(**{**state, "evidence": []}), [cluster.id for cluster in ranked])
    read = [*evidence, *sheets]
    found = list[Evidence]()
    for cluster in ranked:
        told = field_sentences(cluster, asked, known.directory)[:1]
        own = (e for e in read if e.document.meta.get("cluster_id") == cluster.id)
        found += [e for e in own if any(normalized(text) in normalized(e.text) for text in told)][:1]
    return found


def _where(known: Knowledge, regions: frozenset[str], themes: frozenset[str]) -> str:
    """« en Bretagne, thème « énergie » », as the lists of the directory say it."""
    there = listed([in_region(region) for region in sorted(regions)])
    on = listed([f"« {known.directory.vocabulary.label(theme)} »" for theme in sorted(themes)])
    return f"{f' {there}' if there else ''}{f', thème {on}' if on else ''}"


def _below(unsized: Sequence[str], present: Sequence[str], language: Language) -> tuple[str, ...]:
    said = [told_texts.RANKED_BY_YEAR[language]]
    said += [told_texts.UNSIZED[language].format(names=listed(unsized, language))] if unsized else []
    said += [told_texts.SEATED_ELSEWHERE[language].format(names=listed(present, language))] if present else []
    return tuple(said)
