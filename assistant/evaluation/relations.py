"""What suggestions are measured against: the documented relations, hidden from what is measured."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Relation
from assistant.clusters.profile import profile_of
from assistant.evaluation.ranking import Query
from assistant.vocabulary import Suggestion, Suggestions

Side = Callable[[Relation], Collection[str]]


def suggested(
    judge: Callable[..., Suggestions], directory: Directory, today: date
) -> dict[str, tuple[Suggestion, ...]]:
    """For each active cluster, the others as `referents` or `partners` orders them, blind to what joins the two."""
    return {
        cluster.id: judge(
            directory,
            profile_of(directory, cluster, today)[0],
            len(directory.active),
            today=today,
            without_known_relations=True,
        ).suggestions
        for cluster in directory.active
    }


def masked(directory: Directory) -> Directory:
    """The directory without its relations nor the markets learnt from them."""
    clusters = tuple(cluster.model_copy(update={"markets_from_ties": ()}) for cluster in directory.clusters)
    return replace(directory, clusters=clusters, relations=())


def scored(directory: Directory) -> Directory:
    """The directory with the relations that serve to measure."""
    return replace(directory, relations=tuple(r for r in directory.relations if not r.tuning))


def tuning(directory: Directory) -> Directory:
    """The directory with the relations that serve to choose weights."""
    return replace(directory, relations=tuple(r for r in directory.relations if r.tuning))


def joining(directory: Directory, stages: Collection[str]) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """By relation of these stages: the active clusters it joins today, mergers followed; twice, either may ask."""
    return _between(directory, stages, lambda relation: relation.clusters, lambda relation: relation.clusters)


def helping(directory: Directory) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """By contact in which some helped others: those who were helped, and those who helped."""
    return _between(
        directory,
        {"contact"},
        lambda relation: set(relation.clusters) - set(relation.helpers) if relation.helpers else (),
        lambda relation: relation.helpers,
    )


def _between(
    directory: Directory, stages: Collection[str], asking: Side, answering: Side
) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    active = {cluster.id for cluster in directory.active}

    def today(names: Collection[str]) -> frozenset[str]:
        return frozenset(directory.successor(name).id for name in names) & active

    sides = {r.id: (today(asking(r)), today(answering(r))) for r in directory.relations if r.stage in stages}
    return {key: (one, other) for key, (one, other) in sides.items() if one and other and len(one | other) > 1}


def queries(sides: dict[str, tuple[frozenset[str], frozenset[str]]]) -> list[Query]:
    """One query a cluster that asks: any of those its relations join it to counts."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for relation, (asking, answering) in sides.items():
        for cluster in asking:
            if answering - {cluster}:
                relevant, relations = found.setdefault(cluster, (set(), set()))
                relevant |= answering - {cluster}
                relations.add(relation)
    return [Query(cluster, frozenset(found[cluster][0]), frozenset(found[cluster][1])) for cluster in sorted(found)]


def pairs(sides: dict[str, tuple[frozenset[str], frozenset[str]]]) -> list[Query]:
    """One query a pair, in each direction that asks; the others that count are left out of the list."""
    alone = []
    for query in queries(sides):
        for other in sorted(query.relevant):
            relations = {r for r in query.relations if query.asks in sides[r][0] and other in sides[r][1]}
            alone.append(Query(query.asks, frozenset({other}), frozenset(relations), query.relevant - {other}))
    return alone
