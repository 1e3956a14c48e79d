"""What a pilot leaves out of the suggestions."""

from dataclasses import dataclass

from assistant.clusters.entries import Cluster


@dataclass(frozen=True)
class Apart:
    """What the pilot leaves out of the suggestions: clusters by id, and all that work in some regions."""

    clusters: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()

    def leaves_out(self, cluster: Cluster) -> bool:
        """Whether this cluster is left out."""
        return cluster.id in self.clusters or not self.regions.isdisjoint(cluster.regions)
