"""The tab « Rencontres »: who should meet whom among a chosen set, for those who introduce."""

from pathlib import Path
from typing import Any

import gradio as gr

from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.meetings.arranging import MOST_ROUNDS
from assistant.meetings.guests import MOST, Invited, invited_in
from assistant.sharing.meetings import meetings_csv, meetings_docx
from assistant.ui.downloads import Downloads
from assistant.ui.labelled import LATEST, PRIVATE, Labelled
from assistant.ui.meetings_html import meetings_html
from assistant.ui.rendering import error_html
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Language, Phase


class MeetingsPanel:
    """The region and its events. It needs the directory only, so it works while the rest is prepared."""

    def __init__(self, assistant: Interpilote, text: Labelled) -> None:
        self.assistant, self.downloads = assistant, Downloads()
        clusters = sorted((c.short_name, c.id) for c in assistant.directory.active if c.kind != "reseau")
        with gr.Row(elem_classes="columns"):
            self.guests, self.novices = (
                text.make(gr.Dropdown, key, clusters, multiselect=True, max_choices=MOST)
                for key in ("guests", "novices")
            )
        with gr.Row(elem_classes="columns"):
            self.file = text.make(gr.File, "guest_list", file_types=[".csv", ".txt"], height=150, scale=2)
            self.rounds = text.make(gr.Slider, "rounds", 1, MOST_ROUNDS, 1, step=1, scale=1)
        self.arrange = text.button(gr.Button, "arrange", variant="primary")
        self.shown = gr.HTML(_hint("fr"), elem_id="meetings")
        with gr.Row():
            self.docx, self.csv = (
                text.make(gr.DownloadButton, key, size="sm", visible=False, elem_id=f"meetings-{key[-4:]}")
                for key in ("download_docx", "download_csv")
            )

    def wire(self, language: Any) -> None:
        """Arranges on demand, and again when the language changes."""
        inputs = [self.guests, self.novices, self.file, self.rounds, language]
        outputs = [self.shown, self.docx, self.csv]
        self.arrange.click(self.arranged, inputs, outputs, **PRIVATE)
        language.input(self.arranged, inputs, outputs, **LATEST)

    def arranged(
        self,
        guests: list[str] | None,
        novices: list[str] | None,
        file: str | None,
        rounds: float,
        language: Language,
    ) -> tuple[Any, ...]:
        """The tables, and what to hand out."""
        young = set(novices or [])
        if not (guests or young or file):
            return _hint(language), gr.update(visible=False), gr.update(visible=False)
        chosen = dict.fromkeys([*(guests or []), *(novices or [])])
        invited = [Invited(name, Phase.STRUCTURATION if name in young else None) for name in chosen]
        try:
            invited += invited_in(Path(file)) if file else []
            found = self.assistant.meetings(invited, int(rounds), language)
        except InterpiloteError as error:
            return error_html(error, language), gr.update(visible=False), gr.update(visible=False)
        docx = self.downloads.file("rencontres.docx", meetings_docx(found, language, self.assistant.today()))
        csv = self.downloads.file("rencontres.csv", meetings_csv(found, language))
        shown = meetings_html(found, language)
        return shown, gr.update(value=docx, visible=True), gr.update(value=csv, visible=True)


def _hint(language: Language) -> str:
    return f'<p class="banner">{TEXTS[language]["nothing_arranged"]}</p>'
