"""What a partner question looks for, without the words that only ask: « télédétection, capteurs »."""

import re
from collections.abc import Sequence

from assistant.clusters.territory import region_of
from assistant.index.analysis import STOP_WORDS, fold

_ASKING = frozenset(
    """
    cherche cherchons chercher recherche recherchons trouver trouve faire monter lancer construire batir developper
    travailler collaborer cooperer associer allier rapprocher candidater repondre pourrait pourrions pouvons puis peut
    peux veux voulons voudrais aimerait souhaitons propose proposer aller besoin aide aider interesse interesses
    projet projets commun communs collaboratif partenaire partenaires partenariat cluster clusters pole poles grappe
    grappes reseau structure quelqu quelles quel consortium complementaire complementaires sujet theme autour
    thematique domaine secteur filiere chez vers afin meme autre autres comment qui quoi
    region regions territoire territoires territory etranger etrangers etrangere noms suggestions equipe fais faites
    serait seraient est bon bonne bons bonnes meilleur meilleure meilleurs donne donnez cite citez deux trois quatre cinq plutot hors sans sauf
    whom which who anyone someone looking look find build project projects joint partner partners could need someone cluster work team together
    """.split()
)
_WORD = re.compile(r"[\w-]+|[^\w\s]")
# « Sans ce risque », « ces clusters-là »: what was spoken of before is no need.
_POINTED = re.compile(r"(?<![-\w])(?:ce|cet|cette|ces|this|that|these|those) (?!qu|dont\b|n)[\w-]+", re.IGNORECASE)


def need_of(question: str, mentions: Sequence[tuple[int, int]]) -> str | None:
    """The subjects of a question, separated by commas, or None when it names none.

    `mentions` are the stretches that name clusters: they tell who, not what; regions tell where.
    """
    text = question
    for start, end in sorted(mentions, reverse=True):
        text = f"{text[:start]} , {text[end:]}"
    parts, current = list[str](), list[str]()
    for token in _WORD.findall(_POINTED.sub(",", re.sub(r"\b\w{1,2}['’]", " ", text))):
        if fold(token.lower()).split("-")[0] in _ASKING or token.lower() in STOP_WORDS or not token[0].isalpha():
            parts, current = [*parts, " ".join(current)], []
        else:
            current.append(token)
    return ", ".join(part for part in [*parts, " ".join(current)] if part and not region_of(part)) or None
