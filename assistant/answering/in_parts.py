"""Questions that ask two things of which one is answered: « Comment obtenir le label, et combien ça coûte ? ».

Where the whole is refused, its parts are tried one by one: the first that is answered is, and what is not known of the rest is told.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answering import texts
from assistant.answering.state import Knowledge, State
from assistant.answering.typography import as_sentence, one_line
from assistant.answering.understanding import understand
from assistant.index.analysis import words

# Where another ask begins: after a question mark, or by « et » and a word that asks.
_NEXT = re.compile(
    r"(?<=\?)\s+|[\s,;]+(?:et|puis|ou|and|or)\s+(?=(?:(?:est|sont|is|are|does)\b|(?:(?:à|a|avec|par|pour|de|sur|in|at|with|by|for) )?"
    r"(?:comment|combien|qui|quand|où|pourquoi|quels?|quelles?|lequel|laquelle|est-ce|how|who|when|where|why|what|which))\b)",
    re.IGNORECASE,
)
# What points back to the part before does not stand by itself.
_POINTS_BACK = re.compile(
    r"\b(?:ça|cela|celui|celle|ceux|il|elle|ils|elles|lui|leur|leurs|le|la|les|y|en|son|sa|ses|ce dernier|it|its|they|their|them|that|this)\b(?! plus\b)",
    re.IGNORECASE,
)
_ARTICLES = re.compile(r"\b(?:le|la|les|ce|cette|ces)\s+(?=\w{4,})", re.IGNORECASE)
Retrieve = Callable[[Knowledge, State], State]


def parts_of(question: str) -> list[tuple[str, str]]:
    """The parts of a question that stand by themselves, each with the rest; none when it asks one thing."""
    cuts = list(_NEXT.finditer(question))
    if len(cuts) != 1:
        return []
    first, second = question[: cuts[0].start()], question[cuts[0].end() :]
    found = [(first, second), (second, first)]
    return [(part.rstrip(" ?") + " ?", rest.rstrip(" ?")) for at, (part, rest) in enumerate(found) if _stands(part, at)]


def _stands(part: str, place: int) -> bool:
    return bool(words(part)) and not (place and _POINTS_BACK.search(_ARTICLES.sub("", part)))


def by_part(known: Knowledge, state: State, refused: State, retrieve: Retrieve) -> State:
    """What the first part that is answered finds, with the rest told as not known; `refused` when none is, and for what was put
    after the question before: that one was answered."""
    if state.get("rewritten") is not None:
        return refused
    for part, rest in parts_of(state["question"]):
        request = replace(state["request"], question=part)
        read = understand(known, State(request=request, language=state["language"]))
        if "answer" in read:
            continue
        found = retrieve(known, {**state, **read})
        if "answer" not in found:
            told = texts.PART_UNKNOWN[state["language"]].format(rest=one_line(rest), part=as_sentence(part))
            request = replace(request, read_otherwise=(*state["request"].read_otherwise, told))
            return {**read, **found, "request": request}
    return refused
