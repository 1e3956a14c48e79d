"""From a read document to stored passages: split, analyse, embed."""

from collections.abc import Callable, Sequence

from assistant.index.analysis import terms
from assistant.index.embedding import Embedder
from assistant.library.store import StoredPassage, StoredSentence
from assistant.reading.splitting import split
from assistant.vocabulary import FactSpan, Page

# Changes whenever the same pages would give other passages or vectors: part of the library's fingerprint.
VERSION = "1"


def with_context(title: str, section: Sequence[str], text: str) -> str:
    """What is indexed for a passage: its document's title and its section titles stand in front of it."""
    head = " > ".join(dict.fromkeys([title, *section]))
    return f"{head}\n{text}"


def index_pages(
    title: str,
    pages: Sequence[Page],
    embedder: Embedder,
    target: int,
    progress: Callable[[float], None] = lambda share: None,
) -> list[StoredPassage]:
    """Passages of about `target` characters with the vectors of each passage and of each of its sentences."""
    by_number = {page.number: page for page in pages}
    passages = split(pages, target)
    texts = [with_context(title, p.section, by_number[p.page].text[p.start : p.end]) for p in passages]
    sentences = [by_number[p.page].text[s.start : s.end] for p in passages for s in p.sentences]
    total = max(1, len(texts) + len(sentences))
    vectors = embedder.embed_passages(texts, lambda done: progress(done / total))
    sentence_vectors = iter(embedder.embed_passages(sentences, lambda done: progress((len(texts) + done) / total)))
    return [
        StoredPassage(
            p.page, p.start, p.end, p.section, tuple(terms(text)), vector,
            tuple(
                StoredSentence(s.start, s.end, facts_at(by_number[p.page].fact_spans, s.start, s.end), next(sentence_vectors))
                for s in p.sentences
            ),
        )
        for p, text, vector in zip(passages, texts, vectors, strict=True)
    ]


def facts_at(spans: Sequence[FactSpan], start: int, end: int) -> tuple[str, ...]:
    """Facts of the spans that overlap [start, end), in order."""
    return tuple(dict.fromkeys(fact for span in spans if span.start < end and start < span.end for fact in span.facts))
