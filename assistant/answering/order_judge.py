"""Whether a text gives orders to whoever answers: by its signs, or by what was learnt from examples of both kinds.

The examples of `corpus/orders.yaml` are learnt as the router learns its own: « ordres » stand for what is none of our
business, « textes » for facts. So do some sentences of the shipped notes, and questions that the router learns.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from assistant.answering.follow_on import TELLS, Reader, is_courtesy
from assistant.answering.orders import clauses_of, gives_orders, without_markup
from assistant.clusters.files import corpus_error, read_named, read_text
from assistant.index.embedding import Embedder
from assistant.reading.sentences import sentences
from assistant.routing.classifier import IntentClassifier, load_classifier
from assistant.routing.examples import Example, read_examples
from assistant.routing.learning import Tuning
from assistant.vocabulary import Intent

# From this probability a text is taken for an order; shorter ones say too little to judge.
ORDERED, SHORTEST = 0.5, 12
# From this one a part of a sentence that asks is clearly an order.
CLEARLY = 0.85
# From this one a question with nothing else in it is turned away.
ONLY_ORDERS = 0.95
_EVERY, _EVERY_ASK = 8, 30  # of the sentences of a note, of the questions of the router, one in so many is learnt
# « Compare X et Y »: an ask without a question mark.
_BIDS = re.compile(
    r"^\W*(?:compar|trouv|donn|list|cit|expliqu|pr[ée]sent|montr|propos|cherch|r[ée]sum|d[ée]cri|dis\b|dites|parl|find|give|tell|show|explain|describ|suggest)",
    re.IGNORECASE,
)
# Where a name that was said returns to have something stated of it, with no stop before.
_RETURNS = re.compile(
    r"\b([A-ZÀ-Ý][\w'’-]*(?: [A-ZÀ-Ý][\w'’-]*)*) .*?\s(?=\1 (?:a|est|va|vient|ne|sera|has|is|was|will)\b|\1 n['’])"
)
# « Les deux ont le même nombre »: of those named before, by other words.
_OF_BOTH = re.compile(r"^\W*(?:(?:tou[st]e?s )?les deux|ils|elles|they|both)\b", re.IGNORECASE)
EVERYTHING = Reader()
_FAMILY = 5  # examples that stay in one fold: those written one after the other resemble each other


@dataclass(frozen=True, slots=True)
class _AsPassages:
    """An embedder that takes every text for a passage: vectors of sentences are stored so."""

    embedder: Embedder

    @property
    def fingerprint(self) -> str:
        return f"{self.embedder.fingerprint}-passages-3"

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self.embedder.embed_passage(text)


class OrderJudge:
    """Tells orders from information. Safe to share between threads."""

    def __init__(self, classifier: IntentClassifier, embed: Callable[[str], NDArray[np.float32]]) -> None:
        self._classifier, self._embed = classifier, embed

    def orders(self, text: str, vector: NDArray[np.float32] | None = None, at_least: float = ORDERED) -> bool:
        """Whether a text gives orders; `vector` is its passage embedding, made if it is not given."""
        return gives_orders(text) or self._probability(text, vector) >= at_least

    def _probability(self, text: str, vector: NDArray[np.float32] | None) -> float:
        if len(text) < SHORTEST:
            return 0.0
        known = self._embed(text) if vector is None else vector
        return self._classifier.probabilities(text, known)[Intent.HORS_SUJET]

    def informing(
        self, headings: Sequence[str], texts: Sequence[str], vectors: Sequence[NDArray[np.float32]]
    ) -> list[bool]:
        """For each sentence of a passage, whether it may be quoted.

        None may under a heading that gives orders, nor from where one bears a sign of them; a sentence taken for an
        order carries those around it along.
        """
        if any(map(self.orders, headings)):
            return [False] * len(texts)
        signed = next((at for at, text in enumerate(texts) if gives_orders(text)), len(texts))
        ordered = [self.orders(text, vector) for text, vector in zip(texts, vectors, strict=True)]
        return [at < signed and not any(ordered[max(0, at - 1) : min(at + 2, signed)]) for at in range(len(texts))]

    def sifted(self, question: str, reader: Reader = EVERYTHING) -> tuple[str, bool]:
        """The question without what gives orders in it, and whether anything but thanks or a sigh was left out; "" when nothing else
        is there.

        Sentences and their clauses are judged one by one. After an order only what asks is kept, and what asks first is
        left out only if it bears a sign or is clearly an order. What follows a question is kept when `reader` takes it
        for another ask, or for what those who ask tell of themselves; after « Compare X et Y », what states something of them is not.
        """
        plain = without_markup(question)
        kept, thanks, ordered, asked = list[str](), list[str](), False, False
        for sentence in _sentences_of(plain):
            asks = sentence.endswith("?")
            if asked and self._says_nothing(sentence, reader):
                thanks.append(sentence)
                continue
            if (asked and not self._follows(sentence, kept[-1], reader)) or _only_states(sentence, kept, reader):
                ordered = True
                continue
            clauses, dropped = self._clauses(sentence, asks and not asked, ordered)
            asked, ordered = asked or (asks and bool(clauses)), ordered or dropped
            kept += [clauses] if clauses else []
        clean = " ".join(kept)
        if any(ch.isalnum() for ch in clean):
            changed = _letters(clean, *thanks) != _letters(question)
            return (clean, changed) if changed or thanks else (question, False)
        return ("", True) if self.orders(question, at_least=ONLY_ORDERS) else (question, False)

    def _says_nothing(self, sentence: str, reader: Reader) -> bool:
        """Whether a sentence after a question only thanks or sighs: nothing that has to be told when it is left out."""
        if is_courtesy(sentence):
            return not gives_orders(sentence)
        return not sentence.endswith("?") and reader.is_mood(sentence) and not self.orders(sentence, at_least=TELLS)

    def _follows(self, sentence: str, first: str, reader: Reader) -> bool:
        if sentence.endswith("?"):
            return reader.asks_more(sentence, first)
        return reader.tells_of_us(sentence, first) and not self.orders(sentence, at_least=TELLS)

    def _clauses(self, sentence: str, first_ask: bool, ordered: bool) -> tuple[str, bool]:
        """What a sentence says without the clauses that give orders, and whether there was one."""
        kept, dropped = list[str](), False
        for clause in clauses_of(sentence):
            within = first_ask or bool(kept)
            if self.orders(clause, at_least=CLEARLY if within else ORDERED):
                dropped = True
            elif within or sentence.endswith("?") or not (ordered or dropped):
                kept.append(clause)
        return "".join(kept).strip(" ,;:–—-"), dropped


def _only_states(sentence: str, before: Sequence[str], reader: Reader) -> bool:
    """Whether a sentence after « Compare X et Y » states something of these clusters and brings in no other."""
    if sentence.endswith("?") or not before or not _BIDS.match(before[0]):
        return False
    named, first = reader.named(sentence), reader.named(" ".join(before))
    return bool(named or (first and _OF_BOTH.match(sentence))) and named <= first


def _letters(*texts: str) -> Counter[str]:
    return Counter(ch for text in texts for ch in text if ch.isalnum())


def _sentences_of(text: str) -> list[str]:
    """Sentences of what somebody typed: nothing that follows a question mark belongs to what it asks, nor what is stated of
    a name said before."""
    spans = sentences(text)
    parts = [part for span in spans for part in re.split(r"(?<=\?)\s+", text[span.start : span.end])]
    return [piece.strip() for part in parts for piece in _cut_where_a_name_returns(part)]


def _cut_where_a_name_returns(sentence: str) -> tuple[str, ...]:
    found = _RETURNS.search(sentence)
    return (sentence[: found.end()], sentence[found.end() :]) if found else (sentence,)


def load_order_judge(
    examples: Path, embedder: Embedder, folder: Path, progress: Callable[[str, float], None]
) -> OrderJudge:
    """The judge learnt from `examples`, from `folder` if it is there. Raises CorpusError for bad examples."""
    classifier = load_classifier(examples, _AsPassages(embedder), folder, progress, _read, Tuning())
    return OrderJudge(classifier, embedder.embed_passage)


def _read(file: Path) -> Sequence[Example]:
    read = read_named(file)
    kinds = (("ordres", Intent.HORS_SUJET), ("textes", Intent.FAIT))
    if not all(isinstance(read.get(kind), list) for kind, _ in kinds):
        raise corpus_error(file, "fichier", "deux listes attendues : ordres et textes")
    written = [
        Example(str(text), (), intent, f"{kind}-{rank // _FAMILY}")
        for kind, intent in kinds
        for rank, text in enumerate(read[kind])
    ]
    asks = [ask for ask in read_examples(file.parent / "routing.yaml") if ask.intent != Intent.HORS_SUJET]
    some = [ask.text for ask in asks if crc32(ask.text.encode()) % _EVERY_ASK == 0]  # the same, whatever stands between
    written += [Example(text, (), Intent.FAIT, f"asks-{rank // _FAMILY}") for rank, text in enumerate(some)]
    return written + [Example(text, (), Intent.FAIT, name) for name, text in _informing(file.parent / "documents")]


def _informing(notes: Path) -> Iterator[tuple[str, str]]:
    """Some sentences of the shipped notes, with the name of the note: texts that inform."""
    for note in sorted(notes.rglob("*.md")):
        body = read_text(note).split("---", 2)[-1]
        lines = [line for line in body.split("\n") if line and line[0] not in "#<"]
        spans = [line[span.start : span.end] for line in lines for span in sentences(line)]
        yield from ((note.stem, text) for text in spans[::_EVERY])
