"""Finding the names of clusters in a sentence, the longest first, without taking common words for names."""

import itertools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.clusters.entries import Cluster
from assistant.clusters.names import compact, normalized

_WORD = re.compile(r"[^\W_]+(?:@[^\W_]+)*²?|&")
# What may stand between two words of one name.
_GAP = re.compile(r"[\s'’ʼ.\-‐‑–/]{0,3}")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " "})
# Short single words are acronyms, and acronyms are often common words (« scs », « tes », « pass »).
_ACRONYM_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Named:
    """The stretch [start, end) of a text that names the cluster `cluster_id`."""

    start: int
    end: int
    cluster_id: str


@dataclass(frozen=True, slots=True)
class _Name:
    cluster_id: str
    words: tuple[str, ...]
    forms: frozenset[str]  # empty: any capitals will do


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_APOSTROPHES)


def names_of(cluster: Cluster) -> list[str]:
    """Every name the cluster goes by, the present one first."""
    former = [name.name for name in cluster.former_names]
    return list(dict.fromkeys([cluster.name, cluster.short_name, *cluster.aliases, *former]))


class NameFinder:
    """Finds names in texts. Built once for a directory; `clusters` come in order of precedence."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        entries = list(clusters)
        exact: dict[str, set[str]] = {}
        for cluster in entries:
            for form in cluster.exact_names:
                exact.setdefault(compact(form), set()).add(_plain(form))
        self._by_first: dict[str, list[_Name]] = {}
        taken: set[tuple[str, ...]] = set()
        # A present name wins over the same words as somebody's former name.
        ranked = [(rank, cluster.id, name) for cluster in entries for rank, name in enumerate(names_of(cluster))]
        for _, cluster_id, name in sorted(ranked, key=lambda item: item[0]):
            words = tuple(normalized(match.group()) for match in _WORD.finditer(name))
            if words and words not in taken:
                taken.add(words)
                self._by_first.setdefault(words[0], []).append(_Name(cluster_id, words, self._forms(name, exact)))
        for names in self._by_first.values():
            names.sort(key=lambda name: -len(name.words))

    @staticmethod
    def _forms(name: str, exact: dict[str, set[str]]) -> frozenset[str]:
        key = compact(name)
        if key in exact:
            return frozenset(exact[key])
        if len(key) <= _ACRONYM_LENGTH:
            return frozenset({_plain(name), _plain(name).upper()})
        return frozenset()

    def find(self, text: str) -> list[Named]:
        """The names in `text`, left to right, none inside another."""
        words = [(match.start(), match.end(), normalized(match.group())) for match in _WORD.finditer(text)]
        found: list[Named] = []
        at = 0
        while at < len(words):
            name = self._name_at(text, words, at)
            if name is None:
                at += 1
                continue
            last = at + len(name.words) - 1
            found.append(Named(words[at][0], words[last][1], name.cluster_id))
            at = last + 1
        return found

    def _name_at(self, text: str, words: list[tuple[int, int, str]], at: int) -> _Name | None:
        for name in self._by_first.get(words[at][2], ()):
            stretch = words[at : at + len(name.words)]
            if tuple(word for _, _, word in stretch) != name.words:
                continue
            gaps = [text[left[1] : right[0]] for left, right in itertools.pairwise(stretch)]
            if not all(_GAP.fullmatch(gap) for gap in gaps):
                continue
            if not name.forms or _plain(text[stretch[0][0] : stretch[-1][1]]) in name.forms:
                return name
        return None
