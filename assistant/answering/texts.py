"""The fixed sentences of an answer, in French and in English. No fact stands here: facts are quoted."""

from assistant.vocabulary import AbstentionReason, Intent, Language

HEADINGS: dict[str, dict[Language, str]] = {
    "examples": {"fr": "Ce qui s'observe ailleurs", "en": "Practices observed elsewhere"},
    "attention": {"fr": "Points d'attention", "en": "Points of attention"},
    "suggestions_referent": {"fr": "À qui demander conseil", "en": "Whom to learn from"},
    "a_clarifier": {
        "fr": "À clarifier avant d’appeler (même thème, même région\u00a0: concurrents ou alliés)",
        "en": "To clear up before you call (same theme, same region: rivals or allies)",
    },
    "suggestions_partenaire": {"fr": "Avec qui construire", "en": "With whom to build"},
    "rivals": {"fr": "Avec qui vous pouvez être en concurrence", "en": "With whom you may compete"},
    "judged": {"fr": "Ce qui parle pour et contre", "en": "What speaks for and against"},
    "corpus": {"fr": "Ce que dit le corpus", "en": "What the corpus says"},
    "added": {"fr": "Dans les documents ajoutés, non vérifiés", "en": "In added documents, not checked"},
}

OWN_REFERENTS: dict[Language, str] = {"fr": "Vos référents d'abord", "en": "First your own référents"}
OWN_FIRST: dict[Language, str] = {
    "fr": "Appelez d'abord vos référents\u00a0: ils vous ont déjà aidés, et savent d'où vous partez.",
    "en": "Call your own référents first: they have already helped you, and know where you start from.",
}

FRENCH_QUOTES = "What the French sources say, in their words"
FRENCH_SOURCES = "The corpus is in French: sentences are quoted as they stand."

OPEN_CITATIONS: dict[Language, str] = {
    "fr": "Ouvrez les citations pour lire le passage entier et voir jusqu'où chaque source a été lue.",
    "en": "Open the citations to read the whole passage and see how far each source was read.",
}
ASK_WHOM: dict[Language, str] = {
    "fr": "Demandez «\u00a0De qui apprendre\u00a0?\u00a0» pour trouver un référent à appeler sur ce sujet.",
    "en": "Ask “Whom should I learn from?” to find a référent to call on this subject.",
}
NEXT_STEPS: dict[Intent, dict[Language, tuple[str, ...]]] = {
    Intent.REFERENT: {
        "fr": (
            "Demandez une introduction à votre Conseil régional ou à France Clusters avant le premier appel.",
            "Préparez ce que vous offrez en retour\u00a0: un contact qui ne fait que prendre s'éteint vite.",
        ),
        "en": (
            "Ask your Conseil régional or France Clusters for an introduction before the first call.",
            "Prepare what you offer in return: a contact that only takes soon dies.",
        ),
    },
    Intent.PARTENAIRE: {
        "fr": (
            "Faites-vous présenter avant le premier appel, et préparez-le avec la fiche d'appel du carnet\u00a0: que demander, "
            "qu'offrir.",
            "Vérifiez la complémentarité avec le pilote pressenti, puis une feuille de route datée avant la convention.",
        ),
        "en": (
            "Get introduced before the first call, and prepare it with the call sheet of the journal: what to ask, what to offer.",
            "Check the fit with the other pilot, then a dated roadmap before the convention.",
        ),
    },
    Intent.COMPARAISON: {
        "fr": (
            "Une case vide veut dire «\u00a0non connu\u00a0», jamais zéro\u00a0; les années diffèrent d'une case à l'autre.",
        ),
        "en": ("A blank means “not known”, never zero; years differ from cell to cell.",),
    },
}

STATE_NEED: dict[Language, str] = {
    "fr": "Précisez le besoin (technologie ou marché) pour affiner les suggestions.",
    "en": "State the need (technology or market) to sharpen the suggestions.",
}

