"""The optional generator: a LangChain chat model writes, code checks each sentence before it is shown.

What no quote supports is dropped and counted. A model that is slow, down or unfaithful gives way to the extractive
answer, and the pilot is told.
"""

import logging
import os
import re
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from assistant.answering import extractive, stages
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.answering.outcomes import sources_of
from assistant.answering.presenting import PHASES
from assistant.answering.prompts import Prompt, load_prompt
from assistant.answering.selection import select
from assistant.answering.state import Knowledge, State
from assistant.answering.support import best_support
from assistant.errors import MissingExtra
from assistant.settings import Settings
from assistant.vocabulary import Language, ModelExchange, ModelMessage

log = logging.getLogger(__name__)

EXTRACTS = 3
READ = 12  # sentences of the extracts; a small model reads slowly
CHARACTERS_A_TOKEN = 8
# The point of « 1. » that opens a list ends no sentence.
_END = re.compile(r"(?<=[.!?…])(?<!^\d\.)(?<!\s\d\.)[\s»\]\)]*(?=\s|$)|\n+")
_MARKS = re.compile(r"\s*\[\d+\]|^\s*(?:[-*•]|\d+[.)])\s+|\*\*|[<>]")

# A private-use character marks where a server cut the text at its limit of tokens.
_CUT = "\ue001"

_UNSUPPORTED: dict[Language, str] = {
    "fr": "aucune phrase appuyée par une citation",
    "en": "no sentence supported by a quote",
}
_TOO_SLOW: dict[Language, str] = {"fr": "plus de {limit:g} secondes", "en": "more than {limit:g} seconds"}
_TOO_LONG: dict[Language, str] = {
    "fr": "texte sans fin, au-delà de {limit:g} jetons",
    "en": "endless text, beyond {limit:g} tokens",
}
_FELL_BACK: dict[Language, str] = {
    "fr": "Le modèle {model} n'a pas donné de réponse vérifiable ({why}) : voici la réponse extraite des documents.",
    "en": "Model {model} gave no answer that could be checked ({why}): here is the answer quoted from the documents.",
}
_DROPPED: dict[Language, str] = {
    "fr": "{count} phrase(s) du modèle retirée(s) : aucune citation ne les appuie.",
    "en": "{count} sentence(s) of the model removed: no quote supports them.",
}


class OverBudget(Exception):
    """The model took more time or wrote more than the settings allow; `why` says it in each language."""

    def __init__(self, why: dict[Language, str], limit: float) -> None:
        self.why: dict[Language, str] = {language: text.format(limit=limit) for language, text in why.items()}
        super().__init__(self.why["en"])


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
    """The drafting stage: what the model wrote and code could check, then what is computed (suggestions, table).

    A model that failed, was interrupted or wrote nothing that could be checked gives way whole to the extractive
    answer.
    """
    from langgraph.config import get_stream_writer

    tell = get_stream_writer()
    context = stages.context(known, state)
    name, language = str(known.settings.llm), context.language
    written = Draft(known.workspace.library, sources_of(known), language)
    exchange = _write(model, known, context, written, lambda line: tell({"line": line}))
    if exchange.interrupted or not written.claims:
        why = exchange.interrupted or _UNSUPPORTED[language]
        log.warning("chat model: %s", why)
        written = Draft(known.workspace.library, sources_of(known), language)
        extractive.write(written, context)
        written.warnings.insert(0, _FELL_BACK[language].format(model=name, why=why))
    else:
        written.generator = name
        if exchange.dropped:
            written.warnings.append(_DROPPED[language].format(count=len(exchange.dropped)))
        extractive.write_computed(written, context)
    written.model_exchange = exchange
    return State(answer=stages.finish(known, state, written))


def _write(
    model: Any, known: Knowledge, context: Context, written: Draft, show: Callable[[str], None]
) -> ModelExchange:
    """Fills the draft with checked sentences; gives what was exchanged, what was dropped and why it stopped."""
    evidence = select(context.evidence, READ, per_document=4)
    prompt = load_prompt(context.route.intent)
    messages = _messages(prompt, context, evidence)
    heard: list[str] = []
    dropped, interrupted, started = [], None, time.monotonic()
    try:
        for sentence in _sentences(_within_budget(model.stream(messages), known.settings, heard)):
            quote = best_support(sentence, known.embedder.embed_passage(sentence), evidence, _names(context))
            if quote is not None and written.say(quote, text=sentence):
                show(written.lines[-1])
            else:
                dropped.append(sentence)
    except OverBudget as over:
        interrupted = over.why[context.language]
    except Exception as error:  # a provider may raise anything: the pilot still gets an answer
        log.warning("chat model failed", exc_info=True)
        interrupted = type(error).__name__
    roles: dict[str, Literal["system", "user"]] = {"system": "system", "human": "user"}
    return ModelExchange(
        model=str(known.settings.llm),
        prompt_version=prompt.version,
        messages=tuple(ModelMessage(role=roles[m.type], content=str(m.content)) for m in messages),
        completion="".join(heard),
        dropped=tuple(dropped),
        interrupted=interrupted,
        seconds=round(time.monotonic() - started, 1),
    )


def _names(context: Context) -> Callable[[str], set[str]]:
    return lambda text: {mention.resolved.cluster.id for mention in context.directory.mentions(text)}


def _messages(prompt: Prompt, context: Context, evidence: Sequence[Evidence]) -> list[Any]:
    from langchain_core.prompts import ChatPromptTemplate

    template = ChatPromptTemplate.from_messages([("system", prompt.system), ("human", prompt.request)])
    return template.format_messages(
        question=context.question, phase=PHASES[context.route.phase]["fr"], extraits=_extracts(evidence)
    )


def _within_budget(chunks: Iterator[Any], settings: Settings, heard: list[str]) -> Iterator[str]:
    """The model's text as it comes, kept in `heard`. Raises OverBudget past the budget of time or of length, whatever
    the server does; a text that the server itself ends at its limit of tokens loses its last, unfinished sentence."""
    ends, length = time.monotonic() + settings.llm_timeout_s, 0
    for chunk in chunks:
        text = str(chunk.text)
        heard.append(text)
        length += len(text)
        yield text
        if (chunk.response_metadata or {}).get("finish_reason") == "length":
            yield _CUT
        if time.monotonic() > ends:
            raise OverBudget(_TOO_SLOW, settings.llm_timeout_s)
        if length > CHARACTERS_A_TOKEN * settings.llm_max_tokens:
            raise OverBudget(_TOO_LONG, settings.llm_max_tokens)


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
    if _plain(pending) and not pending.endswith(_CUT):
        yield _plain(pending)


def _split(text: str) -> list[str]:
    """Finished sentences, then what is still being written."""
    cuts = [match.end() for match in _END.finditer(text) if match.end() < len(text)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _plain(sentence: str) -> str:
    text = " ".join(_MARKS.sub("", sentence).split())
    return text if any(ch.isalnum() for ch in text) else ""
