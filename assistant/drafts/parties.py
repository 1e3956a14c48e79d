"""The two clusters of a draft in a sentence each, from their entries."""

from assistant.clusters.case import Case
from assistant.clusters.entries import Cluster
from assistant.clusters.names import listed
from assistant.clusters.saying import FRENCH
from assistant.drafts.draft import BLANK, Line
from assistant.drafts.references import References
from assistant.vocabulary import PilotProfile


def pilot_line(case: Case, references: References, opening: str) -> Line:
    """« Je pilote X, grappe d’entreprises à Bordeaux (Nouvelle-Aquitaine), sur … » from the profile."""
    profile, entry = case.pilot.profile, case.pilot.entry
    name = entry.short_name if entry else profile.name or BLANK
    return Line(text=f"{opening}{name}{_said(profile)}.", sources=references.cite(entry.sources) if entry else ())


def candidate_line(cluster: Cluster, references: References, opening: str = "") -> Line:
    """The other cluster in the same form."""
    profile = PilotProfile(kind=cluster.kind, city=cluster.city, regions=cluster.regions, sectors=cluster.sectors)
    return Line(text=f"{opening}{cluster.name}{_said(profile)}.", sources=references.cite(cluster.sources))


def _said(profile: PilotProfile) -> str:
    kind = f", {FRENCH.kind(profile.kind)}" if profile.kind else ""
    place = f" à {profile.city}" if profile.city else ""
    region = f" ({listed(list(profile.regions))})" if profile.regions else ""
    sectors = f", secteurs : {listed(list(profile.sectors[:3]))}" if profile.sectors else ""
    return f"{kind}{place}{region}{sectors}"
