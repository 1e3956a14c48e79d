"""What of a clause tells whose phase it speaks of, and whether it states one: signs that words alone do not give.

All are of folded text: lower case, no accents. They are learnt from as features, one by one and two by two, since
« déjà » says much beside « notre projet » and nothing beside « un pôle ».
"""

import itertools
import re
from collections.abc import Iterator

from assistant.index.analysis import fold

_CLUSTER = (
    r"(?:clusters?|poles?|grappes?|assos?|associations?|reseaux?|structures?|organi[sz]ations?|groupements?|networks?)"
)
_BODY = r"(?:gouvernance|gouv|statuts?|conseil|bureau|instances?|governance|by-?laws|board|articles|comites?|commissions?|committees?|equipe|team)"
_PLAN = r"(?:feuilles? de route|strategies?|roadmap|strategy|plan strategique|strategic plan)"
_PROJECT = r"(?:projets?|conventions?|accords?|partenariats?|consortiums?|projects?|agreements?|partnerships?)"
_MEMBER = r"(?:membres?|adherents?|entreprises?|pme|members?|firms|companies)"
_OUR = r"(?:notre|nos|mon|ma|mes|our|my)"
_BETWEEN = r"(?:(?!(?:voisin|partenaire|membre)\w*\b)\w+[- ]){0,2}"
_FRIEND = r"(?! (?:voisin|partenaire|ami|concurrent))"

_OWNER_SIGNS = {
    "we": r"(?<![-\w])(?:nous|ns|on|je|j'|jsuis|jmonte|we|i)(?![-\w]*\w)|\b(?:we|i)'\w+",
    "our cluster": rf"\b{_OUR} {_BETWEEN}{_CLUSTER}\b{_FRIEND}",
    "our body": rf"\b{_OUR} {_BETWEEN}{_BODY}\b",
    "our plan": rf"\b{_OUR} {_BETWEEN}{_PLAN}\b",
    "our project": rf"\b{_OUR} {_BETWEEN}{_PROJECT}\b",
    "our members": rf"\b{_OUR} {_BETWEEN}{_MEMBER}\b",
    "our other": rf"\b{_OUR} (?!{_BETWEEN}(?:{_CLUSTER}|{_BODY}|{_PLAN}|{_PROJECT}|{_MEMBER}|structuration|creation|acte|premi|tout)\b)\w+",
    "at ours": r"\b(?:chez nous|pour nous|pr nous|on our side|de notre cote|here)\b",
}
_OTHER_SIGNS = {
    "a cluster": rf"\b(?:une?|le|la|les|l'|ce|cet|cette|ces|quels?|quelles?|leurs?|which|a|an|the|this|their|d'autres|other|des|aux?) (?:\w+ )?{_CLUSTER}\b",
    "they": r"\b(?:ils|elles|leurs?|they|their|il|elle|he|she|his|voisins?|voisine|d'a cote|neighbou?r\w*)\b",
    "a member": rf"\b(?:une?|le|la|les|des|principal|l'|a|the) (?:de |d'|\w+ )?(?:nos |our )?(?:{_MEMBER}|laboratoire|start-?up|federation|region|metropole|council)\b",
}
_SIGNS = {
    **_OWNER_SIGNS,
    **_OTHER_SIGNS,
    "condition": r"\b(?:si|quand|lorsque|lorsqu|une fois|avant|des que|des qu|jusqu\w*|au cas|pour devenir|en supposant|if|when|once|before|until|whether|unless)\b",
    "question": r"\b(?:\w+-(?:nous|on|il|elle|ils|elles|t-il|t-elle|t-on|je)|est-ce|comment|quels?|quelles?|qui|ou|combien|pourquoi|how|which|who|whom|what|where|ki|kel\w*|cmt|koi|kan)\b|^(?:are|do|does|did|is|have|has|should|can|could|would|faut|peut|doit)\b",
    "wish": r"\b(?:voudr\w+|aimer\w+|souhait\w+|cherch\w+|esper\w+|vis(?:ons|e|ent)|voul\w+|veut|envisag\w+|projet(?:ons|te)\b|ambition|deven\w+|compt(?:ons|e) \w+er|want|need|hope|would|like|looking|seek\w*|plan)\b",
    "future": r"\b(?:\w+erons|\w+era|\w+irons|\w+ira|sera|seront|will|devr\w+|doit|doivent|devons|must|should)\b",
    "negation": r"\b(?:pas|aucune?|jamais|ni|not|never|no|yet|n't|moindre|reste a|encore)\b",
    "no more": r"\b(?:ne|n'|n)\b.*\bplus\b|derriere|depass\w+|past|behind|beyond",
    "already": r"\b(?:deja|plusieurs|already|several|deux|trois|quatre|cinq|six|dix|dizaine|two|three|four|\d+)\b",
    "months": r"\b(?:mois|semaines?|jours|months?|weeks?|semestre|bougie|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|march|spring|printemps|ete|automne|rentree)\b",
    "years": r"\b(?:ans|annees|years|19\d\d|20\d\d)\b",
    "cluster": rf"\b{_CLUSTER}\b",
    "body": rf"\b{_BODY}\b",
    "plan": rf"\b{_PLAN}\b",
    "project": rf"\b{_PROJECT}\b",
    "post": r"\b(?:poste|metier|direct\w+|animat\w+|charge\w*|president\w*|joined|hired|embauch\w+|recrut\w+|officer|chair|elu|elected|predecesseur)\b",
    "label": r"\b(?:label\w*)\b(?! *projets)",
    "beginning": r"\b(?:cree\w*|creer|crees?|creat\w+|lance\w*|launch\w*|monte\w*|demarr\w+|debut\w*|commenc\w*|start\w*|nai\w+|nee?s?|fond\w+|founded|set|born|constitu\w+)\b",
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _SIGNS.items()}

