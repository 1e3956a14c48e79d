"""The words of the page, in French and in English."""

from assistant.drafts.typography import typeset
from assistant.ui import joint_texts
from assistant.ui.journal_texts import JOURNAL
from assistant.vocabulary import Language, Phase, Said

Texts = dict[str, str]

FR: Texts = {
    "title": "Interpilote",
    "subtitle": "L'assistant des pilotes de clusters\u00a0: chaque phrase avec sa source.",
    "privacy": "Tout reste sur cette machine\u00a0: aucune requête ne sort, sauf si vous branchez un modèle de conversation.",
    "profile": "Mon cluster",
    "cluster": "Mon cluster dans le répertoire",
    "region": "ou ma région",
    "sectors": "Mes secteurs (séparés par des virgules)",
    "phase": "Où en êtes-vous\u00a0?",
    "phase_help": "Structuration : vous montez l'équipe, la gouvernance, le financement. Développement : c'est fait, vous cherchez "
    "des projets avec d'autres.",
    "welcome": "**Par où commencer ?**\n\n"
    "1. Posez votre question ci-dessous, comme vous parlez, ou cliquez sur un exemple.\n"
    "2. Cliquez sur un numéro de la réponse, [1] par exemple : la page citée s'ouvre.\n"
    "3. Pour savoir qui appeler, dites qui vous êtes dans « Mon cluster ».\n\n"
    "Quand je ne sais pas, je le dis, et je montre à qui demander.",
    "remembered": "Mémorisé dans ce navigateur seulement.",
    "forget": "Oublier mon profil",
    "own_sheet": "Ma fiche",
    "choose_cluster": "Choisissez d'abord votre cluster dans « Mon cluster ».",
    "blanks": "Ce que le répertoire ne sait pas de vous, et ce que cela empêche d'évaluer :",
    "no_blank": "Aucun blanc ne pèse sur les suggestions.",
    "field": "Champ à remplir",
    "value": "Valeur (vide : rien ne change)",
    "reply": "Votre réponse à un jugement porté sur vous",
    "save": "Déclarer",
    "saved": "Enregistré sur cette machine, à la date du jour.",
    "export": "Exporter ce qui est déclaré (YAML)",
    "nothing_typed": "Rien n'est saisi.",
    "documents": "Mes documents",
    "drop": "Déposez vos fichiers (PDF, DOCX, HTML, Markdown, texte\u00a0; 20 Mo au plus)",
    "added": "Documents ajoutés",
    "nothing_to_remove": "Aucun document n’est choisi : choisissez dans la liste celui à retirer.",
    "document_removed": "Document retiré : ses passages ne seront plus cités.",
    "remove": "Retirer ce document",
    "known": "Ce que je sais",
    "question": "Votre question",
    "placeholder": "Par exemple\u00a0: comment composer le conseil d'administration\u00a0?",
    "send": "Demander",
    "stop": "Arrêter",
    "retry": "Redemander",
    "new": "Nouvelle conversation",
    "correct": "Corriger la lecture de ma question",
    "intent": "Je voulais",
    "answer_phase": "Notre phase",
    "back": "↑ Retour à la réponse",
    "source_empty": "Ouvrez une citation pour lire la page entière, la phrase surlignée.",
    "language": "Langue / Language",
    "preparing": "Préparation en cours",
    "failed": "La préparation a échoué",
    "wait": "Je me prépare encore\u00a0: votre question attend son tour…",
    "understand": "Je comprends la question…",
    "retrieve": "Je cherche dans le corpus…",
    "suggest": "Je regarde le répertoire des clusters…",
    "draft": "Je vérifie les citations une à une…",
    "next_steps": "Pour avancer",
    "nearest": "Passages les plus proches",
    "contacts": "À qui demander",
    "found": "Phrase retrouvée à la lettre sur cette page.",
    "sources": "Sources derrière cette phrase",
    "old_figures": "Chiffre de {year}, plus de cinq ans\u00a0: à vérifier avant de le reprendre.",
    "page": "page",
    "printed": "imprimée",
    "unknown": "inconnu",
    "suggestions": "Les suggestions, critère par critère",
    "unknown_error": "Une erreur est survenue. Le journal en garde le détail\u00a0; réessayez ou lancez «\u00a0interpilote doctor\u00a0».",
    "main": "Conversation",
    "tab_assistant": "Assistant",
    "indexed": "ajouté",
    "unchanged": "inchangé",
    "refused": "refusé",
    "removed": "retiré",
}

