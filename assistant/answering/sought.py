"""What is searched for a question: its slips mended, its words in French, its vector leaning on its subject."""

from dataclasses import replace

from assistant import resources
from assistant.answering.english import in_french, load_translations
from assistant.answering.leaning import leaning
from assistant.answering.near_names import Name
from assistant.answering.signs import unshouted
from assistant.answering.state import Knowledge, State
from assistant.answering.usual_words import in_their_words, load_usual_words
from assistant.clusters.entries import Cluster
from assistant.clusters.mentions import names_of
from assistant.clusters.names import compact
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
    """What to search with: the question's vector leans on its subject (`leaning.py`). A message is heard sentence by sentence."""
    parts = [encoded, *(known.embedder.encode_query(part) for part in said_apart(encoded.text))]
    return joined([_leaning(known, part, language) for part in parts])


def _leaning(known: Knowledge, encoded: Encoded, language: Language) -> Encoded:
    said = _worded(known, encoded.text, language)
    return replace(encoded, vector=leaning(known.embedder.embed_query, encoded.text, said, language))


def searched_words(known: Knowledge, state: State) -> str:
    """The words to look for: those of the question, in French, as the texts say it."""
    question = "\n".join([state["question"], *said_apart(state["question"])])
    return _worded(known, question, state["language"])


def _worded(known: Knowledge, question: str, language: Language) -> str:
    return _in_their_words(known, question) if language == "fr" else french_words(known, question)


def french_words(known: Knowledge, question: str) -> str:
    """The words of an English text that have any in the corpus, in French."""
    lexicon = load_translations(resources.corpus() / "english.yaml")
    return in_french(question, lexicon, known.corpus_words().knows)


def _in_their_words(known: Knowledge, question: str) -> str:
    usual = load_usual_words(resources.corpus() / "usual_words.yaml")
    return in_their_words(question, usual, known.corpus_words().knows)
