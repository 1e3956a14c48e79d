"""From a read document to stored passages: split, analyse, embed."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from assistant.index.analysis import terms
from assistant.index.embedding import Embedder
from assistant.index.late_interaction import packed
from assistant.library.rows import StoredPassage, StoredSentence
from assistant.reading.splitting import split
from assistant.vocabulary import FactSpan, Heading, Page, Span

# Changes whenever the same pages would give other passages or vectors: part of the library's fingerprint.
VERSION = "3"


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
    """Passages of about `target` characters with the vectors of each passage, of its tokens and of its sentences."""
    by_number = {page.number: page for page in pages}
    passages = split(pages, target)
    texts = [with_context(title, p.section, by_number[p.page].text[p.start : p.end]) for p in passages]
    kept = [_stated(by_number[p.page], p.sentences) for p in passages]
    spans = [(by_number[p.page], s) for p, own in zip(passages, kept, strict=True) for s in own]
    total = max(1, len(texts) + len(spans))
    vectors, tokens = [], []
    for done, encoded in enumerate(embedder.encode_passages(texts), 1):
        vectors.append(encoded.vector)
        tokens.append(packed(encoded))
        progress(done / total)
    sentence_vectors = embedder.embed_passages(
        [page.text[s.start : s.end] for page, s in spans], lambda done: progress((len(texts) + done) / total)
    )
    sections = _sections(pages)
    sentences = [
        StoredSentence(s.start, s.end, sections(page, s.start), facts_at(page.fact_spans, s.start, s.end), vector)
        for (page, s), vector in zip(spans, sentence_vectors, strict=True)
    ]
    stored, taken = [], 0
    for p, text, vector, words, spans_of in zip(passages, texts, vectors, tokens, kept, strict=True):
        own = tuple(sentences[taken : taken + len(spans_of)])
        stored.append(StoredPassage(p.page, p.start, p.end, p.section, tuple(terms(text)), vector, own, words))
        taken += len(spans_of)
    return stored


def _sections(pages: Sequence[Page]) -> Callable[[Page, int], tuple[str, ...]]:
    """A function from a page and a position to the headings above it, highest first, earlier pages included."""
    marks: list[tuple[tuple[int, int], tuple[str, ...]]] = [((0, 0), ())]
    open_headings: list[Heading] = []
    for page in pages:
        for heading in page.headings:
            open_headings = [h for h in open_headings if h.level < heading.level] + [heading]
            marks.append(((page.number, heading.start), tuple(h.title for h in open_headings)))

    def find(page: Page, start: int) -> tuple[str, ...]:
        return marks[bisect_right(marks, (page.number, start), key=lambda mark: mark[0]) - 1][1]

    return find


def _stated(page: Page, spans: Sequence[Span]) -> list[Span]:
    """The sentences that state something: a heading, or a question, is never an answer."""
    headings = {heading.start for heading in page.headings}
    return [
        s for s in spans if s.start not in headings and not page.text[s.start : s.end].rstrip(" »\u00a0").endswith("?")
    ]


def facts_at(spans: Sequence[FactSpan], start: int, end: int) -> tuple[str, ...]:
    """Facts of the spans that overlap [start, end), in order."""
    return tuple(dict.fromkeys(fact for span in spans if span.start < end and start < span.end for fact in span.facts))
