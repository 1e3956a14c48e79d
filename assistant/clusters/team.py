"""A set of partners for one project: who brings what, and which pairs have something to settle first.

The choice is greedy. The first brings most of the need; each next one is worth what it adds to those before:
parts of the need, technologies, markets, territory; then its own worth as a partner, less its likeness to them. Who
serves no part of a need that is understood, or brings nothing that the others lack, is not in the set: it stays smaller.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from assistant.clusters.apart import Apart
from assistant.clusters.cautions import failures_between, rivalry_between
from assistant.clusters.directory import Directory
from assistant.clusters.entries import THEME_FIELDS, Cluster
from assistant.clusters.partners import COVERED
from assistant.clusters.saying import Voice
from assistant.clusters.scoring import expected_worth
from assistant.clusters.sought import parts_of_need
from assistant.clusters.suggestions import partners
from assistant.clusters.themes import Subject
from assistant.vocabulary import (
    Caution,
    Clash,
    Language,
    PilotProfile,
    RoleKind,
    Suggestion,
    Team,
    TeamMember,
    TeamRole,
)

_POOL = 60  # the best partners among which the set is chosen
# What a first technology, market or territory is worth, beside 1 for the whole need, for a partner that fits the need.
_GAINS: dict[RoleKind, float] = {"technologie": 0.2, "marche": 0.15, "territoire": 0.1}
_LIKENESS = 0.3  # what being a clone of one already chosen costs
_ENOUGH_MEMBERS = 200


@dataclass(frozen=True)
class _Candidate:
    suggestion: Suggestion
    cluster: Cluster
    subject: Subject
    worth: float
    need: Mapping[str, float]  # how much of each part of the need
    brings: Mapping[RoleKind, frozenset[str]]  # themes, regions


@dataclass(frozen=True)
class _Project:
    """What a set is made for: whose, for which parts of a need, from whom, and in which language it is told."""

    directory: Directory
    profile: PilotProfile
    own: frozenset[str]  # technologies that the pilot's cluster brings itself
    pool: tuple[_Candidate, ...]
    unknown: tuple[str, ...]  # parts of the need that the directory has no word for
    day: date
    voice: Voice


def team(
    directory: Directory,
    profile: PilotProfile,
    size: int,
    need: str | None = None,
    *,
    today: date,
    apart: Apart | None = None,
    language: Language = "fr",
) -> Team:
    """`size` partners at most for one project, with their roles and the clashing pairs.

    A pair clashes on a documented failure, mergers followed, or on the same theme (members, calls, and in the same
    region funders and territory). Raises UnknownCluster for an unknown `cluster_id`.
    """
    asked = need or ", ".join(profile.needs) or None
    project = _project(directory, profile, asked, today, language, apart)
    chosen: list[_Candidate] = []
    while len(chosen) < size and (best := _next(project, chosen)):
        chosen.append(best)
    warnings = partners(directory, profile, 1, asked, today=project.day, apart=apart, language=language).warnings
    members = tuple(
        TeamMember(suggestion=c.suggestion, roles=_roles(project, c, chosen[:at])) for at, c in enumerate(chosen)
    )
    return Team(
        need=asked,
        members=members,
        clashes=tuple(_clashes(project, chosen)),
        warnings=(*warnings, *_shortcomings(project, chosen, size)),
    )


def _project(
    directory: Directory, profile: PilotProfile, need: str | None, day: date, language: Language, apart: Apart | None
) -> _Project:
    """The project and those to choose among: with a need that is understood, those that serve a part of it."""
    parts = {part: _values(directory, profile, part, day) for part in parts_of_need(need or "")}
    known = {part: values for part, values in parts.items() if values}
    wanted = frozenset(theme for part in known for theme in directory.vocabulary.themes_in(part))
    pool = []
    found = partners(directory, profile, _POOL, need, today=day, apart=apart, language=language)
    for suggestion in found.suggestions:
        cluster = directory.by_id[suggestion.cluster_id]
        subject = directory.subject(cluster)
        worth = expected_worth(suggestion.criteria, directory.weights.ranking)
        covered = {part: values.get(cluster.id, 0.0) for part, values in known.items()}
        brings = _brings(directory, cluster, subject, wanted)
        pool.append(_Candidate(suggestion, cluster, subject, worth, covered, brings))
    serving = tuple(c for c in pool if not parts or any(value >= COVERED for value in c.need.values()))
    unknown = tuple(part for part in parts if part not in known)
    voice = directory.voice(language)
    return _Project(directory, profile, _own_technologies(directory, profile), serving, unknown, day, voice)


def _values(directory: Directory, profile: PilotProfile, part: str, day: date) -> dict[str, float]:
    """How much of one part of the need each of the best partners covers; empty when its words are unknown."""
    found = partners(directory, profile, _POOL, part, today=day).suggestions
    return {s.cluster_id: c.value for s in found for c in s.criteria if c.name == "besoin" and c.value is not None}


def _brings(
    directory: Directory, cluster: Cluster, subject: Subject, wanted: frozenset[str]
) -> dict[RoleKind, frozenset[str]]:
    """Technologies that spread, markets (those of the need when it names some), regions."""
    themes = directory.vocabulary.themes
    markets = {t for t in subject.filieres | subject.markets.keys() if not themes[t].diffusing}
    return {
        "technologie": _technologies(directory, subject),
        "marche": frozenset(markets & wanted if wanted else markets),
        "territoire": frozenset(region for region in cluster.regions if region != "national"),
    }


def _technologies(directory: Directory, subject: Subject) -> frozenset[str]:
    themes = directory.vocabulary.themes
    return frozenset(t for t in subject.filieres | subject.technologies.keys() if themes[t].diffusing)


def _own_technologies(directory: Directory, profile: PilotProfile) -> frozenset[str]:
    """What the pilot's own cluster already brings."""
    said = directory.vocabulary.themes_in("; ".join([*profile.sectors, *profile.technologies]))
    return frozenset(theme for theme in said if directory.vocabulary.themes[theme].diffusing)


