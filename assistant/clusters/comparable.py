"""Comparable structures: same kind, close size. Pilots look for those like theirs; a large gap hinders a project."""

from assistant.clusters.case import Case
from assistant.clusters.scoring import Judged


def comparable_means(case: Case) -> Judged:
    """Same kind of structure and close size: the mean of what is known, sizes as smaller / larger."""
    profile, candidate, voice = case.pilot.profile, case.candidate, case.voice
    parts, reasons = [], []
    if profile.kind:
        alike = profile.kind == candidate.kind
        parts.append(1.0 if alike else 0.4)
        reasons.append(voice.say("same_kind" if alike else "kind", kind=voice.kind(candidate.kind)))
    if profile.members and candidate.members and candidate.members.count:
        parts.append(_ratio(profile.members, candidate.members.count))
        theirs = voice.members(candidate.members)
        reasons.append(voice.say("members_against", theirs=theirs, ours=case.own_members, pilot=case.pilot.name))
    if profile.team and candidate.team and candidate.team.value:
        parts.append(_ratio(profile.team, candidate.team.value))
        reasons.append(voice.say("team", team=voice.word(candidate.team.raw)))
    if profile.budget and candidate.budget and candidate.budget.value:
        parts.append(_ratio(profile.budget, candidate.budget.value))
        reasons.append(voice.say("budget", budget=voice.word(candidate.budget.raw)))
    if not parts:
        return Judged(None, voice.say("means_incomparable"))
    because = voice.say("said_of", name=candidate.short_name, what=voice.joined(reasons))
    return Judged(sum(parts) / len(parts), because, candidate.sources_of("kind", "members", "team", "budget"))


def _ratio(one: float, other: float) -> float:
    return min(one, other) / max(one, other)
