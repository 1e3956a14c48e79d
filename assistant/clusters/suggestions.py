"""From a profile to explained suggestions: every active cluster judged by every criterion, the best kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from assistant.clusters import partners as partner_criteria
from assistant.clusters import referents as referent_criteria
from assistant.clusters.case import Case, Likeness, Pilot, usable_relations
from assistant.clusters.cautions import antagonisms, cautions
from assistant.clusters.contact import contact
from assistant.clusters.directory import Directory, Resolved
from assistant.clusters.entries import Cluster
from assistant.clusters.scoring import Judged, criterion, diversified, rank_value, score_and_certainty
from assistant.clusters.themes import subject_of_profile
from assistant.vocabulary import CriterionValue, Phase, PilotProfile, Suggestion, Suggestions

_NO_REGION = "Indiquez votre région : un référent se choisit d’abord près de chez soi."
_NO_THEME = (
    "Indiquez votre filière ou votre besoin avec d’autres mots : trop peu de ce que vous donnez est reconnu pour "
    "suggérer un partenaire."
)

Similarity = Callable[[str, str], float]
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


def referents(
    directory: Directory,
    profile: PilotProfile,
    k: int = 5,
    need: str | None = None,
    *,
    today: date | None = None,
    without_known_relations: bool = False,
    similarity: Similarity | None = None,
) -> Suggestions:
    """The `k` clusters to learn from, best first.

    Before them, and besides the `k`, come those with the same theme in the same region, role `a_clarifier`:
    a rival or an ally, the pilot decides. Without a region nobody is near: the region is asked for.
    `need` and `similarity` are accepted for the sake of one signature: what a référent teaches does not depend
    on the theme. Raises UnknownCluster for an unknown `cluster_id`.
    """
    pilot, resolved = _pilot(directory, profile, need, with_ties=not without_known_relations)
    judged = _judged(directory, pilot, _learning, today or date.today(), not without_known_relations, None)
    unclear = [c for c in judged if c.case.same_theme and c.case.shared_regions]
    clear = [c for c in judged if c not in unclear]
    best = _best(directory, clear, k) if pilot.regions else []
    unclear.sort(key=lambda c: (-_worth(directory, c), c.id))
    shown = [*(_shown(c, "a_clarifier") for c in unclear), *(_shown(c, "referent") for c in best)]
    return _answer(directory, pilot, resolved, shown, [] if best else [_NO_REGION])


def partners(
    directory: Directory,
    profile: PilotProfile,
    k: int = 5,
    need: str | None = None,
    *,
    today: date | None = None,
    without_known_relations: bool = False,
    similarity: Similarity | None = None,
) -> Suggestions:
    """The `k` clusters to build a project with, best first; `need` defaults to the needs of the profile.

    `similarity` compares two texts (an embedding model); it is brought to [0, 1] over the candidates.
    `without_known_relations` looks at no relation between the two, for a blind evaluation.
    Raises UnknownCluster for an unknown `cluster_id`.
    """
    pilot, resolved = _pilot(directory, profile, need or ", ".join(profile.needs), not without_known_relations)
    judged = _judged(directory, pilot, _building(pilot), today or date.today(), not without_known_relations, similarity)
    best = _best(directory, judged, k)
    warnings = [*_missing(pilot, bool(best)), *_clashes(directory, best)]
    return _answer(directory, pilot, resolved, [_shown(c, "partenaire") for c in best], warnings)


def facing(
    directory: Directory,
    profile: PilotProfile,
    others: Sequence[Cluster],
    role: Literal["referent", "partenaire"],
    today: date,
) -> list[Candidate]:
    """Each of `others` judged as what `role` says, for the cluster of the profile; in the order they are given."""
    pilot, _ = _pilot(directory, profile, None, with_ties=True)
    family = _learning if role == "referent" else _building(pilot)
    return _judged(directory, pilot, family, today, True, None, others)


_learning: tuple[str, Criteria] = ("referents", referent_criteria.CRITERIA)


def _building(pilot: Pilot) -> tuple[str, Criteria]:
    """The criteria of partners; the need is one only when there is a need."""
    return "partners", {
        name: judge for name, judge in partner_criteria.CRITERIA.items() if name != "besoin" or pilot.need
    }


def _pilot(
    directory: Directory, profile: PilotProfile, need: str | None, with_ties: bool
) -> tuple[Pilot, Resolved | None]:
    resolved = directory.resolve(profile.cluster_id) if profile.cluster_id else None
    entry = resolved.cluster if resolved else None
    taken_over = directory.predecessors(entry) if entry else ()
    subject = subject_of_profile(directory.vocabulary, profile, entry, taken_over, with_ties)
    if not subject.weights and entry:
        subject = directory.subject(entry, with_ties)
    return Pilot(profile, entry, subject, need.strip() if need and need.strip() else None), resolved


def _eligible(directory: Directory, pilot: Pilot) -> list[Cluster]:
    """The active clusters other than the pilot's own. Networks introduce; they are not suggested."""
    return [c for c in directory.active if c.kind != "reseau" and (pilot.entry is None or c.id != pilot.entry.id)]


