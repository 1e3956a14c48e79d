"""What a person added beside what is shipped and checked: the checked text leads, an added one is told apart.

Where the corpus alone answers, its answer stands as if nothing had been added, and sentences of added files follow
under a heading of their own; a figure of theirs that differs is told as a disagreement. An added file leads where the
corpus would be silent, or is much farther from the question.
"""

from collections.abc import Iterable, Sequence

from assistant.answering import texts
from assistant.answering.evidence import SHIPPED, Evidence
from assistant.answering.figures import counts, figures
from assistant.answering.selection import relevant, select
from assistant.answering.standing import standing
from assistant.answering.typography import one_line
from assistant.index.analysis import terms
from assistant.vocabulary import Language

# The corpus leads from this share of the score of the best added sentence, to which its own title may lend a fourth.
LEADS = 0.5
# From this share of the best score of the corpus it is told beside it.
BESIDE = 0.9
# Two sentences with this share of their words, or this close in meaning, speak of the same thing.
SAME_SUBJECT, SAME_MEANING = 0.4, 0.9
TOLD = 2
HALF_READ = 6  # passages of each side, read together


def is_added(evidence: Evidence) -> bool:
    """Whether a sentence stands in a file that somebody added."""
    return evidence.document.origin != SHIPPED


def corpus_leads(evidence: Sequence[Evidence]) -> bool:
    """Whether the best sentence of the corpus speaks to the question, if less well, as that of an added file does."""
    checked, added = _parted(evidence)
    return not added or (bool(checked) and checked[0].score >= LEADS * added[0].score)


def beside(evidence: Sequence[Evidence], share: float = BESIDE) -> list[Evidence]:
    """The sentences of added files, best first, when one speaks to the question nearly as well as the corpus: with this
    share of its best score."""
    checked, added = _parted(evidence)
    near = bool(added) and (not checked or added[0].score >= share * checked[0].score)
    return added if near else []


def told_beside(added: Sequence[Evidence], quoted: Sequence[Evidence]) -> list[Evidence]:
    """Those to tell below what is quoted of the corpus: whole sentences that say something else."""
    return select(relevant(standing(added, added)), TOLD, chosen=quoted)


def disagreement(added: Evidence, quoted: Iterable[Evidence], language: Language) -> str | None:
    """What to say of an added sentence that gives other figures than one quoted of the corpus on the same subject."""
    for checked in quoted:
        if not is_added(checked) and _differ(added.text, checked.text) and _same_subject(added, checked):
            return texts.ADDED_DIFFERS[language].format(
                title=added.document.title,
                added=one_line(added.text).rstrip("."),
                checked=one_line(checked.text).rstrip("."),
            )
    return None


def _parted(evidence: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    return [e for e in evidence if not is_added(e)], [e for e in evidence if is_added(e)]


def _differ(one: str, other: str) -> bool:
    """Whether two sentences give figures and share none; years are compared only where neither counts anything."""
    found = counts(one), counts(other)
    left, right = found if any(found) else (figures(one), figures(other))
    return bool(left and right) and not left & right


def _same_subject(one: Evidence, other: Evidence) -> bool:
    left, right = set(terms(one.text)), set(terms(other.text))
    shared = len(left & right) / max(1, min(len(left), len(right)))
    return shared >= SAME_SUBJECT or float(one.vector @ other.vector) >= SAME_MEANING
