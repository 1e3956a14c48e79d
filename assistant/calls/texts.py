"""What is said of a call, in French and in English. Its own sentences are quoted as they are."""

from assistant.vocabulary import ConstraintKind, Said

NAMES: dict[ConstraintKind, Said] = {
    "candidats": {"fr": "qui peut candidater", "en": "who may apply"},
    "partenaires": {"fr": "nombre de partenaires", "en": "number of partners"},
    "montants": {"fr": "budgets et montants", "en": "budgets and amounts"},
    "taux": {"fr": "taux d’aide", "en": "aid rates"},
    "dates": {"fr": "dates", "en": "dates"},
    "duree": {"fr": "durée du projet", "en": "length of the project"},
    "labellisation": {"fr": "labellisation", "en": "labelling"},
    "signatures": {
        "fr": "signatures, conventions, lettres d’engagement",
        "en": "signatures, conventions, letters of commitment",
    },
}

STEPS: dict[str, Said] = {
    "call_partners": {
        "fr": "Appeler les partenaires et vérifier que chacun peut candidater",
        "en": "Call the partners and check that each may apply",
    },
    "settle_subject": {
        "fr": "Arrêter le sujet, le chef de file, qui fait quoi et qui paie quoi",
        "en": "Settle the subject, the lead partner, who does what and who pays what",
    },
    "ask_committees": {
        "fr": "Demander à chaque pôle la date de son comité de labellisation et celle du dépôt du dossier",
        "en": "Ask each pôle for the date of its labelling committee and for its deadline for files",
    },
    "send_to_committee": {
        "fr": "Envoyer le dossier au comité de labellisation",
        "en": "Send the file to the labelling committee",
    },
    "close_budget": {
        "fr": "Boucler le budget par partenaire et le plan de financement",
        "en": "Close the budget of each partner and the funding plan",
    },
    "pass_committee": {
        "fr": "Faire passer le projet en comité de labellisation",
        "en": "Have the project examined by the labelling committee",
    },
    "sign_agreement": {
        "fr": "Mettre à la signature la convention ou l’accord de consortium (qui signe, en conseil ou non)",
        "en": "Put the convention or consortium agreement up for signature (who signs, after a board vote or not)",
    },
    "collect_letters": {
        "fr": "Réunir les lettres d’engagement signées de chaque partenaire",
        "en": "Collect the signed letter of commitment of each partner",
    },
    "set_by_the_call": {
        "fr": "Date fixée par l’appel, avant le dépôt",
        "en": "A date set by the call, before the file is due",
    },
    "read_again": {
        "fr": "Relire le dossier en entier avec le chef de file, pièces comprises",
        "en": "Read the whole file again with the lead partner, annexes included",
    },
    "submit": {"fr": "Déposer, sans attendre le dernier jour", "en": "Submit, without waiting for the last day"},
}

WARNINGS: dict[str, Said] = {
    "no_deadline": {
        "fr": "Aucune date limite donnée : ajoutez-la (--deadline sur la ligne de commande) pour un rétroplanning.",
        "en": "No deadline given: add it (--deadline on the command line) for a plan back from it.",
    },
    "dates_offered": {
        "fr": "Aucune date limite donnée. Le texte porte {dates} : s’il s’agit du dépôt, ajoutez --deadline {last} pour un "
        "rétroplanning.",
        "en": "No deadline given. The text has {dates}: if the file is due then, add --deadline {last} for a plan back from it.",
    },
    "past": {
        "fr": "La date limite du {day} est passée depuis {days:jour} : pas de rétroplanning. Vérifiez s’il y a une prochaine "
        "relève.",
        "en": "The deadline of {day} has been past for {days:day}: no plan. Check whether there is a next round.",
    },
    "too_near": {
        "fr": "Date limite trop proche : {left:jour} pour {usual:jour} usuels ; {late:étape} déjà en retard{stopping}. Appelez "
        "d’abord les pôles pour la date de leur comité, ou visez la relève suivante.",
        "en": "The deadline is too near: {left:day} where {usual:day} are usual; {late:step} already late{stopping}. First call "
        "the pôles for the date of their committee, or aim at the next round.",
    },
    "stopping": {"fr": ", dont {count} à même de tout arrêter", "en": ", {count} of which can stop everything"},
    "other_dates": {
        "fr": "Le texte donne d’autres dates que le {day} : {dates}. Vérifiez laquelle fait foi.",
        "en": "The text gives other dates than {day}: {dates}. Check which one holds.",
    },
}
