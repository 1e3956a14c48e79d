"""Sources that say something else of what is quoted: shown beside it, with their years."""

import re
from collections.abc import Sequence

from assistant.answering import texts
from assistant.library.facts import Fact, Facts
from assistant.vocabulary import Citation, Language

_FIGURE = re.compile(r"\d+(?:[.,\u202f\u00a0 ]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


def disagreements(citations: Sequence[Citation], facts: Facts, language: Language) -> list[str]:
    """One line for each group of facts that disagree, one of which gives a figure quoted, with their years."""
    lines = []
    for group in facts.disagreements:
        if any(_told(citation, fact) for citation in citations for fact in group):
            said = "\u00a0; ".join(f"«\u00a0{fact.text.rstrip('.')}\u00a0» ({_when(fact)})" for fact in group)
            lines.append(texts.DISAGREE[language].format(said=said))
    return lines


def _told(citation: Citation, fact: Fact) -> bool:
    """Whether a quote rests on a fact and gives one of its figures; a year is one only in a fact that has no other."""
    return fact.id in citation.facts and bool(_figures(fact.text) & set(_FIGURE.findall(citation.quote)))


def _figures(text: str) -> set[str]:
    found = set(_FIGURE.findall(text))
    return {figure for figure in found if not _YEAR.fullmatch(figure)} or found


def _when(fact: Fact) -> str:
    return ", ".join(map(str, fact.years)) or "s. d."
