"""« Qui peut nous présenter à X ? »: who would introduce the pilot to one cluster."""

import re

from assistant.answering.wishes import NAMES

# The whole message; the name, if it says one, is the first group.
INTRODUCED = re.compile(
    r"^(?:(?:et|ou|sinon|mais|alors|and|so|but)\b[\s,]*)*(?:qui|who) (?:peut|pourrait|peuvent|pourraient|saurait|can|could|might)\b.*?"
    rf"\b(?:pr[ée]senter|introdui\w+|recommander|mettre en (?:relation|contact)|introduce)\b(?:\D*?({NAMES}))?.*$",
    re.IGNORECASE,
)

# « Comment contacter X ? », once X was suggested.
CONTACTED = re.compile(
    r"^(?:(?:et|ou|alors|and|so)\b[\s,]*)*(?:comment|how|par où|par qui)\b.{0,30}?\b(?:contacter?|joindre|approcher|rencontrer|aborder|appeler|parler|contact|reach|approach|meet)\b"
    rf"(?:\s+(?:à|avec|to|with))?\s+({NAMES})$",
    re.IGNORECASE,
)


def introduction_to(masked_text: str) -> tuple[int, int] | None:
    """Where a message whose names are masked says to whom an introduction is asked for; None when it asks for none."""
    found = INTRODUCED.match(masked_text.rstrip(" ?!.\u00a0\u202f"))
    return found.span(1) if found and found[1] else None
