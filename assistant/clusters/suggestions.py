"""From a profile to explained suggestions: référents to learn from, partners to build with."""

from collections.abc import Collection, Sequence
from datetime import date

from assistant.clusters.apart import Apart
from assistant.clusters.candidates import LEARNING, Candidate, best_of, building, candidate_of, judged_by
from assistant.clusters.case import Case, Pilot
from assistant.clusters.directory import Directory, Resolved
from assistant.clusters.entries import Cluster
from assistant.clusters.suggestion_notes import about_referents, clashes, region_asked, what_is_missing
from assistant.clusters.themes import subject_of_profile
from assistant.vocabulary import Language, Phase, PilotProfile, Role, Suggestion, Suggestions


def referents(
    directory: Directory,
    profile: PilotProfile,
    k: int = 5,
    need: str | None = None,
    *,
    today: date,
    without_known_relations: bool = False,
    own: Collection[str] = (),
    apart: Apart | None = None,
    language: Language = "fr",
) -> Suggestions:
    """The `k` clusters to learn from, best first; what a référent teaches does not depend on `need`.

    After them, and besides the `k`, come those with the same theme in the same region, role `a_clarifier`:
    a rival or an ally, the pilot decides. For a pilot past structuring, their own référents come first: those that
    helped them, and the ids in `own`. Without a region nobody is near: the region is asked for.
    Raises UnknownCluster for an unknown `cluster_id`.
    """
    pilot, resolved = _pilot(directory, profile, need, not without_known_relations, language)
    judged = judged_by(directory, pilot, LEARNING, today, not without_known_relations, apart=apart)
    unclear = [c for c in judged if c.case.same_theme and c.case.shared_regions]
    clear = [c for c in judged if c not in unclear]
    unclear.sort(key=lambda c: (-c.worth, c.id))
    first = _own_referents(directory, pilot, clear, own)[:k]
    others = best_of([c for c in clear if c not in first], k - len(first)) if pilot.regions else []
    shown = [*(c.shown("referent") for c in (*first, *others)), *(c.shown("a_clarifier") for c in unclear)]
    warnings = [] if pilot.regions else [region_asked(directory, pilot)]
    return _answer(pilot, resolved, shown, [*warnings, *about_referents(directory, pilot, first, others)])


def own_referents(
    directory: Directory,
    profile: PilotProfile,
    k: int = 3,
    *,
    today: date,
    own: Collection[str] = (),
    language: Language = "fr",
) -> Suggestions:
    """Of the référents, only those that are the pilot's own; none before structuring is over."""
    pilot, resolved = _pilot(directory, profile, None, True, language)
    found = _own_referents(directory, pilot, judged_by(directory, pilot, LEARNING, today, True), own)[:k]
    return _answer(pilot, resolved, [c.shown("referent") for c in found], [])


def _own_referents(
    directory: Directory, pilot: Pilot, judged: Sequence[Candidate], own: Collection[str]
) -> list[Candidate]:
    """Those that helped the pilot, best first: who was there at the beginning is who a settled pilot calls."""
    if pilot.profile.phase is not Phase.DEVELOPPEMENT:
        return []
    found = [c for c in judged if c.id in own or any(c.case.lineage & set(r.helpers) for r in c.case.ties)]
    return sorted(found, key=lambda c: (-c.worth, c.id))


def partners(
    directory: Directory,
    profile: PilotProfile,
    k: int = 5,
    need: str | None = None,
    *,
    today: date,
    without_known_relations: bool = False,
    apart: Apart | None = None,
    language: Language = "fr",
) -> Suggestions:
    """The `k` clusters to build a project with, best first; `need` defaults to the needs of the profile.

    `without_known_relations` looks at no relation between the two, for a blind evaluation.
    Raises UnknownCluster for an unknown `cluster_id`.
    """
    sought = need or ", ".join(profile.needs)
    pilot, resolved = _pilot(directory, profile, sought, not without_known_relations, language)
    judged = judged_by(directory, pilot, building(pilot), today, not without_known_relations, apart=apart)
    best = best_of(judged, k)
    missing = what_is_missing(directory, pilot, best) if judged else [directory.voice(language).say("nobody_left")]
    warnings = [*missing, *clashes(directory, pilot, best)]
    return _answer(pilot, resolved, [c.shown("partenaire") for c in best], warnings)


def facing(
    directory: Directory,
    profile: PilotProfile,
    others: Sequence[Cluster],
    role: Role,
    today: date,
    language: Language = "fr",
) -> list[Candidate]:
    """Each of `others` judged as what `role` says, for the cluster of the profile; in the order they are given."""
    pilot, _ = _pilot(directory, profile, None, True, language)
    family = LEARNING if role == "referent" else building(pilot)
    return judged_by(directory, pilot, family, today, True, others)


def _pilot(
    directory: Directory, profile: PilotProfile, need: str | None, with_ties: bool, language: Language = "fr"
) -> tuple[Pilot, Resolved | None]:
    resolved = directory.resolve(profile.cluster_id) if profile.cluster_id else None
    entry = resolved.cluster if resolved else None
    taken_over = directory.predecessors(entry) if entry else ()
    subject = subject_of_profile(directory.vocabulary, profile, entry, taken_over, with_ties)
    if not subject.weights and entry:
        subject = directory.subject(entry, with_ties)
    return Pilot(profile, entry, subject, need.strip() if need and need.strip() else None, language), resolved


def examined(
    directory: Directory,
    profile: PilotProfile,
    candidate: Cluster,
    role: Role,
    need: str | None = None,
    *,
    today: date,
    language: Language = "fr",
) -> tuple[Case, Suggestion]:
    """One candidate as it would be suggested in a role, and the case behind it, whatever its rank.

    Raises UnknownCluster for an unknown `cluster_id` of the profile.
    """
    pilot, _ = _pilot(directory, profile, need or ", ".join(profile.needs), True, language)
    case = Case(directory, pilot, candidate, directory.relations, today)
    return case, candidate_of(case, LEARNING if role == "referent" else building(pilot)).shown(role)


def _answer(pilot: Pilot, resolved: Resolved | None, shown: list[Suggestion], warnings: list[str]) -> Suggestions:
    answer = Suggestions(
        cluster_id=pilot.entry.id if pilot.entry else None, warnings=tuple(warnings), suggestions=tuple(shown)
    )
    return answered_for(answer, resolved, pilot.language) if resolved else answer


def answered_for(suggestions: Suggestions, resolved: Resolved, language: Language = "fr") -> Suggestions:
    """`suggestions` with the old or merged name that was asked for, and the notice that says who answers."""
    told = [text for text in resolved.told(language) if text not in suggestions.warnings]
    if not told:
        return suggestions
    old = resolved.asked if resolved.via in ("merged", "former_name") else None
    return suggestions.model_copy(update={"resolved_from": old, "warnings": (*told, *suggestions.warnings)})
