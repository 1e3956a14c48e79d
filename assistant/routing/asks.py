"""The first thing a question asks, when it asks two: « qui visiter, et comment se financent-ils ? ».

A statement before a question is not an ask: « nous débutons. Qui visiter ? » asks one thing.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.routing.classifier import IntentClassifier, Reading
from assistant.routing.features import without_names

# Of what is asked first against the whole, in the geometric mean of their probabilities; chosen on families held out.
FIRST = 0.6
# Of a follow-up as typed against the question as a whole; chosen on 200 follow-ups by two writers (docs/evaluation.md).
TYPED = 0.6
_ASKING = (
    r"(?:qui|que|quoi|quels?|quelles?|lequel|laquelle|lesquels|combien|comment|où|quand|pourquoi|depuis quand|"
    r"avec (?:qui|quels?)|de qui|à qui|chez qui|est-ce|faut-il|doit-on|peut-on|pourrait-|pourraient-|serait-|"
    r"est-(?:il|elle)|sont-(?:ils|elles)|ont-(?:ils|elles)|a-t-|c'est quoi|ce qu|ki|kel\w*|koi|cb|"
    r"who|whom|whose|what|which|how|when|where|why|with whom|"
    r"(?:could|would|should|is|are|do|does|did|can) (?:we|they|it|he|she|you|i|the|our|there))\b"
)
_ALSO = (
    r"(?:puis|ensuite|après|aussi|accessoirement|subsidiairement|au passage|tant qu['’]on y est|également|"
    r"deuxièmement|par ailleurs|then|also|afterwards|secondly)\b"
)
# What opens a second ask: « et qui … », « ? Ensuite … », « ; puis … ».
_SECOND = re.compile(
    rf"\?\s+(?=\w)|(?:,\s*|\s)(?:et|and|puis|then)\s+(?=(?:\w+[\s,]+){{0,2}}?(?:{_ASKING}))|"
    rf"[;,.]\s*(?=(?:et\s+|and\s+)?{_ALSO})|;\s+(?=\w)|,\s*(?=quitte à)|\.\s+(?=deuxième|second)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    rf"(?:^|[\s,:'’(]){_ASKING}|\?|\b(?:cherch|trouv|propos|montr|dites|donne|compar|situe|aide|expliqu|indiqu|list|"
    r"voul|voudr|aimer|souhait|besoin|find|tell|give|show|help|looking|need|want)\w*",
    re.IGNORECASE,
)
# « Quelqu'un qui l'a fait et qui en parle » asks for one person.
_WHO = re.compile(r"\s(?:et\s+qui|and\s+who)\s", re.IGNORECASE)
_SOMEONE_WHO = re.compile(r"\w\s+(?:qui|who)\s", re.IGNORECASE)
_SHORTEST = 3  # words


def first_ask(question: str) -> str | None:
    """What is asked first, as typed, when the question asks two things; None when it asks one."""
    for match in _SECOND.finditer(question):
        first, rest = question[: match.start()].strip(" ,;"), question[match.end() :]
        if _WHO.match(question, match.start()) and _SOMEONE_WHO.search(first):
            continue
        if len(first.split()) >= _SHORTEST and len(rest.split()) >= _SHORTEST and _REQUEST.search(first):
            return first
    return None


def read_intent(
    question: str,
    mentions: Sequence[tuple[int, int]],
    classifier: IntentClassifier,
    embed: Callable[[str], NDArray[np.float32]],
    vector: NDArray[np.float32],
    message: Reading | None = None,
) -> Reading:
    """What the whole question is after and, when it asks two things, more of what is asked first.

    `vector` is the question's own embedding; `embed` is called only for another text, without names or first alone.
    `message` is what was read of a follow-up as typed: the question before, which the whole begins with, is no ask then.
    """

    def read(text: str) -> Reading:
        named = [span for span in mentions if span[1] <= len(text)]
        plain = without_names(text, named)
        return classifier.read(text, vector if plain == question else embed(plain), named)

    whole = read(question)
    if message is not None:
        return _mixed(whole, message, TYPED)
    first = first_ask(question)
    return whole if first is None or not question.startswith(first) else _mixed(whole, read(first), FIRST)


def _mixed(whole: Reading, part: Reading, weight: float) -> Reading:
    """The geometric mean of the probabilities of both, `weight` that of the part."""
    shares = part.probabilities
    mixed = {intent: shares[intent] ** weight * share ** (1 - weight) for intent, share in whole.probabilities.items()}
    total = sum(mixed.values())
    return Reading({intent: share / total for intent, share in mixed.items()}, whole.openness)
