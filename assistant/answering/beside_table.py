"""What a comparison is asked for and no row of the table tells: fields of the sheets, subjects of the notes, names nobody
knows."""

from collections.abc import Iterable, Sequence

from assistant.answering.asks_compare import asks_to_compare
from assistant.answering.comparison_texts import word
from assistant.answering.context import Context
from assistant.answering.drafting import Draft
from assistant.answering.evidence import Evidence
from assistant.answering.lacking_texts import lacks
from assistant.answering.selection import select
from assistant.clusters.field_sentences import field_sentences
from assistant.clusters.names import listed, normalized
from assistant.index.analysis import terms
from assistant.vocabulary import DocumentType, Language

# Sentences of notes on a subject that the table has not, at most.
NOTES = 4


def unknown_told(names: Sequence[str], language: Language) -> str:
    """That names are not in the directory."""
    return word("unknown_name", language).format(names=listed(list(names), language))


def beside_the_table(draft: Draft, context: Context, answering: Sequence[Evidence]) -> bool:
    """The sentences of the sheets on the fields asked for, those of notes that answer on other subjects and name a cluster
    compared, and what is not compared; False when no sentence was found."""
    assert context.compared is not None
    asked, language = context.compared.asked, context.language
    lacking = list[str]()
    for key in context.compared.table.clusters:
        for field in asked.fields:
            told = _of_sheet(context, key, field_sentences(context.directory.by_id[key], field, context.directory))
            lacking += [] if told else lacks([(field, context.directory.by_id[key].short_name)], language)
            for evidence in told:
                draft.say(evidence)
    for evidence in _of_notes(context, answering) if asked.others else ():
        draft.say(evidence)
    found = bool(draft.said)
    if found or asks_to_compare(context.question):
        lacking += [word("not_compared", language).format(what=thing) for thing in asked.others]
    draft.lines += [*lacking, *([""] if lacking else [])]
    if found and not asked.rows:
        names = listed(list(context.compared.table.names.values()), language)
        draft.follow_ups.append(word("compare_all", language).format(names=names))
    return found


def _of_sheet(context: Context, cluster_id: str, texts: Sequence[str]) -> list[Evidence]:
    own = [e for e in context.evidence if e.document.meta.get("cluster_id") == cluster_id]
    found = (next((e for e in own if normalized(text) in normalized(e.text)), None) for text in texts)
    return [e for e in dict.fromkeys(found) if e is not None]


def _of_notes(context: Context, answering: Sequence[Evidence]) -> list[Evidence]:
    """Sentences that answer and name a cluster compared, each cluster in turn."""
    assert context.compared is not None
    subject = {term for thing in context.compared.asked.others for term in terms(thing)}
    notes = [e for e in answering if e.document.type != DocumentType.ANNUAIRE and _is_on(e, subject, context)]
    named = {e: {m.resolved.cluster.id for m in context.directory.mentions(e.text)} for e in dict.fromkeys(notes)}
    picked = list[Evidence]()
    for key in context.compared.table.clusters:
        picked += select(
            [e for e in notes if key in named[e]], NOTES // len(context.compared.table.clusters), chosen=picked
        )
    return picked


def _is_on(evidence: Evidence, subject: Iterable[str], context: Context) -> bool:
    """Whether a sentence, its headings or the themes of its text speak of a subject, given as terms."""
    document = evidence.document
    themes = document.meta.get("themes")
    heard = (evidence.text, *evidence.section, document.title, *(themes if isinstance(themes, list) else ()))
    said = frozenset(terms(" ".join(heard)))
    return any(context.attributes.held(term, said) for term in subject)
