"""The candidates of a family, référents or partners: each judged by every criterion, ordered, shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.clusters import partners as partner_criteria
from assistant.clusters import referents as referent_criteria
from assistant.clusters.apart import Apart
from assistant.clusters.case import Case, Pilot, usable_relations
from assistant.clusters.cautions import cautions
from assistant.clusters.contact import contact
from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster
from assistant.clusters.scoring import Judged, criterion, diversified, expected_worth, score_and_certainty
from assistant.vocabulary import CriterionValue, Role, Suggestion

Criteria = Mapping[str, Callable[[Case], Judged]]
LEARNING: tuple[str, Criteria] = ("referents", referent_criteria.CRITERIA)


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

    @property
    def worth(self) -> float:
        """What the list is ordered by: unknown criteria count as their prior."""
        return expected_worth(self.criteria, self.case.directory.weights.ranking)

    def shown(self, role: Role | Literal["a_clarifier"]) -> Suggestion:
        """The candidate as a suggestion, with its cautions and how to reach it."""
        return Suggestion(
            role=role,
            cluster_id=self.id,
            name=self.case.candidate.short_name,
            score=self.score,
            certainty=self.certainty,
            criteria=self.criteria,
            cautions=cautions(self.case),
            contact=contact(self.case),
        )


def building(pilot: Pilot) -> tuple[str, Criteria]:
    """The criteria of partners; the need is one only when there is a need."""
    return "partners", {
        name: judge for name, judge in partner_criteria.CRITERIA.items() if name != "besoin" or pilot.need
    }


def _eligible(directory: Directory, pilot: Pilot) -> list[Cluster]:
    """The active clusters other than the pilot's own. Networks introduce; they are not suggested."""
    return [c for c in directory.active if c.kind != "reseau" and (pilot.entry is None or c.id != pilot.entry.id)]


def judged_by(
    directory: Directory,
    pilot: Pilot,
    family: tuple[str, Criteria],
    today: date,
    with_ties: bool,
    among: Sequence[Cluster] | None = None,
    apart: Apart | None = None,
) -> list[Candidate]:
    """Every eligible cluster judged, or each of `among`; those that `apart` leaves out are not."""
    eligible = _eligible(directory, pilot) if among is None else among
    if apart:
        eligible = [cluster for cluster in eligible if not apart.leaves_out(cluster)]
    judged = []
    for cluster in eligible:
        relations = usable_relations(directory, pilot.entry, cluster, with_ties)
        judged.append(candidate_of(Case(directory, pilot, cluster, relations, today, with_ties), family))
    return judged


def candidate_of(case: Case, family: tuple[str, Criteria]) -> Candidate:
    """The candidate of a case, judged by the criteria of a family."""
    name, criteria = family
    weights: dict[str, float] = getattr(case.directory.weights, name)
    values = tuple(criterion(key, weights[key], judge(case)) for key, judge in criteria.items())
    return Candidate(case, values, *score_and_certainty(values))


def best_of(judged: Sequence[Candidate], k: int) -> list[Candidate]:
    """The `k` worthiest of whom enough is known, none a clone of another."""

    def likeness(one: Candidate, other: Candidate) -> float:
        return one.case.directory.space.closeness(one.case.subject, other.case.subject) or 0.0

    if not judged:
        return []
    ranking = judged[0].case.directory.weights.ranking
    known = [c for c in judged if c.certainty >= ranking.certitude_minimale]
    return diversified(known, k, lambda c: c.worth, likeness, ranking.diversite, lambda c: c.id)
