"""What is told when a name is not that of a cluster of today: whom it joined, what it became, what it is called now."""

from typing import TYPE_CHECKING

from assistant.clusters.entries import Cluster
from assistant.clusters.saying import Voice

if TYPE_CHECKING:
    from assistant.clusters.directory import Directory


def merged(directory: "Directory", cluster: Cluster, voice: Voice) -> str:
    """Who took the cluster over, step by step, and for whom the answer is."""
    final = directory.successor(cluster.id).short_name
    if cluster.fate:
        return voice.say("merged_with_fate", name=cluster.short_name, fate=voice.word(cluster.fate), final=final)
    steps, at = [], cluster
    while at.merged_into is not None:
        year = directory.merger_year(at)
        at = directory.by_id[at.merged_into]
        steps.append(at.short_name + (f" ({year})" if year else ""))
    return voice.say("joined", name=cluster.short_name, steps=voice.say("then").join(steps), final=final)


def ended(cluster: Cluster, voice: Voice) -> str:
    """What became of a cluster that nobody took over."""
    return voice.say("said_of", name=cluster.short_name, what=voice.word(cluster.fate or ""))


def renamed(asked: str, cluster: Cluster, voice: Voice) -> str:
    """The name is one it bore."""
    return voice.say("former_name", asked=asked, name=cluster.short_name)
