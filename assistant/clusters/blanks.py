"""The blanks of an entry that cost most: fields that criteria read, null for this cluster, the weightiest first."""

from collections.abc import Mapping

from assistant.clusters.entries import Amount, Cluster
from assistant.clusters.origins import field_name
from assistant.clusters.scoring import Weights
from assistant.vocabulary import Model

# Which fields each criterion reads; a test holds the table against what the criteria do.
READ_BY: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "referents": {
        "proximite_region": ("regions",),
        "distance": ("city",),
        "avance": ("founded",),
        "moyens_comparables": ("members", "team", "budget"),
    },
    "partners": {
        "besoin": ("sectors", "technologies", "markets"),
        "proximite_thematique": ("sectors", "technologies", "markets"),
        "complementarite": ("sectors", "technologies", "markets"),
        "moyens": ("members", "team"),
        "moyens_comparables": ("members", "team", "budget"),
        "region_commune": ("regions",),
        "distance": ("city",),
    },
}


class Blank(Model):
    """A field whose value would change suggestions: its name, what it costs, the criteria it leaves in the dark."""

    field: str
    label: str
    cost: float
    criteria: tuple[str, ...]


def is_blank(cluster: Cluster, field: str) -> bool:
    """True when nothing was seen that counts: no value, an amount in words only, or one that repeats the sectors."""
    value = getattr(cluster, field)
    return not value or (isinstance(value, Amount) and not value.value) or cluster.basis(field) == "secteurs"


def blanks(cluster: Cluster, weights: Weights) -> list[Blank]:
    """The blank fields that criteria read; the cost is the sum of the weights of those criteria."""
    found: dict[str, list[tuple[str, float]]] = {}
    for family, given in (("referents", weights.referents), ("partners", weights.partners)):
        for criterion, fields in READ_BY[family].items():
            for field in fields:
                if given[criterion] > 0 and is_blank(cluster, field):
                    found.setdefault(field, []).append((criterion, given[criterion]))
    listed = [
        Blank(
            field=field,
            label=field_name(field),
            cost=round(sum(weight for _, weight in reads), 3),
            criteria=tuple(dict.fromkeys(name for name, _ in sorted(reads, key=lambda read: -read[1]))),
        )
        for field, reads in found.items()
    ]
    return sorted(listed, key=lambda blank: (-blank.cost, blank.field))
