"""What is searched for a question: its slips mended, its words in French, its vector leaning on its subject."""

from dataclasses import replace

import numpy as np

from assistant import resources
from assistant.answering.english import in_french, load_translations
from assistant.answering.spelling import Name, unshouted
from assistant.answering.state import Knowledge, State
from assistant.answering.usual_words import in_their_words, load_usual_words
from assistant.clusters.entries import Cluster
from assistant.clusters.mentions import names_of
from assistant.clusters.names import compact
from assistant.index.analysis import words
from assistant.index.encoded import Encoded
from assistant.index.messages import joined, said_apart
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


def sought(known: Knowledge, encoded: Encoded, language: Language) -> Encoded:
    """What to search with: the vector is half the question, half the words of its subject, so that keywords and
    capitals find the same; those of a French question as the texts say them. Of an English question the French words
    count twice those of its subject: the texts are in French, added files may not be. A message is heard sentence by
    sentence."""
    parts = [encoded, *(known.embedder.encode_query(part) for part in said_apart(encoded.text))]
    return joined([_half_subject(known, part, language) for part in parts])


def _half_subject(known: Knowledge, encoded: Encoded, language: Language) -> Encoded:
    question, embed = encoded.text, known.embedder.embed_query
    if language == "fr":
        both = embed(question.lower()) + embed(_subject(_in_their_words(known, question)) or question)
    else:
        both = embed(_subject(question) or question) + 2 * embed(french_words(known, question))
    return replace(encoded, vector=both / np.float32(np.linalg.norm(both)))


def searched_words(known: Knowledge, state: State) -> str:
    """The words to look for: those of the question, in French, as the texts say it."""
    question = "\n".join([state["question"], *said_apart(state["question"])])
    return _in_their_words(known, question) if state["language"] == "fr" else french_words(known, question)


def _subject(text: str) -> str:
    return " ".join(words(text))


def french_words(known: Knowledge, question: str) -> str:
    """The words of an English text that have any in the corpus, in French."""
    lexicon = load_translations(resources.corpus() / "english.yaml")
    return in_french(question, lexicon, known.corpus_words().knows)


def _in_their_words(known: Knowledge, question: str) -> str:
    usual = load_usual_words(resources.corpus() / "usual_words.yaml")
    return in_their_words(question, usual, known.corpus_words().knows)
