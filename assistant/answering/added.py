"""What a person added beside what is shipped and checked: the checked text leads, an added one is told apart.

Where the corpus speaks to a question nearly as well, its sentences come first and those of added files stand below, under
a heading of their own; a figure of theirs that differs is told as a disagreement. An added file that is clearly nearer
to the question, as a cluster's own statutes are, leads.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.answering import texts
from assistant.answering.evidence import SHIPPED, Evidence
from assistant.answering.selection import OTHER_TEXT_SHARE, relevant, select
from assistant.answering.typography import one_line
from assistant.index.analysis import terms
from assistant.vocabulary import Language

# The corpus leads from this share of the score of the best added sentence: its own title may lend that one a fourth.
LEADS = 0.7
# Two sentences with this share of their words, or this close in meaning, speak of the same thing.
SAME_SUBJECT, SAME_MEANING = 0.4, 0.9
TOLD = 2
_FIGURE = re.compile(r"\d+(?:[.,\u202f\u00a0 ]\d+)*")


def is_added(evidence: Evidence) -> bool:
    """Whether a sentence stands in a file that somebody added."""
    return evidence.document.origin != SHIPPED


def leading(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The sentences, best first, of the side that leads: the corpus alone, or all when an added file is clearly nearer."""
    checked, added = _parted(evidence)
    if checked and added and checked[0].score >= LEADS * added[0].score:
        return checked
    return list(evidence)


def beside(evidence: Sequence[Evidence], quoted: Iterable[Evidence]) -> list[Evidence]:
    """The sentences of added files to tell below what the corpus says; none when they lead or speak less to the question."""
    checked, added = _parted(evidence)
    if not checked or not added or leading(evidence) != checked:
        return []
    if added[0].score < OTHER_TEXT_SHARE * checked[0].score:
        return []
    return select(relevant(added), TOLD, chosen=quoted)


def disagreement(added: Evidence, quoted: Iterable[Evidence], language: Language) -> str | None:
    """What to say of an added sentence that gives other figures than one quoted of the corpus on the same subject."""
    figures = _figures(added)
    for checked in quoted:
        others = _figures(checked)
        if not is_added(checked) and figures and others and not figures & others and _same_subject(added, checked):
            return texts.ADDED_DIFFERS[language].format(
                title=added.document.title,
                added=one_line(added.text).rstrip("."),
                checked=one_line(checked.text).rstrip("."),
            )
    return None


def _parted(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    return [e for e in evidence if not is_added(e)], [e for e in evidence if is_added(e)]


def _figures(evidence: Evidence) -> set[str]:
    return {re.sub(r"\D", "", figure) for figure in _FIGURE.findall(evidence.text)}


def _same_subject(one: Evidence, other: Evidence) -> bool:
    left, right = set(terms(one.text)), set(terms(other.text))
    shared = len(left & right) / max(1, min(len(left), len(right)))
    return shared >= SAME_SUBJECT or float(one.vector @ other.vector) >= SAME_MEANING
