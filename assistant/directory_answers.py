"""The part of the public interface that needs the directory alone: suggestions, sets, calls, comparisons.

No model and no library are opened for these.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from assistant.calls.file import call_in
from assistant.clusters.comparison import compare
from assistant.clusters.directory import Directory, Resolved
from assistant.clusters.profile import completed, profile_of
from assistant.clusters.suggestions import partners, referents
from assistant.clusters.team import team
from assistant.vocabulary import CallReading, Comparison, PilotProfile, Suggestions, Team


class DirectoryAnswers(ABC):
    """What the directory answers by itself, on the day that `today` gives."""

    today: Callable[[], date]

    @property
    @abstractmethod
    def directory(self) -> Directory:
        """The clusters and their relations. Raises CorpusError."""

    def resolve(self, name: str) -> Resolved:
        """The cluster that answers for a name. Raises UnknownCluster, which offers the nearest names."""
        return self.directory.resolve(name)

    def referents(
        self, cluster: str | PilotProfile, k: int = 5, need: str | None = None, without_known_relations: bool = False
    ) -> Suggestions:
        """Clusters to learn from, best first. Raises UnknownCluster."""
        return referents(
            self.directory,
            self._pilot(cluster),
            k=k,
            need=need,
            today=self.today(),
            without_known_relations=without_known_relations,
        )

    def partners(
        self, cluster: str | PilotProfile, k: int = 5, need: str | None = None, without_known_relations: bool = False
    ) -> Suggestions:
        """Clusters to build with, best first. Raises UnknownCluster."""
        return partners(
            self.directory,
            self._pilot(cluster),
            k=k,
            need=need,
            today=self.today(),
            without_known_relations=without_known_relations,
        )

    def team(self, cluster: str | PilotProfile, size: int, need: str | None = None) -> Team:
        """A set of partners for one project, checked against each other. Raises UnknownCluster."""
        return team(self.directory, self._pilot(cluster), size, need, today=self.today())

    def read_call(self, file: Path, deadline: date | None = None) -> CallReading:
        """What a call asks, and the plan back from its deadline. Raises UnreadablePath, UnreadableCall."""
        return call_in(file, deadline, self.today())

    def compare(self, clusters: Sequence[str], indicators: Sequence[str] | None = None) -> Comparison:
        """Figures side by side. Raises UnknownCluster."""
        return compare(self.directory, clusters, indicators, self.today())

    def _pilot(self, cluster: str | PilotProfile) -> PilotProfile:
        """The profile itself, or that of a named cluster, as the directory knows it."""
        if isinstance(cluster, PilotProfile):
            return completed(self.directory, cluster, self.today())[0]
        return profile_of(self.directory, self.resolve(cluster).cluster, self.today())[0]
