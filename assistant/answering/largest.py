"""The largest or smallest of a region or of a theme, ranked by a figure that the sheets give: members, budget, team, age."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.answering import told_texts
from assistant.answering.comparison_leads import asks_least
from assistant.answering.evidence import Evidence
from assistant.answering.reading import sentences_of_lists, sheets_of, wants_list_alone
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.clusters.entries import Cluster, Kind
from assistant.clusters.field_sentences import field_sentences
from assistant.clusters.fields import Field
from assistant.clusters.lists import kinds_asked
from assistant.clusters.names import listed, normalized
from assistant.clusters.sizes import NAME, asks_for_figures, asks_for_sizes, budget_figure, ends
from assistant.clusters.territory import in_region, regions_in
from assistant.clusters.themes import without_homonyms
from assistant.vocabulary import Language

SHOWN = 5
# More names without a figure than these are only counted.
NAMED = 15
KINDS: dict[frozenset[Kind], str] = {
    frozenset({"pole_de_competitivite"}): "pôles",
    frozenset({"grappe_entreprises"}): "grappes",
    frozenset({"cluster_regional"}): "clusters régionaux",
}
# What they are ranked by, members unless the question says otherwise, and how large it is.
RANKED: dict[Field, tuple[re.Pattern[str], Callable[[Cluster], float | None]]] = {
    Field.MEMBRES: (
        re.compile(r"\b(?:membres|adh[ée]rents|members)\b", re.IGNORECASE),
        lambda cluster: float(cluster.members.count) if cluster.members else None,
    ),
    Field.BUDGET: (
        re.compile(r"\b(?:budgets?|riches?|richest)\b", re.IGNORECASE),
        lambda cluster: found[0] if (found := budget_figure(cluster)) else None,
    ),
    Field.EQUIPE: (
        re.compile(r"\b(?:effectifs?|[ée]quipes?|salari[ée]s|permanents|teams?|staff)\b", re.IGNORECASE),
        lambda cluster: cluster.team.value if cluster.team else None,
    ),
    Field.CREATION: (
        re.compile(
            r"\b(?:vieux|vieil\w*|anciens?|anciennes?|jeunes?|r[ée]cents?|r[ée]centes?|cr[ée]ation|anciennet[ée]|[âa]ge|oldest|youngest|newest)\b",
            re.IGNORECASE,
        ),
        lambda cluster: float(cluster.founded) if cluster.founded else None,
    ),
}
# What the list of sizes gives for the whole country.
_OF_FRANCE = frozenset({Field.MEMBRES, Field.BUDGET})


@dataclass(frozen=True, slots=True)
class Largest:
    """The sentences of the sheets in their order, what is said above them, and below; whether they are those asked for, or
    only the nearest."""

    found: tuple[Evidence, ...]
    above: str
    below: tuple[str, ...] = field(default=())
    within: bool = True


def largest(known: Knowledge, state: State, evidence: Sequence[Evidence]) -> Largest | None:
    """The ranking that a question asks for, for the whole country as the list of sizes gives it; None when it asks for
    anything else."""
    text = f"{state['question']} {searched_words(known, state)}"
    ranking = asks_for_sizes(text) or asks_for_figures(text)
    if state["request"].intent is not None or not ranking or not wants_list_alone(known, state):
        return None
    regions, themes = regions_in(text), known.directory.vocabulary.themes_in(without_homonyms(text))
    asked = next((field for field, (said, _) in RANKED.items() if said.search(state["question"])), Field.MEMBRES)
    if not (regions or themes) and asked in _OF_FRANCE:
        return _of_the_country(known, state, asked)
    seated, present = those_asked(known, state["question"], regions, themes)
    size, least = RANKED[asked][1], asks_least(state["question"])
    sized = [(found, c) for c in seated if (found := size(c))]
    rising = least is not (asked is Field.CREATION)  # the oldest has the smallest year
    ranked = [c for _, c in sorted(sized, key=lambda one: (one[0] if rising else -one[0], one[1].id))[:SHOWN]]
    told = figure_sentences(known, state, evidence, ranked, asked)
    if not told:
        return None
    language = state["language"]
    above = told_texts.LARGEST[asked.value, least][language].format(
        what=KINDS.get(kinds_asked(state["question"]), told_texts.CLUSTERS_AND_POLES),
        where=where_asked(known, regions, themes),
    )
    unsized = [c.short_name for c in seated if not size(c)] if regions or themes else []
    return Largest(tuple(told), above, told_below(unsized, [c.short_name for c in present], language))


def _of_the_country(known: Knowledge, state: State, asked: Field) -> Largest | None:
    """The sentence of the list of sizes for a figure and an end of it."""
    head = ends(asked is Field.BUDGET)[asks_least(state["question"])]
    found = [e for e in sentences_of_lists(known, state, [NAME]) if e.text.startswith(head)]
    return Largest(tuple(found), "", (told_texts.RANKED_BY_YEAR[state["language"]],)) if found else None


def those_asked(
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


def figure_sentences(
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


def where_asked(known: Knowledge, regions: frozenset[str], themes: frozenset[str]) -> str:
    """« en Bretagne, thème « énergie » », as the lists of the directory say it."""
    there = listed([in_region(region) for region in sorted(regions)])
    on = listed([f"« {known.directory.vocabulary.label(theme)} »" for theme in sorted(themes)])
    return f"{f' {there}' if there else ''}{f', thème {on}' if on else ''}"


def told_below(unsized: Sequence[str], present: Sequence[str], language: Language) -> tuple[str, ...]:
    """What stands below the figures: that they are of several years, who has none, who is only present."""
    said = [told_texts.RANKED_BY_YEAR[language]]
    if len(unsized) > NAMED:
        said.append(told_texts.MANY_UNSIZED[language].format(count=len(unsized)))
    elif unsized:
        said.append(told_texts.UNSIZED[language].format(names=listed(unsized, language)))
    said += [told_texts.SEATED_ELSEWHERE[language].format(names=listed(present, language))] if present else []
    return tuple(said)
