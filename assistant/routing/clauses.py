"""The stretches of a question that may each state something: its clauses, and those that need the next one.

« Jeune grappe, nous cherchons un exemple » says whose only with its two clauses together.
"""

import itertools
import re
from collections.abc import Iterator

from assistant.routing.phase_signs import has_owner

_SENTENCE = re.compile(r"[.!?\n]+")
_JOIN = (
    r"mais|but|alors|du coup|et(?=\s(?:je|j['’]|nous|on|comment|qui|visons|cherchons)\b)|and(?=\s(?:we|i|how|who)\b)"
)
_CLAUSE = re.compile(rf"[,;:()]|\s[-–—]\s|\s(?:{_JOIN})\s", re.IGNORECASE)

Span = tuple[int, int]


def clauses(text: str, *, every_pair: bool = False) -> list[Span]:
    """Where each clause starts and ends, then each that has no first person, or every one, with the one after it."""
    found: list[Span] = []
    for sentence in _parts(text, _SENTENCE, (0, len(text))):
        single = [part for part in _parts(text, _CLAUSE, sentence) if part[1] - part[0] > 1]
        pairs = [
            (one, two) for one, two in itertools.pairwise(single) if every_pair or not has_owner(text[slice(*one)])
        ]
        found += [*single, *((one[0], two[1]) for one, two in pairs)]
    return found


def _parts(text: str, border: re.Pattern[str], span: Span) -> Iterator[Span]:
    """What stands between the borders, without what is neither letter nor digit around it."""
    start = span[0]
    for match in [*border.finditer(text, *span), None]:
        end = match.start() if match else span[1]
        inner = text[start:end]
        ahead = next((at for at, character in enumerate(inner) if character.isalnum()), len(inner))
        yield start + ahead, start + max(ahead, len(inner.rstrip()))
        start = match.end() if match else end
