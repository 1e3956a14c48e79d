"""The tab « Comparer »: clusters and peers side by side, a chart and the same as a table, to take away."""

from typing import Any

import gradio as gr

from assistant.answering.comparison_texts import INDICATORS
from assistant.clusters.comparison import DEFAULT_PEERS, MOST
from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.sharing.comparison import comparison_csv, comparison_docx
from assistant.ui.comparison_html import comparison_html
from assistant.ui.downloads import Downloads
from assistant.ui.labelled import LATEST, PRIVATE, Labelled, cluster_choices
from assistant.ui.rendering import error_html
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Language


class ComparingPanel:
    """The region and its events. It needs the directory only, so it works while the rest is prepared."""

    def __init__(self, assistant: Interpilote, text: Labelled) -> None:
        self.assistant, self.downloads = assistant, Downloads()
        clusters = cluster_choices(assistant.directory)
        with gr.Row(elem_classes="columns"):
            self.clusters = text.make(gr.Dropdown, "compared", clusters, multiselect=True, max_choices=MOST, scale=3)
            self.indicators = text.make(gr.Dropdown, "indicators", _indicators("fr"), multiselect=True, scale=2)
            self.peers = text.make(gr.Slider, "peers", 0, MOST - 1, DEFAULT_PEERS, step=1, scale=1, min_width=240)
        self.compare = text.button(gr.Button, "compare", variant="primary")
        self.shown = gr.HTML(_hint("fr"), elem_id="comparison")
        with gr.Row():
            self.csv, self.docx = (
                text.make(gr.DownloadButton, key, size="sm", visible=False) for key in ("download_csv", "download_docx")
            )

    def wire(self, language: Any) -> None:
        """Compares on demand, and again when the language changes."""
        inputs = [self.clusters, self.indicators, self.peers, language]
        outputs = [self.shown, self.csv, self.docx]
        self.compare.click(self.compared, inputs, outputs, **PRIVATE)
        language.input(self.compared, inputs, outputs, **LATEST)
        language.input(lambda chosen: gr.update(choices=_indicators(chosen)), language, self.indicators, **LATEST)
        # Peers are for a cluster alone; they stay at hand for several.
        self.clusters.input(
            lambda chosen: DEFAULT_PEERS if len(chosen or []) < 2 else 0, self.clusters, self.peers, **LATEST
        )

    def compared(
        self, clusters: list[str] | None, indicators: list[str] | None, peers: float, language: Language
    ) -> tuple[Any, ...]:
        """The comparison, and its files."""
        if not clusters:
            return _hint(language), gr.update(visible=False), gr.update(visible=False)
        try:
            found = self.assistant.compare(clusters, indicators or None, int(peers), language)
        except InterpiloteError as error:
            return error_html(error, language), gr.update(visible=False), gr.update(visible=False)
        csv = self.downloads.file("comparaison.csv", comparison_csv(found, language))
        docx = self.downloads.file("comparaison.docx", comparison_docx(found, language, self.assistant.today()))
        shown = comparison_html(found, language)
        return shown, gr.update(value=csv, visible=True), gr.update(value=docx, visible=True)


def _hint(language: Language) -> str:
    return f'<p class="banner">{TEXTS[language]["nothing_compared"]}</p>'


def _indicators(language: Language) -> list[tuple[str, str]]:
    return [(name[language], key) for key, name in INDICATORS.items()]
