"""From the pages of a call to what it asks and the plan back from the deadline. Pure: no file is opened here."""

from collections.abc import Sequence
from datetime import date

from assistant.calls.constraints import constraints, missing
from assistant.calls.plan import plan, warnings
from assistant.clusters.saying import Voice
from assistant.errors import UnreadableCall
from assistant.vocabulary import CallReading, Language, Page

_REMEDY = (
    "Donnez le règlement ou le cahier des charges de l’appel, en français (PDF avec texte, DOCX, Markdown ou texte), pas sa "
    "page d’annonce.",
    "Give the rules or the specifications of the call, in French (PDF with text, DOCX, Markdown or text), not its announcement.",
)


def call_of(
    name: str,
    pages: Sequence[Page],
    deadline: date | None,
    today: date,
    unread: Sequence[str] = (),
    language: Language = "fr",
) -> CallReading:
    """The constraints of a call with their quotes, what to read oneself, the plan.

    `unread` is what the reader could not read of the file; it is said first. Raises UnreadableCall for a text that is
    empty or says nothing of what a call asks.
    """
    if not any(page.text.strip() for page in pages):
        raise UnreadableCall((f"« {name} » ne contient aucun texte.", f"“{name}” holds no text."), _REMEDY)
    found = constraints(pages)
    if not found:
        raise UnreadableCall(
            (
                f"« {name} » ne dit rien de ce qu’un appel à projets demande : ni candidats, ni montants, ni dates.",
                f"“{name}” says nothing of what a call for projects asks: no applicants, no amounts, no dates.",
            ),
            _REMEDY,
        )
    voice = Voice(language)
    steps = plan(deadline, today, found, voice) if deadline else ()
    return CallReading(
        file=name,
        deadline=deadline,
        constraints=found,
        to_read=missing(found, language),
        plan=steps,
        warnings=(*unread, *warnings(deadline, today, steps, found, voice)),
    )
