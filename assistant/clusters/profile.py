"""From an entry of the directory to the profile of a pilot."""

from datetime import date

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.maturity import phase_of
from assistant.clusters.saying import FRENCH, Voice
from assistant.vocabulary import ANNUAL_EUROS, Phase, PilotProfile


def profile_of(directory: Directory, cluster: Cluster, today: date, voice: Voice = FRENCH) -> tuple[PilotProfile, str]:
    """What the directory knows of a cluster as a profile, and why it has the phase it has.

    The phase follows the published rule of `maturity.phase_of`; unknown fields stay empty.
    """
    phase, reason, _ = phase_of(directory, cluster, today, voice=voice)
    profile = PilotProfile(
        cluster_id=cluster.id,
        name=cluster.short_name,
        kind=cluster.kind,
        phase=phase,
        regions=cluster.regions,
        city=cluster.city,
        founded=cluster.founded,
        sectors=cluster.sectors,
        technologies=cluster.seen("technologies"),
        markets=cluster.seen("markets"),
        members=cluster.members.count if cluster.members else None,
        team=cluster.team.value if cluster.team else None,
        budget=cluster.budget.value if cluster.budget and cluster.budget.unit == ANNUAL_EUROS else None,
    )
    return profile, reason


def completed(
    directory: Directory, profile: PilotProfile, today: date, voice: Voice = FRENCH
) -> tuple[PilotProfile, str | None]:
    """`profile` with what the directory knows of its `cluster_id`, what the pilot says winning.

    Also the reason of the phase when it comes from the directory, in the words of `voice`. Raises UnknownCluster.
    """
    if profile.cluster_id is None:
        return profile, None
    known, reason = profile_of(directory, directory.resolve(profile.cluster_id).cluster, today, voice)
    said = {k: v for k, v in profile.model_dump().items() if v not in (None, (), Phase.INCONNUE) and k != "cluster_id"}
    merged = PilotProfile.model_validate({**known.model_dump(), **said})
    return merged, None if profile.phase is not Phase.INCONNUE else reason
