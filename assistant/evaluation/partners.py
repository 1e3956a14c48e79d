"""Partners measured on the documented relations, by the code of `partners`.

Relations of stage projet or convention, then contact added; mergers followed. Every active cluster with a documented
partner asks, every active cluster may answer, any documented partner counts. Nothing from relations reaches what is
measured: no relation, no market learnt from one. Intervals: 95 % bootstrap over relations.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from assistant.clusters.directory import Directory
from assistant.clusters.scoring import PARTNERS
from assistant.clusters.suggestions import partners
from assistant.evaluation.baselines import baselines, candidates, popularity
from assistant.evaluation.comparing import compared, table
from assistant.evaluation.partner_weights import learn_weights
from assistant.evaluation.ranking import spread
from assistant.evaluation.relations import joining, masked, pairs, queries, scored, suggested, tuning
from assistant.index.embedding import Embedder

SETS: dict[str, tuple[str, ...]] = {
    "projet_convention": ("projet", "convention"),
    "with_contact": ("projet", "convention", "contact"),
}
# What says nothing here: no need is expressed, and relations are hidden.
_SILENT = frozenset({"besoin", "liens_deux_pas", "lien_documente"})


def rankings(directory: Directory, today: date) -> dict[str, list[str]]:
    """For each active cluster, the others as `partners` orders them, looking at no relation between the two."""
    return {cluster: [s.cluster_id for s in found] for cluster, found in suggested(partners, directory, today).items()}


def evaluate_partners(
    directory: Directory, today: date, embedder: Embedder | None = None, *, ablation: bool = True
) -> dict[str, Any]:
    """All tables, one set of relations after the other; those without each criterion take most of the time.

    Baselines with vectors need an embedder.
    """
    directory, blind = scored(directory), masked(directory)
    own, ids = rankings(blind, today), [cluster.id for cluster in blind.active]
    switched_off = sorted(PARTNERS - _SILENT) if ablation else ()
    without = {name: rankings(_without(blind, name), today) for name in switched_off}
    others, simple = len(candidates(blind)) - 1, baselines(blind, embedder)
    report: dict[str, Any] = {"clusters": len(ids), **spread(own, ids)}
    for name, stages in SETS.items():
        sides = joining(directory, stages)
        asked, joined = queries(sides), {relation: members for relation, (members, _) in sides.items()}
        report[name] = {
            "relations": len(sides),
            **compared(own, {"popularity": popularity(blind, joined), **simple}, asked, others),
            "per_pair": {"pairs": len(pairs(sides)), **table(own, pairs(sides))},
            "without_criterion": {key: table(ranking, asked) for key, ranking in without.items()},
        }
    return report


def learn(directory: Directory, today: date) -> dict[str, Any]:
    """The weights that the relations kept for tuning teach."""
    names = sorted(PARTNERS - _SILENT)
    return learn_weights(tuning(directory), names, SETS["with_contact"], today)


def _without(directory: Directory, criterion: str) -> Directory:
    """The directory with the weight of one criterion of partners at 0."""
    weights = directory.weights
    partners_weights = {**weights.partners, criterion: 0.0}
    return replace(directory, weights=weights.model_copy(update={"partners": partners_weights}))
