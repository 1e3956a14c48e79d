"""The sentences of the journal and of the handover by key, in French and in English."""

from assistant.records.entries import TieStage
from assistant.vocabulary import Role, Said

STAGES: dict[TieStage, Said] = {
    "idee": {"fr": "idée", "en": "idea"},
    "contact": {"fr": "contact", "en": "contact"},
    "projet": {"fr": "projet", "en": "project"},
    "convention": {"fr": "convention", "en": "convention"},
    "abandon": {"fr": "abandon", "en": "given up"},
}
ROLES: dict[Role, Said] = {
    "referent": {"fr": "référent", "en": "référent"},
    "partenaire": {"fr": "partenaire", "en": "partner"},
}
HANDOVER: dict[str, Said] = {
    "title": {"fr": "Passation", "en": "Handover"},
    "subtitle": {"fr": "De {by}{successor}, le {day}", "en": "From {by}{successor}, on {day}"},
    "whole_cluster": {"fr": "tout le cluster", "en": "the whole cluster"},
    "to_successor": {"fr": ", à {name}", "en": ", to {name}"},
    "two_things": {
        "fr": "Deux choses se transmettent ici, et ne se transmettent pas pareil : les dossiers, qui se lisent, et la "
        "confiance, qui se refait de personne à personne.",
        "en": "Two things are handed over here, and not in the same way: files, which can be read, and trust, which is made "
        "again from person to person.",
    },
    "private": {
        "fr": "Document privé : il parle de personnes. Ne le diffusez pas au-delà de qui reprend.",
        "en": "Private document: it speaks of persons. Do not pass it on beyond whoever takes over.",
    },
    "files": {"fr": "1. Dossiers et engagements", "en": "1. Files and commitments"},
    "no_files": {
        "fr": "Aucun projet ni convention dans le carnet.",
        "en": "Neither project nor convention in the journal.",
    },
    "next_steps": {"fr": "Prochains pas", "en": "Next steps"},
    "no_steps": {"fr": "Rien n’est noté.", "en": "Nothing is noted."},
    "kept": {"fr": "Suggestions gardées", "en": "Suggestions kept"},
    "trust": {"fr": "2. La confiance, personne par personne", "en": "2. Trust, person by person"},
    "no_trust": {"fr": "Aucune relation dans le carnet.", "en": "No relation in the journal."},
    "introductions": {
        "fr": "3. Présentations à trois, à envoyer avant le départ",
        "en": "3. Three-way introductions, to send before leaving",
    },
    "no_introduction": {
        "fr": "Aucun lien assez fort (confiance 4 ou 5, projet ou convention) n’appelle une présentation.",
        "en": "No tie is strong enough (trust 4 or 5, project or convention) to call for an introduction.",
    },
    "to_person": {"fr": "À {name} ({where}) :", "en": "To {name} ({where}):"},
    "unsaid": {"fr": "4. Ce que le carnet ne dit pas", "en": "4. What the journal does not say"},
    "where_files": {
        "fr": "Où sont les fichiers et qui a les accès : {blank}.",
        "en": "Where the files are and who has access: {blank}.",
    },
    "by_word": {
        "fr": "Ce qui ne s’écrit pas, à dire de vive voix : {blank}.",
        "en": "What is not written, to be said in person: {blank}.",
    },
    "with": {"fr": "Avec", "en": "With"},
    "stage": {"fr": "Étape", "en": "Stage"},
    "about": {"fr": "Objet", "en": "About"},
    "last_contact": {"fr": "Dernier contact", "en": "Last contact"},
    "by_when": {"fr": "Pour le", "en": "By"},
    "what": {"fr": "Quoi", "en": "What"},
    "late": {"fr": " (en retard)", "en": " (late)"},
    "no_date": {"fr": "sans date", "en": "no date"},
    "suggestion": {"fr": "{name} ({role}), gardé le {day}{need}.", "en": "{name} ({role}), kept on {day}{need}."},
    "for_need": {"fr": ", pour « {need} »", "en": ", for “{need}”"},
    "who": {"fr": "Qui", "en": "Who"},
    "where": {"fr": "Où", "en": "Where"},
    "confidence": {"fr": "Confiance", "en": "Trust"},
    "history": {"fr": "Histoire", "en": "History"},
    "unnamed": {"fr": "(personne non nommée)", "en": "(person not named)"},
    "out_of_five": {"fr": "{trust} sur 5", "en": "{trust} out of 5"},
    "not_rated": {"fr": "non notée", "en": "not rated"},
    "since": {"fr": "Depuis le {day}, {times:contact}", "en": "Since {day}, {times:contact}"},
    "introduced_by": {"fr": " ; introduit par {names}", "en": "; introduced by {names}"},
    "discreet": {"fr": " ; ne pas citer", "en": "; not to be quoted"},
    "take_up_at": {
        "fr": ". À REPRENDRE : la personne est partie (à présent chez {where})",
        "en": ". TO TAKE UP AGAIN: the person has left (now at {where})",
    },
    "take_up_unknown": {
        "fr": ". À REPRENDRE : la personne est partie (destination à demander)",
        "en": ". TO TAKE UP AGAIN: the person has left (ask where to)",
    },
}
NOTES: dict[str, Said] = {
    "done": {"fr": " (fait)", "en": " (done)"},
    "contact": {
        "fr": "{number} · {day} · {where}{who} : {about} [{stage}]{next}",
        "en": "{number} · {day} · {where}{who}: {about} [{stage}]{next}",
    },
    "detail": {"fr": "{name} : {value}", "en": "{name}: {value}"},
    "us": {"fr": "nous", "en": "us"},
    "function": {"fr": "fonction", "en": "function"},
    "introduced_by": {"fr": "introduit par", "en": "introduced by"},
    "useful": {"fr": "utile", "en": "useful"},
    "whom_else": {"fr": "qui d’autre", "en": "whom else"},
    "next_on": {"fr": "suite le", "en": "next step by"},
    "may_say": {"fr": "peut se dire", "en": "may be told"},
    "confidence": {"fr": "confiance", "en": "trust"},
    "yes": {"fr": "oui", "en": "yes"},
    "no": {"fr": "non", "en": "no"},
    "one_of_us": {"fr": "de chez nous", "en": "one of us"},
    "since": {"fr": "{where} depuis le {day}", "en": "{where} since {day}"},
    "left": {"fr": "parti(e) de {where} le {day}, destination à demander", "en": "left {where} on {day}, ask where to"},
    "late": {"fr": " EN RETARD", "en": " LATE"},
    "no_date": {"fr": "sans date", "en": "no date"},
    "number": {"fr": " (n° {number})", "en": " (no. {number})"},
    "due": {"fr": "{when} · {where} : {text}{number}", "en": "{when} · {where}: {text}{number}"},
    "funnel": {
        "fr": "Clusters suggérés que vous avez gardés : {kept} ; appelés : {called} ; rencontrés : {met} ; en projet ou convention : {begun}.",
        "en": "Suggestions kept: {kept}; called: {called}; met: {met}; in a project or convention: {begun}.",
    },
    "whole": {
        "fr": "Dans tout le carnet : {ideas:cluster} avec une idée ou plus, {projects} avec un projet ou une convention ; {apart} "
        "que vous avez trouvés sans suggestion.",
        "en": "Whole journal: {ideas:cluster} with an idea or more, {projects} with a project or convention; {apart} outside "
        "suggestions.",
    },
    "imported": {
        "fr": "{added:ajouté}, {already} déjà là, {refused:refusé}.",
        "en": "{added} added, {already} already there, {refused} refused.",
    },
    "exported": {
        "fr": "{count:contact} dans {file}. Ce fichier parle de personnes : gardez-le comme le carnet.",
        "en": "{count:contact} in {file}. This file speaks of persons: keep it like the journal.",
    },
    "receipt": {
        "fr": "Reçu d’effacement, le {day} : personne n° {person} effacée du carnet, {notes:contact} sans plus de lien avec "
        "elle, {texts:texte} où son nom est masqué. Le fichier a été réécrit.",
        "en": "Receipt of erasure, on {day}: person no. {person} erased from the journal, {notes:contact} no longer tied to "
        "them, {texts:text} where their name is masked. The file was written anew.",
    },
    "out_of_reach": {
        "fr": "Restent hors d’atteinte : exports, passations et sauvegardes faits avant. Effacez-les aussi.",
        "en": "Out of reach: exports, handovers and backups made before. Erase them too.",
    },
    "to_read": {
        "fr": "À relire, une partie du nom y figure encore : contacts {numbers}.",
        "en": "To read again, part of the name still stands there: contacts {numbers}.",
    },
}
