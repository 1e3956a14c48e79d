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
    referent referents projet projets commun communs collaboratif partenaire partenaires partenariat cluster clusters pole poles grappe
    grappes reseau structure quelqu quelles quel consortium complementaire complementaires sujet theme autour
    thematique domaine secteur filiere chez vers afin meme autre autres comment qui quoi
    region regions territoire territoires territory etranger etrangers etrangere noms suggestions equipe fais faites
    serait seraient est bon bonne bons bonnes meilleur meilleure meilleurs donne donnez cite citez deux trois quatre cinq plutot hors sans sauf
    apprendre inspirer inspirons learn idee idees avis piste pistes contacter contacte
    because avoid help us them they their these those this that should must would will want let please there here good best
    whom which who anyone someone looking look find build project projects joint partner partners could need someone cluster work team together
    """.split()
)
_WORD = re.compile(r"[\w-]+|[^\w\s]")
# « Conseilles-tu », « trouve-moi », « avons-nous »: a verb, by what hangs on it.
_INVERTED = re.compile(r"-(?:je|tu|il|elle|on|nous|vous|ils|elles|moi|toi|y|en|ce)$", re.IGNORECASE)
_CLITICS = r"(?:(?:ne|me|te|se|le|la|les|lui|leur|nous|vous|y|en)\s+|[nmtsl]['’])*"
# « Tu nous recommandes », « il faut »: a verb, by who stands before it. After « pour nous » comes none.
_CONJUGATED = re.compile(
    rf"(?<![-\w])(?<!\bpour )(?<!\bchez )(?<!\bavec )(?<!\bde )(?<!\bà )(?<!\bentre )(?<!\bsans )(?<!\bet )(?<!\bcomme )"
    rf"(?:(?:je|tu|il|elle|nous|vous|ils|elles)\s+|j['’]){_CLITICS}(?P<verb>[^\W\d_]{{2,}})",
    re.IGNORECASE,
)
# « Qui connaît », « qui travaillent »: so does « qui », where the word ends as verbs do.
_ASKED_OF = re.compile(
    rf"(?<![-\w])qui\s+{_CLITICS}(?P<verb>[^\W\d_]*(?:ent|ait|aît|raient|ront|ra|[eo]it))(?!\w)", re.IGNORECASE
)
# « Des plastiques à partir de betterave »: made from, no verb of the pilot's.
_FROM = re.compile(r"(?<![-\w])(?:à partir (?:de|du|des)\b|à partir d['’]|(?:starting|made) from\b)", re.IGNORECASE)
# « Sans ce risque », « ces clusters-là »: what was spoken of before is no need.
_POINTED = re.compile(r"(?<![-\w])(?:ce|cet|cette|ces|this|that|these|those) (?!qu|dont\b|n)[\w-]+", re.IGNORECASE)


def need_of(question: str, mentions: Sequence[tuple[int, int]]) -> str | None:
    """The subjects of a question, separated by commas, or None when it names none.

    `mentions` are the stretches that name clusters: they tell who, not what; regions tell where.
    """
    text = question
    for rule in (_CONJUGATED, _ASKED_OF):
        text = rule.sub(_without_verb, text)
    for start, end in sorted(mentions, reverse=True):
        text = f"{text[:start]} , {text[end:]}"
    parts, current = list[str](), list[str]()
    for token in _WORD.findall(_POINTED.sub(",", re.sub(r"\b\w{1,2}['’]", " ", _FROM.sub(",", text)))):
        if _asks(token):
            parts, current = [*parts, " ".join(current)], []
        else:
            current.append(token)
    return ", ".join(part for part in [*parts, " ".join(current)] if part and not region_of(part)) or None


def _asks(token: str) -> bool:
    """Whether a word only asks, or says nothing: « conseilles-tu », « avec »."""
    asking = fold(token.lower()).split("-")[0] in _ASKING or bool(_INVERTED.search(token))
    return asking or token.lower() in STOP_WORDS or not token[0].isalpha()


def _without_verb(match: re.Match[str]) -> str:
    """The stretch as long as before, a comma and spaces for its verb."""
    start, end = match.start("verb") - match.start(), match.end("verb") - match.start()
    return match.group()[:start] + ",".ljust(end - start) + match.group()[end:]
