"""What is told beside suggestions by key, in French and in English: cautions, warnings, sets of partners."""

from assistant.vocabulary import Said

CAUTIONS: dict[str, Said] = {
    # --- cautions
    "failure": {
        "fr": "Entre {names}, {topic}{when}, selon {by}.",
        "en": "Between {names}, {topic}{when}, according to {by}.",
    },
    "merger": {
        "fr": "{into} a repris {name}{when} : renseignez-vous avant de les réunir.",
        "en": "{into} took over {name}{when}: make inquiries before you bring them together.",
    },
    "rivals": {
        "fr": "Coopétition possible avec {name} sur {themes}{where} : convenez d’abord de ce que vous partagez et de ce "
        "que vous gardez (les {what}).",
        "en": "Possible coopetition with {name} on {themes}{where}: first agree on what you share and what you keep "
        "({what}).",
    },
    "rivals_where": {"fr": " en {regions}", "en": " in {regions}"},
    "rivals_share_region": {"fr": "adhérents, les financeurs et le territoire", "en": "members, funders and territory"},
    "rivals_share_theme": {"fr": "adhérents et les appels à projets", "en": "members and calls for projects"},
    "rivals_between": {
        "fr": "Coopétition possible entre {pilot} et {name} sur {themes}{where} : convenez par écrit de qui porte le projet "
        "et de ce qui se partage ({what}).",
        "en": "Possible coopetition between {pilot} and {name} on {themes}{where}: agree in writing on who carries the "
        "project and what is shared ({what}).",
    },
    "rivals_between_share_region": {
        "fr": "adhérents, financeurs et territoire",
        "en": "members, funders and territory",
    },
    "rivals_between_share_theme": {"fr": "adhérents et appels à projets", "en": "members and calls for projects"},
    "gap": {
        "fr": "Écart de taille : {name} ({kind}) comptait {theirs}, {pilot} {ours}.{brought}",
        "en": "Gap in size: {name} ({kind}) had {theirs}, {pilot} {ours}.{brought}",
    },
    "smaller_brings": {
        "fr": " {who:maj}, plus petit, apporte un terrain d’application : {brings}.",
        "en": " {who:maj}, the smaller one, brings a field of application: {brings}.",
    },
    "recent_merger": {
        "fr": "{name} réunit {names} depuis {years} : demandez qui suit aujourd’hui les projets.",
        "en": "{name} has brought {names} together since {years}: ask who follows projects today.",
    },
    "turnover": {
        "fr": "{name}{today} : {text} ({author}, {year} ; {grade}). Vérifiez qui est aujourd’hui votre interlocuteur.",
        "en": "{name}{today}: {text} ({author}, {year}; {grade}). Check who is in charge today.",
    },
    "declared_field": {
        "fr": "Déclaré par {name} le {day} : {field}, {value}.",
        "en": "Declared by {name} on {day}: {field}, {value}.",
    },
    "reply": {"fr": "Réponse {name:de}, le {day} : « {text} ».", "en": "Reply of {name}, on {day}: “{text}”."},
    "old_members": {
        "fr": "nombre de membres de {year}, à redemander",
        "en": "number of members of {year}, to be asked again",
    },
    "unverified": {"fr": "activité actuelle non vérifiée", "en": "present activity not checked"},
    # --- names
    "joined": {
        "fr": "{name} a rejoint {steps} : la réponse porte sur {final}.",
        "en": "{name} joined {steps}: the answer is about {final}.",
    },
    "then": {"fr": ", puis ", "en": ", then "},
    "merged_with_fate": {
        "fr": "{name} : {fate}. La réponse porte sur {final}.",
        "en": "{name}: {fate}. The answer is about {final}.",
    },
    "former_name": {
        "fr": "« {asked} » est un nom antérieur : la réponse porte sur {name}.",
        "en": "“{asked}” is a former name: the answer is about {name}.",
    },
    # --- what is told beside a list
    "theme_missing": {
        "fr": "Indiquez votre filière ou votre besoin : sans l’un ni l’autre, aucun partenaire ne peut être suggéré.",
        "en": "Give your sector or your need: without either, no partner can be suggested.",
    },
    "theme_asked": {
        "fr": "Indiquez votre filière ou votre besoin avec d’autres mots : trop peu de ce que vous donnez est reconnu pour "
        "suggérer un partenaire.",
        "en": "Give your sector or your need in other words (French ones are known best): too little of what you give is "
        "recognised to suggest a partner.",
    },
    "referents_first": {
        "fr": "Votre cluster est en structuration : les pilotes y cherchent d’abord des référents ; un projet commun "
        "suppose que les deux clusters aient achevé leur structuration.",
        "en": "Your cluster is structuring itself: pilots then look for référents first; a joint project supposes that "
        "both clusters are past structuring.",
    },
    "clash": {
        "fr": "Deux suggestions à ne pas réunir sans précaution. {text}",
        "en": "Two suggestions not to be brought together without care. {text}",
    },
    # --- sets of partners
    "part_unknown": {
        "fr": "« {part} » : mots inconnus du répertoire ; personne n’a été cherché pour cela.",
        "en": "“{part}”: words unknown to the directory; nobody was looked for.",
    },
    "parts_uncovered": {
        "fr": "Personne dans cet ensemble ne couvre {parts}.",
        "en": "Nobody in this set covers {parts}.",
    },
    "team_smaller": {"fr": "{count:partenaire} sur {size} : {why}.", "en": "{count:partner} out of {size}: {why}."},
    "team_no_more": {
        "fr": "le répertoire ne connaît personne d’autre qui réponde au besoin",
        "en": "the directory knows nobody else who serves the need",
    },
    "team_nobody": {
        "fr": "personne n’y répond d’après ce que le répertoire comprend ; dites le besoin avec d’autres mots",
        "en": "nobody serves it as far as the directory understands; say the need in other words",
    },
    "team_nothing_new": {
        "fr": "les autres n’apportent rien qui manque à cet ensemble",
        "en": "the others bring nothing that this set lacks",
    },
}

# Words of `judgements.py`, in which those who say something are named.
ATTRIBUTIONS = {
    "d’après ": "as reported by ",
    "entretiens de ": "interviews of ",
    "l’État": "the State",
    " et ": " and ",
    "source officielle": "official source",
    "source sans grade": "ungraded source",
    "recherche": "research",
    "presse": "press",
}
