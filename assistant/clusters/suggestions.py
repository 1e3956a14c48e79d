"""From a profile to explained suggestions: every active cluster judged by every criterion, the best kept."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.clusters import partners as partner_criteria
from assistant.clusters import referents as referent_criteria
from assistant.clusters.apart import Apart
from assistant.clusters.case import Case, Pilot, usable_relations
from assistant.clusters.cautions import antagonisms, cautions
from assistant.clusters.contact import contact
from assistant.clusters.directory import Directory, Resolved
from assistant.clusters.entries import Cluster
from assistant.clusters.scoring import Judged, criterion, diversified, expected_worth, score_and_certainty
from assistant.clusters.themes import subject_of_profile
from assistant.vocabulary import CriterionValue, Language, Phase, PilotProfile, Role, Suggestion, Suggestions

# From these values on, a partner is near by what it does.
_NEAR = {"besoin": partner_criteria.COVERED, "proximite_thematique": 0.15, "complementarite": 0.3}
Criteria = Mapping[str, Callable[[Case], Judged]]


@dataclass(frozen=True)
class Candidate:
    """A case with its criteria judged."""

    case: Case
    criteria: tuple[CriterionValue, ...]
    score: float
    certainty: float

    @property
    def id(self) -> str:
        """The candidate cluster's identifier."""
        return self.case.candidate.id

    @property
    def recognised(self) -> bool:
        """False when a référent is judged of whom no public success was seen."""
        return all(c.value is not None for c in self.criteria if c.name == "reussite_reconnue")


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

    Before them, and besides the `k`, come those with the same theme in the same region, role `a_clarifier`:
    a rival or an ally, the pilot decides. For a pilot past structuring, their own référents come next: those that
    helped them, and the ids in `own`. Without a region nobody is near: the region is asked for.
    Raises UnknownCluster for an unknown `cluster_id`.
    """
    pilot, resolved = _pilot(directory, profile, need, not without_known_relations, language)
    judged = _judged(directory, pilot, _learning, today, not without_known_relations, apart=apart)
    unclear = [c for c in judged if c.case.same_theme and c.case.shared_regions]
    clear = [c for c in judged if c not in unclear]
    unclear.sort(key=lambda c: (-_worth(directory, c), c.id))
    first = _own_referents(directory, pilot, clear, own)[:k]
    others = _best(directory, [c for c in clear if c not in first], k - len(first)) if pilot.regions else []
    shown = [*(_shown(c, "a_clarifier") for c in unclear), *(_shown(c, "referent") for c in (*first, *others))]
    warnings = [] if pilot.regions else [_region_asked(directory, pilot)]
    return _answer(pilot, resolved, shown, [*warnings, *_about_referents(directory, pilot, first, others)])


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
    found = _own_referents(directory, pilot, _judged(directory, pilot, _learning, today, True), own)[:k]
    return _answer(pilot, resolved, [_shown(c, "referent") for c in found], [])


def _own_referents(
    directory: Directory, pilot: Pilot, judged: Sequence[Candidate], own: Collection[str]
) -> list[Candidate]:
    """Those that helped the pilot, best first: who was there at the beginning is who a settled pilot calls."""
    if pilot.profile.phase is not Phase.DEVELOPPEMENT:
        return []
    found = [c for c in judged if c.id in own or any(c.case.lineage & set(r.helpers) for r in c.case.ties)]
    return sorted(found, key=lambda c: (-_worth(directory, c), c.id))


def _about_referents(
    directory: Directory, pilot: Pilot, first: Sequence[Candidate], others: Sequence[Candidate]
) -> list[str]:
    """Whom the pilot already knows, and for whom no success was seen: both are told, neither is hidden."""
    say, warnings = directory.voice(pilot.language).say, []
    if not first and not others and pilot.regions:
        warnings.append(say("nobody_left"))
    if first:
        warnings.append(say("own_first", names=[c.case.candidate.short_name for c in first]))
    unseen = [c.case.candidate.short_name for c in (*first, *others) if not c.recognised]
    return [*warnings, say("success_unseen", names=unseen)] if unseen else warnings


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
    judged = _judged(directory, pilot, _building(pilot), today, not without_known_relations, apart=apart)
    best = _best(directory, judged, k)
    missing = _missing(directory, pilot, best) if judged else [directory.voice(language).say("nobody_left")]
    warnings = [*missing, *_clashes(directory, pilot, best)]
    return _answer(pilot, resolved, [_shown(c, "partenaire") for c in best], warnings)


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
    family = _learning if role == "referent" else _building(pilot)
    return _judged(directory, pilot, family, today, True, others)


_learning: tuple[str, Criteria] = ("referents", referent_criteria.CRITERIA)


def _building(pilot: Pilot) -> tuple[str, Criteria]:
    """The criteria of partners; the need is one only when there is a need."""
    return "partners", {
        name: judge for name, judge in partner_criteria.CRITERIA.items() if name != "besoin" or pilot.need
    }


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


def _eligible(directory: Directory, pilot: Pilot) -> list[Cluster]:
    """The active clusters other than the pilot's own. Networks introduce; they are not suggested."""
    return [c for c in directory.active if c.kind != "reseau" and (pilot.entry is None or c.id != pilot.entry.id)]


