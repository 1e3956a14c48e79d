"""Sources that say something else of what is quoted: shown beside it, with their years."""

from collections.abc import Mapping, Sequence

from assistant.answering import texts
from assistant.answering.figures import counts, figures
from assistant.library.facts import Fact, Facts
from assistant.vocabulary import Citation, Language

# From this on a question is after a fact, so that what is said otherwise belongs to the answer wherever it is quoted.
ASKED = 0.1


def disagreements(
    citations: Sequence[Citation], facts: Facts, asked: Mapping[str, float], language: Language
) -> list[str]:
    """One line for each group of facts that disagree, with their years: one of them gives a figure of what is quoted first,
    or of what is quoted elsewhere when the question is after it (`asked`, how surely, by fact)."""
    lines = []
    for group in facts.disagreements:
        wanted = max(asked.get(fact.id, 0.0) for fact in group) >= ASKED
        if any(_told(citation, fact) for citation in citations[: None if wanted else 1] for fact in group):
            said = "\u00a0; ".join(f"«\u00a0{fact.text.rstrip('.')}\u00a0» ({_when(fact)})" for fact in group)
            lines.append(texts.DISAGREE[language].format(said=said))
    return lines


def _told(citation: Citation, fact: Fact) -> bool:
    """Whether a quote rests on a fact and gives one of its figures; a year is one only in a fact that has no other."""
    return fact.id in citation.facts and bool((counts(fact.text) or figures(fact.text)) & figures(citation.quote))


def _when(fact: Fact) -> str:
    return ", ".join(map(str, fact.years)) or "s. d."
