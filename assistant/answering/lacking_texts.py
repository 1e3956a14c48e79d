"""What to say when the entries of clusters have not the fields that are asked for, in French and in English."""

from collections.abc import Sequence
from datetime import date

from assistant.answering.looked_up import LookedUp
from assistant.clusters.fields import Field
from assistant.clusters.label_sentences import past_label_text
from assistant.clusters.names import listed, of
from assistant.vocabulary import Language, Said

_NOT_GIVEN: dict[Field, dict[Language, str]] = {
    Field.MEMBRES: {"fr": "le nombre de membres", "en": "the number of members"},
    Field.EQUIPE: {"fr": "l'effectif de l'équipe", "en": "the size of the team"},
    Field.BUDGET: {"fr": "le budget", "en": "the budget"},
    Field.CREATION: {"fr": "l'année de création", "en": "the year of creation"},
    Field.VILLE: {"fr": "la ville du siège", "en": "the town of the head office"},
    Field.SITE: {"fr": "le site", "en": "the website"},
    Field.EVALUATION: {"fr": "la note à une évaluation nationale", "en": "the rating by a national evaluation"},
    Field.PROJETS: {"fr": "le nombre de projets", "en": "the number of projects"},
    Field.SECTEURS: {"fr": "les secteurs", "en": "the sectors"},
    Field.TECHNOLOGIES: {"fr": "les technologies", "en": "the technologies"},
    Field.MARCHES: {"fr": "les marchés", "en": "the markets"},
    Field.REGION: {"fr": "la région", "en": "the region"},
    Field.NOMS: {"fr": "d'autre nom", "en": "any other name"},
}
_SAID: dict[Language, str] = {
    "fr": "Le répertoire ne donne pas {what} {whose}.",
    "en": "The directory does not give {what} of {name}.",
}
_NO_LABEL: dict[Language, str] = {
    "fr": "Le répertoire ne connaît aucun label {whose}.",
    "en": "The directory knows of no label of {name}.",
}
_HELP: dict[Language, str] = {
    "fr": "Voici ce qui s'en approche et à qui le demander.",
    "en": "Here is what comes near and whom to ask.",
}


def entry_lacks(lacking: Sequence[tuple[Field, str]], language: Language) -> str | None:
    """That entries lack these fields, each given with the name of its cluster, and that help follows; None for fields that
    are not told apart."""
    said = lacks(lacking, language)
    return " ".join([*said, _HELP[language]]) if said else None


def said_beside(looked: LookedUp, today: date, language: Language) -> tuple[str, ...]:
    """What is said below the sentences that were looked up: the fields that entries lack, the labels past their end."""
    lacking = [(field, cluster.short_name) for field, cluster in looked.lacking]
    labelled = dict.fromkeys(cluster.id for field, cluster in looked.asked if field is Field.LABELS)
    clusters = {cluster.id: cluster for _, cluster in looked.asked}
    past = (past_label_text(clusters[key], today, language) for key in labelled)
    return (*(text for text in past if text), *lacks(lacking, language))


def lacks(lacking: Sequence[tuple[Field, str]], language: Language) -> list[str]:
    """That entries lack these fields, a sentence for each cluster: « Le répertoire ne donne pas le budget et l'effectif de l'équipe de CARA. »."""
    fields = dict[str, list[Field]]()
    for field, name in lacking:
        fields.setdefault(name, []).append(field)
    return [text for name, of_it in fields.items() for text in _of_one(of_it, name, language)]


def _of_one(fields: Sequence[Field], name: str, language: Language) -> list[str]:
    what = [_NOT_GIVEN[field][language] for field in fields if field in _NOT_GIVEN]
    said = [_SAID[language].format(what=listed(what, language), whose=of(name), name=name)] if what else []
    if Field.LABELS in fields:
        said.append(_NO_LABEL[language].format(whose=of(name), name=name))
    return said


# Said beneath a refusal where référents or partners were wanted and nothing is known of who asks.
SAY_WHO: Said = {
    "fr": "Je peux en revanche proposer des clusters à interroger\u00a0: dites-moi votre région et votre filière, par exemple "
    "«\u00a0nous sommes une grappe du bois en Occitanie\u00a0».",
    "en": "I can suggest clusters to ask, though: tell me your region and sector, for instance “we are a wood cluster in Occitanie”.",
}
