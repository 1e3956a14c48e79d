"""A set of partners for one project: who brings what, and which pairs have something to settle first.

The choice is greedy. The first brings most of the need; each next one is worth what it adds to those before:
parts of the need, technologies, markets, territory; then its own worth as a partner, less its likeness to them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from assistant.clusters.cautions import antagonisms, rivalry_between
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.names import listed, plural
from assistant.clusters.partners import parts_of_need
from assistant.clusters.scoring import rank_value
from assistant.clusters.suggestions import partners
from assistant.clusters.themes import Subject
from assistant.vocabulary import Caution, Clash, PilotProfile, RoleKind, Suggestion, Team, TeamMember, TeamRole

_POOL = 60  # the best partners among which the set is chosen
_COVERED = 0.4  # of a part of the need, from which a partner brings it
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


def team(
    directory: Directory, profile: PilotProfile, size: int, need: str | None = None, *, today: date | None = None
) -> Team:
    """`size` partners for one project, with their roles and the clashing pairs.

    A pair clashes on a documented failure, mergers followed, or on the same theme (members, calls, and in the same
    region funders and territory). Raises UnknownCluster for an unknown `cluster_id`.
    """
    day, asked = today or date.today(), need or ", ".join(profile.needs) or None
    pool, unknown = _pool(directory, profile, asked, day)
    chosen: list[_Candidate] = []
    own = _own_technologies(directory, profile)
    while len(chosen) < size and (best := _next(directory, pool, chosen, own)):
        chosen.append(best)
    warnings = list(partners(directory, profile, 1, asked, today=day).warnings)
    warnings += [f"« {part} » : mots inconnus du répertoire ; personne n’a été cherché pour cela." for part in unknown]
    warnings += _uncovered(chosen, pool)
    if len(chosen) < size:
        warnings.append(f"{plural(len(chosen), 'partenaire')} sur {size} : le répertoire n’en donne pas d’autre.")
    members = tuple(
        TeamMember(suggestion=c.suggestion, roles=_roles(directory, c, chosen[:at], own)) for at, c in enumerate(chosen)
    )
    return Team(
        need=asked,
        members=members,
        clashes=tuple(_clashes(directory, profile, pool, chosen, own, day)),
        warnings=tuple(warnings),
    )


def _pool(
    directory: Directory, profile: PilotProfile, need: str | None, day: date
) -> tuple[list[_Candidate], list[str]]:
    """Those to choose among, and the parts of the need that the directory has no word for.

    With a need, those that bring a part of it; everybody when nobody does.
    """
    parts = {part: _values(directory, profile, part, day) for part in parts_of_need(need or "")}
    known = {part: values for part, values in parts.items() if values}
    wanted = frozenset(theme for part in known for theme in directory.vocabulary.themes_in(part))
    pool = []
    for suggestion in partners(directory, profile, _POOL, need, today=day).suggestions:
        cluster = directory.by_id[suggestion.cluster_id]
        subject = directory.subject(cluster)
        worth = rank_value(suggestion.score, suggestion.certainty, directory.weights.ranking.prior)
        covered = {part: values.get(cluster.id, 0.0) for part, values in known.items()}
        brings = _brings(directory, cluster, subject, wanted)
        pool.append(_Candidate(suggestion, cluster, subject, worth, covered, brings))
    useful = [c for c in pool if any(value >= _COVERED for value in c.need.values())]
    return useful or pool, [part for part in parts if part not in known]


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
    directory: Directory, pool: Sequence[_Candidate], chosen: Sequence[_Candidate], own: frozenset[str]
) -> _Candidate | None:
    """The one that adds most to those chosen."""
    taken = {c.cluster.id for c in chosen}
    left = [c for c in pool if c.cluster.id not in taken]
    return min(left, key=lambda c: (-_added(directory, c, chosen, own), c.cluster.id), default=None)


def _added(directory: Directory, one: _Candidate, chosen: Sequence[_Candidate], own: frozenset[str]) -> float:
    need = [max(0.0, v - max((c.need[part] for c in chosen), default=0.0)) for part, v in one.need.items()]
    gains = sum(weight for kind, weight in _GAINS.items() if _new(one, kind, chosen, own))
    alike = max((directory.space.closeness(one.subject, c.subject) or 0.0 for c in chosen), default=0.0)
    fit = max(one.need.values(), default=1.0)
    return (sum(need) / len(need) if need else 0.0) + fit * gains + one.worth - _LIKENESS * alike


def _new(one: _Candidate, kind: RoleKind, chosen: Sequence[_Candidate], own: frozenset[str]) -> frozenset[str]:
    """What nobody brought before; the pilot's own technologies count as brought."""
    before = own if kind == "technologie" else frozenset()
    return one.brings[kind] - before.union(*(c.brings[kind] for c in chosen))


