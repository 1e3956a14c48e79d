"""Territory as a reason: same region, neighbouring region, kilometres."""

from math import exp

from assistant.clusters.case import Case
from assistant.clusters.scoring import Judged
from assistant.clusters.territory import are_neighbours, distance_km

_KILOMETRES = 200.0  # a trip of 200 km is worth exp(-1) of a neighbour's door


def same_or_neighbouring_region(case: Case) -> Judged:
    """1 with the same seat, 0.85 with a common region, 0.5 next door, 0 further; null when a region is unknown."""
    mine, theirs, name = case.pilot.regions, case.regions, case.candidate.short_name
    say, sources = case.voice.say, case.candidate.sources_of("regions")
    if not mine or not theirs:
        return Judged(None, say("region_unknown", name=name if mine else case.pilot.name))
    if mine[0] == theirs[0]:
        return Judged(1.0, say("same_region", name=name, region=mine[0]), sources)
    if case.shared_regions:
        return Judged(0.85, say("region_covered", name=name, regions=case.shared_regions), sources)
    if are_neighbours(mine[0], theirs[0]):
        return Judged(0.5, say("next_region", name=name, region=theirs[0]), sources)
    return Judged(0.0, say("far_region", name=name, region=theirs[0]), sources)


def real_distance(case: Case) -> Judged:
    """exp(-kilometres / 200) between the two cities; null when one of them is unknown."""
    mine, theirs, name = case.pilot.profile.city, case.candidate.city, case.candidate.short_name
    kilometres = distance_km(mine, theirs) if mine and theirs else None
    if kilometres is None:
        return Judged(None, case.voice.say("distance_unknown", name=name if mine else case.pilot.name))
    key = "distance" if round(kilometres) else "same_city"
    because = case.voice.say(key, name=name, theirs=theirs, mine=mine, kilometres=round(kilometres))
    return Judged(exp(-kilometres / _KILOMETRES), because, case.candidate.sources_of("city"))


def common_region(case: Case) -> Judged:
    """For partners: 1 with a region in common, 0 without, a neighbouring one being no reason; null when unknown."""
    judged = same_or_neighbouring_region(case)
    return judged if judged.value is None else judged._replace(value=1.0 if case.shared_regions else 0.0)
