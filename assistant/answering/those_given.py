"""Which clusters a dialogue has spoken of: those that an answer suggested, listed or set side by side, and those that its
questions named."""

import re
from collections.abc import Callable, Sequence

from assistant.answering.wishes import masked
from assistant.vocabulary import Turn

Names = Callable[[str], Sequence[tuple[int, int]]]
# The one of several clusters that is first by what a question asks of them.
StandsOut = Callable[[str, Sequence[str]], str | None]
_GIVEN = re.compile(r"^- \*\*(.+?)\*\*", re.MULTILINE)
# « 1. Valorial comptait 400 membres en 2022. »
_RANKED = re.compile(r"^\d+\. (.+)$", re.MULTILINE)
_TABLE = re.compile(r"^\|\s*\|(.+)\|\s*$", re.MULTILINE)
# « Clusters et pôles en Bretagne : A, B (400 membres) et C. »
_ONE = r"(?:(?:la|le|les)\s+|l['’])?§+(?:\s*\([^()]*\))?"
_LIST = re.compile(rf"\s:\s(?P<names>{_ONE}(?:(?:\s*,\s*|\s+(?:et|and)\s+){_ONE})*)\s*[.”»\"]*(?:\s*\[\d+\])*\s*$")
# « Un autre qu'A » names whom nobody wants to hear of again.
_REFUSED = re.compile(r"\b(?:sauf|sans|pas|autres?|hors|except|without|not|other|else)\b[^§]*$", re.IGNORECASE)


def nobody(asked: str, several: Sequence[str]) -> str | None:
    """Nobody stands out."""
    return None


def given_in(answer: str) -> list[str]:
    """The clusters that an answer suggested, best first."""
    return _GIVEN.findall(answer)


def told_in(answer: str, names: Names) -> list[str]:
    """The clusters that an answer suggested, else set side by side, else ranked or listed, in its order."""
    return given_in(answer) or set_beside(answer) or _ranked(answer, names) or _listed(answer, names)


def lists_clusters(answer: str, names: Names) -> bool:
    """Whether an answer tells clusters in a table or a list, and suggests none."""
    return not given_in(answer) and bool(told_in(answer, names))


def last_told(history: Sequence[Turn], names: Names) -> list[str]:
    """The last several clusters that an answer told."""
    told = (told_in(turn.answer, names) for turn in reversed(history))
    return next((several for several in told if len(several) > 1), [])


def spoken_of(history: Sequence[Turn], names: Names) -> list[str]:
    """Those that « les », « lequel » mean: the clusters that the last questions named, else the last that an answer told."""
    asked = list[str]()
    for turn in reversed(history):
        named = names_in(turn.question, names)
        told = told_in(turn.answer, names)
        asked = [*(name for name in named if name not in asked), *asked]
        if len(asked) > 1 and (len(named) > 1 or len(told) < 2):
            continue
        if len(told) > 1:
            return asked if len(asked) > 1 else told
        if not named:
            break
    return asked if len(asked) > 1 else last_told(history, names)


def the_one_meant(history: Sequence[Turn], names: Names, stands_out: StandsOut = nobody) -> str | None:
    """Whom « lui » means: the cluster that the last question to speak of one names, else the first that its answer gave; of
    several, the one that stands out by what was asked."""
    for at in reversed(range(len(history))):
        turn = history[at]
        spans = names(turn.question)
        text = masked(turn.question, spans)
        named = [turn.question[start:end] for start, end in spans if not _REFUSED.search(text[:start])]
        told = told_in(turn.answer, names)
        among = named if len(named) > 1 else [name for name in spoken_of(history[:at], names) if name in told] or told
        first = stands_out(turn.question, among) if len(among) > 1 else None
        if meant := first or next(iter(named[-1:] or told[:1]), None):
            return meant
    return None


def names_in(text: str, names: Names) -> list[str]:
    """The clusters that a text names, each once, as it writes them."""
    return list(dict.fromkeys(text[start:end] for start, end in names(text)))


def joined(several: Sequence[str], word: str) -> str:
    """Two names or more on one line, `word` before the last: « A, B et C »."""
    return f"{', '.join(several[:-1])} {word} {several[-1]}"


def set_beside(answer: str) -> list[str]:
    """The clusters of the table that an answer is."""
    head = _TABLE.search(answer)
    return [name.strip() for name in head[1].split("|")] if head else []


def ranked_in(answer: str) -> list[str]:
    """The lines of the ranking that an answer is."""
    return _RANKED.findall(answer)


def _ranked(answer: str, names: Names) -> list[str]:
    found = [names_in(line, names)[:1] for line in ranked_in(answer)]
    return [name for first in found for name in first]


def _listed(answer: str, names: Names) -> list[str]:
    found = list[str]()
    for line in answer.splitlines():
        row = _LIST.search(masked(line, names(line))) if ":" in line else None
        found += names_in(line[row.start("names") :], names) if row else []
    return list(dict.fromkeys(found))
