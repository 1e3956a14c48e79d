"""The page: chat, profile, documents, and the panel of sources beside the chat."""

import json
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.clusters.territory import NEIGHBOURS
from assistant.interpilote import Interpilote
from assistant.ui.call_panel import CallPanel
from assistant.ui.comparing_panel import ComparingPanel
from assistant.ui.handlers import Handlers, empty, header, intents, phases, restored, shown_citations
from assistant.ui.journal_panel import JournalPanel
from assistant.ui.labelled import LATEST, PRIVATE, Labelled, cluster_choices
from assistant.ui.meetings_panel import MeetingsPanel
from assistant.ui.own_sheet import OwnSheet
from assistant.ui.preparation import Preparation
from assistant.ui.rendering import citation_label
from assistant.ui.scripts import CHOSEN, OPENED, SHOW_ANSWER, SHOW_QUOTE, SPOKEN
from assistant.ui.texts import STARTERS, TEXTS
from assistant.vocabulary import Language, Phase

_SWEEP_S = 3600  # files to download and uploads are swept from the page's cache after an hour
NO_PROFILE: dict[str, Any] = {"cluster": None, "region": None, "sectors": "", "phase": Phase.INCONNUE.value}
KEPT = f"(...values) => Object.fromEntries({list(NO_PROFILE)}.map((key, rank) => [key, values[rank]]))"
STYLE = Path(__file__).with_name("style.css")


def build_page(assistant: Interpilote, preparation: Preparation) -> gr.Blocks:
    """The whole page over one assistant; sessions share nothing else."""
    return _Page(assistant, preparation).blocks


def _profile_kept(saved: dict[str, Any] | None) -> list[Any]:
    """The fields of the profile as the browser kept them; left alone when it kept none: what is typed while the page loads stays."""
    return [gr.skip()] * len(NO_PROFILE) if saved in (None, NO_PROFILE) else [saved.get(key) for key in NO_PROFILE]


