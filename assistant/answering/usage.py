"""How words are used where French is written well: their accents, their capitals, and which word follows which.

Read from the notes of the corpus and the router's utterances; everyday words that these lack come from the lexicon.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assistant.answering.language import detect_language
from assistant.answering.lexicon import Lexicon, load_lexicon
from assistant.answering.question_kind import asked_questions
from assistant.answering.slips import plain
from assistant.answering.sound import sound
from assistant.clusters.directory import Directory
from assistant.clusters.mentions import names_of
from assistant.index.analysis import terms
from assistant.library.facts import Facts
from assistant.routing.examples import read_examples

_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"[^.!?;:\n«»()\[\]|\"]+")
START = "^"
# Questions of `corpus/abstention.jsonl` that come in pairs, one without an answer: they name what does not exist and
# are typed in haste.
NEAR_MISSES = "paires"
# What a word of the lexicon counts beside those of the corpus.
COMMON, EVERYDAY = 5, 3
# Utterances hold slips of their own: a word that only they have must come this often.
SEEN = 3
# What the pairs of words say, beside the words alone.
PAIRS = 0.6
# A word that the corpus writes with a capital at least this often, never or seldom without, is a name.
NAME_SEEN = 2
# A spelling that only the texts have, met this many times less often than another of the same letters, is foreign.
RARE = 3
# From this share of capitals on, an everyday word is written with one: « l'État ».
MOSTLY = 0.9
# The letters that a stem must have for a word that ends like a verb to be taken for a form of a known one.
STEM = 5
_ENDING = re.compile(
    r"(?:er|ir|ee|ees|ent|ant|ants|ait|aient|era|ira|eront|erait|issent|ement|ation|ations|ions|age|ages)$"
)
_AUXILIARY = frozenset(
    "est sont a ont etre avoir ai avons avez avait avaient etait etaient sera seront fut aura ete".split()
)
_PARTICIPLE = re.compile(r"ée?s?$")
_BEFORE_INFINITIVE = frozenset(
    "doit doivent dois devons peut peuvent puis pouvons faut pour sans va vont voulons veut voudrait aimerait faire".split()
)
_INFINITIVE = re.compile(r"(?:er|ir|re)$")
AGREEMENT = 2.0


class Usage:
    """Build it once. Keys are words in small letters; « plain » ones have no accents either."""

    def __init__(
        self,
        texts: Iterable[str],
        utterances: Iterable[str],
        lexicon: Lexicon,
        names: Iterable[str] = (),
        questions: Iterable[str] = (),
    ) -> None:
        """`texts` teach words, pairs and capitals; `questions` words and pairs; `utterances`, hastily typed, mostly
        pairs."""
        self.lexicon = lexicon
        self._counts: Counter[str] = Counter()
        self._before: dict[str, Counter[str]] = defaultdict(Counter)  # form before → form
        self._capitals: dict[str, Counter[str]] = defaultdict(Counter)
        for piece in (piece for text in texts for piece in _pieces(text)):
            self._learn(piece)
            for word in piece[1:]:
                self._capitals[word.lower()][word] += 1
        for piece in (piece for question in questions for piece in _pieces(question)):
            self._learn(piece)
        self._counts.update(dict.fromkeys(lexicon.common, COMMON))
        self._counts.update(dict.fromkeys(lexicon.words, EVERYDAY))
        self._hear(utterances)
        self._write(names)
        self._total = sum(self._counts.values())
        self._forms: dict[str, list[str]] = defaultdict(list)
        everyday = lexicon.common | lexicon.words
        for word, count in sorted(self._counts.items(), key=lambda item: (-item[1], item[0])):
            forms = self._forms[plain(word)]
            if not forms or count * RARE >= self._counts[forms[0]] or word in everyday:
                forms.append(word)
        self._totals = {before: words.total() for before, words in self._before.items()}
        self._ends = self._totals[START] / self._total
        self._stems = frozenset(term for word in self._counts for term in terms(word))
        self._alike: dict[str, list[str]] = defaultdict(list)
        for forms in self._forms.values():
            for form in forms:
                self._alike[sound(form)].append(form)

    def _write(self, names: Iterable[str]) -> None:
        """Which words have capitals, in most uses and in all."""
        common, words = self.lexicon.common, self.lexicon.words
        self._written = {
            word: _dominant(forms, MOSTLY if word in words else 0.5, NAME_SEEN if word in words else 1)
            for word, forms in self._capitals.items()
            if word not in common and len(word) > 1
        }
        self._always = {word for word, forms in self._capitals.items() if word not in forms} - words
        for word in (word for name in names for word in _WORD.findall(name)):
            if word[0].isupper() and word.lower() not in self._counts:
                self._counts[word.lower()] = EVERYDAY
                self._written[word.lower()] = word
                self._always.add(word.lower())

    def _learn(self, piece: Sequence[str]) -> None:
        lowered = [word.lower() for word in piece]
        self._counts.update(lowered)
        for left, right in zip([START, *lowered], [*lowered, START], strict=True):
            self._before[left][right] += 1

    def _hear(self, utterances: Iterable[str]) -> None:
        """Utterances teach which words follow each other, and new words only if they come often."""
        heard = [piece for text in utterances if is_careful(text) for piece in _pieces(text)]
        often = Counter(word.lower() for piece in heard for word in piece)
        known = {word for word, count in often.items() if count >= SEEN or word in self._counts}
        for piece in heard:
            if all(word.lower() in known for word in piece):
                self._learn(piece)

    def forms(self, folded: str) -> Sequence[str]:
        """The spellings of a plain word, the most frequent first; none when it is not known."""
        return self._forms.get(folded, ())

    def plains(self) -> Iterable[str]:
        """Every plain word known."""
        return self._forms

    def inflects(self, word: str) -> bool:
        """Whether an unknown word looks like a form of a known one: « rapprocheront » beside « rapprocher »."""
        folded = plain(word)
        shorter = (folded.removesuffix(mark) for mark in ("s", "x", "e", "es") if folded.endswith(mark))
        if folded + "s" in self._forms or any(f in self._forms and not _INFINITIVE.search(f) for f in shorter):
            return True
        return bool(_ENDING.search(folded)) and any(len(t) >= STEM and t in self._stems for t in terms(word))

    def shares_stem(self, term: str) -> bool:
        """Whether an index term is that of a known word."""
        return term in self._stems

    def is_everyday(self, word: str) -> bool:
        """Whether the lexicon has a word."""
        return word in self.lexicon.common or word in self.lexicon.words

    def count(self, word: str) -> int:
        """How often a word was met."""
        return self._counts[word]

    def written(self, word: str, *, surely: bool = False) -> str:
        """A word in small letters with the capitals that the corpus gives it within a sentence; `surely`, only if it
        is never without."""
        return word if surely and word not in self._always else self._written.get(word, word)

    def is_rather_a_word(self, capitals: str) -> bool:
        """Whether the corpus has letters typed in capitals oftener in small ones: « TES » in « TES PROJETS »."""
        forms = self._capitals.get(capitals.lower(), Counter[str]())
        return forms[capitals.lower()] > forms.total() / 2

    def follows(self, before: str, word: str) -> bool:
        """Whether the corpus has these two words in a row."""
        return self.comes_after(before, word) > 1

    def is_name(self, word: str) -> bool:
        """Whether the corpus writes this word with a capital."""
        return self.written(word) != word

    def has_capital(self, word: str) -> bool:
        """Whether the corpus has a word with a capital within a sentence."""
        return self._capitals.get(word, Counter[str]())[word.capitalize()] > 0

    def after(self, before: str, word: str) -> float:
        """How likely a word is after another (START at the beginning, and as `word` at the end), as a
        log-probability."""
        before = before.lower()
        alone = self._ends if word == START else (self._counts[word] + 0.1) / self._total
        total = self._totals.get(before, 0)
        if not total:
            return math.log(alone) + _agreement(before, word)
        return math.log(PAIRS * self._before[before][word] / total + (1 - PAIRS) * alone) + _agreement(before, word)

    def comes_after(self, before: str, word: str) -> int:
        """How often the corpus has these two words in a row."""
        return self._before.get(before.lower(), Counter[str]())[word]

    def alike(self, word: str) -> Sequence[str]:
        """The known words that sound like a word."""
        return self._alike.get(sound(word), ())


def shipped_usage(corpus: Path, directory: Directory, facts: Facts) -> Usage:
    """The usage of the shipped corpus: notes, facts and questions that were typed with care teach words; the router's
    utterances, what stands beside them. Raises CorpusError."""
    notes = [file.read_text(encoding="utf-8") for file in sorted((corpus / "documents").rglob("*.md"))]
    questions = asked_questions(corpus / "abstention.jsonl", without=NEAR_MISSES)
    asked = (question for question, _ in questions if is_careful(question))
    stated = (fact.text for fact in facts.facts.values())
    utterances = [example.text for example in read_examples(corpus / "routing.yaml")]
    names = (name for cluster in directory.clusters for name in names_of(cluster))
    return Usage([*notes, *stated], utterances, load_lexicon(corpus / "french.yaml"), names, asked)


def _pieces(text: str) -> Iterator[list[str]]:
    for piece in _PIECE.findall(text):
        words = _WORD.findall(piece)
        if words:
            yield words


def is_careful(text: str) -> bool:
    """Whether an utterance is French with its accents, as far as one can tell."""
    typed_well = not text.isascii() or (text[:1].isupper() and text[-1:] in ".?!")
    return typed_well and detect_language(text) == "fr"


def _agreement(before: str, word: str) -> float:
    """What is added for a participle after « est » or « a », an infinitive after « doit » or « pour »."""
    before = before if before == "à" else plain(before)
    ended = (before in _AUXILIARY and _PARTICIPLE.search(word)) or (
        before in _BEFORE_INFINITIVE and _INFINITIVE.search(word)
    )
    return AGREEMENT if ended else 0.0


def _dominant(forms: Counter[str], share: float, least: int) -> str:
    """The capitals that more than this share of a word's uses have; small letters when it has none, or too few uses."""
    best, count = max(forms.items(), key=lambda item: (item[1], item[0]))
    return best if count > share * forms.total() and count >= least else best.lower()
