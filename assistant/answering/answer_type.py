"""What kind of answer a question expects: a number, a date, names of clusters. A sentence without it answers less."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_NUMBER = re.compile(
    r"\b(?:combien|quel(?:le)?s? (?:part|taille|montant|budget|effectif|nombre|taux|proportion|seuil|chiffres?|fourchette)|"
    r"how (?:many|much|big|large)|(?:staff|team) size|what (?:share|size|number|amount|budget|staff))\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b(?:quand|en quelle année|depuis quand|quelle date|when|what year)\b", re.IGNORECASE)
_NAMES = re.compile(
    r"\b(?:quel(?:le)?s? (?:\w+ )?(?:pôles?|poles?|clusters?|grappes?|fusions?|rapprochements?|alliances?)|qui|à qui|"
    r"listes? des?|^(?:des|les|un) (?:pôles?|clusters?|grappes?)|(?:y a[- ]t[- ]il|existe[- ]t[- ]il|il y a|is there|are there) (?:\w+ ){0,2}(?:pôles?|clusters?|grappes?)|"
    r"which (?:\w+ )?(?:clusters?|poles?|mergers?|alliances?)|who|whom)\b",
    re.IGNORECASE,
)
# Keywords ask by nouns.
_NUMBER_NOUN = re.compile(
    r"\b(?:nombre|durée|fréquence|taux|parts?|montants?|effectifs?|budgets?|pourcentage|proportion|coût|taille|chiffres?|"
    r"seuil|fourchette|number|share|size|amount)\b",
    re.IGNORECASE,
)
_DATE_NOUN = re.compile(r"\b(?:date|année|calendrier|year)\b", re.IGNORECASE)
_NAMES_NOUN = re.compile(r"\b(?:liste|noms?|exemples?|lesquels|list|names)\b", re.IGNORECASE)
# Words of a sentence; keywords have none of them.
_SENTENCE = frozenset(
    "qui que quoi quel quelle quels quelles lequel laquelle lesquels comment pourquoi combien quand où est sont a ont était "
    "être avoir peut peuvent faut doit doivent je j nous on il elle ils elles vous ce c cela ça se s notre nos mon ma mes "
    "ne n y si fait faire who what which how why when where is are do does did can should we our i my it".split()
)
_MANY = 7
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(
    r"\d+(?:[\u202f\u00a0 ,]\d+)*\s*(?:%|€|M€|k€|membres|personnes|salariés|équivalents|permanents|projets|pôles)|\b\d{1,3}\b"
)


@dataclass(frozen=True, slots=True)
class AnswerType:
    """What the question asks for; several at once are possible."""

    number: bool
    date: bool
    names: bool
    years: frozenset[str] = frozenset()  # that the question is about

    def fit(self, text: str, clusters_named: Callable[[str], int]) -> float:
        """Share in [0, 1] of what is asked for that the sentence holds; 0 when nothing particular is asked for."""
        asked = [
            (self.number, 1.0 if has_figure(text) else 0.0),
            (self.date, 1.0 if _YEAR.search(text) else 0.0),
            (self.names, min(1.0, clusters_named(text) / 2)),
            (bool(self.years), 1.0 if self.years & set(_YEAR.findall(text)) else 0.0),
        ]
        wanted = [value for wants, value in asked if wants]
        return sum(wanted) / len(wanted) if wanted else 0.0


def years(text: str) -> set[str]:
    """The years that a text holds."""
    return set(_YEAR.findall(text))


def has_figure(text: str) -> bool:
    """Whether a sentence holds a figure; a year alone is none."""
    return bool(_FIGURE.search(_YEAR.sub("", text)))


def is_keywords(question: str) -> bool:
    """Whether a question is a few words thrown down rather than a sentence."""
    found = re.findall(r"\w+", question.lower())
    return 0 < len(found) <= _MANY and "?" not in question and _SENTENCE.isdisjoint(found)


def answer_type(question: str) -> AnswerType:
    """The answer type of a question, from its question words; of keywords, from their nouns."""
    thrown = is_keywords(question)
    return AnswerType(
        bool(_NUMBER.search(question) or (thrown and _NUMBER_NOUN.search(question))),
        bool(_DATE.search(question) or (thrown and _DATE_NOUN.search(question))),
        bool(_NAMES.search(question) or (thrown and _NAMES_NOUN.search(question))),
        frozenset(_YEAR.findall(question)),
    )