class _Page:
    """Builds the regions, then wires them. Each `_make_*` makes one region, each `_wire_*` its events."""

    def __init__(self, assistant: Interpilote, preparation: Preparation) -> None:
        self.assistant, self.preparation = assistant, preparation
        self.handlers = Handlers(assistant, preparation)
        self.text = Labelled()
        with gr.Blocks(title="Interpilote", fill_width=False, delete_cache=(_SWEEP_S, _SWEEP_S)) as self.blocks:
            self.answer, self.last = gr.State(""), gr.State("")  # the answer as JSON: Gradio compares states
            self.cited = gr.State({})
            self.source = gr.HTML(empty("fr"), elem_id="source", render=False)
            self.saved = gr.BrowserState(NO_PROFILE, storage_key="interpilote-profile", secret="interpilote")
            self._make_header()
            with gr.Tabs(elem_id="tabs"):
                with self.text.make(gr.Tab, "tab_assistant"):
                    self._make_assistant()
                with self.text.make(gr.Tab, "tab_compare"):
                    self.comparing = ComparingPanel(assistant, self.text)
                self.journal = JournalPanel(self.assistant, self.text)
                with self.text.make(gr.Tab, "tab_meetings"):
                    self.meetings = MeetingsPanel(assistant, self.text)
            self._wire_chat()
            self._wire_profile()
            self.own_sheet.wire(self.cluster, self.language)
            self.comparing.wire(self.language)
            self.journal.wire(self.cluster, self.language, self.saved)
            self.meetings.wire(self.language)
            self.call.wire(self.language)
            self._wire_documents()
            self._wire_language()
            gr.api(self.handlers.ask, api_name="ask")

    # --- regions -----------------------------------------------------------------------------------------

    def _make_assistant(self) -> None:
        with gr.Row(elem_classes="columns"):
            with gr.Column(scale=3, min_width=320):
                self._make_chat()
            with gr.Column(scale=2, min_width=320):
                self._make_profile()
                self.own_sheet = OwnSheet(self.assistant, self.preparation, self.text)
                self._make_sources()
                self._make_documents()
                self.call = CallPanel(self.assistant, self.text)
                self._make_known()

    def _make_header(self) -> None:
        with gr.Row(elem_classes="columns"):
            self.header = gr.HTML(header("fr"), elem_id="header")
            self.language = gr.Radio(
                [("Français", "fr"), ("English", "en")],
                value="fr",
                label=TEXTS["fr"]["language"],
                scale=0,
                min_width=270,
                elem_id="language",
            )
        self.banner = gr.HTML(self.preparation.banner("fr"))
        self.timer = gr.Timer(1.0)

    def _make_profile(self) -> None:
        make = self.text.make
        with make(gr.Accordion, "profile", open=False):
            self.cluster = make(gr.Dropdown, "cluster", cluster_choices(self.assistant.directory), value=None)
            self.region = make(gr.Dropdown, "region", sorted(NEIGHBOURS), value=None)
            self.sectors = make(gr.Textbox, "sectors")
            self.phase = make(
                gr.Radio, "phase", phases("fr"), value=Phase.INCONNUE.value, info=TEXTS["fr"]["phase_help"]
            )
            self.text.also(self.phase, "info", "phase_help")
            self.text.button(gr.Markdown, "remembered")
            self.forget = self.text.button(gr.Button, "forget", size="sm")

    def _make_documents(self) -> None:
        with self.text.make(gr.Accordion, "documents", open=False):
            self.files = self.text.make(gr.File, "drop", file_count="multiple", elem_id="files")
            self.verdicts = gr.HTML(elem_id="verdicts")
            self.added = self.text.make(gr.Dropdown, "added", [])
            self.remove = self.text.button(gr.Button, "remove", size="sm")

    def _make_known(self) -> None:
        with self.text.make(gr.Accordion, "known", open=False) as self.knowing:
            self.known = gr.HTML()

    def _make_chat(self) -> None:
        words = TEXTS["fr"]
        self.chat = gr.Chatbot(
            show_label=False,
            label=words["main"],
            height=600,
            sanitize_html=True,
            allow_tags=False,
            latex_delimiters=[],
            buttons=["copy"],
            autoscroll=False,
            layout="panel",
            placeholder=words["welcome"],
            elem_id="chat",
        )
        self.text.also(self.chat, "placeholder", "welcome")
        with gr.Row():
            self.question = self.text.make(
                gr.Textbox,
                "question",
                placeholder=words["placeholder"],
                lines=1,
                max_lines=6,
                scale=5,
                max_length=self.assistant.settings.question_characters,
            )
            self.send = self.text.button(gr.Button, "send", variant="primary", scale=1)
        self.text.also(self.question, "placeholder", "placeholder")
        self.outputs = [self.chat, self.answer, self.last, self.question, self.cited, self.source]
        # What the profile says of the phase, known here before its radio is made further down.
        self.starting = gr.State(Phase.INCONNUE.value)
        self._render_chips()
        with self.text.make(gr.Accordion, "correct", open=True, visible=False) as self.correction:
            self.intent = self.text.make(gr.Radio, "intent", intents("fr"))
            self.answer_phase = self.text.make(gr.Radio, "answer_phase", phases("fr")[:2])
        with gr.Row():
            self.stop, self.retry, self.new = (
                self.text.button(gr.Button, key, size="sm", min_width=90) for key in ("stop", "retry", "new")
            )

    def _make_sources(self) -> None:
        self.source.render()
        self.opened = gr.Textbox(visible="hidden")  # a state keeps to itself what the browser says
        self.opener = gr.Button(visible="hidden", elem_id="open-citation")
        self._render_citations()
        self.cards = gr.HTML(elem_id="cards")

    # --- events ------------------------------------------------------------------------------------------

    def _wire_chat(self) -> None:
        outputs = self.outputs
        inputs = [self.question, self.chat, self.saved, self.language, self.cited]
        sent = [self.send.click, self.question.submit]
        # A question sent while an answer is written is asked after it, never dropped.
        asked = [gr.on(sent, self.handlers.ask_new, inputs, outputs, **LATEST)]
        self.retry.click(None, cancels=asked, **PRIVATE)
        again = [self.last, self.chat, self.saved, self.language, self.cited, self.answer_phase, self.intent]
        kept = self.answer_phase.input(
            self.handlers.keep_phase, [self.answer_phase, self.saved], [self.phase, self.saved], **PRIVATE
        )
        asked += [event(self.handlers.ask_again, again, outputs, **PRIVATE) for event in (self.intent.input, kept.then)]
        asked.append(self.retry.click(self.handlers.ask_again, again[:5], outputs, **PRIVATE))
        read = [*again[:5], *self.reading]
        asked.append(self.chooser.click(self.handlers.ask_again, read, outputs, js=CHOSEN, **PRIVATE))
        self.stop.click(None, cancels=asked, **PRIVATE)
        for event in (self.new.click, self.chat.clear):
            event(None, cancels=asked, **PRIVATE)  # first: what is still written would come back
            event(lambda language: ([], "", "", "", {}, empty(language)), self.language, outputs, **PRIVATE)
        self.answer.change(
            self.handlers.after,
            [self.answer, self.language],
            [self.correction, self.intent, self.answer_phase, self.cards, self.banner],
            **PRIVATE,
        ).then(None, js=SHOW_ANSWER, **PRIVATE)

    def _render_chips(self) -> None:
        """Starters, choices of a clarifying question, follow-ups: buttons that ask at one click.

        They only press what is made once, outside: what a redrawn button started could not be stopped.
        """
        self.reading = [gr.Textbox(visible="hidden") for _ in ("phase", "intent")]  # as the browser says
        self.chooser = gr.Button(visible="hidden", elem_id="choose-reading")

        @gr.render([self.answer, self.language, self.starting, self.last])
        def _chips(saved: str, language: Language, phase: str, last: str) -> None:
            answer = restored(saved)
            if answer is not None and answer.clarification is not None:
                for choice in answer.clarification.choices:
                    button = gr.Button(choice.label, size="sm", variant="primary", elem_classes="chip")
                    button.click(None, js=f"() => chooseReading({json.dumps(choice.set)})", **PRIVATE)
                return
            starters = [] if last else STARTERS[Phase(phase)][language]  # none while an answer is written
            for text in answer.follow_ups if answer else starters:
                button = gr.Button(text, size="sm", elem_classes="chip")
                button.click(None, js=f"() => askQuestion({json.dumps(text)})", **PRIVATE)

    def _render_citations(self) -> None:
        """A button for each citation of the last answer; the markers of all answers open theirs."""
        inputs = [self.opened, self.cited, self.language]
        opening = self.opener.click(self.handlers.open, inputs, self.source, js=OPENED, **PRIVATE)
        opening.then(None, js=SHOW_QUOTE, **PRIVATE)

        @gr.render([self.answer, self.language])
        def _buttons(saved: str, language: Language) -> None:
            answer = restored(saved)
            for citation in shown_citations(answer) if answer else ():
                button = gr.Button(citation_label(citation), size="sm", elem_classes="chip")
                chosen = [gr.State(""), gr.State({"": citation.model_dump_json()}), self.language]
                button.click(self.handlers.open, chosen, self.source, **PRIVATE).then(None, js=SHOW_QUOTE, **PRIVATE)

    def _wire_profile(self) -> None:
        fields = [self.cluster, self.region, self.sectors, self.phase]
        for field in fields:  # kept by the browser itself, at each letter
            field.input(None, fields, self.saved, js=KEPT, **PRIVATE)
        self.forget.click(lambda: (NO_PROFILE, *NO_PROFILE.values()), None, [self.saved, *fields], **PRIVATE)
        self.blocks.load(_profile_kept, self.saved, fields, **PRIVATE)
        self.phase.change(lambda phase: phase or Phase.INCONNUE.value, self.phase, self.starting, **LATEST)
        prepared = [self.banner, self.timer, self.added, self.known]
        self.timer.tick(self.handlers.tick, self.language, prepared, **PRIVATE)

    def _wire_documents(self) -> None:
        self.files.upload(
            self.handlers.add, [self.files, self.language], [self.verdicts, self.files, self.added], **PRIVATE
        )
        self.remove.click(self.handlers.remove, [self.added, self.language], [self.verdicts, self.added], **PRIVATE)
        self.knowing.expand(self.handlers.known, self.language, self.known, **PRIVATE)

    def _wire_language(self) -> None:
        outputs = [
            *self.text.components,
            self.phase,
            self.answer_phase,
            self.intent,
            self.header,
            self.source,
            self.known,
        ]
        self.language.input(self._translated, self.language, outputs, **LATEST)
        self.language.input(None, self.language, js=SPOKEN, **PRIVATE)

    def _translated(self, language: Language) -> list[Any]:
        said: list[dict[str, Any]] = self.text.in_language(language)
        return [
            *(gr.update(**values) for values in said),
            gr.update(choices=phases(language)),
            gr.update(choices=phases(language)[:2]),
            gr.update(choices=intents(language)),
            header(language),
            empty(language),
            self.handlers.known(language),
        ]