EN: Texts = {
    "title": "Interpilote",
    "subtitle": "The assistant of cluster pilots: every sentence with its source.",
    "privacy": "Everything stays on this machine: no request leaves it unless you plug in a chat model.",
    "profile": "My cluster",
    "cluster": "My cluster in the directory",
    "region": "or my region",
    "sectors": "My sectors (separated by commas)",
    "phase": "Where do you stand?",
    "phase_help": "Setting up: you build the team, the governance, the funding. Developing: that is done, you look for projects "
    "with others.",
    "welcome": "**Where to begin?**\n\n"
    "1. Ask your question below, as you would say it, or click an example.\n"
    "2. Click a number of the answer, [1] for instance: the page quoted opens.\n"
    "3. To know whom to call, say who you are in “My cluster”.\n\n"
    "When I do not know, I say so, and show whom to ask.",
    "remembered": "Remembered in this browser only.",
    "forget": "Forget my profile",
    "own_sheet": "My sheet",
    "choose_cluster": "First choose your cluster in “My cluster”.",
    "blanks": "What the directory does not know of you, and what it therefore cannot judge:",
    "no_blank": "No blank weighs on the suggestions.",
    "field": "Field to fill",
    "value": "Value (empty: nothing changes)",
    "reply": "Your reply to a judgement about you",
    "save": "Declare",
    "saved": "Kept on this machine, with today's date.",
    "export": "Export what is declared (YAML)",
    "nothing_typed": "Nothing was typed.",
    "documents": "My documents",
    "drop": "Drop your files (PDF, DOCX, HTML, Markdown, text; 20 MB at most)",
    "added": "Added documents",
    "nothing_to_remove": "No document is chosen: choose in the list the one to remove.",
    "document_removed": "Document removed: its passages will not be quoted any more.",
    "remove": "Remove this document",
    "known": "What I know",
    "question": "Your question",
    "placeholder": "For instance: how do we set up the board?",
    "send": "Ask",
    "stop": "Stop",
    "retry": "Ask again",
    "new": "New conversation",
    "correct": "Correct how my question was read",
    "intent": "I meant",
    "answer_phase": "Our phase",
    "back": "↑ Back to the answer",
    "source_empty": "Open a citation to read the whole page with the sentence highlighted.",
    "language": "Langue / Language",
    "preparing": "Preparing",
    "failed": "Preparation failed",
    "wait": "Still preparing: your question waits for its turn…",
    "understand": "Understanding the question…",
    "retrieve": "Searching the corpus…",
    "suggest": "Looking at the directory of clusters…",
    "draft": "Checking the citations one by one…",
    "next_steps": "To go on",
    "nearest": "Nearest passages",
    "contacts": "Whom to ask",
    "found": "Sentence found letter for letter on this page.",
    "sources": "Sources behind this sentence",
    "old_figures": "Figure of {year}, more than five years old: check it before using it.",
    "page": "page",
    "printed": "printed",
    "unknown": "unknown",
    "suggestions": "The suggestions, criterion by criterion",
    "unknown_error": "Something went wrong. The log has the detail; try again or run “interpilote doctor”.",
    "main": "Conversation",
    "tab_assistant": "Assistant",
    "indexed": "added",
    "unchanged": "unchanged",
    "refused": "refused",
    "removed": "removed",
}

FIELDS_EN: Texts = {
    "regions": "region",
    "city": "town",
    "founded": "year founded",
    "sectors": "sectors",
    "technologies": "technologies",
    "markets": "markets",
    "members": "members",
    "team": "team",
    "budget": "budget",
    "website": "website",
    "open_to_calls": "calls welcome",
}

TEXTS: dict[Language, Texts] = {
    "fr": {key: typeset(text) for key, text in (FR | JOURNAL["fr"] | joint_texts.FR).items()},
    "en": EN | JOURNAL["en"] | joint_texts.EN,
}

COLON: Said = {"fr": "\u00a0:", "en": ":"}

STARTERS: dict[Phase, dict[Language, tuple[str, ...]]] = {
    Phase.INCONNUE: {
        "fr": (
            "Quelle taille de conseil et de bureau chez les pôles bien notés\u00a0?",
            "Quelle part de financement privé attendent l'État et les Régions\u00a0?",
            "Quelles fusions de pôles ont échoué, et pourquoi\u00a0?",
        ),
        "en": (
            "What staff size and budget should a young cluster expect?",
            "What share of private funding do the State and the Regions expect?",
            "Which mergers of clusters failed, and why?",
        ),
    },
    Phase.STRUCTURATION: {
        "fr": (
            "Quelle équipe et quel budget les deux premières années\u00a0?",
            "De qui apprendre près de chez nous\u00a0?",
            "Faut-il filtrer les adhésions\u00a0? Avec quels critères\u00a0?",
        ),
        "en": (
            "What team and budget for the first two years?",
            "Whom could we learn from near us?",
            "Should we filter members, and how?",
        ),
    },
    Phase.DEVELOPPEMENT: {
        "fr": (
            "Avec qui monter un projet de capteurs\u00a0?",
            "Que prévoit une convention entre clusters\u00a0?",
            "Quels pôles ont l'habitude de co-labelliser avec d'autres secteurs\u00a0?",
        ),
        "en": (
            "With whom could we build a sensor project?",
            "What does a convention between clusters hold?",
            "Which clusters co-label projects with other sectors?",
        ),
    },
}