# --- the choice ------------------------------------------------------------------------------------------


def _next(
    project: _Project, chosen: Sequence[_Candidate], pool: Sequence[_Candidate] | None = None
) -> _Candidate | None:
    """The one that adds most to those chosen, null when nobody adds anything."""
    taken = {c.cluster.id for c in chosen}
    left = [c for c in (project.pool if pool is None else pool) if c.cluster.id not in taken]
    useful = [c for c in left if any(role.first for role in _roles(project, c, chosen))]
    return min(useful, key=lambda c: (-_added(project, c, chosen), c.cluster.id), default=None)


def _added(project: _Project, one: _Candidate, chosen: Sequence[_Candidate]) -> float:
    need = [max(0.0, v - max((c.need[part] for c in chosen), default=0.0)) for part, v in one.need.items()]
    gains = sum(weight for kind, weight in _GAINS.items() if _new(project, one, kind, chosen))
    alike = max((project.directory.space.closeness(one.subject, c.subject) or 0.0 for c in chosen), default=0.0)
    fit = max(one.need.values(), default=1.0)
    return (sum(need) / len(need) if need else 0.0) + fit * gains + one.worth - _LIKENESS * alike


def _new(project: _Project, one: _Candidate, kind: RoleKind, chosen: Sequence[_Candidate]) -> frozenset[str]:
    """What nobody brought before; the pilot's own technologies count as brought."""
    before = project.own if kind == "technologie" else frozenset()
    return one.brings[kind] - before.union(*(c.brings[kind] for c in chosen))


