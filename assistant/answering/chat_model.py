"""The optional generator: a LangChain chat model writes, code checks each sentence before it is shown.

What no quote supports is dropped and counted. A model that is slow, down or unfaithful gives way to the extractive
answer, and the pilot is told.
"""

import logging
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from assistant.answering import extractive, stages
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.answering.outcomes import sources_of
from assistant.answering.presenting import PHASES
from assistant.answering.prompts import load_prompt
from assistant.answering.selection import select
from assistant.answering.state import Knowledge, State
from assistant.answering.support import best_support
from assistant.errors import MissingExtra
from assistant.settings import Settings
from assistant.vocabulary import Language

log = logging.getLogger(__name__)

EXTRACTS = 3
READ = 12  # sentences of the extracts; a small model reads slowly
CHARACTERS_A_TOKEN = 8
# The point of « 1. » that opens a list ends no sentence.
_END = re.compile(r"(?<=[.!?…])(?<!^\d\.)(?<!\s\d\.)[\s»\]\)]*(?=\s|$)|\n+")
_MARKS = re.compile(r"\s*\[\d+\]|^\s*(?:[-*•]|\d+[.)])\s+|\*\*|[<>]")

_FELL_BACK: dict[Language, str] = {
    "fr": "Le modèle {model} n'a pas donné de réponse vérifiable ({why}) : voici la réponse extraite des documents.",
    "en": "Model {model} gave no answer that could be checked ({why}): here is the answer quoted from the documents.",
}
_DROPPED: dict[Language, str] = {
    "fr": "{count} phrase(s) du modèle retirée(s) : aucune citation ne les appuie.",
    "en": "{count} sentence(s) of the model removed: no quote supports them.",
}


def load_chat_model(settings: Settings) -> Any:
    """The LangChain chat model of the settings. Raises MissingExtra when its package is not installed."""
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {
        "temperature": 0,
        "max_tokens": settings.llm_max_tokens,
        "timeout": settings.llm_timeout_s,
        "max_retries": 0,
    }
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
        if "OPENAI_API_KEY" not in os.environ:
            options["api_key"] = "local"  # local servers ask for one and read none
    try:
        return init_chat_model(settings.llm, **options)
    except ImportError as error:
        raise MissingExtra(
            (
                f"Le modèle « {settings.llm} » demande un paquet qui n'est pas installé : {error}",
                f"Model “{settings.llm}” needs a package that is not installed: {error}",
            ),
            (
                "Installez-le, par exemple : pip install 'interpilote[openai]'.",
                "Install it, e.g. pip install 'interpilote[openai]'.",
            ),
        ) from error


def draft(model: Any, known: Knowledge, state: State) -> State:
    """The drafting stage: what the model wrote and code could check, then what is computed (suggestions, table)."""
    from langgraph.config import get_stream_writer

    tell = get_stream_writer()
    written = Draft(known.workspace.library, sources_of(known))
    context = stages.context(known, state)
    why = _write(model, known, context, written, lambda line: tell({"line": line}))
    if not written.claims:
        log.warning("chat model: %s", why)
        extractive.write(written, context)
        name, language = known.settings.llm, context.language
        written.warnings.insert(0, _FELL_BACK[language].format(model=name, why=why))
    else:
        written.generator = str(known.settings.llm)
        extractive.write_computed(written, context)
    return State(answer=stages.finish(known, state, written))


def _write(model: Any, known: Knowledge, context: Context, written: Draft, show: Callable[[str], None]) -> str:
    """Fills the draft with checked sentences; returns why it stopped, in the pilot's language."""
    evidence = select(context.evidence, READ, per_document=4)
    dropped, why = (
        0,
        {"fr": "aucune phrase appuyée par une citation", "en": "no sentence supported by a quote"}[context.language],
    )
    try:
        for sentence in _sentences(_tokens(model, known.settings, context, evidence)):
            quote = best_support(sentence, known.embedder.embed_passage(sentence), evidence, _names(context))
            if quote is not None and written.say(quote, text=sentence):
                show(written.lines[-1])
            else:
                dropped += 1
    except Exception as error:  # a provider may raise anything: the pilot still gets an answer
        log.warning("chat model failed", exc_info=True)
        why = f"{type(error).__name__}"
    if dropped and written.claims:
        written.warnings.append(_DROPPED[context.language].format(count=dropped))
    return why


def _names(context: Context) -> Callable[[str], set[str]]:
    return lambda text: {mention.resolved.cluster.id for mention in context.directory.mentions(text)}


def _tokens(model: Any, settings: Settings, context: Context, evidence: Sequence[Evidence]) -> Iterator[str]:
    """The model's text as it comes, under a budget of time and of length whatever the server does."""
    from langchain_core.prompts import ChatPromptTemplate

    system, request = load_prompt(context.route.intent)
    messages = ChatPromptTemplate.from_messages([("system", system), ("human", request)]).format_messages(
        question=context.question, phase=PHASES[context.route.phase]["fr"], extraits=_extracts(evidence)
    )
    ends, length = time.monotonic() + settings.llm_timeout_s, 0
    for chunk in model.stream(messages):
        text = str(chunk.text)
        length += len(text)
        yield text
        if time.monotonic() > ends or length > CHARACTERS_A_TOKEN * settings.llm_max_tokens:
            return


def _extracts(evidence: Sequence[Evidence]) -> str:
    by_document: dict[str, list[Evidence]] = {}
    for item in evidence:
        by_document.setdefault(item.document.id, []).append(item)
    kept = list(by_document.values())[:EXTRACTS]
    return "\n\n".join(
        f"{group[0].document.title}\n" + "\n".join(f"- {' '.join(item.text.split())}" for item in group)
        for group in kept
    )


def _sentences(tokens: Iterator[str]) -> Iterator[str]:
    """Whole sentences as soon as they are complete, without markers and markup of the model's own."""
    pending = ""
    for token in tokens:
        pending += token
        *whole, pending = _split(pending)
        yield from filter(None, map(_plain, whole))
    if _plain(pending):
        yield _plain(pending)


def _split(text: str) -> list[str]:
    """Finished sentences, then what is still being written."""
    cuts = [match.end() for match in _END.finditer(text) if match.end() < len(text)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _plain(sentence: str) -> str:
    text = " ".join(_MARKS.sub("", sentence).split())
    return text if any(ch.isalnum() for ch in text) else ""
