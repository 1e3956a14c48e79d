"""Documented relations as reasons: between the two clusters, or two steps away through a third."""

from collections.abc import Mapping

from assistant.clusters.case import Case
from assistant.clusters.entries import Relation
from assistant.clusters.scoring import Judged

STAGE_NAMES: dict[str, str] = {
    "idee": "idée évoquée",
    "contact": "échange documenté",
    "projet": "projet commun",
    "convention": "accord ou alliance",
    "fusion": "fusion",
    "abandon": "tentative abandonnée",
    "absence": "absence de collaboration",
}
# What a documented tie says of a future one; what failed counts for nothing, and is a caution besides.
REFERENT_STAGES = {"contact": 1.0, "projet": 1.0, "convention": 0.9, "idee": 0.6, "absence": 0.2, "abandon": 0.0}
PARTNER_STAGES = {"projet": 1.0, "convention": 0.9, "contact": 0.7, "idee": 0.7, "absence": 0.2, "abandon": 0.0}
# What two clusters really did together.
LIVE = frozenset({"contact", "projet", "convention"})


def described(case: Case, relation: Relation) -> str:
    """A relation in words: stage, who took part under the name of the time, year, topic."""
    two = [i for i in relation.clusters if i in case.lineage or i in case.own_lineage]
    voice = case.voice
    return voice.say(
        "relation",
        stage=voice.word(STAGE_NAMES[relation.stage]),
        names=[_then_and_now(case, identifier) for identifier in two],
        year=relation.year or voice.say("year_unseen"),
        topic=voice.word(relation.topic),
    )


def _then_and_now(case: Case, identifier: str) -> str:
    """The name of the time and, after a merger, today's."""
    then, now = case.directory.by_id[identifier].short_name, case.directory.successor(identifier).short_name
    return then if now == then else then + case.voice.say("today", name=now)


def documented_tie(case: Case, stages: Mapping[str, float]) -> Judged:
    """What is documented between the two; the mean of the best and the worst stage, null without any."""
    ties = [relation for relation in case.ties if relation.stage in stages]
    if not ties:
        return Judged(None, case.voice.say("no_tie", pilot=case.pilot.name, name=case.candidate.short_name))
    ties.sort(key=lambda relation: -stages[relation.stage])
    values = [stages[relation.stage] for relation in ties]
    sources = tuple(dict.fromkeys(source for relation in ties for source in relation.sources))
    because = case.voice.say("tie", shown=case.voice.joined([described(case, relation) for relation in ties[:3]]))
    return Judged((values[0] + values[-1]) / 2 if values[-1] < 0.5 else values[0], because, sources)


def _partners(case: Case, lineage: frozenset[str]) -> dict[str, Relation]:
    """Today's successors of those tied to a lineage, each with the relation that ties them."""
    partners: dict[str, Relation] = {}
    for relation in case.tied(lineage):
        if relation.stage in LIVE:
            for other in relation.clusters:
                partners.setdefault(case.directory.successor(other).id, relation)
    return partners


def two_steps_away(case: Case) -> Judged:
    """Clusters tied to both by two different relations: somebody who can introduce them. Null without any."""
    mine = _partners(case, case.own_lineage)
    theirs = _partners(case, case.lineage) if mine else {}
    common = [
        identifier
        for identifier in sorted(mine.keys() & theirs.keys() - case.own_lineage - case.lineage)
        if mine[identifier].id != theirs[identifier].id
    ]
    if not common:
        return Judged(None, case.voice.say("nobody_in_common"))
    names = [case.directory.by_id[identifier].short_name for identifier in common[:3]]
    sources = (*mine[common[0]].sources, *theirs[common[0]].sources)
    because = case.voice.say("one_in_common" if len(names) == 1 else "some_in_common", names=names)
    return Judged(0.8 if len(common) == 1 else 1.0, because, tuple(dict.fromkeys(sources)))