def _uncovered(chosen: Sequence[_Candidate], pool: Sequence[_Candidate]) -> list[str]:
    parts = pool[0].need if pool else {}
    missing = [f"« {part} »" for part in parts if not any(c.need[part] >= _COVERED for c in chosen)]
    return [f"Personne dans cet ensemble ne couvre {listed(missing)}."] if missing else []


# --- the roles -------------------------------------------------------------------------------------------


def _roles(
    directory: Directory, one: _Candidate, before: Sequence[_Candidate], own: frozenset[str]
) -> tuple[TeamRole, ...]:
    """What it brings: parts of the need, technologies, markets, territory, members."""
    sources, roles = one.cluster.sources, []
    parts = [part for part, value in one.need.items() if value >= _COVERED]
    if parts:
        first = any(all(c.need[part] < _COVERED for c in before) for part in parts)
        roles.append(TeamRole(kind="besoin", text=listed([f"« {p} »" for p in parts]), first=first, sources=sources))
    for kind in _GAINS:
        fresh = _new(one, kind, before, own)
        shown = sorted(fresh or one.brings[kind], key=lambda name: (-one.subject.weights.get(name, 0.0), name))[:3]
        names = shown if kind == "territoire" else [directory.vocabulary.label(theme) for theme in shown]
        if names:
            roles.append(TeamRole(kind=kind, text=listed(names), first=bool(fresh), sources=sources))
    if one.cluster.members:
        count, year = one.cluster.members.count, one.cluster.members.year
        text = f"{plural(count, 'membre')} ({year or 'année non vue'})"
        most = max((c.cluster.members.count for c in before if c.cluster.members), default=0)
        roles.append(TeamRole(kind="adherents", text=text, first=most < _ENOUGH_MEMBERS, sources=sources))
    return tuple(roles)


# --- the pairs -------------------------------------------------------------------------------------------


def _clashes(
    directory: Directory,
    profile: PilotProfile,
    pool: Sequence[_Candidate],
    chosen: Sequence[_Candidate],
    own: frozenset[str],
    day: date,
) -> Iterable[Clash]:
    """Documented failures first, then coopetition, over all pairs of the set and the pilot's own cluster."""
    clusters = [c.cluster for c in chosen]
    if profile.cluster_id:
        clusters.insert(0, directory.resolve(profile.cluster_id).cluster)
    pairs = list(combinations(clusters, 2))
    for one, other in pairs:
        for caution in _failures(directory, one, other):
            kept = [c for c in clusters if c is not other]
            free = [
                c
                for c in pool
                if c.cluster not in clusters and not any(_failures(directory, c.cluster, k) for k in kept)
            ]
            instead = _next(directory, free, [c for c in chosen if c.cluster is not other], own)
            quarrel = caution.kind == "antagonisme"
            yield _clash(one, other, caution, instead.cluster.short_name if instead and quarrel else None)
    for one, other in pairs:
        rivalry = rivalry_between(directory, one, other, day)
        if rivalry:
            yield _clash(one, other, rivalry)


def _clash(one: Cluster, other: Cluster, caution: Caution, instead: str | None = None) -> Clash:
    return Clash(
        clusters=(one.id, other.id), names=(one.short_name, other.short_name), caution=caution, instead=instead
    )


def _failures(directory: Directory, one: Cluster, other: Cluster) -> list[Caution]:
    return antagonisms(directory, directory.lineage(one.id), directory.lineage(other.id), directory.relations)
