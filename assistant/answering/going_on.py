"""How to go on after an answer: what to do now, and what to ask next."""

import re

from assistant.answering import texts
from assistant.answering.added import is_added
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.typography import one_line
from assistant.index.analysis import terms
from assistant.vocabulary import Intent

# Questions offered from the texts quoted.
ASKED_NEXT = 2
# A heading that has more than this many words of the question asks the same thing again.
SAME_QUESTION = 2
SUGGESTING = (Intent.REFERENT, Intent.PARTENAIRE)
# A heading says it in English too, for the search: « Quel budget (budget of a young cluster) ? ».
_ASIDE = re.compile(r"\s*\([^()]*\)")


def next_steps(draft: Draft, context: Context) -> list[str]:
    """What to do now; before names there is nobody to call. How the page is used is said once a conversation."""
    intent, language = context.route.intent, context.language
    if intent in SUGGESTING and not draft.suggestions:
        return []
    if intent is Intent.PRATIQUE or (intent is Intent.COMPARAISON and context.comparison is None):  # no table to read
        has_names = bool(draft.next_steps) or bool(draft.said and is_added(draft.said[0]))
        how, whom = texts.OPEN_CITATIONS[language], texts.ASK_WHOM[language]
        return [*([] if context.asked_before else [how]), *([] if has_names else [whom])]
    steps = list(texts.NEXT_STEPS.get(intent, {}).get(language, ()))
    return [*steps, texts.STATE_NEED[language]] if intent is Intent.PARTENAIRE and context.only_help else steps


def follow_ups(draft: Draft, context: Context) -> list[str]:
    """Questions to ask next; none on what has just been asked."""
    asked, language = set(terms(context.question)), context.language
    usual = texts.FOLLOW_UPS.get(context.route.intent, {}).get(language, ())
    if asked & set(terms(texts.MONEY[language])):
        usual = tuple(text for text in usual if text != texts.AND_FUNDING[language])
    more = texts.MORE_NAMES[language] if draft.suggestions and context.route.intent in SUGGESTING else ()
    return [*more, *_asked_next(draft, context, asked), *usual]


def _asked_next(draft: Draft, context: Context, asked: set[str]) -> list[str]:
    """Questions that the texts quoted answer further on: their headings, in French only."""
    documents = {citation.document_id for citation in draft.citations}
    quoted = {citation.quote for citation in draft.citations}
    near = [e for e in context.evidence if e.document.id in documents and e.section and e.section[-1].endswith("?")]
    shown = {e.section for e in near if any(e.text in quote for quote in quoted)}
    headings = dict.fromkeys(_ASIDE.sub("", one_line(e.section[-1])) for e in near if e.section not in shown)
    headings = dict.fromkeys(heading for heading in headings if len(set(terms(heading)) & asked) <= SAME_QUESTION)
    return list(headings)[:ASKED_NEXT] if context.language == "fr" else []
