"""Which sentences to show: the best first, no idea twice, clearly weaker ones left out."""

from collections.abc import Callable, Iterable

from assistant.answering.evidence import Evidence
from assistant.index.analysis import terms

# Under this share of the best score a sentence is beside the question (measured on public sets: see docs).
RELEVANT_SHARE = 0.6
# Two sentences that share this part of their words say the same thing.
SAME_IDEA = 0.6
ATTENTION = ("points d'attention", "points d’attention", "pour aller plus loin")
# What a sheet says of itself.
ABOUT_ITSELF = ("ce qui n’est pas connu", "remarques et sources")


def is_attention(evidence: Evidence) -> bool:
    """Whether the sentence stands under a heading that warns rather than answers."""
    return any(title.lower().startswith(ATTENTION) for title in evidence.section)


def is_about_itself(evidence: Evidence) -> bool:
    """Whether the sentence tells of its document rather than of clusters."""
    return any(title.lower().startswith(ABOUT_ITSELF) for title in evidence.section)


def in_reading_order(lead: list[Evidence]) -> list[Evidence]:
    """When the best sentence opens its text, the sentences around it as they follow each other there, then the others.

    Elsewhere the best sentence comes first: it is the answer, what stands before it is not.
    """
    if not lead or lead[0].section:
        return lead
    best = lead[0]
    together = [
        e
        for e in lead
        if (e.document.id, e.passage.page, e.section) == (best.document.id, best.passage.page, best.section)
    ]
    return sorted(together, key=lambda e: e.start) + [e for e in lead if e not in together]


def same_idea(a: Evidence, b: Evidence) -> bool:
    """Whether two sentences share most of their words."""
    left, right = set(terms(a.text)), set(terms(b.text))
    return len(left & right) >= SAME_IDEA * max(1, min(len(left), len(right)))


def select(
    evidence: Iterable[Evidence],
    count: int,
    *,
    chosen: Iterable[Evidence] = (),
    floor: float = 0.0,
    per_document: int = 3,
    keep: Callable[[Evidence], bool] = lambda e: True,
) -> list[Evidence]:
    """Up to `count` sentences scored at least `floor` that `keep` accepts and that repeat none of `chosen`."""
    before, picked = list(chosen), list[Evidence]()
    for candidate in evidence:
        if len(picked) == count or candidate.score < floor:
            break
        of_document = sum(candidate.document.id == other.document.id for other in picked)
        if of_document >= per_document or not keep(candidate):
            continue
        if any(same_idea(candidate, other) for other in [*before, *picked]):
            continue
        picked.append(candidate)
    return picked
