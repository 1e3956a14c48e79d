"""The page: chat, profile, documents, and the panel of sources beside the chat."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.clusters.territory import NEIGHBOURS
from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.ui.conversation import plain, respond
from assistant.ui.preparation import Preparation
from assistant.ui.rendering import (
    citation_label,
    source_html,
    suggestions_html,
    user_html,
    verdicts_html,
)
from assistant.ui.texts import STARTERS, TEXTS
from assistant.vocabulary import Answer, Citation, Intent, Language, Phase

PRIVATE: Any = {"api_visibility": "private"}
PROGRESS = gr.Progress()
NO_PROFILE: dict[str, Any] = {"cluster": None, "region": None, "sectors": "", "phase": Phase.INCONNUE.value}
# A marker in the text leads to its citation's button; the quote is brought into view when its page opens.
HEAD = """<script>
document.addEventListener('click', (event) => {
  const mark = event.target.closest('a[href^="#cite-"]');
  if (!mark) return;
  event.preventDefault();
  const button = document.getElementById(mark.getAttribute('href').slice(1));
  if (button) (button.querySelector('button') || button).click();
});
</script>"""
SHOW_QUOTE = "() => { setTimeout(() => document.getElementById('quote')?.scrollIntoView({block: 'center'}), 150); }"
STYLE = Path(__file__).with_name("style.css")


def build_page(assistant: Interpilote, preparation: Preparation) -> gr.Blocks:
    """The whole page over one assistant; sessions share nothing else."""
    return _Page(assistant, preparation).blocks


class _Page:
    """Builds the regions, then wires them. Each `_make_*` makes one region, each `_wire_*` its events."""

    def __init__(self, assistant: Interpilote, preparation: Preparation) -> None:
        self.assistant, self.preparation = assistant, preparation
        self.labelled: list[tuple[Any, str, str]] = []  # component, property, key of its text
        with gr.Blocks(title="Interpilote", fill_width=False) as self.blocks:
            self.answer, self.last = gr.State(""), gr.State("")  # the answer as JSON: Gradio compares states
            self.saved = gr.BrowserState(NO_PROFILE, storage_key="interpilote-profile", secret="interpilote")
            self._make_header()
            with gr.Row(elem_classes="columns"):
                with gr.Column(scale=3, min_width=320):
                    self._make_chat()
                with gr.Column(scale=2, min_width=320):
                    self._make_profile()
                    self._make_sources()
                    self._make_documents()
            self._wire_chat()
            self._wire_profile()
            self._wire_documents()
            self._wire_language()
            gr.api(self._ask, api_name="ask")

    def _text(self, component: Any, prop: str, key: str) -> Any:
        self.labelled.append((component, prop, key))
        return component

    # --- regions -----------------------------------------------------------------------------------------

    def _make_header(self) -> None:
        with gr.Row():
            self.header = gr.HTML(_header("fr"), elem_id="header")
            self.language = gr.Radio(
                [("Français", "fr"), ("English", "en")],
                value="fr",
                label=TEXTS["fr"]["language"],
                scale=0,
                min_width=220,
                elem_id="language",
            )
        self.banner = gr.HTML(self.preparation.banner("fr"))
        self.timer = gr.Timer(1.0)

    def _make_profile(self) -> None:
        words = TEXTS["fr"]
        clusters = sorted((c.short_name, c.id) for c in self.assistant.directory.active)
        with self._text(gr.Accordion(words["profile"], open=False, elem_id="profile"), "label", "profile"):
            self.cluster = self._text(
                gr.Dropdown(clusters, value=None, label=words["cluster"], elem_id="cluster"), "label", "cluster"
            )
            self.region = self._text(
                gr.Dropdown(sorted(NEIGHBOURS), value=None, label=words["region"]), "label", "region"
            )
            self.sectors = self._text(gr.Textbox(label=words["sectors"]), "label", "sectors")
            self.phase = self._text(
                gr.Radio(_phases("fr"), value=Phase.INCONNUE.value, label=words["phase"], elem_id="phase"),
                "label",
                "phase",
            )
            self._text(gr.Markdown(words["remembered"]), "value", "remembered")
            self.forget = self._text(gr.Button(words["forget"], size="sm"), "value", "forget")

    def _make_documents(self) -> None:
        words = TEXTS["fr"]
        with self._text(gr.Accordion(words["documents"], open=False, elem_id="documents"), "label", "documents"):
            self.files = self._text(
                gr.File(file_count="multiple", label=words["drop"], elem_id="files"), "label", "drop"
            )
            self.verdicts = gr.HTML(elem_id="verdicts")
            self.added = self._text(gr.Dropdown([], label=words["added"]), "label", "added")
            self.remove = self._text(gr.Button(words["remove"], size="sm"), "value", "remove")

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
            layout="panel",
            elem_id="chat",
        )
        with self._text(
            gr.Accordion(words["correct"], open=True, visible=False), "label", "correct"
        ) as self.correction:
            self.intent = self._text(
                gr.Radio(_intents("fr"), label=words["intent"], elem_id="intent"), "label", "intent"
            )
            self.answer_phase = self._text(
                gr.Radio(_phases("fr")[:2], label=words["answer_phase"], elem_id="answer-phase"),
                "label",
                "answer_phase",
            )
        self.question = gr.Textbox(
            label=words["question"],
            placeholder=words["placeholder"],
            lines=1,
            max_lines=6,
            render=False,
            scale=5,
            elem_id="question",
            max_length=self.assistant.settings.question_characters,
        )
        self._text(self.question, "label", "question")
        self._text(self.question, "placeholder", "placeholder")
        self.outputs = [self.chat, self.answer, self.last, self.question]
        # What the profile says of the phase, known here before its radio is made further down.
        self.starting = gr.State(Phase.INCONNUE.value)
        self._render_chips()
        with gr.Row():
            self.question.render()
            self.send = self._text(
                gr.Button(words["send"], variant="primary", scale=1, elem_id="send"), "value", "send"
            )
        with gr.Row():
            self.stop = self._text(gr.Button(words["stop"], size="sm"), "value", "stop")
            self.retry = self._text(gr.Button(words["retry"], size="sm"), "value", "retry")
            self.new = self._text(gr.Button(words["new"], size="sm"), "value", "new")

    def _make_sources(self) -> None:
        self.source = gr.HTML(_empty("fr"), elem_id="source")
        self._render_citations()
        self.cards = gr.HTML(elem_id="cards")

    # --- events ------------------------------------------------------------------------------------------

    def _wire_chat(self) -> None:
        outputs = self.outputs
        inputs = [self.question, self.chat, self.saved, self.language]
        asked = [event(self._ask_new, inputs, outputs, **PRIVATE) for event in (self.send.click, self.question.submit)]
        again = [self.last, self.chat, self.saved, self.language, self.answer_phase, self.intent]
        asked += [
            event(self._ask_again, again, outputs, **PRIVATE) for event in (self.intent.input, self.answer_phase.input)
        ]
        asked.append(self.retry.click(self._ask_again, again[:4], outputs, **PRIVATE))
        self.stop.click(None, cancels=asked, **PRIVATE)
        self.new.click(lambda: ([], "", "", ""), None, outputs, **PRIVATE)
        self.answer.change(
            self._after,
            [self.answer, self.language],
            [self.correction, self.intent, self.answer_phase, self.cards, self.source],
            **PRIVATE,
        )

    def _render_chips(self) -> None:
        """Starters, choices of a clarifying question, follow-ups: buttons that ask at one click."""

        @gr.render([self.answer, self.language, self.starting])
        def _chips(saved: str, language: Language, phase: str) -> None:
            answer = _restored(saved)
            asking = [self.chat, self.saved, self.language]
            if answer is not None and answer.clarification is not None:
                for choice in answer.clarification.choices:
                    button = gr.Button(choice.label, size="sm", variant="primary", elem_classes="chip")
                    chosen = [gr.State(choice.set.get("phase")), gr.State(choice.set.get("intent"))]
                    button.click(self._ask_again, [self.last, *asking, *chosen], self.outputs, **PRIVATE)
                return
            for text in answer.follow_ups if answer else STARTERS[Phase(phase)][language]:
                button = gr.Button(text, size="sm", elem_classes="chip")
                button.click(self._ask_new, [gr.State(text), *asking], self.outputs, **PRIVATE)

    def _render_citations(self) -> None:
        """A button a citation: a marker in the text clicks it, a keyboard reaches it."""

        @gr.render([self.answer, self.language])
        def _buttons(saved: str, language: Language) -> None:
            answer = _restored(saved)
            for citation in _shown_citations(answer) if answer else ():
                button = gr.Button(
                    citation_label(citation), size="sm", elem_id=f"cite-{citation.n}", elem_classes="chip"
                )
                known = gr.State(citation.model_dump_json())
                button.click(self._open, [known, self.language], self.source, **PRIVATE).then(
                    None, js=SHOW_QUOTE, **PRIVATE
                )

    def _wire_profile(self) -> None:
        fields = [self.cluster, self.region, self.sectors, self.phase]
        for field in fields:
            field.input(lambda *values: dict(zip(NO_PROFILE, values, strict=True)), fields, self.saved, **PRIVATE)
        self.forget.click(lambda: (NO_PROFILE, *NO_PROFILE.values()), None, [self.saved, *fields], **PRIVATE)
        self.blocks.load(
            lambda saved: [(saved or NO_PROFILE).get(key) for key in NO_PROFILE], self.saved, fields, **PRIVATE
        )
        self.phase.change(lambda phase: phase or Phase.INCONNUE.value, self.phase, self.starting, **PRIVATE)
        self.timer.tick(self._tick, self.language, [self.banner, self.timer, self.added], **PRIVATE)

    def _wire_documents(self) -> None:
        self.files.upload(self._add, [self.files, self.language], [self.verdicts, self.files, self.added], **PRIVATE)
        self.remove.click(self._remove, [self.added, self.language], [self.verdicts, self.added], **PRIVATE)

    def _wire_language(self) -> None:
        outputs = [component for component, _, _ in self.labelled]
        outputs += [self.phase, self.answer_phase, self.intent, self.header, self.source]
        self.language.input(self._translated, self.language, outputs, **PRIVATE)

    # --- what happens ------------------------------------------------------------------------------------

    def _ask_new(self, question: str, messages: list[Any], saved: Any, language: Language) -> Iterator[Any]:
        for shown, answer in respond(self.assistant, self.preparation, question, messages or [], saved, language):
            yield shown, answer.model_dump_json() if answer else "", question, ""

    def _ask_again(
        self,
        question: str,
        messages: list[Any],
        saved: Any,
        language: Language,
        phase: str | None = None,
        intent: str | None = None,
    ) -> Iterator[Any]:
        """Asks the last question again, corrected, in place of the last exchange."""
        if not question:
            return
        before = (
            messages[:-2]
            if len(messages) > 1 and plain(messages[-2]["content"]) == plain(user_html(question))
            else messages
        )
        for shown, answer in respond(
            self.assistant, self.preparation, question, before, saved, language, phase, intent
        ):
            yield shown, answer.model_dump_json() if answer else "", question, ""

    def _after(self, saved: str, language: Language) -> tuple[Any, ...]:
        answer = _restored(saved)
        if answer is None:
            return gr.update(visible=False), None, None, "", _empty(language)
        route = answer.route
        phase = route.phase.value if route.phase != Phase.INCONNUE else None
        cards = suggestions_html(answer.suggestions, language)
        return gr.update(visible=True), route.intent.value, phase, cards, _empty(language)

    def _open(self, saved: str, language: Language) -> str:
        citation = Citation.model_validate_json(saved)
        page = self.assistant.page(citation.document_id, citation.page)
        return source_html(citation, page, language)

    def _tick(self, language: Language) -> tuple[Any, ...]:
        done = self.preparation.ready.is_set()
        added = gr.update(choices=self._added()) if done and self.preparation.error is None else gr.update()
        return self.preparation.banner(language), gr.update(active=not done), added

    def _added(self) -> list[tuple[str, str]]:
        return [(card.title, card.id) for card in self.assistant.documents() if card.origin != "shipped"]

    def _add(self, files: list[str] | None, language: Language, progress: gr.Progress = PROGRESS) -> tuple[Any, ...]:
        self.preparation.ready.wait()
        try:
            verdicts = self.assistant.ingest(
                [Path(f) for f in files or []], progress=lambda name, share: progress(share, desc=name)
            )
            shown = verdicts_html(verdicts, language)
        except InterpiloteError as error:
            shown = f'<p class="warning" role="alert">{error.message(language)} {error.remedy(language)}</p>'
        return shown, None, gr.update(choices=self._added(), value=None)

    def _remove(self, document_id: str | None, language: Language) -> tuple[Any, ...]:
        if document_id:
            self.assistant.remove(document_id)
        return "", gr.update(choices=self._added(), value=None)

    def _translated(self, language: Language) -> list[Any]:
        words = TEXTS[language]
        updates = [gr.update(**{prop: words[key]})  # type: ignore[arg-type] for _, prop, key in self.labelled]
        return [
            *updates,
            gr.update(choices=_phases(language)),
            gr.update(choices=_phases(language)[:2]),
            gr.update(choices=_intents(language)),
            _header(language),
            _empty(language),
        ]

    def _ask(self, question: str, cluster: str = "", phase: str = "", language: str = "") -> dict[str, Any]:
        """Answers a question; `cluster`, `phase` (structuration, developpement) and `language` (fr, en) are optional."""
        self.preparation.ready.wait()
        try:
            answer = self.assistant.ask(
                question, cluster=cluster or None, phase=Phase(phase) if phase else None, language=language or None
            )
        except InterpiloteError as error:
            return {"error": {"code": error.code, "message": error.message(), "remedy": error.remedy()}}
        return answer.model_dump(mode="json")


def _restored(saved: str) -> Answer | None:
    return Answer.model_validate_json(saved) if saved else None


def _shown_citations(answer: Answer) -> tuple[Citation, ...]:
    return answer.citations or (answer.abstention.nearest if answer.abstention else ())


def _header(language: Language) -> str:
    words = TEXTS[language]
    return f"<h1>{words['title']}</h1><p>{words['subtitle']} {words['privacy']}</p>"


def _empty(language: Language) -> str:
    return f'<p class="banner">{TEXTS[language]["source_empty"]}</p>'


def _phases(language: Language) -> list[tuple[str, str]]:
    names = {
        "fr": ("Structuration", "Développement", "Je ne sais pas"),
        "en": ("Setting up", "Developing", "I do not know"),
    }
    return list(zip(names[language], (p.value for p in Phase), strict=True))


def _intents(language: Language) -> list[tuple[str, str]]:
    names = {
        "fr": ("une pratique", "un référent", "un partenaire", "une comparaison", "un fait"),
        "en": ("a practice", "a référent", "a partner", "a comparison", "a fact"),
    }
    return list(zip(names[language], (i.value for i in list(Intent)[:5]), strict=True))
