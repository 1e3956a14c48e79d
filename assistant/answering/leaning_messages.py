"""Whether a message leans on those before it, told from the message alone, as learnt from dialogues of pilots.

`corpus/follow_ups.jsonl` says of each of its messages whether it can only be understood after the others; what is of
nothing here (the router's `hors_sujet`) leans on nothing.
"""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from assistant.answering.by_nearness import ByNearness, learn, of_arrays, to_arrays
from assistant.clusters.files import corpus_error
from assistant.index.embedding import Embedder
from assistant.index.kept_arrays import kept
from assistant.routing.examples import read_examples
from assistant.vocabulary import Intent

VERSION = "1"


def load_leaning(
    follow_ups: Path,
    utterances: Path,
    embedder: Embedder,
    folder: Path,
    progress: Callable[[str, float], None] = lambda label, share: None,
) -> ByNearness:
    """What was learnt from both, from `folder` if it is there. Raises CorpusError."""
    messages = [*_messages(follow_ups), *_of_nothing_here(utterances)]
    parts = [VERSION.encode(), embedder.reading.encode(), repr(messages).encode()]

    def learnt() -> ByNearness:
        vectors = []
        for done, (text, _) in enumerate(messages):
            progress("Apprentissage des questions qui se suivent", done / len(messages))
            vectors.append(embedder.read_question(text))
        return learn(np.stack(vectors), [leans for _, leans in messages])

    return kept(folder, "leaning", parts, learnt, to_arrays, of_arrays)


def _messages(file: Path) -> list[tuple[str, bool]]:
    try:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        found = {str(row["text"]): bool(row["leans"]) for row in rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise corpus_error(file, "fichier", f"messages illisibles ({error})") from error
    return list(found.items())


def _of_nothing_here(file: Path) -> list[tuple[str, bool]]:
    return [(example.text, False) for example in read_examples(file) if example.intent is Intent.HORS_SUJET]
