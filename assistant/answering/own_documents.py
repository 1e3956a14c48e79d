"""Whether a question is after what the pilot's own documents say, or after something that only they name."""

import re
from collections.abc import Callable
from enum import Enum

from assistant.index.analysis import terms
from assistant.vocabulary import Language

_NOUNS = (
    r"(?:documents?|fichiers?|pi[èe]ces?|rapports?|notes?|comptes?[ -]rendus?|proc[èe]s-verba(?:l|ux)|pv|statuts|r[èe]glement|convention|"
    r"charte|guide|[ée]tude|[ée]valuation|audit|bilan|budget|programme|livret|pr[ée]sentation|files?|reports?|minutes|by-?laws|study|"
    r"agreement|handbook|programme|papers?)"
)
_MINE = r"(?:mon|ma|mes|notre|nos|my|our)"
_ADDED = r"(?:ajout[ée]e?s?|joints?|jointes?|d[ée]pos[ée]e?s?|import[ée]e?s?|fournie?s?|added|attached|uploaded)"
_SAYING = (
    r"(?:selon|d['’]apr[èe]s|dans|suivant|according to|in|"
    r"(?:que|qu['’]est-ce que) (?:disent|dit|pr[ée]voi(?:en)?t|recommand(?:ent|e)|demand(?:ent|e)|contien(?:nen)?t|indiqu(?:ent|e))|"
    r"what (?:does|do))"
)
# « Selon notre règlement », « que dit mon rapport », « le document ajouté »: the pilot's own, surely.
_OWN = re.compile(
    rf"\b{_SAYING} {_MINE} (?:\w+ )?{_NOUNS}\b|\b{_NOUNS}(?: \w+)? {_ADDED}\b|\b{_ADDED} {_NOUNS}\b|"
    rf"\b{_MINE} (?:propres? |own )?(?:documents?|fichiers?|files?)\b",
    re.IGNORECASE,
)
# « Que dit le guide sur … ? »: a document, maybe one of theirs.
_SOME = re.compile(rf"\b{_SAYING} (?:les? |la |l['’]|cet? |cette |ces |the |this )(?:\w+ )?{_NOUNS}\b", re.IGNORECASE)
# What only says where to look, and nothing of what is asked.
_WHERE = re.compile(
    rf"^\s*(?:selon|d['’]apr[èe]s|dans|according to|in) (?:{_MINE}|les|the) (?:{_ADDED} )?(?:documents?|fichiers?|files?)(?: {_ADDED})?\s*,?\s+|"
    rf"\s*,?\s*(?:selon|d['’]apr[èe]s|dans|according to|in) (?:{_MINE}|les|the) (?:{_ADDED} )?(?:documents?|fichiers?|files?)(?: {_ADDED})?(?=\s*\?*\s*$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")


class After(Enum):
    """Where a question looks for its answer."""

    OWN = "own"  # in the documents that the pilot added, said so
    NAMED = "named"  # in a document that is spoken of, or that alone has a name which the question gives
    PERHAPS = "perhaps"  # it has a word that only added files have, which may be no name
    ANYWHERE = "anywhere"


def after(question: str, language: Language, is_only_added: Callable[[str], bool]) -> After:
    """Where a question looks for its answer; `is_only_added` tells whether added files alone have a rare word."""
    if _OWN.search(question):
        return After.OWN
    if _SOME.search(question):
        return After.NAMED
    asked = [word if at else word.lower() for at, word in enumerate(_WORD.findall(question))]
    held = [(at, word) for at, word in enumerate(asked) if is_only_added(word)]
    if any(at and word != word.lower() for at, word in held):
        return After.NAMED
    return After.PERHAPS if held and language == "fr" else After.ANYWHERE


def asked_of(question: str) -> str:
    """The question without « selon mes documents »: what is asked, wherever it is looked for."""
    asked = _WHERE.sub("", question).strip()
    if asked == question or not any(map(str.isalnum, asked)):
        return question
    return asked[:1].upper() + asked[1:]


def is_only_added(
    word: str, unheard: Callable[[str], bool], corpus: Callable[[str], bool], all_texts: Callable[[str], bool]
) -> bool:
    """Whether a word is a name that added files have and the corpus has not: one of no language, or with a capital."""
    named = unheard(word) or (word[:1].isupper() and not word.isupper())
    return named and any(all_texts(term) and not corpus(term) for term in terms(word))
