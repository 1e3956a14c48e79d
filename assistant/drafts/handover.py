"""The handover report as a draft: files and commitments first, trust apart, then the introductions to send."""

from typing import Any

from assistant.clusters.saying import Voice
from assistant.drafts.draft import Draft, Line, Section, Table, lines
from assistant.records.entries import Contact, Due, Tie, TieStage
from assistant.records.handover import Handover
from assistant.resources import texts
from assistant.vocabulary import BLANKS, Role, Said

HANDOVER: dict[str, Said] = texts("journal")["handover"]
ROLES: dict[Role, Said] = texts("journal")["roles"]
STAGES: dict[TieStage, Said] = texts("journal")["stages"]


def handover_draft(report: Handover) -> Draft:
    """The report, ready to be read by the successor, in its language."""
    return _Written(report).draft()


class _Written:
    """The sections of one report. Each `_*` makes one, or a part of one."""

    def __init__(self, report: Handover) -> None:
        self.report, self.voice = report, Voice(report.language)

    def draft(self) -> Draft:
        report = self.report
        by = report.by or self._said("whole_cluster")
        successor = self._said("to_successor", name=report.successor) if report.successor else ""
        opening = Section(lines=self._lines("two_things", "private"))
        return Draft(
            title=self._said("title"),
            subtitle=self._said("subtitle", by=by, successor=successor, day=self.voice.day(report.day)),
            sections=(opening, *self._files(), *self._people(), self._unsaid()),
            day=report.day,
            language=report.language,
        )

    def _said(self, key: str, **values: Any) -> str:
        return self.voice.phrase(HANDOVER[key], blank=BLANKS[self.voice.language], **values)

    def _lines(self, *keys: str) -> tuple[Line, ...]:
        return lines(*(self._said(key) for key in keys))

    def _files(self) -> list[Section]:
        kept = self._suggestions()
        return [
            self._tabled("files", self._commitments(), "no_files"),
            self._tabled("next_steps", self._steps(), "no_steps"),
            *([Section(title=self._said("kept"), lines=tuple(kept), style="liste")] if kept else []),
        ]

    def _people(self) -> list[Section]:
        said = [
            line
            for made in self.report.introductions
            for line in lines(
                self._said("to_person", name=made.person, where=self._name(made.where)), *made.text.splitlines()
            )
        ]
        none = self._lines("no_introduction")
        return [
            self._tabled("trust", self._trust(), "no_trust"),
            Section(title=self._said("introductions"), lines=tuple(said) or none, apart=bool(said)),
        ]

    def _unsaid(self) -> Section:
        return Section(title=self._said("unsaid"), lines=self._lines("where_files", "by_word"), style="liste")

    def _tabled(self, title: str, table: Table, nothing: str) -> Section:
        said = self._said(title)
        return Section(title=said, table=table) if table.rows else Section(title=said, lines=self._lines(nothing))

    def _name(self, where: str) -> str:
        return self.report.names.get(where, where)

    def _header(self, *keys: str) -> tuple[str, ...]:
        return tuple(self._said(key) for key in keys)

    def _commitments(self) -> Table:
        def row(contact: Contact) -> tuple[str, ...]:
            with_whom = self._name(contact.where) + (f", {contact.person}" if contact.person else "")
            stage = self.voice.phrase(STAGES[contact.stage])
            return with_whom, stage, contact.about, self.voice.day(contact.day)

        return Table(
            header=self._header("with", "stage", "about", "last_contact"),
            rows=tuple(row(contact) for contact in self.report.commitments),
            widths=(0.3, 0.14, 0.36, 0.2),
        )

    def _steps(self) -> Table:
        def row(step: Due) -> tuple[str, ...]:
            late = self._said("late") if step.late else ""
            on = self.voice.day(step.on) + late if step.on else self._said("no_date")
            return on, self._name(step.where or ""), step.text

        return Table(
            header=self._header("by_when", "with", "what"),
            rows=tuple(row(step) for step in self.report.next_steps),
            widths=(0.24, 0.26, 0.5),
        )

    def _suggestions(self) -> list[Line]:
        return [
            Line(
                text=self._said(
                    "suggestion",
                    name=self._name(kept.cluster_id),
                    role=self.voice.phrase(ROLES[kept.role]),
                    day=self.voice.day(kept.kept_on),
                    need=self._said("for_need", need=kept.need) if kept.need else "",
                )
            )
            for kept in self.report.suggestions
        ]

    def _trust(self) -> Table:
        def row(tie: Tie) -> tuple[str, ...]:
            who = (tie.person or self._said("unnamed")) + (f", {tie.function}" if tie.function else "")
            trust = self._said("out_of_five", trust=tie.confidence) if tie.confidence else self._said("not_rated")
            return who, self._name(tie.where), trust, self._history(tie)

        return Table(
            header=self._header("who", "where", "confidence", "history"),
            rows=tuple(row(tie) for tie in self.report.ties),
            widths=(0.26, 0.2, 0.17, 0.37),
        )

    def _history(self, tie: Tie) -> str:
        told = self._said("since", day=self.voice.day(tie.first), times=tie.times)
        told += self._said("introduced_by", names=list(tie.introduced_by)) if tie.introduced_by else ""
        told += self._said("discreet") if tie.discreet else ""
        if tie.state == "vivant":
            return told
        where = self._said("take_up_at", where=self._name(tie.now_at)) if tie.now_at else self._said("take_up_unknown")
        return told + where
