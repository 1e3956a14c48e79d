"""The journal in and out of the page: a table to import, all of it to take away, a person to erase."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.drafts.notes import exported_text, imported_text, receipt_text
from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.records.table import as_table
from assistant.ui.downloads import Downloads
from assistant.ui.labelled import PRIVATE, Labelled
from assistant.ui.rendering import alert, error_html, escaped
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Language

_FAULTS_SHOWN = 50


class JournalFiles:
    """The region and its events; `refreshed` gives what the tab shows of the journal in a language."""

    def __init__(self, assistant: Interpilote, text: Labelled) -> None:
        self.assistant, self.downloads = assistant, Downloads()
        with text.make(gr.Accordion, "journal_files", open=False):
            text.button(gr.Markdown, "journal_columns")
            self.table = text.make(gr.File, "journal_table", file_types=[".csv"], height=120)
            self.export = text.button(gr.Button, "journal_export", size="sm")
            self.file = text.make(
                gr.DownloadButton, "journal_file", visible=False, size="sm", elem_id="journal-export-file"
            )
            self.person = text.make(gr.Textbox, "journal_erase_whom")
            self.sure = text.make(gr.Checkbox, "journal_sure")
            self.erase = text.button(gr.Button, "journal_erase", size="sm", variant="stop")
            self.told = gr.HTML(elem_id="journal-files-told")

    def wire(self, language: Any, refreshed: Callable[[Language], tuple[Any, ...]], shown: list[Any]) -> None:
        """Imports as soon as a table is dropped; exports and erases on demand; then shows the journal as it is now."""
        dropped = self.table.upload(self.imported, [self.table, language], [self.told, self.table], **PRIVATE)
        self.export.click(self.exported, language, [self.told, self.file], **PRIVATE)
        inputs = [self.person, self.sure, language]
        erased = self.erase.click(self.erased, inputs, [self.told, self.person, self.sure], **PRIVATE)
        for event in (dropped, erased):
            event.then(refreshed, language, shown, **PRIVATE)

    def imported(self, file: str | None, language: Language) -> tuple[Any, ...]:
        """What was added, and each line that was refused with its reason."""
        words = TEXTS[language]
        try:
            report = self.assistant.import_journal(Path(file or ""))
        except InterpiloteError as error:
            return error_html(error, language), None
        told = imported_text(report, language)
        faults = "".join(
            f"<li>{escaped(words['journal_line'].format(line=fault.line, reason=fault.reason if language == 'fr' else fault.reason_en))}</li>"
            for fault in report.faults[:_FAULTS_SHOWN]
        )
        left = len(report.faults) - _FAULTS_SHOWN
        more = f"<p>{words['journal_more_faults'].format(count=left)}</p>" if left > 0 else ""
        return f'<div role="status"><p>{told}</p><ul class="verdicts">{faults}</ul>{more}</div>', None

    def exported(self, language: Language) -> tuple[Any, ...]:
        """The contacts as a table to download."""
        try:
            kept = self.assistant.journal()
        except InterpiloteError as error:
            return error_html(error, language), gr.skip()
        told = f'<p role="status">{escaped(exported_text(len(kept.contacts), "carnet.csv", language))}</p>'
        return told, gr.update(value=self.downloads.file("carnet.csv", as_table(kept.contacts)), visible=True)

    def erased(self, name: str, sure: bool, language: Language) -> tuple[Any, ...]:
        """Erases a person for good, once that is confirmed, with a receipt."""
        words = TEXTS[language]
        if not name.strip() or not sure:
            missing = words["journal_erase_name" if not name.strip() else "journal_erase_confirm"]
            return alert(missing), gr.skip(), gr.skip()
        try:
            receipt = self.assistant.erase_person(name.strip())
        except InterpiloteError as error:
            return error_html(error, language), gr.skip(), gr.skip()
        lines = "".join(f"<p>{escaped(line)}</p>" for line in receipt_text(receipt, language).splitlines())
        return f'<div role="status">{lines}</div>', "", False
