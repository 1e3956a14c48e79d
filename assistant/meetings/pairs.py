"""What a meeting between two guests is worth, from the criteria of référents and partners, and what forbids it.

A guest in structuration comes to learn; two that are past it come to build; two novices compare notes. When the phase
of one is unknown, learning and building are both weighed, and the better one holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from assistant.clusters.candidates import Candidate
from assistant.clusters.cautions import failures_between, rivalry_between
from assistant.clusters.directory import Directory
from assistant.clusters.scoring import expected_worth
from assistant.clusters.suggestions import facing
from assistant.meetings.guests import Present
from assistant.vocabulary import Caution, CriterionValue, Language, MeetingKind, Phase

# What may be the reason of a meeting; the second line only when nothing of the first speaks for it.
_TELLING: dict[MeetingKind, tuple[tuple[str, ...], ...]] = {
    "referent": (
        ("habitude_aide", "avance", "reussite_reconnue", "proximite_region", "moyens_comparables", "lien_documente"),
        ("distance",),
    ),
    "partenaire": (
        ("complementarite", "proximite_thematique", "liens_deux_pas", "lien_documente"),
        ("region_commune",),
    ),
    "entre_pairs": (("proximite_region", "moyens_comparables", "lien_documente"), ("distance",)),
}
_SPEAKS_FOR = 0.3  # a value from which a criterion is a reason to meet
_PEERS_WORTH = 0.5  # of what a référent is worth: two novices lack what they look for


@dataclass(frozen=True)
class Pair:
    """Two guests who may meet: as what, how well, the criterion that says most, who learns, what to know before."""

    ids: tuple[str, str]
    kind: MeetingKind
    learner: str | None
    candidate: Candidate
    worth: float
    lead: CriterionValue | None
    rivals: Caution | None
    cautions: tuple[Caution, ...]


def pairs(
    directory: Directory, guests: Sequence[Present], today: date, language: Language = "fr"
) -> tuple[list[Pair], dict[tuple[str, str], Caution]]:
    """Every pair that may meet, and the pairs that a documented failure forbids, mergers followed."""
    judged = _Judgements(directory, guests, today, language)
    allowed, forbidden = [], {}
    for one, other in combinations(guests, 2):
        failures = failures_between(directory, one.cluster, other.cluster, directory.voice(language))
        quarrel = next((caution for caution in failures if caution.kind == "antagonisme"), None)
        if quarrel:
            forbidden[one.cluster.id, other.cluster.id] = quarrel
        else:
            rivals = rivalry_between(directory, one.cluster, other.cluster, today, language)
            allowed.append(_pair(judged, one, other, failures, rivals))
    return allowed, forbidden


class _Judgements:
    """Each guest facing each other one, as référent and as partner: (who asks, who is judged) → candidate."""

    def __init__(self, directory: Directory, guests: Sequence[Present], today: date, language: Language) -> None:
        self.ranking = directory.weights.ranking
        helpers = {helper for relation in directory.relations for helper in relation.helpers}
        self._helpers = {directory.successor(helper).id for helper in helpers}
        self._referents = dict[tuple[str, str], Candidate]()
        self._partners = dict[tuple[str, str], Candidate]()
        for guest in guests:
            others = [other.cluster for other in guests if other is not guest]
            mine = guest.cluster.id
            if guest.profile.phase is not Phase.DEVELOPPEMENT:
                found = facing(directory, guest.profile, others, "referent", today, language)
                self._referents |= {(mine, candidate.id): candidate for candidate in found}
            if guest.profile.phase is not Phase.STRUCTURATION:
                found = facing(directory, guest.profile, others, "partenaire", today, language)
                self._partners |= {(mine, candidate.id): candidate for candidate in found}
        # Where everybody is of one region, the region is nobody's reason to meet one rather than another.
        self._usual = {"referent": _means(self._referents.values()), "partenaire": _means(self._partners.values())}

    def learning(self, learner: Present, other: Present) -> tuple[float, Candidate]:
        """What the other is worth as a référent."""
        candidate = self._referents[learner.cluster.id, other.cluster.id]
        return self._worth(candidate), candidate

    def may_learn(self, learner: Present, other: Present) -> bool:
        """Whether the first may come as a novice. Of unknown phase, whoever already helped others does not."""
        mine, theirs = learner.profile.phase, other.profile.phase
        if theirs is Phase.DEVELOPPEMENT:
            return mine is Phase.STRUCTURATION or (mine is Phase.INCONNUE and learner.cluster.id not in self._helpers)
        return mine is Phase.STRUCTURATION and theirs is Phase.INCONNUE

    def building(self, one: Present, other: Present) -> tuple[float, Candidate]:
        """What the two are worth as partners, the mean of both sides; told from the side that has the better reason."""
        sides = [self._partners[a.cluster.id, b.cluster.id] for a, b in ((one, other), (other, one))]
        told = max(sides, key=lambda candidate: (candidate.score * candidate.certainty, candidate.id))
        return sum(self._worth(candidate) for candidate in sides) / 2, told

    def lead(self, candidate: Candidate, kind: MeetingKind) -> CriterionValue | None:
        """The criterion that tells most for this meeting rather than for the others of the set, or null."""
        usual = self._usual["partenaire" if kind == "partenaire" else "referent"]
        for names in _TELLING[kind]:
            speaking = [c for c in candidate.criteria if c.name in names and (c.value or 0.0) >= _SPEAKS_FOR]
            if speaking:
                return max(speaking, key=lambda c: (c.weight * ((c.value or 0.0) - usual[c.name]), c.name))
        return None

    def _worth(self, candidate: Candidate) -> float:
        return expected_worth(candidate.criteria, self.ranking)


def _pair(
    judged: _Judgements, one: Present, other: Present, failures: Sequence[Caution], rivals: Caution | None
) -> Pair:
    worth, kind, learner, candidate = max(_readings(judged, one, other), key=lambda reading: reading[0])
    head_on = rivals if rivals and candidate.case.shared_regions else None
    return Pair(
        ids=(one.cluster.id, other.cluster.id),
        kind=kind,
        learner=learner.cluster.id if learner else None,
        candidate=candidate,
        worth=worth,
        lead=judged.lead(candidate, kind),
        rivals=head_on,
        cautions=(*failures, *((rivals,) if rivals else ())),
    )


def _readings(
    judged: _Judgements, one: Present, other: Present
) -> list[tuple[float, MeetingKind, Present | None, Candidate]]:
    """The kinds of meeting that the phases of the two allow."""
    found: list[tuple[float, MeetingKind, Present | None, Candidate]] = []
    for learner, host in ((one, other), (other, one)):
        if judged.may_learn(learner, host):
            worth, candidate = judged.learning(learner, host)
            found.append((worth, "referent", learner, candidate))
    if Phase.STRUCTURATION not in (one.profile.phase, other.profile.phase):
        worth, candidate = judged.building(one, other)
        found.append((worth, "partenaire", None, candidate))
    if not found:
        worth, candidate = judged.learning(one, other)
        found.append((_PEERS_WORTH * worth, "entre_pairs", None, candidate))
    return found


def _means(candidates: Iterable[Candidate]) -> dict[str, float]:
    """The mean value of each criterion where it is known."""
    values = defaultdict[str, list[float]](list)
    for candidate in candidates:
        for criterion in candidate.criteria:
            if criterion.value is not None:
                values[criterion.name].append(criterion.value)
    return {name: sum(found) / len(found) for name, found in values.items()}