def _judged(
    directory: Directory,
    pilot: Pilot,
    family: tuple[str, Criteria],
    today: date,
    with_ties: bool,
    among: Sequence[Cluster] | None = None,
    apart: Apart | None = None,
) -> list[Candidate]:
    eligible = _eligible(directory, pilot) if among is None else among
    if apart:
        eligible = [cluster for cluster in eligible if not apart.leaves_out(cluster)]
    judged = []
    for cluster in eligible:
        relations = usable_relations(directory, pilot.entry, cluster, with_ties)
        judged.append(_candidate(Case(directory, pilot, cluster, relations, today, with_ties), family))
    return judged


def _candidate(case: Case, family: tuple[str, Criteria]) -> Candidate:
    name, criteria = family
    weights: dict[str, float] = getattr(case.directory.weights, name)
    values = tuple(criterion(key, weights[key], judge(case)) for key, judge in criteria.items())
    return Candidate(case, values, *score_and_certainty(values))


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
    return case, _shown(_candidate(case, _learning if role == "referent" else _building(pilot)), role)


def text_of(cluster: Cluster, with_ties: bool = True) -> str:
    """What a model reads of a cluster: name and themes, nothing from its relations unless `with_ties`."""
    ties = cluster.markets_from_ties if with_ties else ()
    return "; ".join([cluster.name, *cluster.sectors, *cluster.technologies, *cluster.markets, *ties])


def _worth(directory: Directory, candidate: Candidate) -> float:
    return expected_worth(candidate.criteria, directory.weights.ranking)


def _best(directory: Directory, judged: list[Candidate], k: int) -> list[Candidate]:
    def likeness(one: Candidate, other: Candidate) -> float:
        return directory.space.closeness(one.case.subject, other.case.subject) or 0.0

    known = [c for c in judged if c.certainty >= directory.weights.ranking.certitude_minimale]
    return diversified(
        known, k, lambda c: _worth(directory, c), likeness, directory.weights.ranking.diversite, lambda c: c.id
    )


def _shown(candidate: Candidate, role: str) -> Suggestion:
    case = candidate.case
    return Suggestion.model_validate(
        {
            "role": role,
            "cluster_id": candidate.id,
            "name": case.candidate.short_name,
            "score": candidate.score,
            "certainty": candidate.certainty,
            "criteria": candidate.criteria,
            "cautions": cautions(case),
            "contact": contact(case),
        }
    )


def _region_asked(directory: Directory, pilot: Pilot) -> str:
    """The question for the one field a référent hangs on; a name that is no French region is said to be none."""
    say = directory.voice(pilot.language).say
    given = [say("quoted", text=region) for region in pilot.profile.regions if region.strip()]
    return " ".join([*([say("foreign_region", names=given)] if given else []), say("region_asked")])


def _says_a_theme(profile: PilotProfile) -> bool:
    return bool(profile.sectors or profile.technologies or profile.markets)


def _missing(directory: Directory, pilot: Pilot, best: Sequence[Candidate]) -> list[str]:
    """What to tell us when nothing was found or nothing near, which need was not understood, what the phase implies."""
    say, warnings = directory.voice(pilot.language).say, []
    values = [{c.name: c.value for c in candidate.criteria} for candidate in best]
    if not best:
        warnings.append(say("theme_asked" if pilot.need or _says_a_theme(pilot.profile) else "theme_missing"))
    elif not any((found[name] or 0.0) >= least for found in values for name, least in _NEAR.items() if name in found):
        warnings.append(say("nobody_close"))
    elif pilot.need and all(found["besoin"] is None for found in values):
        warnings.append(say("need_unheard", need=pilot.need))
    return [*warnings, say("referents_first")] if pilot.profile.phase is Phase.STRUCTURATION else warnings


def _clashes(directory: Directory, pilot: Pilot, chosen: list[Candidate]) -> list[str]:
    """Pairs of suggestions between which a failure is documented."""
    voice = directory.voice(pilot.language)
    return [
        voice.say("clash", text=caution.text)
        for at, one in enumerate(chosen)
        for other in chosen[at + 1 :]
        for caution in antagonisms(directory, one.case.lineage, other.case.lineage, one.case.relations, voice)
    ]


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
