"""What happens when somebody acts on the page: events in, values of the components out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answering.suggestion_texts import numbered
from assistant.errors import InterpiloteError, Misuse, UnknownDocument
from assistant.interpilote import Interpilote
from assistant.ui.cards import suggestions_html
from assistant.ui.conversation import exchange, plain, respond
from assistant.ui.exchange import exchange_html
from assistant.ui.known import known_html
from assistant.ui.preparation import Preparation
from assistant.ui.rendering import alert, citation_key, error_html, escaped, source_html, user_html, verdicts_html
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Answer, Citation, Intent, Language, Phase

PROGRESS = gr.Progress()
# The citations of a conversation as JSON, by key: those of earlier answers open too.
Cited = dict[str, str]


class Handlers:
    """The handlers of one page. A session's values come and go with each event; nothing of it stays here."""

    def __init__(self, assistant: Interpilote, preparation: Preparation) -> None:
        self.assistant, self.preparation = assistant, preparation

    def ask_new(
        self, question: str, messages: list[Any], saved: Any, language: Language, cited: Cited
    ) -> Iterator[Any]:
        """Asks a new question. An empty box asks nothing: « Enter » was pressed twice."""
        if question.strip():
            yield from self._exchange(question, messages or [], cited, saved, language)

    def ask_again(
        self,
        question: str,
        messages: list[Any],
        saved: Any,
        language: Language,
        cited: Cited,
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
        yield from self._exchange(question, before, cited, saved, language, phase, intent)

    def _exchange(
        self, question: str, before: list[Any], cited: Cited, saved: Any, language: Language, *correction: str | None
    ) -> Iterator[Any]:
        """Values of the page's outputs as an answer grows: it closes the last source, its citations open at its end.

        The box is emptied once: what is typed while the answer is written stays there.
        """
        source: Any = empty(language)
        box: Any = ""
        for shown, answer in respond(self.assistant, self.preparation, question, before, saved, language, *correction):
            if answer is None:
                yield shown, "", question, box, cited, source
            else:
                rank = exchange(before)
                new = {citation_key(rank, c.n): c.model_dump_json() for c in shown_citations(answer)}
                yield shown, answer.model_dump_json(), question, box, cited | new, source
            source = box = gr.skip()

    def after(self, saved: str, language: Language) -> tuple[Any, ...]:
        """What follows an answer: its reading to correct, its cards, and what is still wrong with the preparation."""
        answer, banner = restored(saved), self.preparation.banner(language)
        if answer is None:
            return gr.update(visible=False), None, None, "", banner
        route = answer.route
        phase = route.phase.value if route.phase != Phase.INCONNUE else None
        names = self.assistant.source_names(numbered(answer.suggestions))
        said = answer.language
        cards = suggestions_html(answer.suggestions, said, names) + exchange_html(answer.model_exchange, said)
        return gr.update(visible=True), route.intent.value, phase, cards, banner

    def keep_phase(self, chosen: str, saved: dict[str, Any] | None) -> tuple[Any, Any]:
        """A phase chosen for one answer holds for the next ones, in a profile that says none."""
        kept = saved or {}
        if kept.get("phase", Phase.INCONNUE.value) != Phase.INCONNUE.value:
            return gr.skip(), gr.skip()
        return chosen, {**kept, "phase": chosen}

    def open(self, key: str, cited: Cited, language: Language) -> Any:
        """The page of a citation of this conversation, its quote highlighted, or why it cannot be shown."""
        if key not in cited:
            return gr.skip()
        citation = Citation.model_validate_json(cited[key])
        try:
            page = self.assistant.page(citation.document_id, citation.page)
        except UnknownDocument:
            return alert(TEXTS[language]["source_gone"].format(title=escaped(citation.title)))
        except InterpiloteError as error:
            return error_html(error, language)
        return source_html(citation, page, language, self.assistant.today())

    def tick(self, language: Language) -> tuple[Any, ...]:
        """The preparation as it goes, until it ends."""
        done = self.preparation.ready.is_set()
        added = self._added_now(language)[1] if done and self.preparation.error is None else gr.update()
        known = self.known(language) if done else gr.skip()
        return self.preparation.banner(language), gr.update(active=not done), added, known

    def known(self, language: Language) -> str:
        """What the assistant knows today; nothing until all is ready."""
        if not self.preparation.ready.is_set() or self.preparation.error is not None:
            return ""
        return known_html(self.assistant.passport(), language)

    def _added_now(self, language: Language, told: str = "", **values: Any) -> tuple[str, Any]:
        """What was done, and the documents added by the person to choose from, or why they cannot be listed."""
        try:
            cards = [card for card in self.assistant.documents() if card.origin != "shipped"]
        except InterpiloteError as error:
            return error_html(error, language), gr.update(choices=[], **values)
        return told, gr.update(choices=[(card.title, card.id) for card in cards], **values)

    def add(self, files: list[str] | None, language: Language, progress: gr.Progress = PROGRESS) -> tuple[Any, ...]:
        """Adds dropped files, a verdict each."""
        self.preparation.ready.wait()
        try:
            verdicts = self.assistant.ingest(
                [Path(f) for f in files or []], progress=lambda name, share: progress(share, desc=name)
            )
            shown = verdicts_html(verdicts, language)
        except InterpiloteError as error:
            shown = error_html(error, language)
        told, added = self._added_now(language, shown, value=None)
        return told, None, added

    def remove(self, document_id: str | None, language: Language) -> tuple[Any, ...]:
        """Removes an added document, and says so."""
        words = TEXTS[language]
        if not document_id:
            return self._added_now(language, alert(words["nothing_to_remove"]))
        try:
            self.assistant.remove(document_id)
        except InterpiloteError as error:
            return self._added_now(language, error_html(error, language), value=None)
        return self._added_now(language, f'<p role="status">{words["document_removed"]}</p>', value=None)

    def ask(self, question: str, cluster: str = "", phase: str = "", language: str = "") -> dict[str, Any]:
        """Answers a question; `cluster`, `phase` (structuration, developpement) and `language` (fr, en) are
        optional."""
        self.preparation.ready.wait()
        try:
            known: Language | None = "fr" if language == "fr" else "en" if language == "en" else None
            answer = self.assistant.ask(question, cluster=cluster or None, phase=_phase(phase), language=known)
            self.preparation.succeeded()
        except InterpiloteError as error:
            return {"error": {"code": error.code, "message": error.message(), "remedy": error.remedy()}}
        return answer.model_dump(mode="json")


def _phase(name: str) -> Phase | None:
    """The phase of a name, None without one. Raises Misuse."""
    if name and name not in {phase.value for phase in Phase}:
        names = ", ".join(phase.value for phase in Phase)
        raise Misuse(
            (f"La phase «\u00a0{name[:80]}\u00a0» n’existe pas.", f"There is no phase “{name[:80]}”."),
            (f"Phases possibles\u00a0: {names}.", f"Phases: {names}."),
        )
    return Phase(name) if name else None


def restored(saved: str) -> Answer | None:
    """The answer kept as JSON in the session, or None."""
    return Answer.model_validate_json(saved) if saved else None


def shown_citations(answer: Answer) -> tuple[Citation, ...]:
    """What can be opened: the citations, or the nearest passages of an abstention."""
    return answer.citations or (answer.abstention.nearest if answer.abstention else ())


def header(language: Language) -> str:
    """Title, promise and privacy."""
    words = TEXTS[language]
    return f"<h1>{words['title']}</h1><p>{words['subtitle']} {words['privacy']}</p>"


def empty(language: Language) -> str:
    """The panel of sources before anything is opened."""
    return f'<p class="banner">{TEXTS[language]["source_empty"]}</p>'


def phases(language: Language) -> list[tuple[str, str]]:
    """Labels and values of the phases."""
    names = {
        "fr": ("Structuration", "Développement", "Je ne sais pas"),
        "en": ("Setting up", "Developing", "I do not know"),
    }
    return list(zip(names[language], (p.value for p in Phase), strict=True))


def intents(language: Language) -> list[tuple[str, str]]:
    """Labels and values of the intents a person may choose."""
    names = {
        "fr": ("une pratique", "un référent", "un partenaire", "une comparaison", "un fait"),
        "en": ("a practice", "a référent", "a partner", "a comparison", "a fact"),
    }
    return list(zip(names[language], (i.value for i in list(Intent)[:5]), strict=True))
