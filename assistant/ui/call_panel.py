"""« Lire un appel à projets »: what its text asks, sentence by sentence, and the plan back from the deadline."""

from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answering.project_texts import call_text
from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.records.table import day_of
from assistant.ui.labelled import PRIVATE, Labelled
from assistant.ui.rendering import alert, error_html, escaped
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Language


class CallPanel:
    """The region and its events. The file is read where it was dropped and is not kept."""

    def __init__(self, assistant: Interpilote, text: Labelled) -> None:
        self.assistant = assistant
        with text.make(gr.Accordion, "call", open=False):
            text.button(gr.Markdown, "call_help")
            self.file = text.make(gr.File, "call_file", height=190)
            self.deadline = text.make(gr.Textbox, "call_deadline")
            self.read = text.button(gr.Button, "call_read", size="sm")
            self.shown = gr.HTML(elem_id="call-shown")

    def wire(self, language: Any) -> None:
        """Reads on demand."""
        self.read.click(self.told, [self.file, self.deadline, language], self.shown, **PRIVATE)

    def told(self, file: str | None, deadline: str, language: Language) -> str:
        """What the call asks, or why it cannot be read."""
        if not file:
            return alert(TEXTS[language]["call_missing"])
        try:
            day = day_of(deadline) if deadline.strip() else None
            call = self.assistant.read_call(Path(file), day, language)
        except InterpiloteError as error:
            return error_html(error, language)
        lines = call_text(call, language).splitlines()
        return f'<div class="told" role="status">{"".join(_line(line) for line in lines)}</div>'


def _line(line: str) -> str:
    """A warning, a heading or an indented sentence."""
    kind = "warning" if line.startswith("⚠") else "quoted" if line.startswith("  ") else "head"
    return f'<p class="{kind}">{escaped(line.strip())}</p>'
