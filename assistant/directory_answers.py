"""The part of the public interface that needs the directory alone: suggestions, sets, calls, comparisons, meetings.

No model and no library are opened for these.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from assistant import resources
from assistant.calls.file import call_in
from assistant.clusters.apart import Apart
from assistant.clusters.comparison import DEFAULT_PEERS, compare
from assistant.clusters.directory import Directory, Resolved
from assistant.clusters.profile import completed, profile_of
from assistant.clusters.suggestions import partners, referents
from assistant.clusters.team import team
from assistant.clusters.territory import NEIGHBOURS, region_of
from assistant.errors import Misuse
from assistant.library.averages import load_averages
from assistant.library.facts import Facts
from assistant.library.named_sources import names_of, with_source_names
from assistant.meetings.arranging import arrange
from assistant.meetings.guests import Invited
from assistant.opened_once import opened_once
from assistant.vocabulary import Average, CallReading, Comparison, Language, Meetings, PilotProfile, Suggestions, Team


class DirectoryAnswers(ABC):
    """What the directory answers by itself, on the day that `today` gives."""

    today: Callable[[], date]

    @property
    @abstractmethod
    def directory(self) -> Directory:
        """The clusters and their relations. Raises CorpusError."""

    @property
    @abstractmethod
    def facts(self) -> Facts:
        """The facts behind the corpus, with their sources. Raises CorpusError."""

    @opened_once
    def averages(self) -> tuple[Average, ...]:
        """The published averages that comparisons are set beside. Raises CorpusError."""
        return load_averages(resources.corpus(), self.facts)

    def resolve(self, name: str) -> Resolved:
        """The cluster that answers for a name. Raises UnknownCluster, which offers the nearest names."""
        return self.directory.resolve(name)

    def referents(
        self,
        cluster: str | PilotProfile,
        k: int = 5,
        need: str | None = None,
        without_known_relations: bool = False,
        language: Language = "fr",
        apart: Apart | None = None,
    ) -> Suggestions:
        """Clusters to learn from, best first, but for those left `apart`. Raises UnknownCluster."""
        return referents(
            self.directory,
            self._pilot(cluster),
            k=k,
            need=need,
            today=self.today(),
            without_known_relations=without_known_relations,
            own=() if without_known_relations else self.own_referents(),
            apart=apart,
            language=language,
        )

    def left_apart(self, clusters: Sequence[str], regions: Sequence[str]) -> Apart:
        """Clusters, by any name, and regions to leave out of suggestions. Raises UnknownCluster, Misuse for no
        region."""
        unknown = [region for region in regions if region_of(region) is None]
        if unknown:
            raise Misuse(
                (f"« {unknown[0]} » n’est pas une région française.", f"“{unknown[0]}” is no French region."),
                (f"Régions : {', '.join(sorted(NEIGHBOURS))}.", f"Regions: {', '.join(sorted(NEIGHBOURS))}."),
            )
        ids = frozenset(self.resolve(name).cluster.id for name in clusters)
        return Apart(ids, frozenset(found for region in regions if (found := region_of(region))))

    def own_referents(self) -> frozenset[str]:
        """The clusters this home already turns to, besides those whose help is documented: none without a journal."""
        return frozenset()

    def partners(
        self,
        cluster: str | PilotProfile,
        k: int = 5,
        need: str | None = None,
        without_known_relations: bool = False,
        language: Language = "fr",
        apart: Apart | None = None,
    ) -> Suggestions:
        """Clusters to build with, best first, but for those left `apart`. Raises UnknownCluster."""
        return partners(
            self.directory,
            self._pilot(cluster),
            k=k,
            need=need,
            today=self.today(),
            without_known_relations=without_known_relations,
            apart=apart,
            language=language,
        )

    def team(
        self,
        cluster: str | PilotProfile,
        size: int,
        need: str | None = None,
        language: Language = "fr",
        apart: Apart | None = None,
    ) -> Team:
        """A set of partners for one project, checked against each other. Raises UnknownCluster."""
        pilot = self._pilot(cluster)
        return team(self.directory, pilot, size, need, today=self.today(), apart=apart, language=language)

    def read_call(self, file: Path, deadline: date | None = None, language: Language = "fr") -> CallReading:
        """What a call asks, and the plan back from its deadline. Raises UnreadablePath, UnreadableCall."""
        return call_in(file, deadline, self.today(), language)

    def compare(
        self,
        clusters: Sequence[str],
        indicators: Sequence[str] | None = None,
        peers: int | None = None,
        language: Language = "fr",
    ) -> Comparison:
        """Figures side by side, beside the published averages; eight clusters at most.

        `peers` more clusters are proposed for the first: by default three for a cluster that is alone, else none.
        Raises UnknownCluster, InvalidQuestion.
        """
        if peers is None:
            alone = len({self.resolve(name).cluster.id for name in clusters}) == 1
            peers = DEFAULT_PEERS if alone else 0
        found = compare(
            self.directory,
            clusters,
            indicators,
            self.today(),
            peers=peers,
            averages=self.averages,
            language=language,
        )
        return with_source_names(found, self.facts)

    def meetings(self, clusters: Iterable[str | Invited], rounds: int = 1, language: Language = "fr") -> Meetings:
        """Who should meet whom among 2 to 60 clusters, in 1 to 10 rounds. An `Invited` gives its phase with its name.

        Raises InvalidGuests.
        """
        invited = [Invited(guest) if isinstance(guest, str) else guest for guest in clusters]
        found = arrange(self.directory, invited, rounds, self.today(), language)
        met = [source for made in found.rounds for meeting in made.meetings for source in meeting.sources]
        return found.model_copy(update={"source_names": self.source_names(met)})

    def source_names(self, sources: Iterable[str]) -> dict[str, str]:
        """Title, organisation and year by address, of those the registry knows. Raises CorpusError."""
        return names_of(sources, self.facts)

    def _pilot(self, cluster: str | PilotProfile) -> PilotProfile:
        """The profile itself, or that of a named cluster, as the directory knows it."""
        if isinstance(cluster, PilotProfile):
            return completed(self.directory, cluster, self.today())[0]
        return profile_of(self.directory, self.resolve(cluster).cluster, self.today())[0]
