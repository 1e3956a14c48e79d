"""What a partner question looks for, without the words that only ask: « télédétection, capteurs »."""

import re
from collections.abc import Sequence

from assistant.index.analysis import STOP_WORDS, fold

_ASKING = frozenset(
    """
    cherche cherchons chercher recherche recherchons trouver trouve faire monter lancer construire batir developper
    travailler collaborer cooperer associer allier rapprocher candidater repondre pourrait pourrions pouvons puis peut
    peux veux voulons voudrais aimerait souhaitons propose proposer aller besoin aide aider interesse interesses
    projet projets commun communs collaboratif partenaire partenaires partenariat cluster clusters pole poles grappe
    grappes reseau structure quelqu quelles quel consortium complementaire complementaires sujet theme autour
    thematique domaine secteur filiere chez vers afin meme autre autres comment qui quoi
    looking look find build project projects joint partner partners could need someone cluster work team together
    """.split()
)
_WORD = re.compile(r"[\w-]+|[^\w\s]")


def need_of(question: str, mentions: Sequence[tuple[int, int]]) -> str | None:
    """The subjects of a question, separated by commas, or None when it names none.

    `mentions` are the stretches that name clusters: they tell who, not what.
    """
    text = question
    for start, end in sorted(mentions, reverse=True):
        text = f"{text[:start]} , {text[end:]}"
    parts, current = list[str](), list[str]()
    for token in _WORD.findall(re.sub(r"\b\w{1,2}['’]", " ", text)):
        if fold(token.lower()).split("-")[0] in _ASKING or token.lower() in STOP_WORDS or not token[0].isalnum():
            parts, current = [*parts, " ".join(current)], []
        else:
            current.append(token)
    return ", ".join(filter(None, [*parts, " ".join(current)])) or None
