"""What is read for a question: the passages found and the sheets of the clusters named, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence

from assistant.answering.added import is_added
from assistant.answering.already_told import told_in
from assistant.answering.answer_type import asks_names
from assistant.answering.evidence import SHIPPED, Evidence, gather
from assistant.answering.follow_on import gives_address
from assistant.answering.politely import plainly
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.answering.stating import ASKED, AskedFact, clauses_of
from assistant.clusters.bounds import without_bound
from assistant.clusters.lists import asks_otherwise, is_list_alone, lists_asked
from assistant.clusters.sizes import asks_for_figures, asks_for_sizes
from assistant.index.analysis import terms
from assistant.index.search import Hit
from assistant.library.rows import StoredDocument
from assistant.vocabulary import DocumentType

PASSAGES_READ = 16
# The facts that a question is after most surely, that many, from this on: passages that state them are read whatever
# their rank.
KNOWN_FROM, KNOWN_FACTS = 0.1, 3
# Sheets say the same of each cluster in turn: more of them would leave no room for a note.
SHEETS_READ = 4
_NAME = re.compile(r"\b(?=\w*[A-ZÀ-Ý])\w{3,}")
# A sheet of a cluster that the question names is read whatever its rank.
SHEET_SCORE = 0.8


def evidence_of(known: Knowledge, state: State, hits: Sequence[Hit]) -> list[Evidence]:
    """Sentences of the passages found that are worth reading, and of the sheets of the clusters named, best first."""
    read = _with_known(known, state, _read_of(known, state, hits), hits)
    found = _gather(known, state, _with_sheets(known, state, read))
    if not state.get("uninvited"):
        return found
    return [e for e in found if not is_added(e) or _plainly_informs(known, state["question"], e)]


def _plainly_informs(known: Knowledge, question: str, evidence: Evidence) -> bool:
    """Whether a sentence tells something without a place to click, write or call, or a name that nobody has asked about."""
    asked = question.casefold()
    names = {word for word in _NAME.findall(evidence.text) if word.casefold() not in asked}
    return not (gives_address(evidence.text) or any(map(known.speller.is_unheard, names)))


def sheets_of(known: Knowledge, state: State, cluster_ids: Sequence[str]) -> list[Evidence]:
    """Sentences of the sheets of suggested clusters, best first for this question."""
    read = {e.passage.id for e in state["evidence"]}
    hits = [
        Hit(key, 0.0, {}, {}) for key in known.workspace.library.passages_of_clusters(cluster_ids) if key not in read
    ]
    return _gather(known, state, hits)


def sentences_of_lists(known: Knowledge, state: State, names: Sequence[str]) -> list[Evidence]:
    """The sentences of these lists of the directory, in their order."""
    hits = [Hit(key, 0.0, {}, {}) for key in known.workspace.library.passages_of_lists(names)]
    return sorted(_gather(known, state, hits), key=lambda e: (e.document.id, e.passage.page, e.start))


def _read_of(known: Knowledge, state: State, hits: Sequence[Hit]) -> list[Hit]:
    """The passages to read, best first: few of them sheets, and no list of a region or theme that is not asked for."""
    asked = _lists_asked(known, state)
    kept, sheets = list[Hit](), 0
    for hit, document in _with_documents(known, hits):
        is_sheet = bool(document.meta.get("cluster_id"))
        is_list = document.origin == SHIPPED and document.type == DocumentType.ANNUAIRE and not is_sheet
        is_other_list = is_list and document.meta["name"] not in asked
        sheets += is_sheet
        if not is_other_list and not (is_sheet and sheets > SHEETS_READ):
            kept.append(hit)
        if len(kept) == PASSAGES_READ:
            break
    return kept


def wants_list_alone(known: Knowledge, state: State) -> bool:
    """Whether a question asks for one of the lists of the directory, those on it within a bound, or a figure of theirs, and
    for nothing else."""
    bounded = without_bound(state["question"])
    question = plainly(bounded)
    vocabulary, said = known.directory.vocabulary, searched_words(known, State(**{**state, "question": question}))
    text = f"{question} {said}"
    figures = asks_for_figures(text) or bounded != state["question"]
    if asks_otherwise(question) or not is_list_alone(said, vocabulary, figures or asks_for_sizes(text)):
        return False
    return figures or bool(lists_asked(text, True, vocabulary))


def _lists_asked(known: Knowledge, state: State) -> frozenset[str]:
    """The lists that a question is about: of a region it names, of a theme when it asks for clusters."""
    text = f"{state['question']} {searched_words(known, state)}"
    return lists_asked(text, asks_names(state["question"]), known.directory.vocabulary)


def _with_documents(known: Knowledge, hits: Sequence[Hit]) -> Iterator[tuple[Hit, StoredDocument]]:
    library = known.workspace.library
    rows = library.passages([hit.passage_id for hit in hits])
    for hit in hits:
        document = library.document(rows[hit.passage_id].document_id) if hit.passage_id in rows else None
        if document is not None:
            yield hit, document


def _with_sheets(known: Knowledge, state: State, hits: Sequence[Hit]) -> list[Hit]:
    """The passages found, and those of the sheets of the clusters that the question names."""
    ids = {c for m in state["mentions"] for c in (m.cluster.id, m.resolved.cluster.id)}
    best, held = hits[0].score if hits else 1.0, {hit.passage_id for hit in hits}
    added = [key for key in known.workspace.library.passages_of_clusters(sorted(ids)) if key not in held]
    return [*hits, *(Hit(key, SHEET_SCORE * best, {}, {}) for key in added)]


def _with_known(known: Knowledge, state: State, read: Sequence[Hit], hits: Sequence[Hit]) -> list[Hit]:
    """The passages to read, and those that state the facts which known questions point to."""
    surest = sorted(state["asked"].facts.items(), key=lambda item: (-item[1], item[0]))[:KNOWN_FACTS]
    facts = [fact for fact, sure in surest if sure >= KNOWN_FROM]
    held, found = {hit.passage_id for hit in read}, {hit.passage_id: hit for hit in hits}
    stating = [key for key in known.workspace.library.passages_stating(facts) if key not in held]
    return [*read, *(found.get(key, Hit(key, 0.0, {}, {})) for key in stating)]


def _gather(known: Knowledge, state: State, hits: Sequence[Hit]) -> list[Evidence]:
    named = frozenset(c for m in state["mentions"] for c in (m.cluster.id, m.resolved.cluster.id))
    return gather(
        known.workspace.library,
        hits,
        searched_words(known, state),
        state["sought"].vector,
        state["searched"].lexical.idf,
        wanted_clusters=named,
        facts_asked=_asked(known, state),
        best=state["asked"].sentences,
        asked_lists=_lists_asked(known, state),
        told=told_in(state["request"].question, state["request"].history),
        informing=known.orders.informing,
    )


def _asked(known: Knowledge, state: State) -> dict[str, AskedFact]:
    """The facts that the question is after, with their words by how rare the search finds them."""
    idf = state["searched"].lexical.idf

    def clauses(fact: str) -> list[dict[str, float]]:
        return [{term: idf(term) for term in terms(clause)} for clause in clauses_of(known.facts.fact(fact).text)]

    return {
        fact: AskedFact(sure, clauses(fact) if sure >= ASKED else []) for fact, sure in state["asked"].facts.items()
    }
