"""From criteria to an ordered list: score, certainty, diversity. The weights lie in `corpus/weights.yaml`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import Field

from assistant.clusters.files import corpus_error, read_yaml, validated
from assistant.vocabulary import CriterionValue, Model

T = TypeVar("T")

REFERENTS = frozenset(
    ("proximite_region distance avance reussite_reconnue moyens_comparables habitude_aide lien_documente").split()
)
PARTNERS = frozenset(
    (
        "besoin proximite_thematique complementarite structuration_achevee liens_deux_pas moyens moyens_comparables "
        "region_commune distance lien_documente"
    ).split()
)


class Judged(NamedTuple):
    """What a criterion says of a candidate: a value in [0, 1] or null when unknown, a sentence, sources."""

    value: float | None
    because: str
    sources: tuple[str, ...] = ()


class Ranking(Model):
    """How lists are ordered.

    `prior`: what an unknown score is worth; `priors`: the same for criteria of which the unknown says something;
    `diversite`: what resembling an earlier suggestion costs; `certitude_minimale`: below it, nothing is suggested.
    """

    prior: float = Field(ge=0, le=1)
    priors: dict[str, float] = Field(default_factory=dict)
    diversite: float = Field(ge=0, le=1)
    certitude_minimale: float = Field(ge=0, le=1)


class Weights(Model):
    """The weight of each criterion in each family, and how lists are ordered."""

    referents: dict[str, float]
    partners: dict[str, float]
    ranking: Ranking


def load_weights(path: Path) -> Weights:
    """The weights of `weights.yaml`; each family has exactly its criteria. Raises CorpusError."""
    weights = validated(Weights, read_yaml(path), path, "poids")
    for family, names, given in (("referents", REFERENTS, weights.referents), ("partners", PARTNERS, weights.partners)):
        for name in sorted(names ^ given.keys()):
            raise corpus_error(path, f"entrée {family}, champ {name}", "critère inconnu ou poids absent")
        if any(not 0 <= weight <= 1 for weight in given.values()) or not any(given.values()):
            raise corpus_error(path, f"entrée {family}", "les poids vont de 0 à 1 et l’un d’eux au moins compte")
    return weights


def criterion(name: str, weight: float, judged: Judged) -> CriterionValue:
    """A judged criterion as it is shown."""
    value = None if judged.value is None else round(min(1.0, max(0.0, judged.value)), 3)
    return CriterionValue(name=name, value=value, weight=weight, because=judged.because, sources=judged.sources)


def score_and_certainty(criteria: Sequence[CriterionValue]) -> tuple[float, float]:
    """Score = Σ w·v / Σ w over known criteria; certainty = Σ w known / Σ w. Both 0 when nothing is known."""
    known = [c for c in criteria if c.value is not None]
    weight, total = sum(c.weight for c in known), sum(c.weight for c in criteria)
    if weight == 0:
        return 0.0, 0.0
    score = sum(c.weight * (c.value or 0.0) for c in known) / weight
    return round(min(1.0, score), 4), round(min(1.0, weight / total), 4)


def rank_value(score: float, certainty: float, prior: float) -> float:
    """What a candidate is expected to be worth: what is unknown counts as `prior`, neither praised nor punished."""
    return certainty * score + (1 - certainty) * prior


def expected_worth(criteria: Sequence[CriterionValue], ranking: Ranking) -> float:
    """`rank_value` criterion by criterion: the weighted mean of the values, each unknown one at its prior."""
    total = sum(c.weight for c in criteria)
    if total == 0:
        return ranking.prior
    valued = [ranking.priors.get(c.name, ranking.prior) if c.value is None else c.value for c in criteria]
    return sum(c.weight * value for c, value in zip(criteria, valued, strict=True)) / total


def diversified(
    candidates: Sequence[T],
    k: int,
    worth: Callable[[T], float],
    likeness: Callable[[T, T], float],
    penalty: float,
    key: Callable[[T], str],
) -> list[T]:
    """The `k` best, each losing `penalty` × its likeness to the one already chosen that it resembles most.

    Greedy maximal marginal relevance (Carbonell & Goldstein, 1998). `key` breaks ties, so that the order in
    which candidates come does not matter.
    """
    left = {key(candidate): candidate for candidate in candidates}
    worths = {identifier: worth(candidate) for identifier, candidate in left.items()}
    resembling = dict.fromkeys(left, 0.0)
    chosen: list[T] = []
    while left and len(chosen) < k:
        best = min(left, key=lambda identifier: (penalty * resembling[identifier] - worths[identifier], identifier))
        taken = left.pop(best)
        chosen.append(taken)
        for identifier, candidate in left.items():
            resembling[identifier] = max(resembling[identifier], likeness(taken, candidate))
    return chosen