AND_FUNDING: dict[Language, str] = {"fr": "Et pour le financement\u00a0?", "en": "And for funding?"}
# What tells that a question is on funding already.
MONEY: dict[Language, str] = {
    "fr": "financement financer financé budget argent cotisation subvention recette ressources coût",
    "en": "funding fund budget money fees subsidy revenue cost",
}
FOLLOW_UPS: dict[Intent, dict[Language, tuple[str, ...]]] = {
    Intent.PRATIQUE: {
        "fr": (AND_FUNDING["fr"], "Qui pourrait me conseiller près de chez moi\u00a0?"),
        "en": (AND_FUNDING["en"], "Who near me could advise me?"),
    },
    Intent.REFERENT: {
        "fr": ("Comment préparer un premier contact\u00a0?", "Quelle gouvernance ont les pôles bien notés\u00a0?"),
        "en": ("How do I prepare a first contact?", "How are well-rated clusters governed?"),
    },
    Intent.PARTENAIRE: {
        "fr": ("Que prévoit une convention entre clusters\u00a0?",),
        "en": ("What does a convention between clusters hold?",),
    },
    Intent.COMPARAISON: {
        "fr": ("Quelle équipe et quel budget avaient les pôles en moyenne\u00a0?",),
        "en": ("What team and budget did clusters have on average?",),
    },
}

# Offered first below suggestions.
MORE_NAMES: dict[Language, tuple[str, ...]] = {
    "fr": ("D'autres noms\u00a0?", "Lesquels ont déjà travaillé ensemble\u00a0?"),
    "en": ("Other names?", "Which of them have already worked together?"),
}

ABSTENTION: dict[AbstentionReason, dict[Language, str]] = {
    AbstentionReason.HORS_SUJET: {
        "fr": "Cette demande sort de ce que je sais faire\u00a0: je réponds sur la gouvernance, le financement, les projets et les "
        "partenaires des clusters français.",
        "en": "This is outside what I can do: I answer about the governance, funding, projects and partners of French clusters.",
    },
    AbstentionReason.CORPUS_MUET: {
        "fr": "Le corpus ne répond pas à cette question. Plutôt que d'inventer, voici ce qui s'en approche et à qui la poser.",
        "en": "The corpus does not answer this. Rather than make something up, here is what comes near and whom to ask.",
    },
    AbstentionReason.ENTITE_INCONNUE: {
        "fr": "Je ne connais pas «\u00a0{names}\u00a0»\u00a0: ni le répertoire ni le corpus n'en parlent.",
        "en": "I do not know “{names}”: neither the directory nor the corpus mentions it.",
    },
    AbstentionReason.CHIFFRE_ABSENT: {
        "fr": "Aucun document du corpus ne donne ce chiffre. Voici ce qui s'en approche et à qui le demander.",
        "en": "No document of the corpus gives this figure. Here is what comes near and whom to ask.",
    },
}

# Said in place of the last two, when a sentence says it of another year.
OTHER_YEAR: dict[Language, str] = {
    "fr": "Aucun document du corpus ne le dit pour {asked}. Voici ce qu'il dit de {told}, à ne pas prendre pour {asked}, et à "
    "qui demander.",
    "en": "No document of the corpus says it for {asked}. Here is what it says of {told}, not to be taken for {asked}, and "
    "whom to ask.",
}

# The same, when a sentence tells the whole of which a part, or a change, is asked for.
PART_ASKED: dict[Language, str] = {
    "fr": "Le répertoire ne donne que le total, ni la partie ni l'évolution demandée. Voici ce total, avec son année, et à qui "
    "demander le reste.",
    "en": "The directory only gives the total, neither the part nor the change you ask about. Here is that total, with its "
    "year, and whom to ask for the rest.",
}

