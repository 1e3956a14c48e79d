"""What kind of answer a question expects, a number or names of clusters, and what a sentence gives."""

import re

_NUMBER = re.compile(
    r"\b(?:combien|quel(?:le)?s? (?:part|taille|montant|budget|effectif|nombre|taux|proportion|seuil|chiffres?|fourchette)|"
    r"how (?:many|much|big|large)|(?:staff|team) size|what (?:share|size|number|amount|budget|staff))\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\b(?:quel(?:le)?s? (?:sont les |\w+ )?(?:pôles?|poles?|clusters?|grappes?|fusions?|rapprochements?|alliances?)|qui|à qui|"
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
_NAMES_NOUN = re.compile(r"\b(?:liste|noms?|exemples?|lesquels|list|names)\b", re.IGNORECASE)
# Words of a sentence; keywords have none of them.
_SENTENCE = frozenset(
    "qui que quoi quel quelle quels quelles lequel laquelle lesquels comment pourquoi combien quand où est sont a ont était "
    "être avoir peut peuvent faut doit doivent je j nous on il elle ils elles vous ce c cela ça se s notre nos mon ma mes "
    "ne n y si fait faire who what which how why when where is are do does did can should we our i my it".split()
)
_MANY = 7
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def years(text: str) -> set[str]:
    """The years that a text holds."""
    return set(_YEAR.findall(text))


def is_keywords(question: str) -> bool:
    """Whether a question is a few words thrown down rather than a sentence."""
    found = re.findall(r"\w+", question.lower())
    return 0 < len(found) <= _MANY and "?" not in question and _SENTENCE.isdisjoint(found)


def asks_number(question: str) -> bool:
    """Whether a question asks for a number: by its question words, keywords by their nouns."""
    return bool(_NUMBER.search(question) or (is_keywords(question) and _NUMBER_NOUN.search(question)))


def asks_names(question: str) -> bool:
    """Whether a question asks for names of clusters: by its question words, keywords by their nouns."""
    return bool(_NAMES.search(question) or (is_keywords(question) and _NAMES_NOUN.search(question)))
