"""One exchange on the page: from what the person typed and chose to the messages shown."""

import html
import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from assistant.answering.language import detect_language
from assistant.errors import InterpiloteError
from assistant.interpilote import Interpilote
from assistant.ui.preparation import Preparation
from assistant.ui.rendering import answer_html, escaped, ours, user_html
from assistant.ui.texts import TEXTS
from assistant.vocabulary import Answer, Intent, Language, Phase, PilotProfile, Turn

log = logging.getLogger(__name__)
Messages = list[dict[str, str]]
TURNS_KEPT = 10
_LOOK_S = 0.5
_SAID = re.compile(r'^<div class="answer" data-said="([^"]*)"')


def profile_from(saved: dict[str, Any] | None) -> PilotProfile | None:
    """The profile kept in the browser; None when it says nothing."""
    saved = saved or {}
    sectors = tuple(part.strip() for part in str(saved.get("sectors") or "").split(",") if part.strip())
    regions = (saved["region"],) if saved.get("region") else ()
    phase = Phase(saved.get("phase") or Phase.INCONNUE)
    if not (saved.get("cluster") or regions or sectors or phase != Phase.INCONNUE):
        return None
    return PilotProfile(cluster_id=saved.get("cluster") or None, regions=regions, sectors=sectors, phase=phase)


def respond(
    assistant: Interpilote,
    preparation: Preparation,
    question: str,
    messages: Messages,
    saved: dict[str, Any] | None,
    language: Language,
    phase: str | None = None,
    intent: str | None = None,
) -> Iterator[tuple[Messages, Answer | None]]:
    """The messages as they grow, with the answer at the end. Errors are shown as a message, never raised.

    A question is answered in its own language; `language`, of the page, decides when the question does not tell.
    """
    words = TEXTS[language]
    shown = [*messages, {"role": "user", "content": user_html(question)}]
    while not preparation.ready.is_set():  # it can be stopped at each look
        yield [*shown, _said(words["wait"])], None
        preparation.ready.wait(_LOOK_S)
    lines: list[str] = []

    def named(text: str) -> list[tuple[int, int]]:
        return [(mention.start, mention.end) for mention in assistant.directory.mentions(text)]

    try:
        for event in assistant.stream(
            question,
            profile=profile_from(saved),
            phase=Phase(phase) if phase else None,
            intent=Intent(intent) if intent else None,
            history=turns(messages),
            language=detect_language(question, language, named(question)),
        ):
            if "stage" in event:
                yield [*shown, _said(words[event["stage"]])], None
            elif "line" in event:
                lines.append(event["line"])
                yield [*shown, _said("<br>".join(map(escaped, lines)), raw=True)], None
            else:
                answer: Answer = event["answer"]
                preparation.succeeded()
                yield [*shown, {"role": "assistant", "content": answer_html(answer, exchange(messages))}], answer
    except InterpiloteError as error:
        told = ours(f"{error.message(language)} {error.remedy(language)}")
        yield [*shown, _said(told, raw=True)], None
    except Exception:  # the last resort: the person gets a sentence, the log the detail
        log.exception("answering failed")
        yield [*shown, _said(words["unknown_error"])], None


def _said(text: str, raw: bool = False) -> dict[str, str]:
    return {"role": "assistant", "content": f"<div>{text if raw else escaped(text)}</div>"}


def exchange(messages: Messages) -> int:
    """Rank of the exchange that follows these messages, from 0."""
    return sum(message["role"] == "user" for message in messages)


def turns(messages: Messages) -> list[Turn]:
    """The last exchanges, as history: what was asked, brought back to plain text, and what was answered."""
    asked = [at for at, message in enumerate(messages) if message["role"] == "user"][-TURNS_KEPT:]
    exchanges = [messages[start:end] for start, end in pairwise([*asked, len(messages)])]
    told = [(plain(said["content"]), "".join(written(part["content"]) for part in parts)) for said, *parts in exchanges]
    return [Turn(question=question, answer=said_in(answer)) for question, answer in told if question]


def said_in(answer: str) -> str:
    """The text of an answer as HTML, as it was before; nothing of other messages."""
    found = _SAID.search(answer)
    return html.unescape(found[1]) if found else ""


def plain(content: Any) -> str:
    """The text of a message."""
    return html.unescape(re.sub(r"<[^>]+>", " ", written(content))).strip()


def written(content: Any) -> str:
    """A message as HTML, which Gradio gives back as text or as a list of parts."""
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) if isinstance(part, dict) else str(part) for part in content)
    return str(content)
