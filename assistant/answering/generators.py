"""Which generator writes the draft: extractive by default, a chat model by setting."""

from collections.abc import Callable
from functools import partial

from assistant.answering import stages
from assistant.answering.state import Knowledge, State
from assistant.settings import Settings


def generator(settings: Settings) -> Callable[[Knowledge, State], State]:
    """The drafting stage for these settings. Raises MissingExtra when the chat model's package is not installed."""
    if settings.llm is None:
        return stages.draft
    from assistant.answering import chat_model

    return partial(chat_model.draft, chat_model.load_chat_model(settings))
