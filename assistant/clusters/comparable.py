"""Comparable structures: same kind, close size. Pilots look for those like theirs; a large gap hinders a project."""

from assistant.clusters.case import Case, kind_name
from assistant.clusters.names import plural
from assistant.clusters.scoring import Judged


def comparable_means(case: Case) -> Judged:
    """Same kind of structure and close size: the mean of what is known, sizes as smaller / larger."""
    profile, candidate = case.pilot.profile, case.candidate
    parts, reasons = [], []
    if profile.kind:
        alike = profile.kind == candidate.kind
        parts.append(1.0 if alike else 0.4)
        reasons.append(f"{'également' if alike else ''} {kind_name(candidate.kind)}".strip())
    if profile.members and candidate.members and candidate.members.count:
        parts.append(_ratio(profile.members, candidate.members.count))
        year = f" en {candidate.members.year}" if candidate.members.year else " (année non vue)"
        reasons.append(f"{plural(candidate.members.count, 'membre')}{year}, contre {plural(profile.members, 'membre')}")
    if profile.team and candidate.team and candidate.team.value:
        parts.append(_ratio(profile.team, candidate.team.value))
        reasons.append(f"équipe : {candidate.team.raw}")
    if profile.budget and candidate.budget and candidate.budget.value:
        parts.append(_ratio(profile.budget, candidate.budget.value))
        reasons.append(f"budget : {candidate.budget.raw}")
    if not parts:
        return Judged(None, "Les moyens des deux structures ne peuvent pas être comparés.")
    return Judged(sum(parts) / len(parts), f"{candidate.short_name} : {' ; '.join(reasons)}.", candidate.sources)


def _ratio(one: float, other: float) -> float:
    return min(one, other) / max(one, other)
