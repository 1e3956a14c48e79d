"""Who can introduce you: the Region, France Clusters, federations and their days, a common partner, a pilot nearby."""

from collections import Counter
from collections.abc import Iterator

from assistant.clusters.case import Case
from assistant.clusters.names import plural
from assistant.clusters.territory import council_of
from assistant.drafts.call_sheet import Point
from assistant.library.facts import PAPER
from assistant.vocabulary import Suggestion

_BY_COUNCIL = (
    "en Aquitaine, le Conseil régional mettait en relation pilotes novices et pilotes reconnus (Cusin & Loubaresse)"
)
_BY_NETWORK = (
    "ses dirigeants mettent en relation les adhérents qui cherchent un cluster sur un thème (Cusin & Loubaresse)"
)


def introducers(case: Case, suggestion: Suggestion) -> list[Point]:
    """Those who can introduce the pilot to the candidate, the nearest first."""
    return [*_common_partner(suggestion), *_pilot_nearby(case), *_third_parties(case, suggestion)]


def _common_partner(suggestion: Suggestion) -> Iterator[Point]:
    for criterion in suggestion.criteria:
        if criterion.name == "liens_deux_pas" and criterion.value:
            yield Point(
                text="Un partenaire commun : demandez-lui d’écrire aux deux.",
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
            text=f"Un pilote de la même région, qui a l’habitude d’aider : {case.directory.by_id[identifier].short_name}.",
            because=f"{plural(times, 'aide')} à d’autres clusters dans le répertoire",
            sources=tuple(dict.fromkeys(sources[identifier])),
        )


def _third_parties(case: Case, suggestion: Suggestion) -> Iterator[Point]:
    council = council_of(case.regions[0]) if case.regions else None
    france_clusters = case.directory.by_id["france-clusters"].short_name
    for name in suggestion.contact.via:
        if name == council:
            yield Point(text=f"{name} : le service qui suit les clusters.", because=_BY_COUNCIL, sources=(PAPER,))
        elif name == france_clusters:
            yield Point(text=f"{name} : l’équipe permanente.", because=_BY_NETWORK, sources=(PAPER,))
        else:
            yield Point(
                text=f"{name} : sa prochaine journée thématique (date à demander, elle n’est pas connue d’ici)."
            )
