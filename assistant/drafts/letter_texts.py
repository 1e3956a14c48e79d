"""The sentences of the first message and of the meeting grid by key, in French and in English."""

from assistant.vocabulary import Said

PARTIES: dict[str, Said] = {
    "kind": {"fr": ", {kind}", "en": ", {kind}"},
    "city": {"fr": " à {city}", "en": " in {city}"},
    "regions": {"fr": " ({regions})", "en": " ({regions})"},
    "sectors": {"fr": ", secteurs : {sectors}", "en": ", sectors: {sectors}"},
}
MESSAGE: dict[str, Said] = {
    "title": {"fr": "Premier message à {name}", "en": "First message to {name}"},
    "subtitle_referent": {
        "fr": "Pour {pilot}, en vue d’un échange avec un référent",
        "en": "For {pilot}, towards an exchange with a référent",
    },
    "subtitle_partenaire": {
        "fr": "Pour {pilot}, en vue d’un échange avec un partenaire",
        "en": "For {pilot}, towards an exchange with a partner",
    },
    "subject_title": {"fr": "Objet", "en": "Subject"},
    "subject": {
        "fr": "{pilot} et {name} : vingt minutes sur {about}",
        "en": "{pilot} and {name}: twenty minutes on {about}",
    },
    "about_need": {"fr": "« {need} »", "en": "“{need}”"},
    "about_referent": {"fr": "votre expérience de pilote", "en": "your experience as a pilot"},
    "about_partenaire": {"fr": "un projet commun possible", "en": "a possible joint project"},
    "message_title": {"fr": "Message", "en": "Message"},
    "hello": {"fr": "Bonjour {blank} (prénom, nom),", "en": "Dear {blank} (first name, name),"},
    "i_pilot": {"fr": "Je pilote ", "en": "I am the pilot of "},
    "advised_by": {
        "fr": "Je vous écris sur le conseil de {blank} (qui vous introduit ; à défaut, retirez cette phrase).",
        "en": "I write to you on the advice of {blank} (who introduces you; otherwise remove this sentence).",
    },
    "seek_partner": {
        "fr": "Nous cherchons avec qui construire un projet{need}, en commençant petit.",
        "en": "We look for whom to build a project with{need}, beginning small.",
    },
    "on_need": {"fr": " sur « {need} »", "en": " on “{need}”"},
    "seek_referent": {
        "fr": "{stage}Nous cherchons à apprendre d’un cluster plus avancé, quelle que soit sa filière.",
        "en": "{stage}We wish to learn from a cluster that is further along, whatever its sector.",
    },
    "structuring": {"fr": "Notre cluster est en structuration. ", "en": "Our cluster is structuring itself. "},
    "why_you": {"fr": "Pourquoi vous :", "en": "Why you:"},
    "end": {"fr": " ;", "en": ";"},
    "my_questions": {"fr": "Mes questions :", "en": "My questions:"},
    "what_we_bring": {"fr": "Ce que nous pouvons vous apporter :", "en": "What we can bring you:"},
    "to_offer": {
        "fr": "{blank} (un contact, un document, une visite : une seule chose suffit)",
        "en": "{blank} (a contact, a document, a visit: one thing is enough)",
    },
    "twenty_minutes": {
        "fr": "Auriez-vous vingt minutes pour un appel {by} ? Je m’adapte à vos disponibilités.",
        "en": "Would you have twenty minutes for a call {by}? I shall fit in with your calendar.",
    },
    "by_day": {"fr": "d’ici au {day}", "en": "by {day}"},
    "on_day": {"fr": "le {blank}", "en": "on {blank}"},
    "regards": {"fr": "Bien cordialement,", "en": "Kind regards,"},
    "signature": {"fr": "{blank} (nom, fonction, téléphone)", "en": "{blank} (name, function, telephone)"},
    "you_agree": {
        "fr": "vous acceptez d’être appelés {raw}",
        "en": "you agree to be called about “{about}” until {until}",
    },
    "you_have_label": {
        "fr": "vous avez obtenu le label de pôle de compétitivité",
        "en": "you obtained the label of pôle de compétitivité",
    },
    "in_our_region": {"fr": "vous êtes dans notre région ({regions})", "en": "you are in our region ({regions})"},
    "in_next_region": {
        "fr": "vous êtes dans une région voisine ({regions})",
        "en": "you are in a neighbouring region ({regions})",
    },
    "we_met": {
        "fr": "nos structures se connaissent déjà : {stage}, {topic}{when}",
        "en": "we have worked together before: {stage}, {topic}{when}",
    },
    "in_year": {"fr": " (en {year})", "en": " (in {year})"},
    "your_themes": {
        "fr": "vos thèmes sont proches de ce que nous cherchons : « {need} »",
        "en": "your themes are close to what we look for: “{need}”",
    },
    "our_themes": {
        "fr": "nous avons des thèmes en commun : {themes}",
        "en": "we have themes in common: {themes}",
    },
    "you_helped": {"fr": "vous avez déjà aidé {names}", "en": "you have already helped {names}"},
    "you_helped_us": {"fr": "vous nous avez déjà aidés", "en": "you have already helped us"},
    "before_sending": {
        "fr": "À vérifier avant l’envoi (ne pas envoyer)",
        "en": "To check before sending (do not send)",
    },
    "address": {
        "fr": "Adresse et nom de la personne : le répertoire n’en a pas, cherchez-les sur le site{site}.",
        "en": "Address and name of the person: the directory has none, look for them on the website{site}.",
    },
    "site": {"fr": " {name:de} : {address}", "en": " of {name}: {address}"},
    "remove": {
        "fr": "Retirez les numéros de sources et cette page avant l’envoi.",
        "en": "Remove the numbers of the sources and this page before sending.",
    },
}
MEETING: dict[str, Said] = {
    "title": {"fr": "Grille de rencontre avec {name}", "en": "Meeting grid with {name}"},
    "subtitle": {"fr": "Pour {pilot}", "en": "For {pilot}"},
    "subtitle_need": {"fr": "Pour {pilot}, sur « {need} »", "en": "For {pilot}, on “{need}”"},
    "who_meets": {"fr": "Qui se rencontre", "en": "Who meets"},
    "date": {"fr": "Date", "en": "Date"},
    "place": {"fr": "Lieu ou lien", "en": "Place or link"},
    "our_side": {"fr": "Chez nous", "en": "On our side"},
    "their_side": {"fr": "Chez {name}", "en": "At {name}"},
    "questions": {"fr": "Questions", "en": "Questions"},
    "question": {"fr": "Question", "en": "Question"},
    "known": {"fr": "Ce que l’on sait déjà", "en": "What is known already"},
    "answer": {"fr": "Réponse", "en": "Answer"},
    "offer": {"fr": "Ce que nous offrons", "en": "What we offer"},
    "cautions": {"fr": "À manier avec soin", "en": "To handle with care"},
    "decided": {"fr": "Ce qui est décidé", "en": "What is decided"},
    "decision": {"fr": "Décision ou suite", "en": "Decision or next step"},
    "who": {"fr": "Qui", "en": "Who"},
    "by_when": {"fr": "Pour quand", "en": "By when"},
    "journal": {"fr": "Pour le carnet", "en": "For the journal"},
    "after": {"fr": "Deux minutes après", "en": "Two minutes after"},
}
