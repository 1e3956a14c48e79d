"""The sentences of a call sheet by key, in French and in English: what to ask, to offer, to handle, who introduces."""

from assistant.vocabulary import CautionKind, Language, Said

HANDLING: dict[CautionKind, Said] = {
    "antagonisme": {
        "fr": "En parler d’emblée : que s’est-il passé, qui était là, qu’est-ce qui a changé depuis ?",
        "en": "Speak of it at once: what happened, who was there, what has changed since?",
    },
    "disparite": {
        "fr": "Dire ce que le plus petit apporte, et proposer un premier pas à sa mesure.",
        "en": "Say what the smaller one brings, and propose a first step of its size.",
    },
    "concurrence": {
        "fr": "Convenir par écrit de ce qui est partagé et de ce que chacun garde, avant tout projet.",
        "en": "Agree in writing on what is shared and what each keeps, before any project.",
    },
    "renouvellement": {
        "fr": "Demander qui suit le sujet aujourd’hui : la relation se refait avec cette personne.",
        "en": "Ask who is in charge today: the relation is to be made again with that person.",
    },
    "donnee_ancienne": {
        "fr": "Ne pas citer ces données : les demander.",
        "en": "Do not quote these data: ask for them.",
    },
    "fusion": {
        "fr": "Demander qui suit aujourd’hui les projets des structures réunies.",
        "en": "Ask who follows the projects of the merged structures today.",
    },
}
AFTER: dict[Language, tuple[str, ...]] = {
    "fr": (
        "Est-ce que cela a été utile ?",
        "Qui d’autre nous conseille-t-on ?",
        "Quelle suite, et pour quand ?",
        "Pouvons-nous dire qui nous l’a dit ?",
    ),
    "en": (
        "Was it useful?",
        "Whom else are we advised to see?",
        "What is the next step, and by when?",
        "May we say who told us?",
    ),
}
SHEET: dict[str, Said] = {
    "head": {"fr": "Fiche d’appel : {name}, pour {pilot} ({role})", "en": "Call sheet: {name}, for {pilot} ({role})"},
    "site": {"fr": "Site : {address}", "en": "Website: {address}"},
    "ask": {"fr": "À demander", "en": "To ask"},
    "offer": {"fr": "À offrir en retour", "en": "To offer in return"},
    "introducers": {"fr": "Qui peut vous introduire", "en": "Who can introduce you"},
    "cautions": {"fr": "À manier avec soin", "en": "To handle with care"},
    "after": {"fr": "Après l’appel, deux minutes", "en": "After the call, two minutes"},
    "day_format": {"fr": "AAAA-MM-JJ", "en": "YYYY-MM-DD"},
    "open": {
        "fr": "{name} accepte d’être appelé {raw}{declared}.",
        "en": "{name} agrees to be called about “{about}” until {until}{declared}.",
    },
    "open_past": {
        "fr": "{name} acceptait d’être appelé {raw}{declared} : c’est passé, demandez si cela tient encore.",
        "en": "{name} agreed to be called about “{about}” until {until}{declared}: this is over, ask whether it still holds.",
    },
    "known_there": {"fr": "{person} : vous vous connaissez déjà.", "en": "{person}: you know each other already."},
    "known_because": {
        "fr": "{times:contact} dans le carnet{by}{trust}",
        "en": "{times:contact} in the journal{by}{trust}",
    },
    "known_by": {"fr": " par {names}", "en": " by {names}"},
    "known_trust": {"fr": ", confiance {trust} sur 5", "en": ", trust {trust} out of 5"},
}
QUESTIONS: dict[str, Said] = {
    "team_blank": {
        "fr": "Combien êtes-vous dans l’équipe, et qui fait quoi ?",
        "en": "How many are you in the team, and who does what?",
    },
    "members_blank": {
        "fr": "Combien avez-vous d’adhérents, et combien d’actifs ?",
        "en": "How many members have you, and how many are active?",
    },
    "budget_blank": {
        "fr": "Quel est l’ordre de grandeur de votre budget, et d’où vient-il ?",
        "en": "What is the order of magnitude of your budget, and where does it come from?",
    },
    "technologies_blank": {
        "fr": "Quelles technologies vos adhérents maîtrisent-ils ?",
        "en": "Which technologies do your members master?",
    },
    "markets_blank": {"fr": "Quels marchés vos adhérents visent-ils ?", "en": "Which markets do your members aim at?"},
    "blank_because": {
        "fr": "le répertoire ne le dit pas pour {name}",
        "en": "the directory does not say it for {name}",
    },
    "whom_else": {
        "fr": "Vers qui d’autre nous conseillez-vous de nous tourner, et pouvez-vous nous présenter ?",
        "en": "Whom else do you advise us to turn to, and can you introduce us?",
    },
    "need": {
        "fr": "Sur « {need} » : comment avez-vous fait, et que referiez-vous autrement ?",
        "en": "On “{need}”: how did you do it, and what would you do otherwise today?",
    },
    "success": {
        "fr": "Qu’est-ce qui a le plus compté pour obtenir ce résultat ?",
        "en": "What counted most in obtaining this result?",
    },
    "helped": {
        "fr": "Qu’avez-vous transmis à ce cluster, et qu’est-ce qui lui a servi ?",
        "en": "What did you pass on to that cluster, and what was of use to it?",
    },
    "recruitment": {
        "fr": "Quel a été votre premier recrutement, et le suivant ?",
        "en": "Whom did you recruit first, and next?",
    },
    "team_known": {"fr": "équipe : {team}{declared}", "en": "team: {team}{declared}"},
    "members": {
        "fr": "Comment avez-vous gagné vos adhérents, et comment les gardez-vous ?",
        "en": "How did you win your members, and how do you keep them?",
    },
    "members_known": {"fr": "{count:membre} en {year}{declared}", "en": "{count:member} in {year}{declared}"},
    "members_known_undated": {
        "fr": "{count:membre}, année non vue{declared}",
        "en": "{count:member}, year not seen{declared}",
    },
    "first_years": {
        "fr": "Quelles décisions des deux premières années comptent encore aujourd’hui ?",
        "en": "Which decisions of the first two years still count today?",
    },
    "exists_since": {"fr": "{name} existe depuis {founded}", "en": "{name} has existed since {founded}"},
    "document": {
        "fr": "Quel document accepteriez-vous de nous montrer (statuts, budget type, dossier de candidature) ?",
        "en": "Which document would you agree to show us (statutes, model budget, application file)?",
    },
    "who_works_on": {
        "fr": "Qui, parmi vos adhérents, travaille sur {parts} et voudrait un projet commun ?",
        "en": "Who among your members works on {parts} and would like a joint project?",
    },
    "use_case": {
        "fr": "Quel cas d’usage pourrions-nous essayer à petite échelle, avec qui de chaque côté ?",
        "en": "Which use case could we try on a small scale, with whom on each side?",
    },
    "who_carries": {
        "fr": "Qui porte les projets chez vous, et votre feuille de route est-elle votée ?",
        "en": "Who carries the projects on your side, and has your roadmap been voted?",
    },
    "joint_work": {
        "fr": "Qu’est-ce qui a fait aboutir ce travail commun, et qu’est-ce qui l’a ralenti ?",
        "en": "What made this joint work succeed, and what slowed it down?",
    },
    "common_partners": {
        "fr": "Que retirez-vous de vos échanges avec nos partenaires communs ?",
        "en": "What do you get from your exchanges with our common partners?",
    },
    "committee": {
        "fr": "Quand se réunit votre comité de labellisation, et co-labellisez-vous avec d’autres ?",
        "en": "When does your labelling committee meet, and do you co-label with others?",
    },
}
OFFERS: dict[str, Said] = {
    "nothing": {
        "fr": "Le répertoire ne dit pas ce que vous avez de plus : préparez une chose à donner (un contact, un document, une "
        "visite), et complétez « Ma fiche » (technologies, marchés, adhérents).",
        "en": "The directory does not say what you have that they lack: prepare one thing to give (a contact, a document, a "
        "visit), and complete “My sheet” (technologies, markets, members).",
    },
    "technology": {
        "fr": "Chez nous, une technologie à vous ouvrir : {words}.",
        "en": "With us, a technology to open to you: {words}.",
    },
    "technologies": {
        "fr": "Chez nous, des technologies à vous ouvrir : {words}.",
        "en": "With us, technologies to open to you: {words}.",
    },
    "field": {
        "fr": "Chez nous, un terrain d’application à vous ouvrir : {words}.",
        "en": "With us, a field of application to open to you: {words}.",
    },
    "fields": {
        "fr": "Chez nous, des terrains d’application à vous ouvrir : {words}.",
        "en": "With us, fields of application to open to you: {words}.",
    },
    "not_seen_there": {
        "fr": "le répertoire ne le voit pas chez {name}",
        "en": "the directory does not see it at {name}",
    },
    "region": {
        "fr": "Un relais en région ({regions}) : nos financeurs, nos adhérents, une salle pour vos événements.",
        "en": "A relay in the region ({regions}): our funders, our members, a room for your events.",
    },
    "their_regions": {"fr": "{name} est en {regions}", "en": "{name} is in {regions}"},
    "story": {
        "fr": "Le récit de ce que nous avons vécu{others} : {topic}{year}.",
        "en": "The story of what we went through{others}: {topic}{year}.",
    },
    "story_with": {"fr": ", avec {names}", "en": ", with {names}"},
    "label": {"fr": "Notre expérience du {label}.", "en": "Our experience of the {label}."},
    "call_for_members": {
        "fr": "Un appel à nos adhérents en votre nom : {known}.",
        "en": "A call to our members in your name: {known}.",
    },
    "members": {"fr": "{count:adhérent}", "en": "{count:member}"},
    "members_in": {"fr": "{count:adhérent} ({year}){declared}", "en": "{count:member} ({year}){declared}"},
    "members_undated": {
        "fr": "{count:adhérent} (année non vue){declared}",
        "en": "{count:member} (year not seen){declared}",
    },
    "call_us": {
        "fr": "Vous pouvez nous appeler aussi, {raw}.",
        "en": "You can call us too, about “{about}”, until {until}.",
    },
}
INTRODUCERS: dict[str, Said] = {
    "by_council": {
        "fr": "en Aquitaine, le Conseil régional mettait en relation pilotes novices et pilotes reconnus (Cusin & Loubaresse)",
        "en": "in Aquitaine, the Conseil régional brought novice and recognised pilots together (Cusin & Loubaresse)",
    },
    "by_network": {
        "fr": "ses dirigeants mettent en relation les adhérents qui cherchent un cluster sur un thème (Cusin & Loubaresse)",
        "en": "its leaders connect members who look for a cluster on a theme (Cusin & Loubaresse)",
    },
    "common_partner": {
        "fr": "Un partenaire commun : demandez-lui d’écrire aux deux.",
        "en": "A common partner: ask it to write to both of you.",
    },
    "pilot_nearby": {
        "fr": "Un pilote de la même région, qui a l’habitude d’aider : {name}.",
        "en": "A pilot of the same region, who is used to helping: {name}.",
    },
    "times_helped": {
        "fr": "{times:aide} à d’autres clusters dans le répertoire",
        "en": "documented as helping other clusters {times:time}",
    },
    "council": {
        "fr": "{name} : le service qui suit les clusters.",
        "en": "{name}: the department that follows clusters.",
    },
    "network": {"fr": "{name} : l’équipe permanente.", "en": "{name}: the permanent team."},
    "federation": {
        "fr": "{name} : sa prochaine journée thématique (date à demander, elle n’est pas connue d’ici).",
        "en": "{name}: its next themed day (ask for the date, it is not known here).",
    },
}
