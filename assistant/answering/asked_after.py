"""Which facts a message is after: a whole question by itself, what goes on from others together with them."""

from collections.abc import Sequence

from assistant.answering.known_follow_ups import after
from assistant.answering.known_questions import Asked
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.index.analysis import words
from assistant.vocabulary import Language, Turn

# A question that is after a fact this surely is answered, whoever it may look for.
FACT_ASKED = 0.4
# A message leans on those before it when, read with them, it is surely after a fact, and more so by this than alone; a longer one (in
# words that carry a subject) stands on its own.
MORE, LONGEST = 0.2, 8


def facts_asked(known: Knowledge, message: str, history: Sequence[Turn], language: Language) -> Asked:
    """The facts that a message is after, read with those before it if there are any."""
    whole = after(message, [turn.question for turn in history])
    said = searched_words(known, State(question=whole, language=language))
    return known.questions.asked(known.embedder.read_question(whole), said)


def leans(known: Knowledge, message: str, history: Sequence[Turn], language: Language) -> bool:
    """Whether a message leans on those before it, though its wording may not tell."""
    if len(words(message)) > LONGEST:
        return False
    alone, together = (facts_asked(known, message, told, language) for told in ((), history))
    return together.surety >= max(FACT_ASKED, alone.surety + MORE)
