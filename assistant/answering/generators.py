"""Which generator writes the draft, and who settles a doubtful intent: code by default, a chat model by setting."""

from collections.abc import Callable
from functools import partial

from assistant.answering import stages
from assistant.answering.second_opinion import SecondOpinion, second_opinion
from assistant.answering.state import Knowledge, State
from assistant.settings import Settings


def opinion(settings: Settings) -> SecondOpinion | None:
    """Who settles a doubtful intent: nobody by default. Raises MissingExtra when the chat model's package lacks."""
    if settings.llm is None or not settings.llm_route_below:
        return None
    from assistant.answering import chat_model

    return second_opinion(chat_model.load_chat_model(settings), settings.llm, settings.llm_route_below)


def generator(settings: Settings) -> Callable[[Knowledge, State], State]:
    """The drafting stage for these settings. Raises MissingExtra when the chat model's package is not installed."""
    if settings.llm is None:
        return stages.draft
    from assistant.answering import chat_model

    return partial(chat_model.draft, chat_model.load_chat_model(settings))
