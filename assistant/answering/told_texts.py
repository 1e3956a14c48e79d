"""The fixed sentences told beside suggestions, ties and rankings, in French and in English."""

from assistant.answering import texts
from assistant.vocabulary import Language

STATED: dict[Language, str] = {
    "fr": "Ces suggestions partent de ce que vous avez dit seulement ({said}). Choisissez votre cluster dans «\u00a0Mon cluster\u00a0»"
    " (ou --cluster) pour que comptent aussi votre taille, votre phase et vos liens.",
    "en": "These suggestions rest only on what you said ({said}). Choose your cluster under “My cluster”"
    " (or --cluster) so that your size, phase and ties count too.",
}
LEFT_OUT: dict[Language, str] = {
    "fr": "Laissés de côté, comme demandé\u00a0: {names}.",
    "en": "Left out, as asked: {names}.",
}
EXPERIENCED: dict[Language, str] = {
    "fr": "D’abord ceux dont un label ou un texte cité parle sur ce sujet\u00a0: {names}. Les autres sont proches, plus avancés et "
    "reconnus, quel que soit le sujet.",
    "en": "First those of whom a label or a text quoted tells it: {names}. The others are near, further along and recognised, "
    "whatever the subject.",
}
WHATEVER_SUBJECT: dict[Language, str] = {
    "fr": "Choisis parce que proches, plus avancés et reconnus, quel que soit le sujet\u00a0: le corpus ne dit rien d’eux sur ce que "
    "vous demandez.",
    "en": "Chosen for being near, further along and recognised, whatever the subject: the corpus says nothing of them on what you "
    "ask.",
}
SIZED: dict[Language, str] = {
    "fr": "Gardés selon leur nombre de membres connu ({bounds})\u00a0; qui n’en a pas de connu est laissé de côté.",
    "en": "Kept by their known number of members ({bounds}); those without a known one are left out.",
}
NEARLY_SIZED: dict[Language, str] = {
    "fr": "Tout près de cette taille, gardés en fin de liste\u00a0: {names}.",
    "en": "Just out of this size, kept at the end of the list: {names}.",
}
SIZE_UNKNOWN: dict[Language, str] = {
    "fr": "Votre nombre de membres n’est pas connu\u00a0: ajoutez-le à votre profil pour que la taille compte.",
    "en": "Your number of members is not known: add it to your profile for size to count.",
}
KEPT_TO: dict[Language, str] = {
    "fr": "Cherchés là seulement, comme demandé\u00a0: {names}.",
    "en": "Looked for there only, as asked: {names}.",
}
PLACE_UNREAD: dict[Language, str] = {
    "fr": "Lu comme le lieu du projet, sans restreindre la liste\u00a0: {names}. Pour n’avoir que des clusters de là, ajoutez "
    "«\u00a0uniquement {first}\u00a0».",
    "en": "Taken for where the project is, the list is not narrowed to it: {names}. To have clusters of there alone, add “only "
    "{first}”.",
}
ALSO_THERE: dict[Language, str] = {
    "fr": "Une région laissée de côté l’est pour les clusters qui y ont leur siège. Présence dans la région, siège "
    "ailleurs\u00a0: {names}.",
    "en": "A region is left out for the clusters based there. Present in the region, based elsewhere: {names}.",
}
WANTED: dict[Language, str] = {
    "fr": "Pris en compte, comme demandé\u00a0: {said}.",
    "en": "Taken into account, as asked: {said}.",
}
ABROAD: dict[Language, str] = {
    "fr": "Le répertoire ne connaît que des clusters français\u00a0: pour un partenaire étranger, demandez à France Clusters ou à "
    "un cluster qui a déjà un projet européen.",
    "en": "The directory knows French clusters only: for a partner abroad, ask France Clusters or a cluster that already has "
    "a European project.",
}
NO_TIES: dict[Language, str] = {
    "fr": "Le répertoire ne documente aucun lien entre {names}. Cela ne prouve pas qu'il n'y en ait pas\u00a0: demandez-le-leur.",
    "en": "The directory documents no tie between {names}. That does not prove there is none: ask them.",
}
MEETING_NEED: dict[Language, str] = {
    "fr": "{count} seulement répondent à ce besoin d’après le répertoire\u00a0; les autres, qui n’y répondent en rien, ne sont pas "
    "donnés.",
    "en": "Only {count} serve this need according to the directory; others, which serve nothing of it, are not given.",
}
ONE_MEETS_NEED: dict[Language, str] = {
    "fr": "Un seul répond à ce besoin d’après le répertoire\u00a0; les autres, qui n’y répondent en rien, ne sont pas donnés.",
    "en": "Only one serves this need according to the directory; others, which serve nothing of it, are not given.",
}
NO_RIVALS: dict[Language, str] = {
    "fr": "Le répertoire ne voit aucun cluster dont le secteur soit aussi le vôtre, ni qui vise votre métier depuis un métier "
    "voisin. Les appels à projets et les financeurs peuvent se disputer sans cela.",
    "en": "The directory sees no cluster that has your sector, nor one that aims at your trade from a neighbouring one. Calls for "
    "projects and funders may be contended for without that.",
}
MORE_RIVALS: dict[Language, str] = {
    "fr": "Les plus proches d’abord\u00a0; clusters plus éloignés qui ont un secteur ou un marché en commun avec le vôtre\u00a0: {count}.",
    "en": "The nearest first; clusters further away that have a sector or a market in common with yours: {count}.",
}
SHARED_NOT_CONTENDED: dict[Language, str] = {
    "fr": "Aucune concurrence n’est vue entre {one} et {other}\u00a0: ils ont des thèmes communs ({themes}), mais aucun n’est le "
    "secteur des deux, ni un marché que l’un vise dans le métier de l’autre.",
    "en": "No competition is seen between {one} and {other}: they have themes in common ({themes}), but none is the sector of "
    "both, nor a market that one aims at in the trade of the other.",
}
NOTHING_SHARED: dict[Language, str] = {
    "fr": "Aucune concurrence n’est vue entre {one} et {other}\u00a0: le répertoire ne leur connaît ni secteur ni marché en commun.",
    "en": "No competition is seen between {one} and {other}: the directory knows of no sector or market that they share.",
}
YES: dict[Language, str] = {"fr": "Oui, d’après le répertoire\u00a0:", "en": "Yes, according to the directory:"}
NOTHING_DONE: dict[Language, str] = {
    "fr": "Aucun travail commun n’est documenté\u00a0; ce que le répertoire en dit\u00a0:",
    "en": "No work done together is documented; what the directory says of it:",
}
OTHER_TIES: dict[Language, str] = {
    "fr": "Aucun lien de ce genre n’est documenté\u00a0; ce que le répertoire dit d’autre\u00a0:",
    "en": "No tie of this kind is documented; what else the directory says:",
}
MORE_TIES: dict[Language, str] = {
    "fr": "Autres liens documentés sur les fiches\u00a0: {count}. Nommez un cluster, ou demandez les projets ou les conventions "
    "seulement.",
    "en": "More documented ties on the sheets: {count}. Name a cluster, or ask for the projects or agreements only.",
}
NO_TIES_OF_ONE: dict[Language, str] = {
    "fr": "Le répertoire ne documente aucun lien entre {names} et un autre cluster. Cela ne prouve pas qu'il n'y en ait pas.",
    "en": "The directory documents no tie between {names} and another cluster. That does not prove there is none.",
}
STATED_PARTS: dict[Language, dict[str, str]] = {
    "fr": {"region": "région\u00a0: {said}", "sector": "filière\u00a0: {said}", "need": "besoin\u00a0: {said}"},
    "en": {"region": "region: {said}", "sector": "sector: {said}", "need": "need: {said}"},
}
STATED_JOINT: dict[Language, str] = {"fr": "\u00a0; ", "en": "; "}
# Who is largest or smallest somewhere, by the field and whether the smallest are meant; whom and where, in the words of the lists.
CLUSTERS_AND_POLES = "clusters et pôles"
LARGEST: dict[tuple[str, bool], dict[Language, str]] = {
    ("membres", False): {
        "fr": "Plus gros {what}{where}, par nombre de membres connu\u00a0:",
        "en": "Largest, by known members, {what}{where}:",
    },
    ("membres", True): {
        "fr": "Plus petits {what}{where}, par nombre de membres connu\u00a0:",
        "en": "Smallest, by known members, {what}{where}:",
    },
    ("budget", False): {
        "fr": "Plus gros budgets connus, {what}{where}\u00a0:",
        "en": "Largest known budgets, {what}{where}:",
    },
    ("budget", True): {
        "fr": "Plus petits budgets connus, {what}{where}\u00a0:",
        "en": "Smallest known budgets, {what}{where}:",
    },
    ("equipe", False): {
        "fr": "Plus grandes équipes connues, {what}{where}\u00a0:",
        "en": "Largest known teams, {what}{where}:",
    },
    ("equipe", True): {
        "fr": "Plus petites équipes connues, {what}{where}\u00a0:",
        "en": "Smallest known teams, {what}{where}:",
    },
    ("creation", False): {
        "fr": "Plus anciens {what}{where}, par année de création connue\u00a0:",
        "en": "Oldest, by known year of foundation, {what}{where}:",
    },
    ("creation", True): {
        "fr": "Plus récents {what}{where}, par année de création connue\u00a0:",
        "en": "Youngest, by known year of foundation, {what}{where}:",
    },
}
RANKED_BY_YEAR: dict[Language, str] = {
    "fr": "Chaque chiffre a son année\u00a0: le classement est indicatif.",
    "en": "Each figure has its year: the ranking is indicative.",
}
# Those within a bound, by the field; the bound by its side, of years by how one says it of them.
BOUNDED: dict[str, dict[Language, str]] = {
    "membres": {"fr": "{whom}, {bound} membres connus\u00a0:", "en": "{whom}, {bound} known members:"},
    "budget": {"fr": "{whom}, budget connu de {bound}\u00a0:", "en": "{whom}, known budget of {bound}:"},
    "equipe": {
        "fr": "{whom}, équipe connue de {bound} personnes\u00a0:",
        "en": "{whom}, known team of {bound} people:",
    },
    "creation": {"fr": "{whom}, création {bound}\u00a0:", "en": "{whom}, founded {bound}:"},
}
SIDES: dict[str, dict[Language, str]] = {
    "less": {"fr": "moins de {low}", "en": "fewer than {low}"},
    "most": {"fr": "au plus {low}", "en": "at most {low}"},
    "more": {"fr": "plus de {low}", "en": "more than {low}"},
    "least": {"fr": "au moins {low}", "en": "at least {low}"},
    "equal": {"fr": "{low}", "en": "{low}"},
    "between": {"fr": "de {low} à {high}", "en": "from {low} to {high}"},
}
YEAR_SIDES: dict[str, dict[Language, str]] = {
    "less": {"fr": "avant {low}", "en": "before {low}"},
    "more": {"fr": "après {low}", "en": "after {low}"},
    "least": {"fr": "depuis {low}", "en": "since {low}"},
    "equal": {"fr": "en {low}", "en": "in {low}"},
    "between": {"fr": "de {low} à {high}", "en": "from {low} to {high}"},
}
NONE_WITHIN: dict[Language, str] = {
    "fr": "aucun parmi ceux dont le chiffre est connu. Les plus proches\u00a0:",
    "en": "none among those whose figure is known. The nearest:",
}
AMONG: dict[Language, str] = {"fr": "Parmi {names}", "en": "Among {names}"}
MORE_WITHIN: dict[Language, str] = {
    "fr": "Autres\u00a0: {names}.",
    "en": "Others: {names}.",
}
MANY_UNSIZED: dict[Language, str] = {
    "fr": "Sans chiffre connu\u00a0: {count} autres.",
    "en": "Without a known figure: {count} others.",
}
UNSIZED: dict[Language, str] = {
    "fr": "Sans chiffre connu\u00a0: {names}.",
    "en": "Without a known figure: {names}.",
}
SEATED_ELSEWHERE: dict[Language, str] = {
    "fr": "Présents aussi, sans y avoir leur siège\u00a0: {names}.",
    "en": "Present too, with their seat elsewhere: {names}.",
}
FIRST_EIGHT: dict[Language, str] = {
    "fr": "Plus de huit clusters sont nommés : les huit premiers sont comparés.",
    "en": "More than eight clusters are named: the first eight are compared.",
}
WHO_ARE_YOU: dict[Language, str] = {
    "fr": "Je ne sais pas quel est votre cluster\u00a0: choisissez-le dans «\u00a0Mon cluster\u00a0» (ou --cluster), ou nommez-le, par exemple "
    "«\u00a0compare Vitagora avec Minalogic\u00a0».",
    "en": "I do not know which cluster is yours: choose it under “My cluster” (or --cluster), or name it, for instance “compare Vitagora "
    "with Minalogic”.",
}
WITHOUT_ORDER: dict[Language, str] = {
    "fr": "Sans ordre de préférence\u00a0: il manque votre région pour dire lesquels sont proches, plus avancés et reconnus.",
    "en": "In no order of preference: your region is lacking to tell which are near, further along and recognised.",
}
# How the notices begin that inform, where others warn.
_INFORMING = (
    *(texts.REWRITTEN, LEFT_OUT, WANTED, STATED, KEPT_TO, PLACE_UNREAD, ALSO_THERE, MORE_RIVALS),
    *(SIZED, NEARLY_SIZED, EXPERIENCED, WHATEVER_SUBJECT),
)
TOLD = tuple(said[language].split("{")[0] for said in _INFORMING for language in said)
