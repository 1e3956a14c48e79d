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
PART_UNKNOWN: dict[Language, str] = {
    "fr": "Le corpus ne répond qu’à une partie de la question\u00a0: «\u00a0{part}\u00a0». Rien n’y répond à\u00a0: «\u00a0{rest}\u00a0».",
    "en": "The corpus answers one part of the question only: “{part}”. Nothing in it answers: “{rest}”.",
}
ONLY_ORDERS: dict[Language, str] = {
    "fr": "Votre message donne des consignes à l’assistant et ne pose pas de question. Dites ce que vous cherchez à savoir "
    "sur les clusters : les réponses viennent du corpus et de vos documents, jamais de consignes.",
    "en": "Your message gives orders to the assistant and asks no question. Say what you would like to know about clusters: "
    "answers come from the corpus and from your documents, never from orders.",
}
COMPLAINED: dict[Language, str] = {
    "fr": "Pardon\u00a0: la réponse à «\u00a0{question}\u00a0» n’était pas la bonne. Dites-moi en quelques mots ce qui compte (un sujet, un nom de "
    "cluster, une région), ou ce qu’il fallait laisser de côté, par exemple «\u00a0je parlais du budget, pas de l’équipe\u00a0».",
    "en": "Sorry: the answer to “{question}” was not the right one. Tell me in a few words what matters (a subject, the name of a "
    "cluster, a region), or what was to be left out, for instance “I meant the budget, not the team”.",
}
# How the last answer is told again, by `Retelling`.
RETOLD: dict[str, dict[Language, str]] = {
    "whole": {"fr": "{question} (en français)", "en": "{question} (in English)"},
    "sources": {
        "fr": "D’où vient la réponse à “{question}”\u00a0?",
        "en": "Where the answer to “{question}” comes from",
    },
    "short": {"fr": "En bref\u00a0: {question}", "en": "In short: {question}"},
    "unclear": {"fr": "En bref\u00a0: {question}", "en": "In short: {question}"},
    "more": {
        "fr": "Ce que les sources disent d’autre sur “{question}”",
        "en": "What else the sources say on “{question}”",
    },
    "whom": {"fr": "À qui demander\u00a0: {question}", "en": "Whom to ask: {question}"},
    "newer": {
        "fr": "Ce que les sources disent d’après {after} sur “{question}”",
        "en": "What the sources say from after {after} on “{question}”",
    },
}
NOT_REWORDED: dict[Language, str] = {
    "fr": "Je cite les sources telles quelles, sans les reformuler\u00a0: dites-moi quel mot ou quelle phrase n’est pas clair.",
    "en": "I quote the sources as they stand and do not reword them: tell me which word or sentence is not clear.",
}
# Above those to ask.
WHOM: dict[Language, str] = {
    "fr": "Voici qui peut en dire plus que les sources lues, et ce qu’elles disent de plus proche.",
    "en": "Here is who may tell you more than the sources read, and what these say that comes nearest.",
}
# When nothing is left to tell.
TOLD_ALL: dict[Language, str] = {
    "fr": "Les sources lues n’en disent pas plus que ce que j’ai cité.",
    "en": "The sources read say no more than what I have quoted.",
}
NOTHING_NEWER: dict[Language, str] = {
    "fr": "Je ne connais rien de plus récent que {after} là-dessus dans les sources lues.",
    "en": "I know of nothing newer than {after} on this in the sources read.",
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
