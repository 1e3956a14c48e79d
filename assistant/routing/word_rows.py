"""The words of texts as unit rows: few of many features each, kept as places and values."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# Features seen once teach nothing about other questions.
MIN_EXAMPLES = 2
# Features of no more texts are rare.
FEW = 50


@dataclass(frozen=True, slots=True)
class WordRows:
    """`places` and `values` of the features of each text, the place of each feature by name, its rarity."""

    places: Sequence[NDArray[np.intp]]
    values: Sequence[Floats]
    vocabulary: dict[str, int]
    rarity: Floats

    def products(self) -> Floats:
        """The product of each row with each, shape (rows, rows). Features that few rows have are added one by one: most of the
        products are zero."""
        rows = np.repeat(np.arange(len(self.places)), [len(own) for own in self.places])
        columns, values = np.concatenate(self.places), np.concatenate(self.values)
        times = np.bincount(columns, minlength=len(self.vocabulary))
        common = np.flatnonzero(times > FEW)
        shared = np.zeros((len(self.places), len(common)), np.float32)
        seen = times[columns] > FEW
        shared[rows[seen], np.searchsorted(common, columns[seen])] = values[seen]
        found: Floats = shared @ shared.T
        order = np.argsort(columns[~seen], kind="stable")
        rows, columns, values = rows[~seen][order], columns[~seen][order], values[~seen][order]
        for at in np.split(np.arange(len(columns)), np.flatnonzero(np.diff(columns)) + 1):
            found[np.ix_(rows[at], rows[at])] += np.outer(values[at], values[at])
        return found

    def weights(self, share: Floats) -> Floats:
        """What each feature adds, shape (features, kinds), where `share`, shape (rows, kinds), is what each row does."""
        found = np.zeros((len(self.vocabulary), share.shape[1]), np.float32)
        for places, values, own in zip(self.places, self.values, share, strict=True):
            found[places] += np.outer(values, own)
        return found


def word_values(
    counts: Mapping[str, int], vocabulary: Mapping[str, int], rarity: Floats
) -> tuple[NDArray[np.intp], Floats]:
    """The places of the known features among `counts`, and their values, a unit vector."""
    known = [(vocabulary[feature], count) for feature, count in counts.items() if feature in vocabulary]
    columns = np.array([column for column, _ in known], dtype=np.intp)
    values = (1 + np.log([count for _, count in known])) * rarity[columns]
    return columns, (values / (np.linalg.norm(values) or 1.0)).astype(np.float32)


def rows_of(counts: Sequence[Counter[str]], least: int = MIN_EXAMPLES) -> WordRows:
    """A row for each count of features; those that `least` of them have are kept."""
    frequency = Counter(feature for count in counts for feature in count)
    kept = sorted(feature for feature, n in frequency.items() if n >= least)
    vocabulary = {feature: column for column, feature in enumerate(kept)}
    rarity = np.array([np.log(len(counts) / frequency[feature]) for feature in kept], dtype=np.float32)
    found = [word_values(count, vocabulary, rarity) for count in counts]
    return WordRows([places for places, _ in found], [values for _, values in found], vocabulary, rarity)
