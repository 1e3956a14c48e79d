"""« Ma fiche »: the blanks of the profile's cluster that cost most, and a place to fill them."""

from typing import Any
from urllib.parse import quote

import gradio as gr
import yaml

from assistant.answering.presenting import CRITERIA
from assistant.clusters.blanks import blanks, is_blank
from assistant.clusters.origins import FIELD_NAMES, declared_sentences
from assistant.clusters.typed import FIELDS
from assistant.errors import InterpiloteError, InvalidDeclaration
from assistant.interpilote import Interpilote
from assistant.ui.labelled import LATEST, PRIVATE, Labelled
from assistant.ui.preparation import Preparation
from assistant.ui.rendering import escaped
from assistant.ui.texts import FIELDS_EN, TEXTS
from assistant.vocabulary import Language


class OwnSheet:
    """The region and its events. What is typed is kept in the home, never in the session."""

    def __init__(self, assistant: Interpilote, preparation: Preparation, text: Labelled) -> None:
        self.assistant, self.preparation = assistant, preparation
        with text.make(gr.Accordion, "own_sheet", open=False):
            self.state = gr.HTML(self.shown(None, "fr"), elem_id="own-sheet-state")
            self.field = text.make(gr.Dropdown, "field", [], elem_id="own-sheet-field")
            self.value = text.make(gr.Textbox, "value", elem_id="own-sheet-value")
            self.reply = text.make(gr.Textbox, "reply", lines=2)
            self.save = text.button(gr.Button, "save", size="sm", elem_id="own-sheet-save")

    def wire(self, cluster: Any, language: Any) -> None:
        """Follows the cluster of the profile and the language; saves on demand."""
        boxes = [self.state, self.field, self.value, self.reply]
        cluster.change(self.begun, [cluster, language], boxes, **LATEST)
        language.input(self.translated, [cluster, language], [self.state, self.field], **LATEST)
        self.field.change(self.example, self.field, self.value, **LATEST)
        inputs = [cluster, self.field, self.value, self.reply, language]
        self.save.click(self.saved, inputs, boxes, **PRIVATE)

    def begun(self, cluster: str | None, language: Language, note: str = "") -> tuple[Any, ...]:
        """The blanks, the fields to choose from, the costliest blank chosen, and empty boxes."""
        fields = self._fields(cluster, language)
        chosen = fields[0][1] if fields else None
        return self.shown(cluster, language, note), gr.update(choices=fields, value=chosen), "", ""

    def translated(self, cluster: str | None, language: Language) -> tuple[Any, ...]:
        """The blanks and the names of fields in a language; the field chosen stays, with what was typed for it."""
        return self.shown(cluster, language), gr.update(choices=self._fields(cluster, language))

    def example(self, field: str | None) -> Any:
        """Shows what a field takes."""
        return gr.update(placeholder=FIELDS[field][1] if field else "")

    def saved(
        self, cluster: str | None, field: str | None, value: str, reply: str, language: Language
    ) -> tuple[Any, ...]:
        """Keeps what was typed; a mistake keeps it in its box, with what to do."""
        words = TEXTS[language]
        if not cluster or not (value.strip() or reply.strip()):
            return self.shown(cluster, language, words["nothing_typed"]), gr.skip(), gr.skip(), gr.skip()
        self.preparation.ready.wait()
        try:
            self.assistant.complete(cluster, {field: value} if field and value.strip() else {}, reply)
        except InterpiloteError as error:
            told = f"{error.message(language)} {error.remedy(language)}"
            return self.shown(cluster, language, told, "alert"), gr.skip(), gr.skip(), gr.skip()
        return self.begun(cluster, language, words["saved"])

    def shown(self, cluster: str | None, language: Language, note: str = "", role: str = "status") -> str:
        """The blanks with the criteria they leave in the dark, what is declared, and a word on what just happened."""
        words = TEXTS[language]
        if not cluster:
            return f'<p class="banner">{words["choose_cluster"]}</p>'
        directory = self.assistant.directory
        entry = directory.resolve(cluster).cluster
        rows = "".join(
            f"<li><strong>{escaped(_name(blank.field, language))}</strong> — "
            f"{escaped(', '.join(CRITERIA[c][language] for c in blank.criteria))}</li>"
            for blank in blanks(entry, directory.weights)
        )
        found = f"<p>{words['blanks']}</p><ul>{rows}</ul>" if rows else f"<p>{words['no_blank']}</p>"
        said_of = declared_sentences(entry, directory.voice(language), lambda field: _name(field, language))
        said = "".join(f"<li>{escaped(sentence)}</li>" for sentence in said_of)
        said = f"<ul>{said}</ul>{self._patch(entry.id, words['export'])}" if said else ""
        css = ' class="warning"' if role == "alert" else ""
        told = f'<p role="{role}"{css}>{escaped(note)}</p>' if note else ""
        return f"{told}{found}{said}"

    def _patch(self, cluster: str, label: str) -> str:
        """A link that hands over what is declared, the same file as `clusters complete --export`.

        Nothing when the directory already tells all that was declared.
        """
        try:
            patch = self.assistant.declared_patch(cluster)
        except InvalidDeclaration:
            return ""
        text = yaml.safe_dump(patch, allow_unicode=True, sort_keys=False)
        return f'<a download="{cluster}.yaml" href="data:text/yaml;charset=utf-8,{quote(text)}">{label}</a>'

    def _fields(self, cluster: str | None, language: Language) -> list[tuple[str, str]]:
        """Names and keys of the fields, the costliest blank first."""
        if not cluster:
            return []
        directory = self.assistant.directory
        entry = directory.resolve(cluster).cluster
        first = [blank.field for blank in blanks(entry, directory.weights)]
        first += [field for field in FIELDS if field not in first and is_blank(entry, field)]
        order = [*first, *(field for field in FIELDS if field not in first)]
        return [(_name(field, language), field) for field in order]


def _name(field: str, language: Language) -> str:
    return FIELDS_EN[field] if language == "en" else FIELD_NAMES[field]
