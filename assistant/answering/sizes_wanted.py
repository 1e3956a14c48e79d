"""How many members those of a wanted size have: small, large, about as many as the pilot's own; and who is nearly so."""

from collections.abc import Sequence
from statistics import median

from assistant.answering.state import Knowledge, State
from assistant.answering.those_given import given_in
from assistant.answering.wish_kinds import Wanted
from assistant.clusters.apart import Apart
from assistant.clusters.entries import Cluster
from assistant.clusters.names import listed
from assistant.vocabulary import Language, PilotProfile, Suggestion

# How many times more or fewer members are about as many, and by how much more one is nearly of a size.
ALIKE, NEARLY = 2.0, 1.5
# Whoever has fewer members than all but so many of the directory is small: smaller ones are those smaller than were shown.
SMALLEST = 10


def members_wanted(
    known: Knowledge, state: State, size: Wanted | None, profile: PilotProfile
) -> tuple[float | None, float | None]:
    """The least and the most members of those of a size, null without a bound: fewer or more than half the directory has, and
    than the pilot's own; about as many. For a small pilot smaller ones are smaller than those shown before."""
    counts = sorted(cluster.members.count for cluster in known.directory.active if cluster.members)
    entry = known.directory.resolve(profile.cluster_id).cluster if profile.cluster_id else None
    own = profile.members or (entry.members.count if entry and entry.members else None)
    middle = median(counts)
    if size is Wanted.SMALL:
        if own and own >= counts[: SMALLEST + 1][-1]:
            return None, min(middle, own)
        shown = _members_shown(known, state)
        return None, min(middle, median(shown) - 1) if shown else middle
    if size is Wanted.LARGE:
        return max(middle, own or middle), None
    return (own / ALIKE, own * ALIKE) if size is Wanted.LIKE_US and own else (None, None)


def is_nearly(cluster: Cluster, apart: Apart) -> bool:
    """Whether a cluster is just out of the bounds of a size, by its known number of members."""
    count = cluster.members.count if cluster.members else None
    if count is None:
        return False
    least, most = apart.least or 0, apart.most or count
    return not least <= count <= most and least / NEARLY <= count <= most * NEARLY


def sizes_told(known: Knowledge, suggestions: Sequence[Suggestion], language: Language) -> str:
    """« Polymeris (400 membres en 2021) et EMC2 (400 membres en 2018) »."""
    voice, told = known.directory.voice(language), list[str]()
    for suggestion in suggestions:
        members = known.directory.by_id[suggestion.cluster_id].members
        told.append(f"{suggestion.name} ({voice.members(members)})" if members else suggestion.name)
    return listed(told, language)


def _members_shown(known: Knowledge, state: State) -> list[int]:
    """The known numbers of members of those that the last answer suggested."""
    history = state["request"].history
    names = given_in(history[-1].answer) if history else []
    found = [mention.resolved.cluster for name in names for mention in known.directory.mentions(name)]
    return [cluster.members.count for cluster in found if cluster.members]