OLD_FIGURES: dict[Language, str] = {
    "fr": "Des chiffres cités ont plus de cinq ans ({years})\u00a0: à vérifier avant de les reprendre.",
    "en": "Some figures quoted are more than five years old ({years}): check them before using them.",
}
ORDERS_LEFT_OUT: dict[Language, str] = {
    "fr": "Question retenue\u00a0: «\u00a0{question}\u00a0». Le reste de votre message a été laissé de côté (remarque, question "
    "d’un autre genre ou consigne à l’assistant)\u00a0: s’il compte, posez-le à part, en question.",
    "en": "Question kept: “{question}”. The rest of your message was left aside (a remark, a question of another kind, or "
    "orders to the assistant): if it matters, ask it apart, as a question.",
}
ONLY_ORDERS: dict[Language, str] = {
    "fr": "Votre message donne des consignes à l’assistant et ne pose pas de question. Dites ce que vous cherchez à savoir "
    "sur les clusters : les réponses viennent du corpus et de vos documents, jamais de consignes.",
    "en": "Your message gives orders to the assistant and asks no question. Say what you would like to know about clusters: "
    "answers come from the corpus and from your documents, never from orders.",
}
REWRITTEN: dict[Language, str] = {
    "fr": "Question comprise\u00a0: «\u00a0{question}\u00a0»",
    "en": "Understood as: “{question}”",
}
KEEP_WORD: dict[Language, str] = {
    "fr": ". Un mot entre guillemets est lu tel quel.",
    "en": ". A word in quotes is read as it stands.",
}
DISAGREE: dict[Language, str] = {
    "fr": "D’autres sources ou d’autres dates disent autre chose\u00a0: {said}.",
    "en": "Other sources or other dates say otherwise (in French): {said}.",
}
ADDED_DIFFERS: dict[Language, str] = {
    "fr": "Un document ajouté, non vérifié (« {title} »), ne dit pas la même chose que le corpus : « {added} », là où le "
    "corpus dit « {checked} ».",
    "en": "An added document, not checked (“{title}”), says otherwise than the corpus (in French): « {added} », where the "
    "corpus says « {checked} ».",
}
ONLY_ADDED: dict[Language, str] = {
    "fr": "Cette réponse vient de documents ajoutés, que personne n’a vérifiés ici : le corpus livré n’en dit rien d’aussi "
    "précis.",
    "en": "This answer comes from added documents, which nobody has checked here: the shipped corpus says nothing as close.",
}
POINTED_FILE: dict[Language, str] = {"fr": "{name}, p. {pages}", "en": "{name}, p. {pages}"}
POINTED: dict[Language, str] = {
    "fr": "Vos documents ajoutés, que personne n’a vérifiés ici, semblent en parler : {files}. Ils ne sont cités que si vous le "
    "demandez : « Et dans mes documents ajoutés ? »",
    "en": "Your added documents, which nobody has checked here, seem to speak of this: {files}. They are quoted only if you ask: "
    "“And in my added documents?”",
}
ASK_OWN: dict[Language, str] = {
    "fr": "Et dans mes documents ajoutés ?",
    "en": "And in my added documents?",
}
SUCCESSOR: dict[Language, str] = {
    "fr": "Adressez-vous à {name}\u00a0: {website}",
    "en": "Turn to {name}: {website}",
}
NO_PROFILE: dict[Language, str] = {
    "fr": "Pour des suggestions propres à votre cluster, choisissez-le dans «\u00a0Mon cluster\u00a0» (ou --cluster), ou indiquez "
    "sa région et son thème.",
    "en": "For suggestions of your own, choose your cluster under “My cluster” (or --cluster), or give its region and "
    "theme.",
}
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
    "fr": "Une région laissée de côté l’est pour les clusters qui y ont leur siège\u00a0: {names} y travaillent aussi, depuis une "
    "autre.",
    "en": "A region is left out for the clusters based there: {names} work there too, from another one.",
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
# Who is largest or smallest somewhere: (smallest, by budget); whom and where, in the words of the lists.
CLUSTERS_AND_POLES = "clusters et pôles"
LARGEST: dict[tuple[bool, bool], dict[Language, str]] = {
    (False, False): {
        "fr": "Plus gros {what}{where}, par nombre de membres connu\u00a0:",
        "en": "Largest, by known members, {what}{where}:",
    },
    (True, False): {
        "fr": "Plus petits {what}{where}, par nombre de membres connu\u00a0:",
        "en": "Smallest, by known members, {what}{where}:",
    },
    (False, True): {
        "fr": "Plus gros budgets connus, {what}{where}\u00a0:",
        "en": "Largest known budgets, {what}{where}:",
    },
    (True, True): {
        "fr": "Plus petits budgets connus, {what}{where}\u00a0:",
        "en": "Smallest known budgets, {what}{where}:",
    },
}
RANKED_BY_YEAR: dict[Language, str] = {
    "fr": "Chaque chiffre a son année\u00a0: le classement est indicatif.",
    "en": "Each figure has its year: the ranking is indicative.",
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
# How the notices begin that inform, where others warn.
_INFORMING = (
    *(REWRITTEN, LEFT_OUT, WANTED, STATED, KEPT_TO, PLACE_UNREAD, ALSO_THERE, MORE_RIVALS),
    *(SIZED, NEARLY_SIZED, EXPERIENCED, WHATEVER_SUBJECT),
)
TOLD = tuple(said[language].split("{")[0] for said in _INFORMING for language in said)
