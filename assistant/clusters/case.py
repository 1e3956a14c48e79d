"""One pilot's cluster facing one candidate: all that a criterion or a caution may look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.clusters.directory import Directory
from assistant.clusters.entries import Cluster, Relation
from assistant.clusters.maturity import FoundPhase, phase_of
from assistant.clusters.saying import Voice
from assistant.clusters.territory import NATIONAL, region_of
from assistant.clusters.themes import Subject
from assistant.vocabulary import Language, PilotProfile, Said

OURS: Said = {"fr": "votre cluster", "en": "your cluster"}


@dataclass(frozen=True)
class Pilot:
    """The side that asks, in its language: the profile, its entry of the directory if it has one, its subject."""

    profile: PilotProfile
    entry: Cluster | None
    subject: Subject
    need: str | None
    language: Language = "fr"

    @property
    def name(self) -> str:
        """How the pilot's cluster is called in sentences."""
        return self.entry.short_name if self.entry else self.profile.name or OURS[self.language]

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Today's regions, old names mapped, unknown ones left out."""
        return tuple(region for name in self.profile.regions if (region := region_of(name)))


@dataclass(frozen=True)
class Case:
    """A pilot and a candidate. `relations` are those that may be looked at."""

    directory: Directory
    pilot: Pilot
    candidate: Cluster
    relations: tuple[Relation, ...]
    today: date
    with_ties: bool = True

    @cached_property
    def voice(self) -> Voice:
        """How reasons are said: in the pilot's language."""
        return self.directory.voice(self.pilot.language)

    def label(self, theme: str) -> str:
        """The name of a theme."""
        return self.voice.word(self.directory.vocabulary.label(theme))

    @cached_property
    def subject(self) -> Subject:
        """What the candidate is about."""
        return self.directory.subject(self.candidate, self.with_ties)

    @cached_property
    def lineage(self) -> frozenset[str]:
        """The candidate and the clusters it took over."""
        return self.directory.lineage(self.candidate.id)

    @cached_property
    def own_lineage(self) -> frozenset[str]:
        """The pilot's cluster and those it took over; empty when it is not in the directory."""
        return self.directory.lineage(self.pilot.entry.id) if self.pilot.entry else frozenset()

    @cached_property
    def ties(self) -> tuple[Relation, ...]:
        """The documented relations between the two, mergers followed."""
        theirs = self.tied(self.lineage)
        return tuple(relation for relation in theirs if not self.own_lineage.isdisjoint(relation.clusters))

    def tied(self, lineage: frozenset[str]) -> tuple[Relation, ...]:
        """The relations that may be looked at and name one of these clusters."""
        if self.relations is self.directory.relations:
            return self.directory.relations_of(lineage)
        return tuple(relation for relation in self.relations if not lineage.isdisjoint(relation.clusters))

    @cached_property
    def helped(self) -> tuple[Relation, ...]:
        """The documented exchanges in which the candidate, or one it took over, helped another cluster."""
        return tuple(relation for relation in self.relations if not self.lineage.isdisjoint(relation.helpers))

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The candidate's regions, none for a national network."""
        return tuple(region for region in self.candidate.regions if region != NATIONAL)

    @cached_property
    def phase(self) -> FoundPhase:
        """The candidate's phase and why."""
        return phase_of(self.directory, self.candidate, self.today, self.relations, self.voice)

    @cached_property
    def same_theme(self) -> list[str]:
        """The themes on which the two may compete.

        Those both have as their sector, and those that are the sector of one, a market of the other, when the
        sector of that other is a related one (agriculture for vine, not photonics for health).
        """
        return _competing(self.directory, self.pilot.subject, self.subject)

    @cached_property
    def own_members(self) -> str:
        """How many members the pilot's cluster has, in words, with the year when the directory gives it."""
        entry, said = self.pilot.entry, self.pilot.profile.members or 0
        known = entry.members if entry else None
        if known and known.count == said:
            return self.voice.members(known)
        return self.voice.say("members_counted", members=said)

    @cached_property
    def shared_regions(self) -> list[str]:
        """The regions both cover."""
        return [region for region in self.pilot.regions if region in self.regions]


def _competing(directory: Directory, one: Subject, other: Subject) -> list[str]:
    same = set(one.filieres & other.filieres)
    for a, b in ((one, other), (other, one)):
        for theme in a.filieres & b.markets.keys():
            if b.markets[theme] > 0.5 and b.filieres & set(directory.vocabulary.themes[theme].related):
                same.add(theme)
    return sorted(same)


def usable_relations(
    directory: Directory, pilot: Cluster | None, candidate: Cluster, with_ties: bool
) -> tuple[Relation, ...]:
    """All relations or, for a blind evaluation, those that do not join the two, mergers followed."""
    if with_ties or pilot is None:
        return directory.relations
    own, other = directory.lineage(pilot.id), directory.lineage(candidate.id)
    return tuple(r for r in directory.relations if own.isdisjoint(r.clusters) or other.isdisjoint(r.clusters))


def first_year(clusters: Iterable[Cluster]) -> int | None:
    """The earliest founding year known among clusters."""
    return min((c.founded for c in clusters if c.founded is not None), default=None)
