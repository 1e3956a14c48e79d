"""What is searched for a question: its slips mended, its words in French, its vector leaning on its subject."""

from dataclasses import replace

import numpy as np

from assistant import resources
from assistant.answering.english import in_french, load_english
from assistant.answering.spelling import Name, unshouted
from assistant.answering.state import Knowledge, State
from assistant.clusters.entries import Cluster
from assistant.clusters.mentions import names_of
from assistant.clusters.names import compact
from assistant.index.analysis import words
from assistant.index.encoded import Encoded
from assistant.vocabulary import Language


def names_in(known: Knowledge, text: str) -> list[tuple[int, int]]:
    """The stretches of a text that name clusters."""
    return [(m.start, m.end) for m in known.directory.mentions(text)]


def spelled(known: Knowledge, question: str, language: Language) -> str:
    """The question with its slips mended; an English one is only brought to small letters."""
    if language != "fr":
        return unshouted(question)
    names = [
        Name(m.start, m.end, written_as(question[m.start : m.end], m.cluster))
        for m in known.directory.mentions(question)
    ]
    return known.speller.mended(question, names, known.workspace.generation().lexical.knows)


def written_as(typed: str, cluster: Cluster) -> str:
    """A cluster's name with its capitals, accents and signs: « CAP DIGITAL » and « cap digital » are one."""
    names = names_of(cluster)
    return typed if typed in names else next((name for name in names if compact(name) == compact(typed)), typed)


def sought(known: Knowledge, encoded: Encoded) -> Encoded:
    """What to search with: the vector is half the question, half the words of its subject, so that keywords and
    capitals find the same."""
    question = encoded.text
    both = known.embedder.embed_query(question.lower()) + known.embedder.embed_query(
        " ".join(words(question)) or question
    )
    return replace(encoded, vector=both / np.float32(np.linalg.norm(both)))


def searched_words(known: Knowledge, state: State) -> str:
    """The words to look for: those of the question, in French."""
    if state["language"] == "fr":
        return state["question"]
    lexicon = load_english(resources.corpus() / "english.yaml")
    return in_french(state["question"], lexicon, known.workspace.generation().lexical.knows)
