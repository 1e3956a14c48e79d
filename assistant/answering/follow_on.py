"""What may follow a question in a message: something else asked of the field, or what those who ask tell of themselves.

Anything else that was typed or pasted after a question is no part of it, whether it orders, states or lures: it changes
neither the route nor what is searched.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.index.analysis import words
from assistant.vocabulary import Intent

# Another ask is kept when it is less likely than this to be none of ours.
FOREIGN = 0.5
# What tells of those who ask is kept under this probability of being an order.
TELLS = 0.3
# What sighs after a question has no more words than this (« j'y comprends rien », « c'est la panique »).
SIGH = 7
# It is then taken for one from this probability of being none of ours: a difficulty of theirs is no sigh.
MOOD = 0.4
# An ask is of the kind of another when it has this probability of it, or this few words that carry a subject.
SAME, SHORT = 0.15, 4

_OF_US = re.compile(
    r"^\W*(?:(?:car|mais|et|or|sachant que|parce que|because|but|and|as|since)\s+)?"
    r"(?:(?:c['’]est|ce sont|this is|it is|it['’]s)\s+)?"
    r"(?:nous|on|je|we|i|"
    r"(?:notre|nos|mon|ma|mes|our|my)\s+(?:\w+\s+)?(?:clusters?|p[ôo]les?|grappes?|associations?|structures?|[ée]quipes?|gouvernance|feuille|"
    r"bureau|conseil|statuts|projets?|budget|secteurs?|fili[èe]res?|domaines?|pr[ée]sidente?|direct\w+|permanents?|salari[ée]e?s?|membres?|"
    r"adh[ée]rents?|entreprises|cotisations?|appel|board|team|roadmap|governance|members?|sector|field|manager|project|fees?|companies|call))\b|"
    r"^\W*j['’]|^\W*(?:notre|nos|mon|ma|mes|our|my)\b.*\b(?:nous|me|us)\b",
    re.IGNORECASE,
)
# « Nous souhaitons un tableau »: an ask that is put as a statement.
_WANTS = re.compile(
    r"^\W*(?:nous|je|j['’]|on|we|i)\s*(?:(?:vous|en|y)\s+)?"
    r"(?:souhait\w+|veu\w+|voul\w+|voudr\w+|aimer\w+|cherch\w+|attend\w+|want|need|would like|am looking for|are looking for|look for)\s+"
    r"(?!(?:\w+\s+)?\w+(?:er|ir|re)\b|to\b)",
    re.IGNORECASE,
)
# Who answers, and what they are to do, is no part of what those who ask are.
_TO_ANSWERER = re.compile(
    r"\b(?:vous|votre|vos|vôtres?|tu|te|toi|ton|ta|tes|you|yours?)\b|\bt['’]|"
    r"\b(?:r[ée]ponses?|questions?|answers?|repl(?:y|ies)|assistants?)\b|"
    r"\b(?:je|j['’]|nous|i|we)\s*(?:pr[ée]cis\w+|exig\w+|demand\w+|ordonn\w+|impos\w+|insist\w+|require|demand|insist|order)\b",
    re.IGNORECASE,
)
# What an answer is made from and how is not asked in passing.
_INNARDS = re.compile(
    r"\b(?:consignes?|instructions?|configurations?|r[ée]glages?|prompts?|messages? (?:syst[èe]me|initia\w+)|system messages?|settings)\b|"
    r"\b(?:vos|tes|votre|ton|your) (?:documents?|sources?|notes?|r[èe]gles?|textes?|rules|texts?)\b|"
    r"\b(?:transmet\w*|envo\w+|partag\w+|divulgu\w+|send|share|forward|leak) (?:\w+ ){0,2}(?:profils?|profile|historique|history|conversation)\b",
    re.IGNORECASE,
)
# What is wanted in the place of what was asked, or alone counts.
_INSTEAD = re.compile(
    r"\b(?:plut[ôo]t|en fait|à la place|avant tout|uniquement|seulement|exclusivement|seule?s?|oubli\w+|retir\w+|instead|rather|actually|"
    r"only|forget|withdraw\w*)\b|\bne\b.{0,30}\bqu(?:e\b|['’])|\bn['’].{0,30}\bqu(?:e\b|['’])",
    re.IGNORECASE,
)
# What only looks like an ask: « N'est-ce pas X ? », « Et si on parlait de X ? », « …, non ? ».
_RHETORICAL = re.compile(
    r"^\W*(?:(?:et|mais|or|and|but)\s+)?(?:n['’](?:est|a|y a|ont|étai\w*)[ -]|ne (?:faut|faudrait|doit|devrai\w+|peut|pourrai\w+|sont|serai\w+)\b|"
    r"si (?:on|nous|l['’]on|vous)\b|qui d['’]autre|à quoi bon|pourquoi (?:donc )?(?:ne )?pas|saviez|"
    r"(?:is|are|does|do|did|has|have|should|would|was)n['’]t\b|who else|why not|what if|did you know)|"
    r"\b(?:non|n['’]est-ce pas|pas vrai|d['’]accord|right|no|\w+n['’]t (?:it|they|he|she|we|you))\W*$",
    re.IGNORECASE,
)
# Rules and opinions tell nothing of those who ask.
_RULES = re.compile(
    r"\bon (?:doit|sait|dit|peut|ne (?:doit|peut)|conna[îi]t|m['’]a|nous a)\b|\b(?:devons|devez|doit|doivent|faut|faudrait|must|should|ought)\b|"
    r"\b(?:conseill\w+|recommand\w+|sugg[èe]r\w+|advis\w+|recommends?|suggests?|say|says|dit|disent|savons|sais|know|par d[ée]cret|officiellement)\b|"
    r"\b(?:la r[èe]gle|mon avis|notre avis|my opinion|our opinion)\b",
    re.IGNORECASE,
)
# Thanks and greetings at the end: no part of what is asked, and nothing to tell of.
_COURTESY = re.compile(
    r"^\W*(?:(?:(?:un )?grand |mille |d['’]avance )?merci\b|(?:bien |très |sincères? )?(?:cordialement|salutations|à vous\b)|bonne (?:journée|soirée|fin|continuation)|"
    r"à bientôt|veuillez agréer|(?:je vous (?:en )?)?remercie|(?:many )?thanks?\b|thank you|(?:kind |best )?regards|cheers|best wishes)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]{3,}")
_LETTERS = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(
    r"\bhttps?:|\bwww\.|@|\b[\w-]+\.(?:com|fr|org|net|eu|io|example|test|info)\b|(?:\+\d{1,3}[ .]?|\b0)[1-9](?:[ .-]?\d{2}){4}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is known of words and questions: the probability of each intent of a text, whether a word is a name that
    nobody has heard of."""

    intents: Callable[[str], Mapping[Intent, float]] = lambda text: dict.fromkeys(Intent, 0.2)
    unheard: Callable[[str], bool] = lambda word: False
    named: Callable[[str], frozenset[str]] = lambda text: frozenset()  # the clusters that a text names

    def asks_more(self, sentence: str, first: str) -> bool:
        """Whether a sentence asks more of what was asked first: of the field, and after the same kind of answer.

        Two asks of different kinds get two answers: the second one is left for another message. A few words are taken for
        the same kind, unless they bring in a cluster that was not spoken of.
        """
        strange = any(signs.search(sentence) for signs in (_INNARDS, _INSTEAD, _RHETORICAL))
        if strange or self._is_strange(sentence):
            return False
        kinds = self.intents(sentence)
        short = len(words(sentence)) <= SHORT and self.named(sentence) <= self.named(first)
        return kinds[Intent.HORS_SUJET] < FOREIGN and (short or self._same_kind(kinds, self.intents(first)))

    @staticmethod
    def _same_kind(kinds: Mapping[Intent, float], first: Mapping[Intent, float]) -> bool:
        return kinds[max(first, key=lambda intent: first[intent])] >= SAME

    def is_mood(self, sentence: str) -> bool:
        """Whether a few words after a question only say how those who ask feel: they speak of nothing of the field, name
        nothing and tell nobody what to do."""
        said = _LETTERS.findall(sentence)
        if len(said) > SIGH or any(ch.isdigit() for ch in sentence):
            return False
        signs = (_TO_ANSWERER, _INSTEAD, _RULES, _INNARDS)
        if any(sign.search(sentence) for sign in signs) or self._is_strange(sentence) or self.named(sentence):
            return False
        return self.intents(sentence)[Intent.HORS_SUJET] >= MOOD

    def tells_of_us(self, sentence: str, first: str) -> bool:
        """Whether a sentence tells of those who ask, and of nothing else that is to be done for them."""
        strange = _TO_ANSWERER.search(sentence) or _INSTEAD.search(sentence) or self._is_strange(sentence)
        if strange:
            return False
        if _WANTS.match(sentence):
            return self.asks_more(sentence, first)
        return bool(_OF_US.match(sentence)) and not _RULES.search(sentence)

    def _is_strange(self, sentence: str) -> bool:
        """Whether a sentence holds an address, or a name that nobody has heard of."""
        names = (word for word in _WORD.findall(sentence)[1:] if word != word.lower())
        return gives_address(sentence) or any(map(self.unheard, names))


def is_courtesy(sentence: str) -> bool:
    """Whether a sentence only thanks or takes leave."""
    return _COURTESY.match(sentence) is not None and len(words(sentence)) <= SHORT and not gives_address(sentence)


def gives_address(text: str) -> bool:
    """Whether a text tells where to click, write or call."""
    return _ADDRESS.search(text) is not None
