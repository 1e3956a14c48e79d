"""How surely a question is after what a sentence states.

A paragraph rests on several facts, and each of its sentences states some of them: of the sentences on a fact that is asked
for, the one that has most of the fact's words counts whole, the others by how many they have beside it. The first lines of a
text say what several facts come to, in no fact's words: they lose less.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.index.analysis import terms

# What a sentence that has none of a fact's words loses of its surety, and one of the first lines; chosen on development
# questions (docs/evaluation.md).
UNSTATED, UNSTATED_FIRST = 0.45, 0.1
# What first lines gain of the surety of the second fact asked for among those that they sum up.
SEVERAL = 0.1
_BETWEEN = re.compile(r"\s*;\s*|(?<=[.!?])\s+")
# What the next facts of a sentence add, as far as the surest of all stays below this: of « Quels freins ? », that many facts
# answer, none is surely asked for.
NEXT, OTHERS, SURE = 4, 0.5, 0.6
# Facts that a question is less after need no telling apart.
ASKED = 0.02


def clauses_of(fact: str) -> list[str]:
    """What a fact says, one thing a clause: « … ; … »."""
    return _BETWEEN.split(fact)


def key_of(sentence: str) -> str:
    """What a sentence is known by where questions say which one answers them best: eight digits that its words give."""
    return hashlib.blake2s(" ".join(sentence.split()).encode(), digest_size=4).hexdigest()


@dataclass(frozen=True, slots=True)
class AskedFact:
    """How surely a question is after a fact, in [0, 1], and the words of each of its clauses, weighed by rarity."""

    surety: float
    clauses: Sequence[Mapping[str, float]]


def stated(
    texts: Sequence[str], facts: Sequence[Sequence[str]], first_lines: Sequence[bool], asked: Mapping[str, AskedFact]
) -> list[float]:
    """For each sentence how surely the question is after what it states: `facts` are those that its paragraph rests on,
    `first_lines` says which stand before any heading of their text."""
    shares = [_shares(text, own, asked) for text, own in zip(texts, facts, strict=True)]
    best: dict[str, float] = {}
    for held in shares:
        for fact, share in held.items():
            best[fact] = max(share, best.get(fact, 0.0))
    unsure = max(0.0, 1 - max((fact.surety for fact in asked.values()), default=0.0) / SURE)
    return [
        _together([asked[f].surety * _kept(held.get(f), best.get(f), opens) for f in own if f in asked], opens, unsure)
        for held, own, opens in zip(shares, facts, first_lines, strict=True)
    ]


def _together(sureties: Sequence[float], opens: bool, unsure: float) -> float:
    """That of the surest fact; what the next ones add where no fact is surely asked for, and to first lines, which sum up
    several."""
    first, *others = sorted([*sureties, 0.0, 0.0], reverse=True)[: NEXT + 1]
    return min(1.0, first + SEVERAL * others[0] * opens + OTHERS * unsure * sum(others))


def _shares(text: str, facts: Sequence[str], asked: Mapping[str, AskedFact]) -> dict[str, float]:
    """How much of the words of each fact that is asked for a sentence has, by the clause that it has most of."""
    wanted = [fact for fact in facts if fact in asked and asked[fact].surety >= ASKED]
    own = frozenset(terms(text)) if wanted else frozenset()
    return {fact: max((_share(words, own) for words in asked[fact].clauses), default=0.0) for fact in wanted}


def _share(words: Mapping[str, float], own: frozenset[str]) -> float:
    whole = sum(words.values())
    return sum(weight for word, weight in words.items() if word in own) / whole if whole else 0.0


def _kept(share: float | None, best: float | None, opens: bool) -> float:
    loss = UNSTATED_FIRST if opens else UNSTATED
    return 1.0 if share is None or not best else 1.0 - loss * (1.0 - share / best)
