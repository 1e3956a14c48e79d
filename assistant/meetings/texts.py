"""The sentences of meetings by key, in French and in English: why, with which question, what is told beside."""

from assistant.vocabulary import Said

MEETINGS: dict[str, Said] = {
    # --- why these two
    "nothing_known": {
        "fr": "Le répertoire ne connaît rien qui les rapproche : à chacun de dire ce qu’il cherche.",
        "en": "The directory knows nothing that brings them together: let each say what they look for.",
    },
    "themes_of_both": {
        "fr": "Thèmes communs à {guest} et {host} : {themes}.",
        "en": "Themes in common between {guest} and {host}: {themes}.",
    },
    "in_common_of_both": {
        "fr": "{guest} et {host} : {because}",
        "en": "{guest} and {host}: {because}",
    },
    "means_to_compare": {
        "fr": "Des moyens à comparer à ceux {guest:de}. {because}",
        "en": "Means to compare with those of {guest}. {because}",
    },
    "both_in_region": {
        "fr": "{guest} et {host} couvrent la même région : {regions}.",
        "en": "{guest} and {host} cover the same region: {regions}.",
    },
    "joins": {"fr": "{told} {name} se joint à eux. {because}", "en": "{told} {name} joins them. {because}"},
    # --- one question to begin with
    "ask_referent": {
        "fr": "Quelle décision de ses premières années {host} prendrait-il autrement aujourd’hui ?",
        "en": "Which decision of its first years would {host} take otherwise today?",
    },
    "ask_partenaire": {
        "fr": "Que cherchez-vous que l’autre pourrait apporter, et qui suivrait le sujet dans chaque équipe ?",
        "en": "What do you look for that the other could bring, and who would follow it in each team?",
    },
    "ask_entre_pairs": {
        "fr": "Qu’est-ce qui vous coûte le plus de temps en ce moment, et qui vous a aidés ?",
        "en": "What costs you most time at present, and who has helped you?",
    },
    "ask_referent_habitude_aide": {
        "fr": "Comment s’y est pris {host} la dernière fois qu’un autre cluster lui a demandé de l’aide, et "
        "que peut-il partager avec {guest} ?",
        "en": "How did {host} go about it the last time another cluster asked for help, and what can it share with {guest}?",
    },
    "ask_referent_avance": {
        "fr": "Par quelles étapes {host} est-il passé, et laquelle {guest} devrait-il préparer dès maintenant ?",
        "en": "Through which steps did {host} go, and which one should {guest} prepare now?",
    },
    "ask_referent_reussite_reconnue": {
        "fr": "Qu’est-ce qui a pesé dans cette reconnaissance, et que faut-il avoir prêt pour y prétendre ?",
        "en": "What weighed in this recognition, and what must be ready before one applies for it?",
    },
    "ask_referent_proximite_region": {
        "fr": "Qui, à la Région et chez les financeurs, {guest} doit-il rencontrer d’abord, et avec quoi en main ?",
        "en": "Whom should {guest} first meet at the Region and among funders, and with what in hand?",
    },
    "ask_referent_moyens_comparables": {
        "fr": "Comment {host} répartit-il son équipe et son budget, et qu’a-t-il cessé de faire ?",
        "en": "How does {host} share out its team and its budget, and what has it stopped doing?",
    },
    "ask_referent_lien_documente": {
        "fr": "Qu’est-il resté de cet échange, et quelle suite {guest} peut-il lui donner ?",
        "en": "What has remained of that exchange, and how can {guest} follow it up?",
    },
    "ask_partenaire_complementarite": {
        "fr": "Quel adhérent de l’un testerait la technologie de l’autre, et sur quel besoin précis ?",
        "en": "Which member of one would test the technology of the other, and on which precise need?",
    },
    "ask_partenaire_liens_deux_pas": {
        "fr": "Que chacun a-t-il fait avec ce partenaire commun, et peut-il vous réunir ?",
        "en": "What has each done with this common partner, and can it bring you together?",
    },
    "ask_partenaire_lien_documente": {
        "fr": "Où en est ce lien, et quelle est la prochaine étape datée ?",
        "en": "How far has this tie gone, and what is the next dated step?",
    },
    "ask_partenaire_region_commune": {
        "fr": "Quel équipement ou quel financeur voisin serviriez-vous mieux à deux ?",
        "en": "Which neighbouring facility or funder would you serve better together?",
    },
    "ask_entre_pairs_proximite_region": {
        "fr": "À qui, dans la région, allez-vous demander conseil, et pouvez-vous y aller ensemble ?",
        "en": "Whom in the region will you ask for advice, and can you go together?",
    },
    "ask_entre_pairs_distance": {
        "fr": "Que pourriez-vous mettre en commun, à cette distance : un bureau, une personne, un événement ?",
        "en": "What could you share at this distance: an office, a person, an event?",
    },
    "ask_entre_pairs_moyens_comparables": {
        "fr": "Avec des moyens voisins, à quoi chacun consacre-t-il son premier recrutement ?",
        "en": "With similar means, what does each use its first recruitment for?",
    },
    "ask_entre_pairs_lien_documente": {
        "fr": "Qu’est-il resté de cet échange, et qu’est-ce qui a manqué ?",
        "en": "What has remained of that exchange, and what was missing?",
    },
    "ask_of_members": {
        "fr": "Quelle question les adhérents {guest:de} et ceux {host:de} se posent-ils sans avoir pu y répondre seuls ?",
        "en": "Which question do the members of {guest} and those of {host} ask without having answered it alone?",
    },
    "ask_on_theme": {
        "fr": "Sur « {theme} », quel projet aucun des deux ne peut porter seul, et que chacun y mettrait-il ?",
        "en": "On “{theme}”, which project can neither carry alone, and what would each put into it?",
    },
    # --- what is told beside the tables
    "never_together": {"fr": "Jamais à la même table. {text}", "en": "Never at the same table. {text}"},
    "fewer_rounds": {
        "fr": "{made:tour} sur {count} : au-delà, tous ceux qui le peuvent se sont rencontrés.",
        "en": "{made:round} out of {count}: after that, all who can meet have met.",
    },
    "tables_of_three": {
        "fr": "Tour {number} : {threes} sont trois à leur table, le nombre ne permet pas que des paires.",
        "en": "Round {number}: {threes} are three at their table, the number does not allow for pairs alone.",
    },
    "without_table": {
        "fr": "Tour {number} : sans table, {names} ; à placer en premier ensuite.",
        "en": "Round {number}: without a table, {names}; to be placed first after that.",
    },
    "all_met_or_apart": {
        "fr": "Tous ceux qui restent ont déjà été rencontrés, ou un échec documenté les tient à part.",
        "en": "All who are left have been met already, or a documented failure keeps them apart.",
    },
    "all_met": {
        "fr": "Tous ceux qui restent ont déjà été rencontrés.",
        "en": "All who are left have been met already.",
    },
    # --- guests
    "phase_given_structuration": {
        "fr": "Phase donnée par qui organise (structuration).",
        "en": "Phase given by whoever organises (structuring).",
    },
    "phase_given_developpement": {
        "fr": "Phase donnée par qui organise (développement).",
        "en": "Phase given by whoever organises (development).",
    },
    "given_several_times": {
        "fr": "{name} est donné plusieurs fois : il compte pour un.",
        "en": "{name} is given several times: it counts as one.",
    },
    "is_network": {
        "fr": "{name} est un réseau : il présente les clusters entre eux, il n’est pas mis à une table.",
        "en": "{name} is a network: it introduces clusters to each other, it is not put at a table.",
    },
    "no_activity": {
        "fr": "{name} n’a plus d’activité connue : il n’est pas mis à une table.",
        "en": "{name} has no known activity any more: it is not put at a table.",
    },
    "unknown_phases": {
        "fr": "Phase inconnue pour {names} : face à un cluster en développement, chacun vient apprendre ou construire, selon "
        "ce que le répertoire appuie le mieux. Dites lesquels se structurent encore, ou donnez la phase dans la "
        "liste (colonne phase), pour en décider.",
        "en": "Phase unknown for {names}: facing a cluster in development, each comes to learn or to build, whichever the "
        "directory supports best. Say which are still setting up, or give the phase in the list "
        "(column phase), to decide.",
    },
}
