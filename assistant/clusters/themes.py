"""What clusters are about: themes recognised in the words of their sectors, technologies and markets.

A theme has terms (matched on French stems) and neighbours: related themes, filières of its value chain.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from math import log
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from assistant.clusters.entries import Cluster
from assistant.clusters.files import corpus_error, read_named, validated
from assistant.clusters.names import normalized
from assistant.index.analysis import terms
from assistant.vocabulary import Model, PilotProfile

RELATED = 0.3  # a neighbouring theme, or one up or down the value chain, counts this much of the theme itself
INHERITED = 0.5  # so does what comes from a cluster taken over
SECTOR, TECHNOLOGY, MARKET, NAME = 1.0, 0.9, 0.6, 0.5
_APPLIED = 0.4  # in closeness, of a filière: what a cluster masters and sells to says less of what it is about
_LETTERS = (3, 4, 5)  # groups of letters that wording is compared by

# What shares the stem of a theme and is none: « donne » of « données », « financer » of « finance », « date de création ».
_HOMONYM = re.compile(
    r"\b(?:ann[ée]es?|dates?) de cr[ée]ation\b|\bdonne[rz]?(?:[- ](?:moi|nous))?\b|\bfinan(?:ce(?:r|nt|ments?|urs?)|[cç]aient|[cç]ait|cée?s?|cing)\b|\bfunding\b|\b(?:qui|nous|me|se) finance\b",
    re.IGNORECASE,
)
# Words every entry of the directory may use, whatever its theme.
_COMMONPLACE = frozenset(terms("pôle cluster innovation projet"))


def without_homonyms(text: str) -> str:
    """A text without what only sounds like a theme."""
    return _HOMONYM.sub(" ", text)


@lru_cache(maxsize=5_000)
def stems(text: str) -> tuple[str, ...]:
    """The French stems of the words that carry a theme, in order."""
    return tuple(stem for stem in terms(text.replace("@", "a")) if stem not in _COMMONPLACE)


class Theme(Model):
    """One entry of `corpus/themes.yaml`; `diffusing` marks a technology that spreads to other filières.

    `related`: themes that overlap; `chain`: filières up or down the value chain, read both ways; `outlets`: filières
    that commonly use it.
    """

    label: str
    terms: tuple[str, ...] = Field(min_length=1)
    related: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    diffusing: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The themes, by identifier."""

    themes: Mapping[str, Theme]

    @cached_property
    def _by_first_stem(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for identifier, theme in self.themes.items():
            for term in theme.terms:
                words = stems(term)
                if words:
                    index.setdefault(words[0], []).append((words, identifier))
        return index

    def themes_in(self, text: str) -> frozenset[str]:
        """The themes one of whose terms is in `text`."""
        return frozenset(self.terms_in(text))

    def terms_in(self, text: str) -> dict[str, list[frozenset[str]]]:
        """The terms, as stems, by which `text` names each theme that it names."""
        words, found = stems(text), dict[str, list[frozenset[str]]]()
        for at, word in enumerate(words):
            for term, theme in self._by_first_stem.get(word, ()):
                if words[at : at + len(term)] == term:
                    found.setdefault(theme, []).append(frozenset(term))
        return found

    def label(self, theme: str) -> str:
        """The French name of a theme."""
        return self.themes[theme].label

    @cached_property
    def neighbours(self) -> dict[str, frozenset[str]]:
        """For each theme, those related to it and those up or down its value chain."""
        chained = {(one, other) for one, theme in self.themes.items() for other in theme.chain}
        both = chained | {(other, one) for one, other in chained}
        return {t: frozenset(theme.related) | {b for a, b in both if a == t} for t, theme in self.themes.items()}

    def widened(self, weights: Mapping[str, float]) -> dict[str, float]:
        """`weights` with the neighbouring themes added, at a share of the weight they come from."""
        wide = dict(weights)
        for theme, weight in weights.items():
            for neighbour in self.neighbours[theme]:
                wide[neighbour] = max(wide.get(neighbour, 0.0), RELATED * weight)
        return wide


def load_vocabulary(path: Path) -> Vocabulary:
    """The themes of `themes.yaml`. Raises CorpusError."""
    themes = {key: validated(Theme, value, path, key) for key, value in read_named(path).items()}
    for identifier, theme in themes.items():
        for field_, others in (("related", theme.related), ("chain", theme.chain), ("outlets", theme.outlets)):
            for other in others:
                if other not in themes:
                    raise corpus_error(path, f"entrée {identifier}, champ {field_}", f"thème inconnu « {other} »")
    return Vocabulary(themes)


@dataclass(frozen=True, eq=False)
class Subject:
    """What one side is about: weight of each theme, by kind of field. Compared by identity.

    `close` and `letters` are what closeness compares: themes and groups of letters of all fields. `words` are the stems
    of all fields and names, `phrases` those of each sector, technology and market.
    """

    sectors: Mapping[str, float]
    technologies: Mapping[str, float]
    markets: Mapping[str, float]
    close: Mapping[str, float] = field(default_factory=dict)
    letters: Mapping[str, float] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    phrases: tuple[frozenset[str], ...] = ()

    @cached_property
    def said(self) -> frozenset[str]:
        """The stems of all sectors, technologies and markets."""
        return frozenset(chain.from_iterable(self.phrases))

    @cached_property
    def weights(self) -> dict[str, float]:
        """Every theme with its greatest weight."""
        merged: dict[str, float] = {}
        for weights in (self.sectors, self.technologies, self.markets):
            for theme, weight in weights.items():
                merged[theme] = max(merged.get(theme, 0.0), weight)
        return merged

    @cached_property
    def mastered(self) -> dict[str, float]:
        """What a side masters: the themes of its sectors and technologies, those that are only markets left out."""
        own = self.sectors.keys() | self.technologies.keys()
        return {theme: weight for theme, weight in self.weights.items() if theme in own}

    @cached_property
    def filieres(self) -> frozenset[str]:
        """The themes a side has as its own sector."""
        return frozenset(theme for theme, weight in self.sectors.items() if weight >= SECTOR)


class _Wording(NamedTuple):
    """What one side says of itself, field by field, and how much of it counts."""

    names: Sequence[str]
    sectors: Sequence[str]
    technologies: Sequence[str]
    markets: Sequence[str]
    share: float = 1.0

    def fields(self) -> Iterator[str]:
        return chain(self.sectors, self.technologies, self.markets)

    def compared(self) -> Iterator[tuple[str, float]]:
        """Each text with its weight in closeness."""
        yield from ((text, self.share) for text in (*self.names, *self.sectors))
        yield from ((text, _APPLIED * self.share) for text in (*self.technologies, *self.markets))


def _weighed(texts: Iterable[tuple[str, float]], found: Callable[[str], Iterable[str]]) -> dict[str, list[float]]:
    """For each key found in the texts, the weights of its occurrences."""
    weights: dict[str, list[float]] = {}
    for text, weight in texts:
        for key in found(text):
            weights.setdefault(key, []).append(weight)
    return weights


def _repeated(texts: Iterable[tuple[str, float]], found: Callable[[str], Iterable[str]]) -> dict[str, float]:
    """The greatest weight of each key, more when it comes again: what is said in several fields is what one is about."""
    return {key: max(weights) * (1 + log(len(weights))) for key, weights in _weighed(texts, found).items()}


def _letters(text: str) -> list[str]:
    return [group for word in normalized(text).split() for group in _groups(word)]


@lru_cache(maxsize=5_000)
def _groups(word: str) -> frozenset[str]:
    return frozenset(letter_groups(word))


def letter_groups(word: str) -> list[str]:
    """The groups of letters of a word, each as often as it has it, its ends marked by a space."""
    marked = f" {word} "
    return [marked[at : at + size] for size in _LETTERS for at in range(len(marked) - size + 1)]


def subject_of_cluster(
    vocabulary: Vocabulary, cluster: Cluster, predecessors: Iterable[Cluster] = (), with_ties: bool = True
) -> Subject:
    """A cluster's themes and, at half weight, those of the clusters it took over.

    `with_ties` counts the markets known only from a documented tie. What was read in the wording of the sectors
    already counts as sectors, and does not count twice.
    """
    inherited = [_wording(entry, with_ties, INHERITED) for entry in predecessors]
    return _subject(vocabulary, [_wording(cluster, with_ties), *inherited])


def subject_of_profile(
    vocabulary: Vocabulary, profile: PilotProfile, entry: Cluster | None, taken_over: Sequence[Cluster], with_ties: bool
) -> Subject:
    """The themes the pilot gives, plus what the directory's `entry` knows by its ties and those it took over.

    A description counts as much as a name.
    """
    ties = entry.markets_from_ties if entry and with_ties else ()
    names = [text for text in (profile.name, profile.description) if text]
    own = _Wording(names, profile.sectors, profile.technologies, (*profile.markets, *ties))
    return _subject(vocabulary, [own, *(_wording(entry, with_ties, INHERITED) for entry in taken_over)])


def _wording(entry: Cluster, with_ties: bool, share: float = 1.0) -> _Wording:
    markets = (*entry.seen("markets"), *(entry.markets_from_ties if with_ties else ()))
    return _Wording([entry.name], entry.sectors, entry.seen("technologies"), markets, share)


def _subject(vocabulary: Vocabulary, wordings: Sequence[_Wording]) -> Subject:
    def themes(weighed: Iterable[tuple[str, float]]) -> dict[str, float]:
        return {theme: max(weights) for theme, weights in _weighed(weighed, vocabulary.themes_in).items()}

    named = [(text, NAME * w.share) for w in wordings for text in w.names]
    compared = [pair for wording in wordings for pair in wording.compared()]
    return Subject(
        sectors=themes([*((text, SECTOR * w.share) for w in wordings for text in w.sectors), *named]),
        technologies=themes((text, TECHNOLOGY * w.share) for w in wordings for text in w.technologies),
        markets=themes((text, MARKET * w.share) for w in wordings for text in w.markets),
        close=_repeated(compared, vocabulary.themes_in),
        letters=_repeated(compared, _letters),
        words=frozenset(stem for w in wordings for text in (*w.names, *w.fields()) for stem in stems(text)),
        phrases=tuple(frozenset(stems(text)) for w in wordings for text in w.fields()),
    )


def shared_themes(one: Subject, other: Subject) -> list[str]:
    """The themes both are about, the weightiest first."""
    common = one.weights.keys() & other.weights.keys()
    return sorted(common, key=lambda theme: (-(one.weights[theme] * other.weights[theme]), theme))
