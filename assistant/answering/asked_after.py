"""Which facts a message is after: a whole question by itself, what goes on from others together with them."""

from collections.abc import Sequence

from assistant.answering.followups import asked_after, whole_before
from assistant.answering.known_follow_ups import after
from assistant.answering.known_questions import Asked
from assistant.answering.language import detect_language
from assistant.answering.sought import searched_words, spelled
from assistant.answering.state import Knowledge, Request, State
from assistant.index.analysis import words
from assistant.vocabulary import Language, Turn

# A message leans on those before it when it is, read with them, after a fact at least this surely, and more so by this
# than by itself; a longer one (in words that carry a subject) stands on its own.
SURE, MORE, LONGEST = 0.4, 0.2, 8


def facts_asked(known: Knowledge, message: str, history: Sequence[Turn], language: Language) -> Asked:
    """The facts that a message is after, read with those before it if there are any."""
    whole = after(message, [turn.question for turn in history])
    said = searched_words(known, State(question=whole, language=language))
    return known.questions.asked(known.embedder.read_question(whole), said)


def leaning(known: Knowledge, request: Request, message: str) -> str | None:
    """The message after the question that it leans on, though its wording does not tell; None for what stands by itself."""
    if not request.history or len(words(message)) > LONGEST:
        return None
    language = request.language or detect_language(message, known.settings.language)
    careful = spelled(known, message, language)
    alone, together = (facts_asked(known, careful, told, language) for told in ((), request.history))
    if together.surety < max(SURE, alone.surety + MORE):
        return None
    return asked_after(whole_before(request.history), careful)
