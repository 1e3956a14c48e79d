"""The reasons of suggestions by key, in French and in English. How values are put in: `saying.py`."""

from assistant.vocabulary import Said

REASONS: dict[str, Said] = {
    # --- parts of sentences
    "quoted": {"fr": "« {text} »", "en": "“{text}”"},
    "enumerated": {"fr": "{items}", "en": "{items}"},
    "said_of": {"fr": "{name} : {what}.", "en": "{name}: {what}."},
    "not_known": {"fr": "non connus", "en": "not known"},
    "kind_unknown": {"fr": "structure de type inconnu", "en": "structure of unknown kind"},
    "year_unseen": {"fr": "année non vue", "en": "year not seen"},
    "in_year": {"fr": " en {year}", "en": " in {year}"},
    "members_in": {"fr": "{members:membre} en {year}", "en": "{members:member} in {year}"},
    "members_counted": {"fr": "{members:membre}", "en": "{members:member}"},
    "members_undated": {"fr": "{members:membre} (année non vue)", "en": "{members:member} (year not seen)"},
    "team": {"fr": "équipe : {team}", "en": "team: {team}"},
    "budget": {"fr": "budget : {budget}", "en": "budget: {budget}"},
    # --- territory
    "region_unknown": {"fr": "La région {name:de} n’est pas connue.", "en": "The region of {name} is not known."},
    "same_region": {
        "fr": "{name} est dans la même région : {region}.",
        "en": "{name} is in the same region: {region}.",
    },
    "region_covered": {
        "fr": "{name} couvre aussi votre région : {regions}.",
        "en": "{name} also covers your region: {regions}.",
    },
    "next_region": {
        "fr": "{name} est dans une région voisine : {region}.",
        "en": "{name} is in a neighbouring region: {region}.",
    },
    "far_region": {
        "fr": "{name} est dans une région éloignée : {region}.",
        "en": "{name} is in a distant region: {region}.",
    },
    "distance_unknown": {
        "fr": "La distance n’est pas connue : ville {name:de} non vue.",
        "en": "The distance is not known: city of {name} not seen.",
    },
    "distance": {
        "fr": "{theirs} est à {kilometres:kilomètre} de {mine} à vol d’oiseau.",
        "en": "{theirs} is {kilometres:kilometre} from {mine} as the crow flies.",
    },
    # --- comparable structures, means
    "same_kind": {"fr": "également {kind}", "en": "also {kind}"},
    "kind": {"fr": "{kind}", "en": "{kind}"},
    "members_against": {"fr": "{theirs}, contre {ours}", "en": "{theirs}, against {ours}"},
    "means_incomparable": {
        "fr": "Les moyens des deux structures ne peuvent pas être comparés.",
        "en": "The means of the two structures cannot be compared.",
    },
    "means_unknown": {"fr": "Les moyens {name:de} ne sont pas connus.", "en": "The means of {name} are not known."},
    # --- themes, need, complementarity
    "themes_unknown": {"fr": "Les thèmes {name:de} ne sont pas connus.", "en": "The themes of {name} are not known."},
    "themes_in_common": {
        "fr": "Thèmes communs avec {name} : {themes}.",
        "en": "Themes in common with {name}: {themes}.",
    },
    "themes_near": {
        "fr": "{name} travaille sur des thèmes voisins : {topics}.",
        "en": "{name} works on neighbouring themes: {topics}.",
    },
    "themes_far": {
        "fr": "{name} travaille sur des thèmes éloignés : {topics}.",
        "en": "{name} works on distant themes: {topics}.",
    },
    "need_unknown": {
        "fr": "Aucun mot du besoin « {need} » n’est dans le vocabulaire du répertoire.",
        "en": "No word of the need “{need}” is in the vocabulary of the directory.",
    },
    "need_uncovered": {
        "fr": "Les thèmes connus {name:de} ne couvrent pas « {need} ».",
        "en": "The known themes of {name} do not cover “{need}”.",
    },
    "need_named": {"fr": "touche à {parts}", "en": "deals with {parts}"},
    "need_theme": {"fr": "travaille sur un thème plus large que {parts}", "en": "works on a theme wider than {parts}"},
    "need_near": {
        "fr": "est proche de {parts} par des thèmes voisins",
        "en": "is close to {parts} by neighbouring themes",
    },
    "need_through": {"fr": " (thèmes : {themes})", "en": " (themes: {themes})"},
    "spreading_unknown": {
        "fr": "Technologies et marchés {name:de} ou {pilot:de} : non connus.",
        "en": "Technologies and markets of {name} or {pilot}: not known.",
    },
    "same_filiere": {
        "fr": "{pilot:maj} et {name} sont de la même filière : rien à compléter.",
        "en": "{pilot:maj} and {name} are in the same sector: nothing to complete.",
    },
    "nothing_meets": {
        "fr": "Entre {name} et {pilot}, aucune technologie ne rencontre de filière connue.",
        "en": "Between {name} and {pilot}, no technology meets a known sector.",
    },
    "spreads": {"fr": "diffuse une technologie", "en": "spreads a technology"},
    "brings_filiere": {"fr": "apporte sa filière", "en": "brings its sector"},
    "spreading_market": {
        "fr": "{who} {verb} ({brought}) et vise déjà un marché {whom:que} représente ({met}, visé par {aiming:cluster} "
        "du répertoire)",
        "en": "{who} {verb} ({brought}) and already aims at a market that {whom} stands for ({met}, aimed at by "
        "{aiming:cluster} of the directory)",
    },
    "spreading_used": {
        "fr": "{who} diffuse une technologie {whom:que} emploie déjà ({met})",
        "en": "{who} spreads a technology that {whom} already uses ({met})",
    },
    "spreading_outlet": {
        "fr": "{who} {verb} ({brought}), dont {met}, la filière {whom:de}, est un débouché courant",
        "en": "{who} {verb} ({brought}), of which {met}, the sector of {whom}, is a common outlet",
    },
    # --- phase
    "structuring": {
        "fr": "{who:maj} est encore en structuration : un projet commun suppose qu’elle soit achevée.",
        "en": "{who:maj} is still structuring itself: a joint project supposes that this is over.",
    },
    "phase_not_known": {"fr": "La phase {name:de} n’est pas connue.", "en": "The phase of {name} is not known."},
    "past_by_label": {
        "fr": "{name} a dépassé la structuration d’après le répertoire : {label}.",
        "en": "{name} is past structuring according to the directory: {label}.",
    },
    "past_by_projet": {
        "fr": "{name} a dépassé la structuration : projet commun documenté{when}, {topic}.",
        "en": "{name} is past structuring: a joint project is documented{when}, {topic}.",
    },
    "past_by_convention": {
        "fr": "{name} a dépassé la structuration : convention documentée{when}, {topic}.",
        "en": "{name} is past structuring: a convention is documented{when}, {topic}.",
    },
    "young": {
        "fr": "{name} date de {founded} et aucun projet commun n’est documenté.",
        "en": "{name} was founded in {founded} and no joint project is documented.",
    },
    "phase_unknown": {
        "fr": "Le répertoire ne dit pas où en est la structuration {name:de}.",
        "en": "The directory does not say how far the structuring of {name} has gone.",
    },
    # --- labels
    "rated": {"fr": "« {level} » à l’{name}", "en": "“{level}” in the {name}"},
    "examined": {"fr": "examiné par l’{name}", "en": "examined by the {name}"},
    "obtained_in": {"fr": "{name}, obtenu en {year}", "en": "{name}, obtained in {year}"},
    "certified_in": {"fr": "{name}, obtenue en {year}", "en": "{name}, obtained in {year}"},
    "valid_until": {"fr": ", valable jusqu’au {day}", "en": ", valid until {day}"},
    "under_name": {"fr": "sous le nom {name}", "en": "under the name {name}"},
    "said_by": {"fr": "selon {by}", "en": "according to {by}"},
    "lapsed_by_rule": {
        "fr": ", échu depuis (un tel label vaut deux ou trois ans)",
        "en": ", lapsed since (such a label lasts two or three years)",
    },
    "held_until_end_of": {
        "fr": "labellisé jusqu’à fin {year}, suite non vérifiée",
        "en": "labelled until the end of {year}, what came next is not checked",
    },
    "held_until": {
        "fr": "labellisé jusqu’au {day}, suite non vérifiée",
        "en": "labelled until {day}, what came next is not checked",
    },
    # --- référents
    "pole_label_obtained": {
        "fr": "a obtenu le label de pôle de compétitivité",
        "en": "obtained the label of pôle de compétitivité",
    },
    "exists_since": {
        "fr": "existe depuis {oldest}, {pilot} depuis {founded}",
        "en": "has existed since {oldest}, {pilot} since {founded}",
    },
    "comes_from": {
        "fr": "est issu de structures nées dès {oldest}, quand {pilot} date de {founded}",
        "en": "comes from structures born as early as {oldest}, {pilot} dates from {founded}",
    },
    "lead_unknown": {"fr": "L’avance {name:de} n’est pas connue.", "en": "How far ahead {name} is, is not known."},
    "no_lead": {"fr": "n’a pas d’avance connue", "en": "is not known to be ahead"},
    "no_success_seen": {
        "fr": "Aucun succès public vu pour {name} : ni note, ni label.",
        "en": "No public success seen for {name}: neither rating nor label.",
    },
    "success_unseen": {
        "fr": "Aucun succès public vu pour {names} : demandez à votre Conseil régional ce qu’il en pense.",
        "en": "No public success seen for {names}: ask your Conseil régional what it thinks of them.",
    },
    "open_to_calls": {
        "fr": "{name} accepte d’être appelé {raw}{declared} : cette disponibilité passe avant les notes anciennes.",
        "en": "{name} agrees to be called about “{about}” until {until}{declared}: this comes before old ratings.",
    },
    "declared_mark": {"fr": " (déclaré par le cluster le {day})", "en": " (declared by the cluster on {day})"},
    "no_help": {
        "fr": "Aucune aide {name:de} à un autre cluster n’est documentée.",
        "en": "No help by {name} to another cluster is documented.",
    },
    "today": {"fr": " (aujourd’hui {name})", "en": " (today {name})"},
    "exchange": {"fr": "{count} échange documenté", "en": "{count} documented exchange"},
    "exchanges": {"fr": "{count} échanges documentés", "en": "{count} documented exchanges"},
    "has_helped": {
        "fr": "{names}{today} a déjà aidé {whom} ({exchanges}).",
        "en": "{names}{today} has already helped {whom} ({exchanges}).",
    },
    "have_helped": {
        "fr": "{names}{today} ont déjà aidé {whom} ({exchanges}).",
        "en": "{names}{today} have already helped {whom} ({exchanges}).",
    },
    "own_first": {
        "fr": "Vos référents d’abord, qui vous ont déjà aidés : {names}.",
        "en": "First your own référents, who have already helped you: {names}.",
    },
    "need_unheard": {
        "fr": "« {need} » : le répertoire ne connaît aucun mot de ce besoin. Ces suggestions ne partent que de votre filière ; "
        "essayez un mot plus courant.",
        "en": "“{need}”: the directory knows no word of this need. These suggestions rest on your sector alone; try a more "
        "usual word.",
    },
    "nobody_close": {
        "fr": "Aucun cluster du répertoire n’est proche de ce que vous cherchez : ces noms ne tiennent qu’au territoire et aux "
        "moyens. Donnez votre filière ou votre besoin avec d’autres mots.",
        "en": "No cluster of the directory is close to what you look for: these names rest on territory and means alone. Give "
        "your sector or your need in other words.",
    },
    "nobody_left": {
        "fr": "Aucun autre cluster du répertoire ne peut être suggéré.",
        "en": "No other cluster of the directory can be suggested.",
    },
    "region_asked": {
        "fr": "Indiquez votre région : un référent se choisit d’abord près de chez soi.",
        "en": "Give your region: a référent is first chosen near home.",
    },
    "foreign_region": {
        "fr": "{names} : hors des régions françaises connues.",
        "en": "{names}: none of the known French regions.",
    },
    # --- ties
    "relation": {"fr": "{stage} entre {names}, {year} : {topic}", "en": "{stage} between {names}, {year}: {topic}"},
    "tie": {"fr": "Déjà documenté : {shown}.", "en": "Already documented: {shown}."},
    "no_tie": {
        "fr": "Aucune relation entre {pilot} et {name} n’est documentée.",
        "en": "No relation between {pilot} and {name} is documented.",
    },
    "nobody_in_common": {"fr": "Aucun partenaire commun n’est documenté.", "en": "No partner in common is documented."},
    "one_in_common": {
        "fr": "{names} a des liens documentés avec les deux.",
        "en": "{names} has documented ties with both.",
    },
    "some_in_common": {
        "fr": "{names} ont des liens documentés avec les deux.",
        "en": "{names} have documented ties with both.",
    },
}
