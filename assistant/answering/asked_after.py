"""Which facts a message is after: a whole question by itself, what goes on from others together with them."""

from collections.abc import Sequence

from assistant.answering.known_follow_ups import after
from assistant.answering.known_questions import Asked
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.vocabulary import Language, Turn

# A question that is after a fact this surely is answered, whoever it may look for.
FACT_ASKED = 0.4


def facts_asked(known: Knowledge, message: str, history: Sequence[Turn], language: Language) -> Asked:
    """The facts that a message is after, read with those before it if there are any."""
    whole = after(message, [turn.question for turn in history])
    said = searched_words(known, State(question=whole, language=language))
    return known.questions.asked(known.embedder.read_question(whole), said)
