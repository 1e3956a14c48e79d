"""The two clusters of a draft in a sentence each, from their entries."""

from assistant.clusters.case import Case
from assistant.clusters.saying import Voice
from assistant.drafts.draft import Line
from assistant.drafts.references import References
from assistant.resources import texts
from assistant.vocabulary import BLANKS, PilotProfile, Said

PARTIES: dict[str, Said] = texts("drafts")["parties"]

_SAID = ("kind", "city", "regions", "sectors")


def pilot_line(case: Case, references: References, opening: str) -> Line:
    """« Je pilote X, grappe d’entreprises à Bordeaux (Nouvelle-Aquitaine), sur … » from the profile."""
    profile, entry = case.pilot.profile, case.pilot.entry
    return Line(
        text=f"{opening}{pilot_name(case)}{_said(profile, case.voice)}.",
        sources=references.cite(entry.sources_of(*_SAID)) if entry else (),
    )


def pilot_name(case: Case) -> str:
    """The pilot's cluster as it is called, or a blank to fill in."""
    entry = case.pilot.entry
    return entry.short_name if entry else case.pilot.profile.name or BLANKS[case.voice.language]


def candidate_line(case: Case, references: References) -> Line:
    """The other cluster in the same form."""
    cluster = case.candidate
    profile = PilotProfile(kind=cluster.kind, city=cluster.city, regions=cluster.regions, sectors=cluster.sectors)
    return Line(
        text=f"{cluster.name}{_said(profile, case.voice)}.", sources=references.cite(cluster.sources_of(*_SAID))
    )


def _said(profile: PilotProfile, voice: Voice) -> str:
    values = {
        "kind": voice.kind(profile.kind) if profile.kind else None,
        "city": profile.city,
        "regions": profile.regions,
        "sectors": voice.words(profile.sectors[:3]),
    }
    return "".join(voice.phrase(PARTIES[key], **{key: value}) for key, value in values.items() if value)
