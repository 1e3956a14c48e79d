"""The likeliest reading of a whole stretch: what each word costs, how the words follow each other, and their
grammar."""

from collections.abc import Callable, Mapping, Sequence

from assistant.answering.one_reading import Reading

# How many readings of the beginning are followed at a time, and how many of their last words tell them apart.
KEPT, APART = 20, 3

After = Callable[[tuple[str, ...], str], float]
Chosen = tuple[tuple[int, int, Reading], ...]
_Path = tuple[float, tuple[str, ...], Chosen]


def likeliest(
    lattice: Mapping[int, Sequence[tuple[int, Reading]]],
    end: int,
    before: Mapping[int, Sequence[str]],
    after: After,
    last: str,
) -> Chosen:
    """The readings chosen, each with the places [start, end) it is for.

    `lattice` gives the readings that start at a place and where they end; `before`, where a sentence starts anew, the
    words before it; `after` tells how likely a word is after others, and `last` is the word that follows the stretch.
    """
    paths: dict[int, dict[tuple[str, ...], _Path]] = {0: {(): (0.0, (), ())}}
    for place in range(end):
        kept = sorted(paths.get(place, {}).values(), key=lambda path: -path[0])[:KEPT]
        for score, words, chosen in kept:
            history = tuple(before[place]) if place in before else words
            for until, reading in lattice.get(place, ()):
                worth, read = score - reading.price, history
                for word in reading.words:
                    worth += after(read, word) if reading.given else 0.0
                    read = (*read, word)
                known = paths.setdefault(until, {})
                if read[-APART:] not in known or known[read[-APART:]][0] < worth:
                    known[read[-APART:]] = (worth, read, (*chosen, (place, until, reading)))
    if not paths.get(end):
        return ()
    return max(paths[end].values(), key=lambda path: path[0] + after(path[1], last))[2]
