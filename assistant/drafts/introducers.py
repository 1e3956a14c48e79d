"""Who can introduce you: the Region, France Clusters, federations and their days, a common partner, a pilot nearby."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from assistant.clusters.case import Case
from assistant.clusters.territory import council_of
from assistant.drafts.call_sheet import Point
from assistant.library.facts import PAPER
from assistant.resources import texts
from assistant.vocabulary import Said, Suggestion

INTRODUCERS: dict[str, Said] = texts("drafts")["introducers"]


def introducers(case: Case, suggestion: Suggestion) -> list[Point]:
    """Those who can introduce the pilot to the candidate, the nearest first."""
    return [*_common_partner(case, suggestion), *_pilot_nearby(case), *_third_parties(case, suggestion)]


def _said(case: Case, key: str, **values: Any) -> str:
    return case.voice.phrase(INTRODUCERS[key], **values)


def _common_partner(case: Case, suggestion: Suggestion) -> Iterator[Point]:
    for criterion in suggestion.criteria:
        if criterion.name == "liens_deux_pas" and criterion.value:
            yield Point(
                text=_said(case, "common_partner"),
                because=criterion.because,
                sources=criterion.sources,
            )


def _pilot_nearby(case: Case) -> Iterator[Point]:
    """The cluster of the candidate's region that is known to have helped most: a pilot others point to."""
    helped: Counter[str] = Counter()
    sources: dict[str, tuple[str, ...]] = {}
    apart = case.lineage | case.own_lineage
    for relation in case.relations:
        for helper in relation.helpers:
            today = case.directory.successor(helper)
            near = set(case.regions[:1]) & set(today.regions)
            if today.lives and today.id not in apart and near:
                helped[today.id] += 1
                sources[today.id] = (*sources.get(today.id, ()), *relation.sources)
    for identifier, times in helped.most_common(1):
        yield Point(
            text=_said(case, "pilot_nearby", name=case.directory.by_id[identifier].short_name),
            because=_said(case, "times_helped", times=times),
            sources=tuple(dict.fromkeys(sources[identifier])),
        )


def _third_parties(case: Case, suggestion: Suggestion) -> Iterator[Point]:
    council = council_of(case.regions[0]) if case.regions else None
    france_clusters = case.directory.by_id["france-clusters"].short_name
    for name in suggestion.contact.via:
        if name == council:
            because = _said(case, "by_council")
            yield Point(text=_said(case, "council", name=name), because=because, sources=(PAPER,))
        elif name == france_clusters:
            because = _said(case, "by_network")
            yield Point(text=_said(case, "network", name=name), because=because, sources=(PAPER,))
        else:
            yield Point(text=_said(case, "federation", name=name))