# A person's own, after « notre » and a few words: what « notre salon », « notre commission export » is not.
_OURS = (
    rf"(?:{_CLUSTER}|gouvernance|governance|statuts?|by-?laws|articles|conseil|bureau|board|instances?|comites?|committees?|"
    rf"commissions et|(?:ag|assemblee)(?: generale)? (?:fondatrice|constitutive)|founding assembly|{_PLAN}|strateg\w+|{_PROJECT}|{_MEMBER}|structuration|creation|acte de naissance|naissance|portefeuille|"
    r"(?:premier|premiere|first) (?:permanent|salarie|exercice|annee|year)|lancement|phase)"
)
_OWNED = re.compile(r"\b(?:nous|ns|on|je|notre|nos|chez nous|we|our|i|us)\b|\bj'|\bjs")
_CONDITION = re.compile(
    r"^(?:(?:et|mais|and|but|alors|que|faire|faut-il \w+|peut-on \w+) )*(?:si|s'il|quand on|quand (?:notre|nous)|"
    r"lorsqu\w*|une fois|avant|apres que|jusqu\w*|des qu\w*|en supposant|au cas ou|pour (?:devenir|que)|if|when|once|"
    r"before|until|whether|unless)\b"
)
_INVERTED = re.compile(r"\b\w+-(?:nous|on|je|t-on|t-il|t-elle|il|elle|ils|elles)\b")
_ASKS = re.compile(
    r"^(?:(?:et|mais|and|but|alors|bonjour|then|euh|en fait) )*"
    r"(?:avec |chez |a |pour |en |de |d'|depuis |par |aupres de |with |for |from )?"
    r"(?:comment|quels?|quelles?|lequel|laquelle|qui (?!debut|demarr)|ki|kel\w*|cmt|quoi|koi|combien|pourquoi|ou |quand|"
    r"est-ce|faut-il|doit-on|peut-on|how|which|who\w*|what|where|when|why|is|are|do|does|did|have|has|should|can|could|would|will)\b"
)
_AND_SAYS = re.compile(
    r"\b(?:sachant|puisque|vu que|etant donne|alors que|maintenant que|comme nous|nous qui|given that|since|now that|knowing)\b"
)
_OF_OUR_OTHER = re.compile(
    rf"^(?:car |comme |et |que |puisque |vu que |since |as )?{_OUR} "
    rf"(?!(?:(?!voisin|partenaire)[\w'-]+ ){{0,4}}?{_OURS}\b{_FRIEND})"
)
_OF_SOMEBODY = re.compile(
    r"^(?:ils?|elles?|they|he|she|leurs?|their|une? (?!(?:premiere? |second\w* )?(?:projet|convention))|a (?!peine)|ce |cette|this|des |"
    r"(?:les? |la |l'|the )(?!(?:[\w'-]+ ){0,2}?(?:gouvernance|governance|statuts|by-?laws|conseil|bureau|board|instances|"
    r"committees?|strategie|strategy|roadmap|feuille|structuration|structuring|phase|creation|naissance|lancement|equipe|"
    r"projets?|projects?|ag|assemblee|mission|(?:cluster|pole|grappe|asso|association|reseau|network) (?!d[eu]s?\b|of\b|in\b|qui\b|whose\b|that\b|voisin|partenaire|where\b|dont\b)[\w']+)\b))"
)


def sign_features(clause: str) -> Iterator[str]:
    """The signs of a clause, then every two of them."""
    text = _plain(clause)
    found = [name for name, pattern in _COMPILED.items() if pattern.search(text)]
    if not _OWNER_SIGNS.keys() & set(found):
        found.append("no owner")
        if not _OTHER_SIGNS.keys() & set(found):
            found.append("nobody")
    yield from (f"§{name}" for name in found)
    yield from (f"§{one}+{other}" for one, other in itertools.combinations(sorted(found), 2))


def states_nothing(clause: str) -> bool:
    """Whether a clause only asks, supposes, or speaks of somebody or something else than the person's cluster."""
    text = _plain(clause).strip()
    if _CONDITION.search(text) or _INVERTED.search(text) or _OF_OUR_OTHER.search(text):
        return True
    asks = _ASKS.search(text) is not None and _AND_SAYS.search(text) is None
    return asks or (_OF_SOMEBODY.search(text) is not None and _OWNED.search(text) is None)


def has_owner(text: str) -> bool:
    """Whether a first person appears at all."""
    return _OWNED.search(_plain(text)) is not None


def near_a_statement(text: str) -> bool:
    """Whether a text without a first person speaks of what statements speak of: a beginning, a governance, projects."""
    return any(_COMPILED[name].search(_plain(text)) for name in ("beginning", "body", "plan", "project", "cluster"))


def _plain(text: str) -> str:
    return fold(text.lower()).replace("’", "'")
