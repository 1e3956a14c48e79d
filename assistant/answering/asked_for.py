"""How much of what is asked for the evidence misses: the year, the quantity.

« Quel budget en 2019 ? » is not answered by a sentence that names 2019 and another by its side that gives a budget: one
sentence has to speak of the subject, in that year, with an amount.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answering.answer_type import asks_names
from assistant.answering.attributes import Attributes
from assistant.answering.evidence import HEADING_CREDIT, Evidence
from assistant.answering.periods import speaks_of, years_asked, years_told
from assistant.answering.quantities import Asked, gives, quantity_asked
from assistant.answering.selection import is_about_itself
from assistant.clusters.fields import Field
from assistant.index.analysis import terms

# Sentences among which what is asked for is looked up.
READ = 25
# How well a sentence of another year has to say it to be shown in its place.
ENOUGH = 0.5
# A question of clusters at large, and what a sentence that names one counts for it.
_OF_ALL = re.compile(
    r"\b(?:moyenn?e?s?|average|typical|(?:un|une|les|des|aux) (?:pôles?|grappes?|clusters?)|de grappes|de pôles|par (?:pôle|grappe|cluster))\b",
    re.IGNORECASE,
)
OF_ONE = 0.5


@dataclass(frozen=True, slots=True)
class AskedFor:
    """What is missing, in [0, 1]: 0 when it is not asked for, or when the best sentence on the subject has it."""

    years: frozenset[int] = frozenset()  # asked about
    year_missing: float = 0.0
    quantity: Asked | None = None
    quantity_missing: float = 0.0
    instead: Evidence | None = None  # the sentence that says it best of another year
    whole: Evidence | None = None  # the sentence that tells the whole of which a part, or a change, is asked for
    lacking: tuple[tuple[Field, str], ...] = ()  # the fields asked for, each with the cluster whose entry has it not


NOTHING_ASKED = AskedFor()


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence as an answer: its worth beside the best one, 0 when it speaks of another cluster than those named;
    its share of the question's subject beside the sentence that has most; whether it gives the quantity asked for."""

    evidence: Evidence
    worth: float
    share: float
    gives: float  # 1 when no quantity is asked for

    @property
    def says_it(self) -> float:
        """How well it answers, were it of the right year."""
        return self.worth * self.share * self.gives


def asked_for(
    question: str,
    evidence: Sequence[Evidence],
    idf: Callable[[str], float],
    about: Callable[[Evidence], bool],
    attributes: Attributes,
    today: date,
    of_one: Callable[[str], bool] = lambda text: False,
) -> AskedFor:
    """What the evidence, best first, misses of a question given without the clusters that it names; `about` tells
    whether a sentence speaks of them, `of_one` of one in particular: its figure is not that of all."""
    years, quantity = years_asked(question, today), quantity_asked(question, attributes)
    if not (years or quantity):
        return NOTHING_ASKED
    subject = {term: idf(term) for term in terms(question) if not term.isdigit()}
    of_all = bool(_OF_ALL.search(question)) and not asks_names(question)

    def fits(e: Evidence) -> float:
        return float(about(e) and not is_about_itself(e)) * (OF_ONE if of_all and of_one(e.text) else 1.0)

    read = _read(subject, evidence[:READ], quantity, fits, attributes)
    return AskedFor(
        years=years,
        year_missing=_missing(bool(years), [speaks_of(r.evidence.text, years) * r.says_it for r in read]),
        quantity=quantity,
        quantity_missing=_missing(quantity is not None, [r.gives * r.worth for r in read]),
        instead=_of_another_year(read) if years else None,
    )


def _missing(asked: bool, held: Sequence[float]) -> float:
    return 1.0 - max(held, default=0.0) if asked else 0.0


def _of_another_year(read: Sequence[_Read]) -> Evidence | None:
    dated = [r for r in read if r.says_it >= ENOUGH and years_told(r.evidence.text)]
    return max(dated, key=lambda r: r.says_it).evidence if dated else None


def _read(
    subject: Mapping[str, float],
    evidence: Sequence[Evidence],
    quantity: Asked | None,
    fits: Callable[[Evidence], float],
    attributes: Attributes,
) -> list[_Read]:
    total = sum(subject.values())

    def share(text: str) -> float:
        words = frozenset(terms(text))
        held = sum(weight for term, weight in subject.items() if attributes.held(term, words))
        return held / total if total else 1.0  # « Et PASS en 2015 ? » has no subject but what it names

    shares = [
        (1 - HEADING_CREDIT) * share(e.text) + HEADING_CREDIT * share(" ".join((e.text, e.document.title, *e.section)))
        for e in evidence
    ]
    most, best = max(shares, default=0.0) or 1.0, max((e.score for e in evidence), default=0.0)
    return [
        _Read(
            e,
            fits(e) * max(0.0, e.score) / best if best > 0 else 0.0,
            held / most,
            gives(e.text, quantity, attributes) if quantity else 1.0,
        )
        for e, held in zip(evidence, shares, strict=True)
    ]
