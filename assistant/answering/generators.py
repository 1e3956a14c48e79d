"""Which generator writes the draft: extractive by default, a chat model by setting."""

from collections.abc import Callable

from assistant.answering.stages import draft
from assistant.answering.state import Knowledge, State
from assistant.settings import Settings


def generator(settings: Settings) -> Callable[[Knowledge, State], State]:
    """The drafting stage for these settings."""
    return draft