def _judged(
    directory: Directory,
    pilot: Pilot,
    family: tuple[str, Criteria],
    today: date,
    with_ties: bool,
    similarity: Similarity | None,
    among: Sequence[Cluster] | None = None,
) -> list[Candidate]:
    eligible = _eligible(directory, pilot) if among is None else among
    likeness = _likeness(pilot, eligible, similarity, with_ties)
    judged = []
    for cluster in eligible:
        relations = usable_relations(directory, pilot.entry, cluster, with_ties)
        case = Case(directory, pilot, cluster, relations, today, with_ties, likeness.get(cluster.id, Likeness()))
        judged.append(_candidate(case, family))
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
    role: Literal["referent", "partenaire"],
    need: str | None = None,
    *,
    today: date,
) -> tuple[Case, Suggestion]:
    """One candidate as it would be suggested in a role, and the case behind it, whatever its rank.

    Raises UnknownCluster for an unknown `cluster_id` of the profile.
    """
    pilot, _ = _pilot(directory, profile, need or ", ".join(profile.needs), with_ties=True)
    case = Case(directory, pilot, candidate, directory.relations, today)
    return case, _shown(_candidate(case, _learning if role == "referent" else _building(pilot)), role)


def _likeness(
    pilot: Pilot, eligible: Sequence[Cluster], similarity: Similarity | None, with_ties: bool
) -> dict[str, Likeness]:
    if similarity is None:
        return {}
    texts = {cluster.id: text_of(cluster, with_ties) for cluster in eligible}
    profile = pilot.profile
    own = "; ".join([*profile.sectors, *profile.technologies, *profile.markets]) or (profile.description or "")
    subject = _spread({i: similarity(own, text) for i, text in texts.items()}) if own else {}
    need = _spread({i: similarity(pilot.need, text) for i, text in texts.items()}) if pilot.need else {}
    return {i: Likeness(subject.get(i), need.get(i)) for i in texts}


def text_of(cluster: Cluster, with_ties: bool = True) -> str:
    """What a model reads of a cluster: name and themes, nothing from its relations unless `with_ties`."""
    ties = cluster.markets_from_ties if with_ties else ()
    return "; ".join([cluster.name, *cluster.sectors, *cluster.technologies, *cluster.markets, *ties])


def _spread(values: dict[str, float]) -> dict[str, float]:
    """Brought to [0, 1]: the median candidate at 0, the best at 1, because models differ in their scale."""
    if not values:
        return {}
    middle, top = median(values.values()), max(values.values())
    return {i: max(0.0, (v - middle) / (top - middle)) if top > middle else 0.0 for i, v in values.items()}


def _worth(directory: Directory, candidate: Candidate) -> float:
    return rank_value(candidate.score, candidate.certainty, directory.weights.ranking.prior)


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


def _missing(pilot: Pilot, found: bool) -> list[str]:
    """What to tell us when nothing was found, and what the phase implies."""
    warnings = [] if found else [_NO_THEME]
    if pilot.profile.phase is Phase.STRUCTURATION:
        warnings.append(
            "Votre cluster est en structuration : les pilotes y cherchent d’abord des référents ; un projet commun "
            "suppose que les deux clusters aient achevé leur structuration."
        )
    return warnings


def _clashes(directory: Directory, chosen: list[Candidate]) -> list[str]:
    """Pairs of suggestions between which a failure is documented."""
    return [
        f"Deux suggestions à ne pas réunir sans précaution : {caution.text}"
        for at, one in enumerate(chosen)
        for other in chosen[at + 1 :]
        for caution in antagonisms(directory, one.case.lineage, other.case.lineage, one.case.relations)
    ]


def _answer(
    directory: Directory, pilot: Pilot, resolved: Resolved | None, shown: list[Suggestion], warnings: list[str]
) -> Suggestions:
    answer = Suggestions(
        cluster_id=pilot.entry.id if pilot.entry else None, warnings=tuple(warnings), suggestions=tuple(shown)
    )
    return answered_for(answer, resolved) if resolved else answer


def answered_for(suggestions: Suggestions, resolved: Resolved) -> Suggestions:
    """`suggestions` with the old or merged name that was asked for, and the notice that says who answers."""
    if resolved.notice is None or resolved.notice in suggestions.warnings:
        return suggestions
    old = resolved.asked if resolved.via in ("merged", "former_name") else None
    return suggestions.model_copy(update={"resolved_from": old, "warnings": (resolved.notice, *suggestions.warnings)})
