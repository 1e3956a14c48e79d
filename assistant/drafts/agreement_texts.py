"""The sentences of the convention outline and of the roadmap by key, in French and in English."""

from assistant.vocabulary import Said

CONVENTION: dict[str, Said] = {
    "title": {
        "fr": "Trame de convention entre {pilot} et {name}",
        "en": "Outline of a convention between {pilot} and {name}",
    },
    "opening": {
        "fr": "Trame à discuter entre pilotes, puis à faire relire par un juriste : ce n’est pas un acte prêt à signer. Les "
        "lignes « À savoir » sont des repères, à retirer.",
        "en": "Outline to be discussed between pilots, then read by a lawyer: this is not an act ready to sign. The lines “To "
        "know” are landmarks, to be removed.",
    },
    "before": {"fr": "À régler avant d’écrire", "en": "To settle before writing"},
    "parties": {"fr": "Parties", "en": "Parties"},
    "represented": {
        "fr": "Représentées par {blank} (nom, fonction) et {blank} (nom, fonction), dûment habilités.",
        "en": "Represented by {blank} (name, function) and {blank} (name, function), duly authorised.",
    },
    "purpose_title": {"fr": "Objet", "en": "Purpose"},
    "need": {"fr": "« {need} »", "en": "“{need}”"},
    "purpose": {
        "fr": "Coopérer sur {subject}. Thèmes retenus, trois au plus : {blank}.",
        "en": "To cooperate on {subject}. Themes chosen, three at most: {blank}.",
    },
    "three_themes": {
        "fr": "À savoir : la convention des six pôles du Grand Est (2016) retient trois thèmes prioritaires.",
        "en": "To know: the convention of the six pôles of Grand Est (2016) keeps three priority themes.",
    },
    "contributions": {"fr": "Apports de chacun", "en": "What each brings"},
    "each_brings": {"fr": "{pilot} : {blank}. {name} : {blank}.", "en": "{pilot}: {blank}. {name}: {blank}."},
    "lead": {
        "fr": "À savoir, une piste tirée du répertoire : « {text} »",
        "en": "To know, a lead from the directory: {text}",
    },
    "roadmap": {"fr": "Feuille de route et calendrier", "en": "Roadmap and calendar"},
    "actions": {
        "fr": "Actions, responsables et dates : {blank} (voir le brouillon de feuille de route).",
        "en": "Actions, who carries them and dates: {blank} (see the draft of the roadmap).",
    },
    "roadmap_helps": {
        "fr": "À savoir : préciser une feuille de route et un calendrier accélère l’aboutissement des projets, selon Cusin et "
        "Loubaresse.",
        "en": "To know: a precise roadmap and calendar make projects come through faster, according to Cusin and Loubaresse.",
    },
    "steering": {"fr": "Pilotage", "en": "Steering"},
    "one_named": {
        "fr": "Un interlocuteur nommé et un suppléant de chaque côté : {blank}. Fréquence des points : {blank}. En cas de "
        "départ, la partie présente le successeur à l’autre et lui transmet le dossier.",
        "en": "One named person and a deputy on each side: {blank}. How often they meet: {blank}. When one leaves, that party "
        "introduces the successor to the other and hands over the file.",
    },
    "turnover": {
        "fr": "À savoir : le renouvellement rapide des pilotes est un frein, selon Cusin et Loubaresse.",
        "en": "To know: the rapid turnover of pilots is a hindrance, according to Cusin and Loubaresse.",
    },
    "coopetition": {"fr": "Adhérents et coopétition", "en": "Members and coopetition"},
    "shared": {
        "fr": "Ce qui est partagé (adhérents, appels à projets, financeurs) : {blank}. Ce que chacun garde : {blank}.",
        "en": "What is shared (members, calls for projects, funders): {blank}. What each keeps: {blank}.",
    },
    "labelling": {"fr": "Labellisation des projets", "en": "Labelling of projects"},
    "co_labelling": {
        "fr": "Co-labellisation (comités, calendrier, qui dépose) : {blank}.",
        "en": "Co-labelling (committees, calendar, who submits): {blank}.",
    },
    "funding": {"fr": "Financement", "en": "Funding"},
    "expenses": {
        "fr": "Dépenses, qui paie quoi, aides demandées : {blank}. Faute de financement : {blank}.",
        "en": "Expenses, who pays what, aid applied for: {blank}. Without funding: {blank}.",
    },
    "confidentiality": {
        "fr": "Confidentialité, résultats et communication",
        "en": "Confidentiality, results and communication",
    },
    "confidential": {
        "fr": "Informations confidentielles : {blank}. Propriété des résultats : renvoyer à l’accord de consortium de chaque "
        "projet. Qui communique quoi, avec l’accord de qui : {blank}.",
        "en": "Confidential information: {blank}. Ownership of results: refer to the consortium agreement of each project. Who "
        "communicates what, with whose agreement: {blank}.",
    },
    "duration": {"fr": "Durée, bilan et sortie", "en": "Duration, review and exit"},
    "lasts": {
        "fr": "Durée : {blank}. Date du bilan commun (ce qui a abouti, ce qui s’arrête) : {blank}. Préavis pour se "
        "retirer : {blank}.",
        "en": "Duration: {blank}. Date of the joint review (what came through, what stops): {blank}. Notice of "
        "withdrawal: {blank}.",
    },
    "signatures": {"fr": "Signatures", "en": "Signatures"},
    "place_and_date": {"fr": "Lieu : {blank}. Date : {when}.", "en": "Place: {blank}. Date: {when}."},
    "aimed_at": {"fr": "{day} (date visée)", "en": "{day} (date aimed at)"},
    "signs": {"fr": "Pour {name} : {blank}", "en": "For {name}: {blank}"},
}
ROADMAP: dict[str, Said] = {
    "both_pilots": {"fr": "les deux pilotes", "en": "both pilots"},
    "both_teams": {"fr": "les deux équipes", "en": "both teams"},
    "each_board": {"fr": "chaque conseil", "en": "each board"},
    "each_president": {"fr": "chaque président", "en": "each chair"},
    "our_team": {"fr": "notre équipe", "en": "our team"},
    "our_board": {"fr": "notre conseil", "en": "our board"},
    "our_pilot": {"fr": "notre pilote", "en": "our pilot"},
    "goal_partenaire": {"fr": "signature", "en": "signature"},
    "goal_referent": {"fr": "décision sur la pratique reprise", "en": "decision on the practice taken over"},
    "first_call": {"fr": "Premier appel, puis note de deux minutes", "en": "First call, then two minutes of notes"},
    "pilots_meet": {
        "fr": "Rencontre entre pilotes : trois thèmes au plus",
        "en": "Meeting between pilots: three themes at most",
    },
    "boards_agree": {
        "fr": "Accord de principe de chaque conseil ou bureau",
        "en": "Agreement in principle of each board",
    },
    "workshop": {
        "fr": "Atelier d’adhérents des deux côtés : cas d’usage, intéressés",
        "en": "Workshop of members of both sides: use cases, who is interested",
    },
    "write_shares": {
        "fr": "Écrire ce qui est partagé et ce que chacun garde (adhérents, financeurs, appels)",
        "en": "Write down what is shared and what each keeps (members, funders, calls)",
    },
    "write_convention": {
        "fr": "Projet de convention : actions, responsables, calendrier, budget",
        "en": "Draft convention: actions, who carries them, calendar, budget",
    },
    "boards_vote": {
        "fr": "Relecture juridique et vote en conseil, de chaque côté",
        "en": "Legal reading and vote of the board, on each side",
    },
    "signatories": {"fr": "Signataires et pouvoirs vérifiés", "en": "Signatories and their powers checked"},
    "signature": {"fr": "Signature de la convention", "en": "Signature of the convention"},
    "first_review": {
        "fr": "Premier point de suivi : premier cas d’usage lancé",
        "en": "First follow-up: first use case begun",
    },
    "boards_review": {"fr": "Point d’étape devant chaque bureau", "en": "Progress report to each board"},
    "review": {"fr": "Bilan : ce qui a abouti, ce qui s’arrête", "en": "Review: what came through, what stops"},
    "renew": {"fr": "Renouveler, changer ou arrêter, par écrit", "en": "Renew, change or stop, in writing"},
    "visit": {
        "fr": "Visite ou second échange sur une question précise ; documents montrés",
        "en": "Visit or second exchange on a precise question; documents shown",
    },
    "one_page": {
        "fr": "Note d’une page : ce qui convient chez nous, ce qui ne convient pas",
        "en": "One page: what suits us, what does not",
    },
    "board_decides": {"fr": "Bureau ou conseil : essayer, adapter ou laisser", "en": "Board: try, adapt or leave"},
    "decision": {"fr": "Décision, et qui la porte", "en": "Decision, and who carries it"},
    "tell_referent": {
        "fr": "Dire au référent ce que nous en avons fait, et lui rendre service",
        "en": "Tell the référent what we made of it, and return the favour",
    },
    "trial_review": {"fr": "Bilan de l’essai ; second échange", "en": "Review of the trial; second exchange"},
    "title": {"fr": "Feuille de route {pilot:de} avec {name}", "en": "Roadmap of {pilot} with {name}"},
    "subtitle": {"fr": "Sur « {need} »", "en": "On “{need}”"},
    "date": {"fr": "Date", "en": "Date"},
    "step": {"fr": "Étape", "en": "Step"},
    "who": {"fr": "Qui", "en": "Who"},
    "done_on": {"fr": "Fait le", "en": "Done on"},
    "steps": {"fr": "Étapes", "en": "Steps"},
    "in_mind": {"fr": "À garder en tête", "en": "To keep in mind"},
    "late": {"fr": " (en retard)", "en": " (late)"},
    "blocking": {"fr": " (peut tout arrêter)", "en": " (can stop everything)"},
    "calendar_helps": {
        "fr": "Un calendrier écrit accélère l’aboutissement des projets, selon Cusin et Loubaresse.",
        "en": "A written calendar makes projects come through faster, according to Cusin and Loubaresse.",
    },
    "aimed": {
        "fr": "Date visée : {day} ({goal}). Étapes calculées {how}, sur des jours ouvrés. Les délais sont "
        "des usages, à ajuster.",
        "en": "Date aimed at: {day} ({goal}). Steps reckoned {how}, on working days. The delays are usual "
        "ones, to be adjusted.",
    },
    "back": {"fr": "en remontant de la date visée", "en": "back from the date aimed at"},
    "on": {"fr": "à partir d’aujourd’hui", "en": "from today on"},
    "past": {"fr": "Cette date est passée : choisissez-en une autre.", "en": "This date is past: choose another one."},
    "too_short": {
        "fr": "Trop court : {late:étape} déjà en retard. Repoussez la date de {missing:jour}, ou menez plusieurs étapes de "
        "front.",
        "en": "Too short: {late:step} already late. Put the date off by {missing:day}, or take several steps at once.",
    },
}
