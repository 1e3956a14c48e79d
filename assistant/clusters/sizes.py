"""Who is largest and smallest, by the members and budgets that are known: sentences that can be quoted."""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.clusters.entries import Cluster
from assistant.clusters.names import listed, number, plural
from assistant.vocabulary import ANNUAL_EUROS, Language

NAME = "tailles"
TITLE = "Plus grands et plus petits clusters et pôles, membres et budgets"
REMARK = "Chaque chiffre a son année : le classement est indicatif. Qui n’a pas de chiffre connu n’y figure pas."
_SHOWN = 5
# « classe-les », « trie », « top 5 ».
ORDERING = r"\b(?:class(?:e|er|ez|ement)|trie[rz]?|ranger?|rangez|ordonne[rz]?|top|rank|sort)\b"
_ASKED = re.compile(
    r"\b(?:plus|moins) (?:gro|grand|petit|important|nombreu|riche|modeste)|\b(?:le (?:plus|moins) d|the (?:most|fewest) )(?:e |['’])?(?:membres|adh[ée]rents|members)|\b(?:(?:bigg|larg|small|rich)est)\b|"
    rf"{ORDERING}.{{0,60}}\b(?:par (?:(?:nombre|nb) (?:de |d['’])(?:membres|adh[ée]rents)|tailles?|budgets?)|by (?:members|membership|size|budget))\b",
    re.IGNORECASE,
)

# Other figures of all those on a list: « les plus anciens », « tableau des effectifs », « comparer les budgets ».
_FIGURES = re.compile(
    r"\b(?:plus|moins) (?:vieux|vieil|ancien|jeune|r[ée]cent)|\b(?:old|young|new)est\b|"
    r"\b(?:compar\w+|tableau|classements?|palmar[èe]s|rankings?)\b.{0,40}\b(?:membres|adh[ée]rents|budgets?|effectifs?|[ée]quipes?|salari[ée]s|members|teams?|staff)\b|"
    rf"{ORDERING}.{{0,60}}\bpar (?:ordre |date |ann[ée]e |nombre )?(?:de |d['’])?(?:anciennet[ée]|[âa]ge|cr[ée]ation|effectifs?|[ée]quipes?|salari[ée]s)\b|"
    r"^\W*(?:ann[ée]es?|dates?) de cr[ée]ation d",
    re.IGNORECASE,
)

Figure = tuple[float, int | None, str]
"""A value, its year if one is known, and how it is said."""


def asks_for_sizes(text: str) -> bool:
    """Whether a question asks who is the largest or the smallest."""
    return bool(_ASKED.search(text))


def asks_for_figures(text: str) -> bool:
    """Whether a question asks for a figure of each of a list: who is oldest, a table of teams."""
    return bool(_FIGURES.search(text))


def size_sentences(living: Sequence[Cluster]) -> Iterator[str]:
    """A sentence for each end of each figure: names, figure, year."""
    of_what: tuple[tuple[bool, Callable[[Cluster], Figure | None]], ...] = (
        (False, members_figure),
        (True, budget_figure),
    )
    for of_budgets, figure in of_what:
        largest, smallest = ends(of_budgets)
        known = [(cluster, found) for cluster in living if (found := figure(cluster))]
        known.sort(key=lambda one: (-one[1][0], one[0].id))
        yield _sentence(largest, known[:_SHOWN])
        yield _sentence(smallest, known[: -_SHOWN - 1 : -1])


def ends(of_budgets: bool) -> tuple[str, str]:
    """How the sentences begin: of the largest, of the smallest."""
    if of_budgets:
        return "Plus grands budgets annuels", "Plus petits budgets annuels"
    return "Plus gros clusters et pôles", "Plus petits clusters et pôles"


def _sentence(head: str, known: Sequence[tuple[Cluster, Figure]]) -> str:
    named = [f"{cluster.short_name} ({said}, {year or 'année non vue'})" for cluster, (_, year, said) in known]
    return f"{head}, parmi ceux que le répertoire connaît : {listed(named)}."


def members_figure(cluster: Cluster) -> Figure | None:
    """How many members it has, when that is known."""
    found = cluster.members
    return (found.count, found.year, plural(found.count, "membre")) if found else None


def budget_figure(cluster: Cluster) -> Figure | None:
    """Its annual budget in euros, when that is known."""
    found = cluster.budget
    if found is None or not found.value or found.unit != ANNUAL_EUROS:
        return None
    return found.value, found.year, money(found.value)


def money(value: float, language: Language = "fr") -> str:
    """« 1,5 M€ », « 450 000 € »."""
    million = value >= 1_000_000
    return f"{number(value / 1_000_000, language)} M€" if million else f"{number(value, language)} €"
