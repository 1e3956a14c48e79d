"""Référents measured on the structuring contacts of the article and on judged pairs, by the code of `referents`.

A query is an active cluster that was helped by another one in a documented contact (`helpers`); any of those that
helped it counts. Relations are hidden as for partners. There are few: what is measured is whether the référents that
pilots found by themselves come first, not whether others would have served as well. The profile is that of today, while
the help was given when the cluster was young: being further along is judged on today's difference.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.clusters.directory import Directory
from assistant.clusters.suggestions import referents
from assistant.evaluation.baselines import baselines, candidates, popularity
from assistant.evaluation.comparing import compared
from assistant.evaluation.judgements import Pair, evaluate_judgements
from assistant.evaluation.ranking import spread
from assistant.evaluation.relations import helping, masked, pairs, queries, scored, suggested
from assistant.vocabulary import Suggestion


def evaluate_referents(directory: Directory, today: date, judged: Sequence[Pair] = ()) -> dict[str, Any]:
    """Tables by cluster that was helped and by pair; accuracy on judged pairs when there are some."""
    blind = masked(directory)
    lists, ids = suggested(referents, blind, today), [cluster.id for cluster in blind.active]
    own = {cluster: [suggestion.cluster_id for suggestion in found] for cluster, found in lists.items()}
    sides = helping(scored(directory))
    others = len(candidates(blind)) - 1
    joined = {relation: helped | helpers for relation, (helped, helpers) in sides.items()}
    simple = {"popularity": popularity(blind, joined), **baselines(blind)}
    return {
        "clusters": len(ids),
        **spread(own, ids),
        "relations": len(sides),
        **compared(own, simple, queries(sides), others),
        "per_pair": {"pairs": len(pairs(sides)), **compared(own, simple, pairs(sides), others)},
        "judged": evaluate_judgements(blind, judged, {"measured": _referents_first(lists), **simple}),
    }


def _referents_first(lists: dict[str, tuple[Suggestion, ...]]) -> dict[str, list[str]]:
    """Those to be cleared up after the référents: they are shown first, but are not any."""
    return {
        cluster: [s.cluster_id for s in sorted(found, key=lambda suggestion: suggestion.role != "referent")]
        for cluster, found in lists.items()
    }
