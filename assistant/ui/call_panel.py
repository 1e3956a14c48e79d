"""« Lire un appel à projets »: what its text asks, sentence by sentence, and the plan back from the deadline."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answering.project_texts import call_text
from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.records.table import day_of
from assistant.ui.rendering import error_html, escaped
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Language

PRIVATE: Any = {"api_visibility": "private"}


class CallPanel:
    """The region and its events. The file is read where it was dropped and is not kept."""

    def __init__(self, assistant: Interpilote, text: Callable[[Any, str, str], Any]) -> None:
        self.assistant, words = assistant, TEXTS["fr"]
        with text(gr.Accordion(words["call"], open=False, elem_id="call"), "label", "call"):
            text(gr.Markdown(words["call_help"]), "value", "call_help")
            self.file = text(gr.File(label=words["call_file"], height=120, elem_id="call-file"), "label", "call_file")
            self.deadline = text(
                gr.Textbox(label=words["call_deadline"], elem_id="call-deadline"), "label", "call_deadline"
            )
            self.read = text(gr.Button(words["call_read"], size="sm", elem_id="call-read"), "value", "call_read")
            self.shown = gr.HTML(elem_id="call-shown")

    def wire(self, language: Any) -> None:
        """Reads on demand."""
        self.read.click(self.told, [self.file, self.deadline, language], self.shown, **PRIVATE)

    def told(self, file: str | None, deadline: str, language: Language) -> str:
        """What the call asks, or why it cannot be read."""
        if not file:
            return f'<p class="warning" role="alert">{TEXTS[language]["call_missing"]}</p>'
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
