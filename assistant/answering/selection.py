"""Which sentences to show: the best first, no idea twice, clearly weaker ones left out."""

import re
from collections.abc import Iterable, Sequence

from assistant.answering.evidence import Evidence
from assistant.answering.figures import figures, has_figure
from assistant.index.analysis import terms

# A sentence is told when its score reaches that of the best one, less these shares of it: by how many of the question's
# words it holds, for standing in the text of the best sentence, for resting on one of its facts (see
# docs/evaluation.md).
OF_THE_QUESTION, OF_THE_TEXT, OF_THE_FACT = 0.2, 0.05, 0.35
# Sooner too when it states what the question is after by this share of the best one's surety, from this surety on.
ASKED_TOO, ASKED_AT_ALL, OF_AN_ASKED = 0.6, 0.15, 0.3
# A caveat is told when this share of its words bears on what is quoted.
BEARS = 0.3
# Two sentences that share this part of their words, or whose meanings are this close, say the same thing.
SAME_IDEA, SAME_MEANING = 0.6, 0.95
# With the same figures, or of the same facts in another text, fewer common words are enough.
SAME_FIGURES, SAME_FACTS = 0.4, 0.5
# What a note says of how well it was checked, or of itself: no answer, but good to know.
_CAVEAT = re.compile(r"^à recouper|\bdans cette note\b|\bqui suivent\b", re.IGNORECASE)
# What is said to be unknown, with nothing known before and no figure beside, answers nothing.
_UNKNOWN = re.compile(r"\bpas (?:connue?s?|détaillée?s?|précisée?s?|chiffrée?s?) ici\b", re.IGNORECASE)
# What was looked for in vain.
_IN_VAIN = re.compile(r"^aucune?\b.*\b(?:re)?trouvée?s?\b", re.IGNORECASE | re.DOTALL)
ATTENTION = ("points d'attention", "points d’attention", "pour aller plus loin")
# What a sheet says of itself.
ABOUT_ITSELF = ("ce qui n’est pas connu", "remarques et sources")


def is_attention(evidence: Evidence) -> bool:
    """Whether the sentence stands under a heading that warns rather than answers."""
    return any(title.lower().startswith(ATTENTION) for title in evidence.section)


def is_caveat(evidence: Evidence) -> bool:
    """Whether the sentence tells how far its text can be trusted, or what it does not hold."""
    unknown = _UNKNOWN.search(evidence.text.partition(";")[0]) and not has_figure(evidence.text)
    return bool(unknown or _CAVEAT.search(evidence.text))


def is_about_itself(evidence: Evidence) -> bool:
    """Whether the sentence tells of its document rather than of clusters."""
    return any(title.lower().startswith(ABOUT_ITSELF) for title in evidence.section)


def known_first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The sentences in their order, those that tell of what was looked for in vain last."""
    return sorted(evidence, key=lambda e: bool(_IN_VAIN.search(e.text)))


def same_idea(a: Evidence, b: Evidence) -> bool:
    """Whether two sentences share most of their words, their figures or facts and some words, or their meaning."""
    left, right = set(terms(a.text)), set(terms(b.text))
    shared = len(left & right) / max(1, min(len(left), len(right)))
    if shared >= SAME_IDEA or float(a.vector @ b.vector) >= SAME_MEANING:
        return True
    if shared >= SAME_FACTS and a.document.id != b.document.id and _same_facts(set(a.facts), set(b.facts)):
        return True
    own, others = figures(a.text), figures(b.text)
    fewer = min(own, others, key=len)
    return shared >= SAME_FIGURES and len(fewer) > 1 and fewer <= own & others


def _same_facts(left: set[str], right: set[str]) -> bool:
    return bool(left and right) and (left <= right or right <= left)


def relevant(evidence: Sequence[Evidence], spared: float = 0.0) -> list[Evidence]:
    """The sentences, best first, that speak to the question nearly as well as the first one, or of the same matter;
    `spared` is the share of its score that is not asked of any."""
    return [e for e in evidence if e.score >= evidence[0].score * (_share_needed(e, evidence[0]) - spared)]


def _share_needed(evidence: Evidence, best: Evidence) -> float:
    of_text = evidence.document.id == best.document.id
    of_fact = bool(set(evidence.facts) & set(best.facts)) or (of_text and not best.facts)
    asked_too = best.known >= ASKED_AT_ALL and evidence.known >= ASKED_TOO * best.known
    spared = OF_THE_TEXT * of_text + OF_THE_FACT * of_fact + OF_AN_ASKED * asked_too
    return 1.0 - OF_THE_QUESTION * evidence.coverage - spared


def bears_on(caveat: Evidence, quoted: Iterable[Evidence]) -> bool:
    """Whether a caveat speaks of what is quoted of its text: of one of its facts, in some of its words."""
    own = [e for e in quoted if e.document.id == caveat.document.id]
    if caveat.facts and not any(set(caveat.facts) & set(e.facts) for e in own):
        return False
    said, words = {term for e in own for term in terms(e.text)}, set(terms(caveat.text))
    return len(words & said) >= BEARS * max(1, len(words))


def select(
    evidence: Iterable[Evidence],
    count: int,
    *,
    chosen: Iterable[Evidence] = (),
    floor: float = 0.0,
    per_document: int = 3,
) -> list[Evidence]:
    """Up to `count` sentences scored at least `floor` that repeat none of `chosen`; none for a `count` under one."""
    before, picked = list(chosen), list[Evidence]()
    for candidate in evidence:
        if len(picked) >= count or candidate.score < floor:
            break
        of_document = sum(candidate.document.id == other.document.id for other in picked)
        if of_document >= per_document:
            continue
        if any(same_idea(candidate, other) for other in [*before, *picked]):
            continue
        picked.append(candidate)
    return picked
