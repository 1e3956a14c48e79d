"""Suggestions in the text of an answer: who, why in one line, what to know first, how to get in touch."""

from math import inf

from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.answering.presenting import ROLES
from assistant.answering.selection import is_about_itself, select
from assistant.answering.suggestion_texts import unnamed
from assistant.vocabulary import DocumentType, Language, Suggestion

REASONS = 3
# Under this value a criterion speaks against a suggestion rather than for it.
FAVOURABLE = 0.25
_CONTACT: dict[Language, str] = {"fr": "Contact", "en": "Contact"}


def write_suggestions(draft: Draft, context: Context) -> None:
    """One block a suggestion, each with a sentence of its sheet that anyone can open."""
    assert context.suggestions is not None
    draft.suggestions += context.suggestions.suggestions
    draft.warnings += context.suggestions.warnings
    for suggestion in context.suggestions.suggestions:
        _one(draft, context, suggestion)


def _one(draft: Draft, context: Context, suggestion: Suggestion) -> None:
    status = f", {ROLES[suggestion.role][context.language]}" if suggestion.role == "a_clarifier" else ""
    colon = {"fr": "\u00a0:", "en": ":"}[context.language]
    draft.lines.append(f"- **{suggestion.name}**{status}{colon} {_reasons(suggestion, context.language)}")
    own = [e for e in context.evidence if about(e, suggestion.cluster_id) and not is_about_itself(e)]
    for evidence in select(_on_theme_first(own, context), 1, chosen=draft.said, floor=-inf):
        draft.say(evidence, before="  - ")
    for caution in suggestion.cautions[:2]:
        draft.lines.append(f"  - ⚠ {caution.text}")
    reach = [*([suggestion.contact.website] if suggestion.contact.website else []), *suggestion.contact.via]
    if reach:
        draft.lines.append(f"  - {_CONTACT[context.language]}{colon} {', '.join(reach)}")


def _on_theme_first(own: list[Evidence], context: Context) -> list[Evidence]:
    """The sentences of a sheet that speak of what is looked for, or of the pilot's filière, first; neighbouring themes next."""
    vocabulary = context.directory.vocabulary
    sectors = context.profile.sectors if context.profile else ()
    wanted = vocabulary.themes_in("; ".join([context.question, *sectors]))
    near = {neighbour for theme in wanted for neighbour in vocabulary.neighbours[theme]}

    def far(evidence: Evidence) -> int:
        themes = vocabulary.themes_in(evidence.text)
        return 0 if themes & wanted else 1 if themes & near else 2

    return sorted(own, key=far)


def about(evidence: Evidence, cluster_id: str) -> bool:
    """Whether the sentence stands on the sheet of this cluster."""
    return evidence.document.type == DocumentType.ANNUAIRE and evidence.document.meta.get("cluster_id") == cluster_id


def _reasons(suggestion: Suggestion, language: Language) -> str:
    """The criteria that weigh most in its favour, in words."""
    known = [c for c in suggestion.criteria if c.value and c.value >= FAVOURABLE]
    known.sort(key=lambda c: -c.weight * (c.value or 0))
    told = known[:REASONS] + [c for c in suggestion.criteria if c.name == "reussite_reconnue" and c.value is None]
    joint = {"fr": "\u00a0; ", "en": "; "}[language]
    return joint.join(unnamed(c.because.rstrip("."), suggestion.name, language) for c in told) + "."
