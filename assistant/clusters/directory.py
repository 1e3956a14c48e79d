"""The directory in memory: clusters by any of their names, who took over whom, the documented relations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from assistant.clusters import notices
from assistant.clusters.bearers import Names, Via
from assistant.clusters.closeness import Rarity, Space
from assistant.clusters.declared import with_declared
from assistant.clusters.entries import Cluster, Relation
from assistant.clusters.files import read_clusters, read_grades, read_relations
from assistant.clusters.judgements import Grades, fair, may_be_told
from assistant.clusters.mentions import NameFinder, names_of
from assistant.clusters.names import compact, normalized
from assistant.clusters.saying import Voice, load_english
from assistant.clusters.scoring import Weights, load_weights
from assistant.clusters.spreading import Spreading
from assistant.clusters.telling import Telling
from assistant.clusters.territory import region_of
from assistant.clusters.themes import Subject, Vocabulary, load_vocabulary, subject_of_cluster
from assistant.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Resolved:
    """Which cluster answers for the name `asked`; `notice` is a sentence when it is not the obvious one."""

    cluster: Cluster
    asked: str
    via: Via
    notice: str | None = None
    english: str | None = None

    def told(self, language: Language) -> tuple[str, ...]:
        """The notice in a language, if there is one."""
        said = self.notice if language == "fr" else self.english
        return (said,) if said else ()


@dataclass(frozen=True, slots=True)
class Mention:
    """The stretch [start, end) of a text that names `cluster`, and who answers for it today."""

    start: int
    end: int
    cluster: Cluster
    resolved: Resolved


@dataclass(frozen=True)
class Directory:
    """Clusters, relations, the vocabulary of themes and the weights of criteria, read once and never changed."""

    clusters: tuple[Cluster, ...]
    relations: tuple[Relation, ...]
    vocabulary: Vocabulary
    weights: Weights
    grades: Grades = field(default_factory=dict)
    english: Mapping[str, str] = field(default_factory=dict)

    def voice(self, language: Language) -> Voice:
        """How the directory speaks in a language."""
        return Voice(language, self.english)

    # --- by identifier ---------------------------------------------------------------------------------

    @cached_property
    def by_id(self) -> dict[str, Cluster]:
        """Every entry, merged and historical ones included."""
        return {cluster.id: cluster for cluster in self.clusters}

    @cached_property
    def active(self) -> tuple[Cluster, ...]:
        """The entries with no sign that they ended, those whose life nobody verified included."""
        return tuple(cluster for cluster in self.clusters if cluster.lives)

    def successor(self, cluster_id: str) -> Cluster:
        """The cluster that answers for `cluster_id` today, mergers followed to the end."""
        cluster = self.by_id[cluster_id]
        while cluster.merged_into is not None:
            cluster = self.by_id[cluster.merged_into]
        return cluster

    @cached_property
    def _lineages(self) -> dict[str, tuple[str, ...]]:
        lineages: dict[str, tuple[str, ...]] = {}
        for cluster in self.clusters:
            final = self.successor(cluster.id).id
            lineages[final] = (*lineages.get(final, ()), cluster.id)
        return lineages

    @cached_property
    def _tied(self) -> dict[frozenset[str], tuple[Relation, ...]]:
        return {}

    def relations_of(self, lineage: frozenset[str]) -> tuple[Relation, ...]:
        """The relations that name one of these clusters, in the order of the file; each set is looked up once."""
        if lineage not in self._tied:
            self._tied[lineage] = tuple(r for r in self.relations if not lineage.isdisjoint(r.clusters))
        return self._tied[lineage]

    def lineage(self, cluster_id: str) -> frozenset[str]:
        """The ids of the cluster that answers for `cluster_id` and of all it took over."""
        return frozenset(self._lineages[self.successor(cluster_id).id])

    def predecessors(self, cluster: Cluster) -> tuple[Cluster, ...]:
        """The clusters that `cluster` took over, directly or not."""
        return tuple(self.by_id[i] for i in self._lineages.get(cluster.id, ()) if i != cluster.id)

    def merger_year(self, cluster: Cluster) -> int | None:
        """The year a merged cluster joined the one it was merged into, from the documented mergers."""
        years = [
            relation.year
            for relation in self.relations
            if relation.stage == "fusion" and {cluster.id, cluster.merged_into} <= set(relation.clusters)
        ]
        return next((year for year in years if year is not None), None)

    def merger_sources(self, cluster: Cluster) -> tuple[str, ...]:
        """The pages behind the merger of a merged cluster into the one it names, « paper » for the starting article."""
        pair = {cluster.id, cluster.merged_into}
        return tuple(s for r in self.relations if r.stage == "fusion" and pair <= set(r.clusters) for s in r.sources)

    # --- by name ---------------------------------------------------------------------------------------

    @cached_property
    def _names(self) -> Names:
        return Names(self.clusters)

    def resolve(self, name: str) -> Resolved:
        """The cluster that answers for `name`, whatever its accents, capitals, apostrophes and punctuation.

        A merged cluster answers by its successor, a historical one by itself; both with a notice.
        Raises UnknownCluster, which offers the nearest names.
        """
        bearers = self._names.bearers(name)
        if not bearers:
            raise self._names.unknown(name)
        return self._answering(name, *bearers[0])

    def knows(self, name: str) -> bool:
        """Whether some cluster answers for `name`; unlike `resolve`, looks for no name near it."""
        return bool(self._names.bearers(name))

    def _answering(self, asked: str, via: Via, cluster: Cluster) -> Resolved:
        final, voices = self.successor(cluster.id), (self.voice("fr"), self.voice("en"))
        if final is not cluster:
            return Resolved(final, asked, "merged", *(notices.merged(self, cluster, voice) for voice in voices))
        if not cluster.lives:
            return Resolved(cluster, asked, via, *(notices.ended(cluster, voice) for voice in voices))
        if via == "former_name":
            return Resolved(cluster, asked, via, *(notices.renamed(asked, cluster, voice) for voice in voices))
        return Resolved(cluster, asked, via)

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(self.clusters)

    def mentions(self, text: str) -> list[Mention]:
        """The clusters named in `text`, left to right; acronyms and common words only when written as names."""
        mentions = []
        for found in self._finder.find(text):
            name, cluster = text[found.start : found.end], self.by_id[found.cluster_id]
            resolved = self._answering(name, self._names.via(name, cluster), cluster)
            mentions.append(Mention(found.start, found.end, cluster, resolved))
        return mentions

    # --- themes ----------------------------------------------------------------------------------------

    @cached_property
    def _subjects(self) -> dict[tuple[str, bool], Subject]:
        return {
            (cluster.id, with_ties): subject_of_cluster(
                self.vocabulary, cluster, self.predecessors(cluster), with_ties=with_ties
            )
            for cluster in self.clusters
            for with_ties in (True, False)
        }

    def subject(self, cluster: Cluster, with_ties: bool = True) -> Subject:
        """What a cluster is about; `with_ties` counts the markets known only from a documented tie."""
        return self._subjects[cluster.id, with_ties]

    @cached_property
    def rarity(self) -> Rarity:
        """How rare themes and words are among the active clusters."""
        return Rarity.among(self.subject(cluster) for cluster in self.active)

    @cached_property
    def telling(self) -> Telling:
        """Which words say by themselves what an active cluster works on."""
        return Telling.among(self.vocabulary, self.active)

    @cached_property
    def filieres(self) -> frozenset[str]:
        """The themes that some active cluster has as its own sector."""
        return frozenset(theme for cluster in self.active for theme in self.subject(cluster).filieres)

    @cached_property
    def spreading(self) -> Spreading:
        """What the active clusters offer each filière, networks left out."""
        return Spreading.among(self.vocabulary, (self.subject(c) for c in self.active if c.kind != "reseau"))

    @cached_property
    def space(self) -> Space:
        """Where the subjects of clusters and profiles are compared."""
        return Space(self.vocabulary, self.rarity)

    # --- by what they are ------------------------------------------------------------------------------

    def find(
        self,
        text: str = "",
        region: str | None = None,
        sector: str | None = None,
        kind: str | None = None,
        status: str | None = None,
    ) -> list[Cluster]:
        """The clusters that fit every filter given, in the order of their names.

        `text` is looked for in names, themes and city; `region` may be an old one; `sector` in themes only.
        """
        wanted = region_of(region) or region if region else None
        fitting = [
            cluster
            for cluster in self.clusters
            if (not wanted or normalized(wanted) in [normalized(r) for r in cluster.regions])
            and (not kind or cluster.kind == kind)
            and (not status or cluster.status == status)
            and (not sector or normalized(sector) in _themes(cluster))
            and all(word in f"{_themes(cluster)} {_identity(cluster)}" for word in normalized(text).split())
        ]
        return sorted(fitting, key=lambda cluster: normalized(cluster.short_name))


def _themes(cluster: Cluster) -> str:
    return normalized(" ".join([*cluster.sectors, *cluster.technologies, *cluster.markets]))


def _identity(cluster: Cluster) -> str:
    names = names_of(cluster)
    return normalized(" ".join([cluster.id, *names, cluster.city or ""])) + " " + " ".join(map(compact, names))


def load_directory(corpus: Path, declared: Path | None = None) -> Directory:
    """The directory of the folder `corpus`: clusters, relations, themes and weights.

    `declared` is the file of what clusters say of themselves, laid over the shipped entries. Raises CorpusError,
    which names the file, the entry, the field and what to do, or InvalidDeclaration.
    """
    grades = read_grades(corpus / "sources.yaml")
    clusters = tuple(fair(cluster, grades) for cluster in read_clusters(corpus / "clusters.yaml"))
    if declared is not None:
        clusters = with_declared(clusters, declared)
    relations = read_relations(corpus / "relations.yaml", frozenset(cluster.id for cluster in clusters))
    return Directory(
        clusters,
        tuple(relation for relation in relations if may_be_told(relation, grades)),
        load_vocabulary(corpus / "themes.yaml"),
        load_weights(corpus / "weights.yaml"),
        grades,
        load_english(corpus / "in_english.yaml"),
    )
