"""Questions on a folder of documents of any subject, labelled answerable or not, and what the search finds for them.

The folder is one of `eval retrieval` whose queries carry a `label`; any that ends in `unanswerable` has no answer.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from assistant.answering.abstention import Signals, signals
from assistant.answering.evidence import gather
from assistant.answering.language import detect_language
from assistant.errors import UnreadablePath
from assistant.evaluation.retrieval import indexed, read_set
from assistant.index.embedding import Embedder
from assistant.index.generation import Generation
from assistant.index.search import DENSE, LEXICAL, search
from assistant.library.store import Library
from assistant.settings import Settings
from assistant.vocabulary import Language, Progress

PASSAGES_READ, FIRST = 12, 5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question's label and signals."""

    label: str
    signals: Signals
    language: Language

    @property
    def answerable(self) -> bool:
        """Whether the documents hold an answer."""
        return not self.label.endswith("unanswerable")


def read_labels(folder: Path) -> list[tuple[str, str]]:
    """The text and the label of each query. Raises UnreadablePath when one has none, or all have the same."""
    try:
        lines = (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        found = [(str(row["text"]), str(row["label"])) for row in rows]
        if len({label.endswith("unanswerable") for _, label in found}) < 2:
            raise ValueError("answerable and unanswerable queries are needed")
        return found
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadablePath(
            (f"{folder} n'est pas un jeu d'abstention lisible : {error}", f"{folder} is no abstention set: {error}"),
            (
                "Chaque question de queries.jsonl porte un « label », qui finit par « unanswerable » sans réponse.",
                "Each query needs a “label”, ending in “unanswerable” when there is no answer.",
            ),
        ) from error


def labelled_signals(folder: Path, embedder: Embedder, settings: Settings, progress: Progress) -> list[Labelled]:
    """What speaks for or against answering each question of a folder. Raises UnreadablePath."""
    asked, data = read_labels(folder), read_set(folder)
    with indexed(data, embedder, settings, progress) as (library, generation):
        return [
            Labelled(label, _signals(text, library, generation, embedder, settings), detect_language(text, "fr"))
            for text, label in asked
        ]


def _signals(
    question: str, library: Library, generation: Generation, embedder: Embedder, settings: Settings
) -> Signals:
    encoded, lexical = embedder.encode_query(question), generation.lexical
    hits = search(
        generation,
        library,
        encoded,
        lexical_weight=settings.lexical_weight,
        depth=settings.search_depth,
        reread=settings.reread,
    )
    evidence = gather(library, hits[:PASSAGES_READ], question, encoded.vector, lexical.idf)
    both = any(set(hit.ranks) == {LEXICAL, DENSE} and max(hit.ranks.values()) <= FIRST for hit in hits[:3])
    return signals(question, evidence, both_arms=both, idf=lexical.idf, knows=lexical.knows)
