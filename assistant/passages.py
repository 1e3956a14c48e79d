"""The passages found for a query, as `search` shows them."""

from typing import Any, cast

from assistant.index.encoded import Encoded
from assistant.index.search import search
from assistant.library.workspace import Workspace
from assistant.settings import Settings
from assistant.vocabulary import DocumentType, SearchResult


def passages_found(
    workspace: Workspace,
    query: Encoded,
    settings: Settings,
    k: int,
    kind: DocumentType | None = None,
) -> list[SearchResult]:
    """The k best passages for an encoded query, of one type of document if given."""
    generation, library = workspace.generation(), workspace.library
    allowed = frozenset(key for key, t in library.passage_types().items() if t == kind) if kind else None
    hits = search(
        generation,
        library,
        query,
        lexical_weight=settings.lexical_weight,
        depth=max(settings.search_depth, k),
        reread=settings.reread,
        types=[kind] if kind else None,
        allowed=allowed,
    )[:k]
    rows = library.passages([hit.passage_id for hit in hits])
    sentences = library.sentences(list(rows))
    cards = {card.id: card for card in library.documents()}
    return [
        SearchResult(
            document_id=row.document_id,
            title=cards[row.document_id].title,
            type=cards[row.document_id].type,
            page=row.page,
            text=row.text,
            score=round(hit.score, 4),
            arms=cast(Any, hit.ranks),
            facts=tuple(dict.fromkeys(f for s in sentences.get(hit.passage_id, ()) for f in s.facts)),
        )
        for hit in hits
        if (row := rows.get(hit.passage_id)) is not None
    ]
