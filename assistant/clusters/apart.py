"""What a pilot leaves out of the suggestions."""

from dataclasses import dataclass

from assistant.clusters.entries import Cluster, Kind


@dataclass(frozen=True)
class Apart:
    """What the pilot leaves out of the suggestions: clusters by id, all that are based in some regions (the first of
    theirs), all that work in none of `inside` if there are any, all whose members are fewer or more than wanted, or unknown when that counts, all that are of none of `kinds` if there
    are any."""

    clusters: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    least: float | None = None
    most: float | None = None
    kinds: frozenset[Kind] = frozenset()

    def leaves_out(self, cluster: Cluster) -> bool:
        """Whether this cluster is left out."""
        elsewhere = bool(self.inside) and self.inside.isdisjoint(cluster.regions)
        return (
            cluster.id in self.clusters
            or not self.regions.isdisjoint(cluster.regions[:1])
            or elsewhere
            or bool(self.kinds and cluster.kind not in self.kinds)
            or self._size(cluster)
        )

    def _size(self, cluster: Cluster) -> bool:
        if self.least is None and self.most is None:
            return False
        count = cluster.members.count if cluster.members else None
        return count is None or not (self.least or 0) <= count <= (self.most or count)
