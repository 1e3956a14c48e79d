"""What it costs fingers to slip from the word meant to the word typed: the cheaper, the likelier."""

from itertools import accumulate, pairwise

from assistant.index.analysis import fold

_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_BESIDE = {row[i] + row[j] for row in _ROWS for i in range(len(row)) for j in (i - 1, i + 1) if 0 <= j < len(row)}
_QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE |= {row[i] + row[j] for row in _QWERTY for i in range(len(row)) for j in (i - 1, i + 1) if 0 <= j < len(row)}

SWAPPED, DOUBLED, LEFT_OUT, ADDED, BESIDE, OTHER = 0.75, 0.6, 0.9, 1.0, 0.9, 1.2
# The first letter of a word is seldom wrong, and then most often left out or the one beside.
FIRST, FIRST_BESIDE, FIRST_LEFT_OUT = 0.5, 0.4, 0.3


def cost(meant: str, typed: str, most: float) -> float:
    """The cheapest way from `meant` to `typed`, both folded; anything above `most` when there is none within it."""
    if abs(len(meant) - len(typed)) > most / DOUBLED:
        return most + 1
    far = int(most / DOUBLED)  # no way within `most` is farther from the diagonal
    added = [_added(typed, j, letter) for j, letter in enumerate(typed)]
    above: list[float] = []
    row = [0.0, *accumulate(added)]
    for i, letter in enumerate(meant):
        out = _left_out(meant, i)
        before, above, row = above, row, [row[0] + out] + [most + 1] * len(typed)
        for j in range(max(0, i - far), min(len(typed), i + far + 1)):
            other = typed[j]
            best = above[j] + (0.0 if letter == other else _replaced(letter, other, i == 0 or j == 0))
            if (left := above[j + 1] + out) < best:
                best = left
            if (right := row[j] + added[j]) < best:
                best = right
            if i and j and letter == typed[j - 1] and letter != other and meant[i - 1] == other:
                best = min(best, before[j - 1] + SWAPPED + (FIRST if i == 1 else 0.0) * 0.5)
            row[j + 1] = best
        if min(row) > most and min(above) + SWAPPED > most:  # two letters swapped reach back over a row
            return most + 1
    return row[-1]


def letters(word: str) -> int:
    """The letters of a word as a set of bits: words that share few are not worth comparing."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def letters_beside(letter: str) -> int:
    """A letter and those beside it on a keyboard, as `letters`."""
    return letters(letter + "".join(pair[0] for pair in _BESIDE if pair[1] == letter))


def letter_pairs(word: str) -> int:
    """The letters that stand side by side in a word as a set of 64 bits, several pairs a bit."""
    bits = 0
    for left, right in pairwise(word):
        bits |= 1 << ((ord(left) * 31 + ord(right)) & 63)
    return bits


def plain(word: str) -> str:
    """A word in small letters, its accents and ligatures undone."""
    return fold(word.lower()).replace("œ", "oe").replace("æ", "ae")


def _replaced(meant: str, typed: str, first: bool) -> float:
    beside = meant + typed in _BESIDE
    dearer = FIRST_BESIDE if beside else FIRST
    return (BESIDE if beside else OTHER) + (dearer if first else 0.0)


def _left_out(meant: str, at: int) -> float:
    if at and meant[at] == meant[at - 1]:
        return DOUBLED
    return LEFT_OUT + (FIRST_LEFT_OUT if at == 0 else 0.0)


def _added(typed: str, at: int, letter: str) -> float:
    if at and letter == typed[at - 1]:
        return DOUBLED
    return ADDED + (FIRST if at == 0 else 0.0)
