"""The part of the public interface that prepares a call and drafts what follows it."""

from abc import abstractmethod
from collections.abc import Callable
from datetime import date
from typing import Literal

from assistant import resources
from assistant.clusters import declared
from assistant.clusters.case import Case
from assistant.clusters.names import plural
from assistant.drafts.call_sheet import CallSheet, Point, Role, call_sheet, examined_for_call
from assistant.drafts.convention import convention
from assistant.drafts.draft import Draft
from assistant.drafts.handover import handover_draft
from assistant.drafts.meeting import meeting
from assistant.drafts.message import message
from assistant.drafts.references import References
from assistant.drafts.roadmap import roadmap
from assistant.journal_answers import JournalAnswers
from assistant.library.facts import Facts
from assistant.library.shipped import shipped_version
from assistant.records.handover import Handover
from assistant.vocabulary import PilotProfile

DraftKind = Literal["message", "meeting", "convention", "roadmap"]
_Writer = Callable[[Case, CallSheet, References, date | None, str], Draft]
_WRITERS: dict[DraftKind, _Writer] = {
    "message": message,
    "meeting": meeting,
    "convention": convention,
    "roadmap": roadmap,
}


class DraftAnswers(JournalAnswers):
    """Call sheets and drafts, made from the directory and the journal: no model is opened for them."""

    @property
    @abstractmethod
    def facts(self) -> Facts:
        """The facts behind the notes, with their sources. Raises CorpusError."""

    def call_sheet(
        self, cluster: str, pilot: str | PilotProfile, role: Role = "referent", need: str | None = None
    ) -> CallSheet:
        """What to ask and offer, who can introduce you, what to handle with care. Raises UnknownCluster, UserError."""
        return self._sheet(cluster, pilot, role, need)[1]

    def draft(
        self,
        kind: DraftKind,
        cluster: str,
        pilot: str | PilotProfile,
        role: Role = "partenaire",
        need: str | None = None,
        on: date | None = None,
    ) -> Draft:
        """A draft to complete, its sources kept; `on` is the day of the meeting, or the one aimed at.

        Raises UnknownCluster, UserError.
        """
        case, sheet = self._sheet(cluster, pilot, role, need)
        return _WRITERS[kind](case, sheet, References(self.facts), on, self._corpus_version)

    def handover_draft(self, report: Handover) -> Draft:
        """The handover report as a document."""
        return handover_draft(report)

    @property
    def _corpus_version(self) -> str:
        return shipped_version(resources.corpus(), self.settings.home / declared.FILE_NAME)

    def _sheet(self, cluster: str, pilot: str | PilotProfile, role: Role, need: str | None) -> tuple[Case, CallSheet]:
        resolved = self.resolve(cluster)
        case, suggestion = examined_for_call(
            self.directory, self._pilot(pilot), resolved.cluster, role, need, self.today()
        )
        sheet = call_sheet(case, suggestion, role, self._known_there(resolved.cluster.id))
        notice = (resolved.notice,) if resolved.notice else ()
        return case, sheet.model_copy(update={"warnings": (*notice, *sheet.warnings)})

    def _known_there(self, cluster_id: str) -> list[Point]:
        """Who of us already knows whom there, from the journal."""
        points = []
        for tie in self.ties():
            if tie.where == cluster_id and tie.person and tie.state == "vivant":
                trust = f", confiance {tie.confidence} sur 5" if tie.confidence else ""
                by = f" par {', '.join(tie.by)}" if tie.by else ""
                known = f"{plural(tie.times, 'contact')} dans le carnet{by}{trust}"
                points.append(Point(text=f"{tie.person} : vous vous connaissez déjà.", because=known))
        return points
