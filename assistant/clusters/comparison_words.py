"""The sentences of comparisons by key, in French and in English: warnings, peers, remarks, formulas, places."""

from assistant.vocabulary import Said

COMPARISON: dict[str, Said] = {
    # --- warnings
    "fewer_peers": {
        "fr": "{found:pair} sur {asked} : une comparaison va jusqu’à {most} clusters.",
        "en": "{found:peer} out of {asked}: a comparison goes up to {most} clusters.",
    },
    "given_twice": {
        "fr": "{name} est donné {times} fois : il compte pour une colonne.",
        "en": "{name} is given {times} times: it counts as one column.",
    },
    "mixed_years": {
        "fr": "Chiffres {when} pour {what} : la comparaison n’est pas à date égale.",
        "en": "Figures {when} for {what}: they do not compare at the same date.",
    },
    "of_years": {"fr": "de {years}", "en": "of {years}"},
    "of_years_and_unseen": {"fr": "de {years} et sans année vue", "en": "of {years} and of a year not seen"},
    "of_unseen_years": {"fr": "sans année vue", "en": "of years not seen"},
    "remark": {"fr": "{name}, {note}.", "en": "{name}, {note}."},
    # --- what a bare number would hide
    "team_noted": {"fr": "équipe relevée ainsi : {raw}", "en": "team as it was noted: {raw}"},
    "budget_noted": {
        "fr": "budget annuel non vu ; seul relevé : {raw}",
        "en": "annual budget not seen; all that was noted: {raw}",
    },
    "noted": {"fr": "relevé ainsi : {raw}", "en": "as it was noted: {raw}"},
    "declared_by": {"fr": "déclaré par {name} le {day}", "en": "declared by {name} on {day}"},
    # --- indicators in a sentence
    "row_membres": {"fr": "le nombre de membres", "en": "the number of members"},
    "row_equipe": {"fr": "l’équipe", "en": "the team"},
    "row_budget": {"fr": "le budget", "en": "the budget"},
    "row_part_privee": {"fr": "la part privée du budget", "en": "the private share of the budget"},
    "row_membres_par_personne": {
        "fr": "le nombre de membres par personne de l’équipe",
        "en": "the number of members per team member",
    },
    "row_projets": {"fr": "les projets annoncés", "en": "the projects announced"},
    # --- formulas
    "formula_age": {"fr": "année en cours − année de création", "en": "current year − year founded"},
    "formula_membres_par_personne": {
        "fr": "membres ÷ équipe, chacun à son année",
        "en": "members ÷ team, each of its own year",
    },
    "formula_projets_communs": {
        "fr": "projets et conventions documentés dans le répertoire, fusions suivies ; l’année est celle du dernier",
        "en": "projects and conventions documented in the directory, mergers followed; the year is that of the latest",
    },
    "merged_since": {
        "fr": ", fusion de structures nées dès {oldest}",
        "en": ", merger of structures born as early as {oldest}",
    },
    "quotient": {
        "fr": "{members:membre} ({of_members}) ÷ {team:personne} ({of_team})",
        "en": "{members:member} ({of_members}) ÷ {team:team member} ({of_team})",
    },
    "projects_counted": {"fr": "{count:projet}", "en": "{count:project}"},
    "conventions_counted": {"fr": "{count:convention}", "en": "{count:convention}"},
    # --- places beside the published averages
    "position": {
        "fr": "{name} {when} : {times} fois la moyenne {since}.",
        "en": "{name} {when}: {times} × the average {since}.",
    },
    "when_year": {"fr": "en {year}", "en": "in {year}"},
    "when_unseen": {"fr": "à une année non vue", "en": "in a year not seen"},
    "average_published": {"fr": "publiée en {year}", "en": "published in {year}"},
    "average_of": {"fr": "de {year}", "en": "of {year}"},
    # --- peers
    "peer_kind": {"fr": "même type ({kind})", "en": "same kind, {kind}"},
    "peer_size": {
        "fr": "taille voisine (membres : {theirs}, contre {ours})",
        "en": "close size (members: {theirs}, against {ours})",
    },
    "counted_in": {"fr": "{count} en {year}", "en": "{count} in {year}"},
    "counted_undated": {"fr": "{count}, année non vue", "en": "{count}, year not seen"},
    "peer_theme": {"fr": "thème commun : {themes}", "en": "theme in common: {themes}"},
    "peer_themes": {"fr": "thèmes communs : {themes}", "en": "themes in common: {themes}"},
    "peer_phase": {"fr": "même phase ({phase})", "en": "same phase ({phase})"},
    "phase_structuration": {"fr": "structuration", "en": "structuring"},
    "phase_developpement": {"fr": "développement", "en": "development"},
    "peer_figures": {"fr": "chiffres connus : {figures}", "en": "known figures: {figures}"},
    "figure_members": {"fr": "membres", "en": "members"},
    "figure_team": {"fr": "équipe", "en": "team"},
    "figure_budget": {"fr": "budget", "en": "budget"},
    "figure_founded": {"fr": "création", "en": "year founded"},
    "peer_nearest": {
        "fr": "le plus proche de ceux que le répertoire connaît.",
        "en": "the nearest of those that the directory knows.",
    },
}
