"""« Carnet »: two minutes of notes after a contact, what is due, the sheet and drafts of a call, the handover."""

from datetime import date
from typing import Any

import gradio as gr

from assistant.drafts.draft import Draft
from assistant.drafts.notes import contact_text, due_line, funnel_lines
from assistant.drafts.word import as_docx
from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.records.checking import checked
from assistant.records.entries import Note
from assistant.records.table import day_of
from assistant.ui.call_sheet_html import call_sheet_html
from assistant.ui.conversation import profile_from
from assistant.ui.downloads import Downloads
from assistant.ui.journal_files import JournalFiles
from assistant.ui.labelled import LATEST, PRIVATE, Labelled, cluster_choices
from assistant.ui.rendering import alert, error_html, escaped
from assistant.ui.texts import CHOICES, TEXTS
from assistant.vocabulary import Language

_SHOWN = 30
Saved = dict[str, Any] | None  # the profile as the browser keeps it
_YES_NO = {"oui": True, "non": False}
_NEW_NOTE = (None, "appel", "contact", None, None, None)  # cluster, way, stage, useful, may say, confidence


class JournalPanel:
    """The tab and its events. All is kept in the home, nothing in the session."""

    def __init__(self, assistant: Interpilote, text: Labelled) -> None:
        self.assistant, self._text, self.downloads = assistant, text, Downloads()
        self.clusters = cluster_choices(assistant.directory)
        self.radios: list[tuple[Any, str]] = []  # component, name of its choices
        with text.make(gr.Tab, "journal_tab") as self.tab:
            text.button(gr.Markdown, "journal_private")
            with gr.Row(elem_classes="columns"):
                with gr.Column(scale=1, min_width=320):
                    self._make_note()
                with gr.Column(scale=1, min_width=320):
                    self._make_call()
                    self._make_handover()
                    self.files = JournalFiles(assistant, text)
                    self._make_done()
                    self.state = gr.HTML(elem_id="journal-state")

    # --- regions -----------------------------------------------------------------------------------------

    def _box(self, key: str, **options: Any) -> Any:
        return self._text.make(gr.Textbox, key, **options)

    def _radio(self, key: str, choices: str, value: str | None = None) -> Any:
        made = self._text.make(gr.Radio, key, CHOICES["fr"][choices], value=value)
        self.radios.append((made, choices))
        return made

    def _clusters(self, key: str, elem_id: str) -> Any:
        return self._text.make(gr.Dropdown, key, self.clusters, value=None, elem_id=elem_id)

    def _button(self, key: str, **options: Any) -> Any:
        return self._text.button(gr.Button, key, **options)

    def _make_note(self) -> None:
        with self._text.make(gr.Accordion, "journal_add", open=True):
            cluster = self._clusters("journal_cluster", "journal-cluster")
            person, by = self._box("journal_person"), self._box("journal_by")
            about = self._box("journal_about", lines=2)
            way = self._radio("journal_way", "way", "appel")
            stage = self._radio("journal_stage", "stage", "contact")
            useful, whom_else = self._radio("journal_useful", "yes_no"), self._box("journal_whom_else")
            next_step, next_on = self._box("journal_next"), self._box("journal_next_on")
            may_say = self._radio("journal_may_say", "yes_no")
            confidence = self._text.make(gr.Radio, "journal_confidence", [1, 2, 3, 4, 5])
            self.save = self._button("journal_save", variant="primary")
            self.noted_told = gr.HTML(elem_id="journal-noted")
        self.written = [person, by, about, whom_else, next_step, next_on]
        self.chosen = [cluster, way, stage, useful, may_say, confidence]

    def _make_done(self) -> None:
        with gr.Row():
            self.number = self._text.make(gr.Dropdown, "journal_number", [], value=None, scale=3)
            self.done = self._button("journal_done", size="sm", scale=1)

    def _make_call(self) -> None:
        with self._text.make(gr.Accordion, "journal_prepare", open=False):
            self.mine = self._clusters("journal_mine", "journal-mine")
            self.whom = self._clusters("journal_cluster", "journal-whom")
            self.role = self._radio("journal_role", "role", "referent")
            self.need, self.day = self._box("journal_need"), self._box("journal_date")
            self.kind = self._radio("journal_kind", "kind", "message")
            with gr.Row():
                self.see = self._button("journal_sheet", size="sm")
                self.write = self._button("journal_draft", size="sm")
            self.sheet = gr.HTML(elem_id="journal-sheet-shown")
            self.draft = self._file("journal-draft-file")

    def _make_handover(self) -> None:
        with self._text.make(gr.Accordion, "journal_handover", open=False):
            self.leaving, self.successor = self._box("journal_leaving"), self._box("journal_successor")
            self.hand_over = self._button("journal_make_handover", size="sm")
            self.told = gr.HTML(elem_id="journal-told")
            self.report = self._file("journal-handover-file")

    def _file(self, elem_id: str) -> Any:
        return self._text.make(gr.DownloadButton, "journal_file", visible=False, elem_id=elem_id, size="sm")

    # --- events ------------------------------------------------------------------------------------------

    def wire(self, cluster: Any, language: Any, saved: Any) -> None:
        """Follows the profile's cluster and the language; shows what is kept when the tab opens.

        `saved` is the profile kept in the browser: it stands for a cluster that the directory does not have.
        """
        cluster.change(lambda chosen: chosen, cluster, self.mine, **LATEST)
        self.tab.select(self.refreshed, language, [self.state, self.number], **PRIVATE)
        self.files.wire(language, self.refreshed, [self.state, self.number])
        radios = [radio for radio, _ in self.radios]
        language.input(self.translated, language, [self.state, self.number, *radios], **LATEST)
        note = [*self.written, *self.chosen, language]
        shown = [self.noted_told, self.state, self.number]
        self.save.click(self.noted, note, [*shown, *self.written, *self.chosen], **PRIVATE)
        self.done.click(self.finished, [self.number, language], [self.state, self.number], **PRIVATE)
        asked = [self.whom, self.mine, saved, self.role, self.need]
        self.see.click(self.sheet_shown, [*asked, language], self.sheet, **PRIVATE)
        made = [self.sheet, self.draft]
        self.write.click(self.drafted, [self.kind, *asked, self.day, language], made, **PRIVATE)
        handed = [self.told, self.report]
        self.hand_over.click(self.handed_over, [self.leaving, self.successor, language], handed, **PRIVATE)

    def translated(self, language: Language) -> list[Any]:
        """What is kept, and the choices, in a language."""
        return [*self.refreshed(language), *(gr.update(choices=CHOICES[language][name]) for _, name in self.radios)]

    def refreshed(self, language: Language, note: str = "") -> tuple[Any, ...]:
        """What is kept, and the next steps to choose from."""
        return self.shown(language, note), gr.update(choices=self._steps(language), value=None)

    def _steps(self, language: Language) -> list[tuple[str, int]]:
        """The next steps that come from a contact, with its number."""
        try:
            due = self.assistant.due()
        except InterpiloteError:  # told where the journal is shown
            return []
        name = self.assistant.place_name
        return [(due_line(item, name, language), item.contact_id) for item in due if item.contact_id]

    def shown(self, language: Language, note: str = "") -> str:
        """What is due, the funnel, the latest contacts."""
        words = TEXTS[language]
        try:
            kept, due, counted = self.assistant.journal(), self.assistant.due(), self.assistant.funnel()
        except InterpiloteError as error:
            return error_html(error, language)
        name = self.assistant.place_name
        done = f'<p role="status">{escaped(note)}</p>' if note else ""
        if not kept.contacts:
            return f'{done}<p class="banner">{words["journal_empty"]}</p>'
        steps = [due_line(item, name, language) for item in due] or [words["journal_nothing_due"]]
        latest = [contact_text(contact, name, language) for contact in kept.contacts[: -_SHOWN - 1 : -1]]
        return (
            f"{done}<h3>{words['journal_due']}</h3>{_list(steps)}<p>{_lines(' '.join(funnel_lines(counted, language)))}</p>"
            f"<h3>{words['journal_contacts']}</h3>{_list(latest)}"
        )

    def noted(self, *typed: Any) -> tuple[Any, ...]:
        """Keeps a note; a mistake leaves what was typed in its boxes, with what to do."""
        *values, language = typed
        person, by, about, whom_else, next_step, next_on, cluster, way, stage, useful, may_say, confidence = values
        words = TEXTS[language]
        unchanged = [gr.skip() for _ in (self.state, self.number, *self.written, *self.chosen)]
        for value, missing in ((cluster, "journal_no_cluster"), (about.strip(), "journal_no_subject")):
            if not value:
                return alert(words[missing]), *unchanged
        try:
            note = checked(
                Note,
                day=self.assistant.today(),
                by=by,
                person=person,
                cluster_id=cluster,
                way=way,
                about=about,
                stage=stage,
                useful=_YES_NO.get(useful),
                whom_else=whom_else,
                next_step=next_step,
                next_on=_day(next_on),
                may_say=_YES_NO.get(may_say),
                confidence=confidence,
            )
            self.assistant.note(note)
        except InterpiloteError as error:
            return error_html(error, language), *unchanged
        told = f'<p role="status">{words["journal_saved"]}</p>'
        return told, *self.refreshed(language), *("" for _ in self.written), *_NEW_NOTE

    def finished(self, number: int | None, language: Language) -> tuple[Any, ...]:
        """Marks a next step as done."""
        words = TEXTS[language]
        if not number:
            return alert(words["journal_no_step"]) + self.shown(language), gr.skip()
        try:
            self.assistant.finish(number)
        except InterpiloteError as error:
            return error_html(error, language) + self.shown(language), gr.skip()
        return self.refreshed(language, words["journal_finished"])

    def sheet_shown(
        self, whom: str | None, mine: str | None, saved: Saved, role: Any, need: str, language: Language
    ) -> str:
        """The call sheet."""
        pilot = mine or profile_from(saved)
        if not whom or not pilot:
            return alert(TEXTS[language]["journal_choose"])
        try:
            sheet = self.assistant.call_sheet(whom, pilot, role, need.strip() or None, language)
        except InterpiloteError as error:
            return error_html(error, language)
        return call_sheet_html(sheet, self.assistant.facts)

    def drafted(
        self,
        kind: Any,
        whom: str | None,
        mine: str | None,
        saved: Saved,
        role: Any,
        need: str,
        day: str,
        language: Language,
    ) -> tuple[Any, ...]:
        """A draft as a file to download."""
        pilot = mine or profile_from(saved)
        if not whom or not pilot:
            return alert(TEXTS[language]["journal_choose"]), gr.skip()
        try:
            made = self.assistant.draft(kind, whom, pilot, role, need.strip() or None, _day(day), language)
        except InterpiloteError as error:
            return error_html(error, language), gr.skip()
        told = f'<p role="status">{TEXTS[language]["journal_drafted"]}</p>'
        return told, self._downloadable(made, f"{kind}-{whom}.docx")

    def handed_over(self, leaving: str, successor: str, language: Language) -> tuple[Any, ...]:
        """The handover report as a file to download."""
        try:
            report = self.assistant.handover(leaving.strip() or None, successor.strip() or None, language)
        except InterpiloteError as error:
            return error_html(error, language), gr.skip()
        return "", self._downloadable(self.assistant.handover_draft(report), "passation.docx")

    def _downloadable(self, draft: Draft, name: str) -> Any:
        return gr.update(value=self.downloads.file(name, as_docx(draft)), visible=True)


def _day(text: str | None) -> date | None:
    return day_of(text) if text and text.strip() else None


def _list(texts: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{_lines(text)}</li>' for text in texts)}</ul>"


def _lines(text: str) -> str:
    return "<br>".join(escaped(line) for line in text.splitlines())
