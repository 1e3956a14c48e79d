"""The part of the public interface that prepares a call and drafts what follows it."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from assistant import resources
from assistant.clusters import declared
from assistant.clusters.case import Case
from assistant.drafts.call_sheet import SHEET, CallSheet, Point, call_sheet, examined_for_call
from assistant.drafts.convention import convention
from assistant.drafts.draft import Draft
from assistant.drafts.handover import handover_draft
from assistant.drafts.meeting import meeting
from assistant.drafts.message import message
from assistant.drafts.references import References
from assistant.drafts.roadmap import roadmap
from assistant.journal_answers import JournalAnswers
from assistant.library.shipped import shipped_version
from assistant.records.handover import Handover
from assistant.vocabulary import Language, PilotProfile, Role

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

    def call_sheet(
        self,
        cluster: str,
        pilot: str | PilotProfile,
        role: Role = "referent",
        need: str | None = None,
        language: Language = "fr",
    ) -> CallSheet:
        """What to ask and offer, who can introduce you, what to handle with care. Raises UnknownCluster, UserError."""
        return self._sheet(cluster, pilot, role, need, language)[1]

    def draft(
        self,
        kind: DraftKind,
        cluster: str,
        pilot: str | PilotProfile,
        role: Role = "partenaire",
        need: str | None = None,
        on: date | None = None,
        language: Language = "fr",
    ) -> Draft:
        """A draft to complete, its sources kept; `on` is the day of the meeting, or the one aimed at.

        Names, and words of French sources without an English version, stay in French in an English one. Raises
        UnknownCluster, UserError.
        """
        case, sheet = self._sheet(cluster, pilot, role, need, language)
        return _WRITERS[kind](case, sheet, References(self.facts), on, self._corpus_version)

    def handover_draft(self, report: Handover) -> Draft:
        """The handover report as a document, in the language of the report."""
        return handover_draft(report)

    @property
    def _corpus_version(self) -> str:
        return shipped_version(resources.corpus(), self.settings.home / declared.FILE_NAME)

    def _sheet(
        self, cluster: str, pilot: str | PilotProfile, role: Role, need: str | None, language: Language
    ) -> tuple[Case, CallSheet]:
        resolved = self.resolve(cluster)
        case, suggestion = examined_for_call(
            self.directory, self._pilot(pilot), resolved.cluster, role, need, self.today(), language
        )
        sheet = call_sheet(case, suggestion, role, self._known_there(case))
        return case, sheet.model_copy(update={"warnings": (*resolved.told(language), *sheet.warnings)})

    def _known_there(self, case: Case) -> list[Point]:
        """Who of us already knows whom there, from the journal."""
        points, say = [], case.voice.phrase
        for tie in self.ties():
            if tie.where == case.candidate.id and tie.person and tie.state == "vivant":
                trust = say(SHEET["known_trust"], trust=tie.confidence) if tie.confidence else ""
                by = say(SHEET["known_by"], names=", ".join(tie.by)) if tie.by else ""
                known = say(SHEET["known_because"], times=tie.times, by=by, trust=trust)
                points.append(Point(text=say(SHEET["known_there"], person=tie.person), because=known))
        return points
