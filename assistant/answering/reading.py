"""What is read for a question: the passages found and the sheets of the clusters named, sentence by sentence."""

from collections.abc import Iterator, Sequence

from assistant.answering.answer_type import answer_type
from assistant.answering.evidence import Evidence, gather
from assistant.answering.sought import searched_words
from assistant.answering.state import Knowledge, State
from assistant.clusters.lists import region_lists, theme_lists
from assistant.index.search import Hit
from assistant.library.rows import StoredDocument
from assistant.vocabulary import DocumentType

PASSAGES_READ = 16
# Sheets say the same of each cluster in turn: more of them would leave no room for a note.
SHEETS_READ = 4
# A sheet of a cluster that the question names is read whatever its rank.
SHEET_SCORE = 0.8


def evidence_of(known: Knowledge, state: State, hits: Sequence[Hit]) -> list[Evidence]:
    """Sentences of the passages found that are worth reading, and of the sheets of the clusters named, best first."""
    return _gather(known, state, _with_sheets(known, state, _read_of(known, state, hits)))


def sheets_of(known: Knowledge, state: State, cluster_ids: Sequence[str]) -> list[Evidence]:
    """Sentences of the sheets of suggested clusters, best first for this question."""
    read = {e.passage.id for e in state["evidence"]}
    hits = [
        Hit(key, 0.0, {}, {}) for key in known.workspace.library.passages_of_clusters(cluster_ids) if key not in read
    ]
    return _gather(known, state, hits)


def _read_of(known: Knowledge, state: State, hits: Sequence[Hit]) -> list[Hit]:
    """The passages to read, best first: few of them sheets, and no list of a region or theme that is not asked for."""
    asked = _lists_asked(known, state)
    kept, sheets = list[Hit](), 0
    for hit, document in _with_documents(known, hits):
        is_sheet = bool(document.meta.get("cluster_id"))
        is_other_list = document.type == DocumentType.ANNUAIRE and not is_sheet and document.meta["name"] not in asked
        sheets += is_sheet
        if not is_other_list and not (is_sheet and sheets > SHEETS_READ):
            kept.append(hit)
        if len(kept) == PASSAGES_READ:
            break
    return kept


def _lists_asked(known: Knowledge, state: State) -> frozenset[str]:
    """The lists that a question is about: of a region it names, of a theme when it asks for clusters."""
    text = f"{state['question']} {searched_words(known, state)}"
    themes = theme_lists(text, known.directory.vocabulary) if answer_type(state["question"]).names else frozenset()
    return region_lists(text) | themes


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


def _gather(known: Knowledge, state: State, hits: Sequence[Hit]) -> list[Evidence]:
    expected = answer_type(state["question"])
    named = frozenset(c for m in state["mentions"] for c in (m.cluster.id, m.resolved.cluster.id))
    return gather(
        known.workspace.library,
        hits,
        searched_words(known, state),
        state["sought"].vector,
        known.workspace.generation().lexical.idf,
        fit=lambda text: expected.fit(text, lambda t: len(known.directory.mentions(t))),
        wanted_clusters=named,
        informing=known.orders.informing,
    )
