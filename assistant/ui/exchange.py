"""« Ce que le modèle a vu »: the prompt sent to a chat model, what it wrote, and what was not shown of it."""

from html import escape

from assistant.resources import texts
from assistant.vocabulary import Language, ModelExchange, Said

_WORDS: dict[str, Said] = texts("page")["exchange"]


def exchange_html(exchange: ModelExchange | None, language: Language) -> str:
    """A folded block with the whole exchange; nothing for an extractive answer without a model."""
    if exchange is None:
        return ""
    words = {key: said[language] for key, said in _WORDS.items()}
    by = words["by"].format(model=exchange.model, version=exchange.prompt_version, seconds=exchange.seconds)
    parts = [(words[message.role], message.content) for message in exchange.messages]
    parts.append((words["completion"], exchange.completion))
    if exchange.dropped:
        parts.append((words["dropped"], "\n".join(exchange.dropped)))
    if exchange.interrupted:
        parts.append((words["interrupted"], exchange.interrupted))
    shown = "".join(f"<h4>{escape(title)}</h4><pre>{escape(text)}</pre>" for title, text in parts)
    return f"<details id='exchange'><summary>{words['title']}</summary><p>{escape(by)}</p>{shown}</details>"