def _shortcomings(project: _Project, chosen: Sequence[_Candidate], size: int) -> list[str]:
    """What the set does not do: parts of the need nobody covers or knows, places left empty and why."""
    say = project.voice.say
    warnings = [say("part_unknown", part=part) for part in project.unknown]
    parts = chosen[0].need if chosen else {}
    missing = [say("quoted", text=part) for part in parts if not any(c.need[part] >= COVERED for c in chosen)]
    if missing:
        warnings.append(say("parts_uncovered", parts=missing))
    if len(chosen) < size:
        exhausted = "team_no_more" if chosen else "team_nobody"
        why = say(exhausted if len(chosen) == len(project.pool) else "team_nothing_new")
        warnings.append(say("team_smaller", count=len(chosen), size=size, why=why))
    return warnings


# --- the roles -------------------------------------------------------------------------------------------


def _roles(project: _Project, one: _Candidate, before: Sequence[_Candidate]) -> tuple[TeamRole, ...]:
    """What it brings: parts of the need, technologies, markets, territory, members."""
    sources, voice, roles = one.cluster.sources_of(*THEME_FIELDS), project.voice, []
    parts = [part for part, value in one.need.items() if value >= COVERED]
    if parts:
        first = any(all(c.need[part] < COVERED for c in before) for part in parts)
        text = voice.say("enumerated", items=[voice.say("quoted", text=part) for part in parts])
        roles.append(TeamRole(kind="besoin", text=text, first=first, sources=sources))
    for kind in _GAINS:
        fresh = _new(project, one, kind, before)
        shown = sorted(fresh or one.brings[kind], key=lambda name: (-one.subject.weights.get(name, 0.0), name))[:3]
        label = project.directory.vocabulary.label
        names = shown if kind == "territoire" else [voice.word(label(theme)) for theme in shown]
        if names:
            text = voice.say("enumerated", items=names)
            where = one.cluster.sources_of("regions") if kind == "territoire" else sources
            roles.append(TeamRole(kind=kind, text=text, first=bool(fresh), sources=where))
    if one.cluster.members:
        text = voice.members(one.cluster.members)
        most = max((c.cluster.members.count for c in before if c.cluster.members), default=0)
        roles.append(
            TeamRole(
                kind="adherents", text=text, first=most < _ENOUGH_MEMBERS, sources=one.cluster.sources_of("members")
            )
        )
    return tuple(roles)


# --- the pairs -------------------------------------------------------------------------------------------


def _clashes(project: _Project, chosen: Sequence[_Candidate]) -> Iterable[Clash]:
    """Documented failures first, then coopetition, over all pairs of the set and the pilot's own cluster."""
    directory, clusters = project.directory, [c.cluster for c in chosen]
    if project.profile.cluster_id:
        clusters.insert(0, directory.resolve(project.profile.cluster_id).cluster)
    pairs = list(combinations(clusters, 2))
    for one, other in pairs:
        for caution in failures_between(directory, one, other, project.voice):
            instead = _instead(project, chosen, clusters, other) if caution.kind == "antagonisme" else None
            yield _clash(one, other, caution, instead.cluster.short_name if instead else None)
    for one, other in pairs:
        rivalry = rivalry_between(directory, one, other, project.day, project.voice.language)
        if rivalry:
            yield _clash(one, other, rivalry)


def _instead(
    project: _Project, chosen: Sequence[_Candidate], clusters: Sequence[Cluster], left_out: Cluster
) -> _Candidate | None:
    """Who could take the place of one of the set without quarrelling with the rest; null when nobody serves."""
    kept = [c for c in clusters if c is not left_out]
    free = [
        c
        for c in project.pool
        if c.cluster not in clusters
        and not any(failures_between(project.directory, c.cluster, other, project.voice) for other in kept)
    ]
    return _next(project, [c for c in chosen if c.cluster is not left_out], free)


def _clash(one: Cluster, other: Cluster, caution: Caution, instead: str | None = None) -> Clash:
    return Clash(
        clusters=(one.id, other.id), names=(one.short_name, other.short_name), caution=caution, instead=instead
    )
