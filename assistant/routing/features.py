"""The word features of a question: its words, what stands beside them, and the letter groups that survive typos.

Case and accents are folded, digits become one digit, and a cluster's name becomes one mark.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence

# A private-use character stands for any cluster's name: no keyboard types it.
NAME = "\ue000"
_WORD = re.compile(rf"{NAME}|[^\W_]+")
_LETTER_GROUPS = (3, 4, 5)


def words(question: str, mentions: Sequence[tuple[int, int]] = ()) -> list[tuple[str, str]]:
    """(folded word, word as typed) in order; a cluster's name is (NAME, "")."""
    found = []
    for match in _WORD.finditer(_masked(question, mentions)):
        folded = _fold(match[0])
        if folded:
            found.append((folded, "" if match[0] == NAME else match[0]))
    return found


def without_names(question: str, mentions: Sequence[tuple[int, int]]) -> str:
    """The question with « ce cluster » for each cluster it names: its embedding then says nothing of which."""
    return _masked(question, mentions).replace(f" {NAME} ", "ce cluster")


def features(folded: Sequence[str], *, triples: bool = True, letters: Sequence[int] = _LETTER_GROUPS) -> Iterator[str]:
    """Every feature of a question's folded words, with repetitions; three words in a row only with `triples`, `letters`
    are the lengths of the groups of letters."""
    for word in folded:
        yield from word_features(word, letters)
    padded = ["^", *folded, "$"]
    yield from (f"{first} {second}" for first, second in itertools.pairwise(padded))
    for first, between, last in zip(padded, padded[1:], padded[2:], strict=False) if triples else ():
        yield f"{first} {between} {last}"
        yield f"{first} _ {last}"
    if folded.count(NAME) > 1:
        yield f"{NAME}{NAME}"


def word_features(word: str, letters: Sequence[int] = _LETTER_GROUPS) -> Iterator[str]:
    """The features that one folded word brings alone: itself, then its letter groups marked with a star."""
    yield word
    if word == NAME:
        return
    framed = f"_{word}_"
    for size in letters:
        yield from (f"*{framed[start : start + size]}" for start in range(len(framed) - size + 1))


def _masked(question: str, mentions: Sequence[tuple[int, int]]) -> str:
    kept, end = [], 0
    for start, stop in sorted(mentions):
        if start >= end:
            kept += [question[end:start], f" {NAME} "]
            end = stop
    return "".join([*kept, question[end:]])


def _fold(word: str) -> str:
    letters = (ch for ch in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(ch))
    return re.sub(r"\d+", "0", "".join(letters))
