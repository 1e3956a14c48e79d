"""What to say when the entry of a cluster has not the field that is asked for, in French and in English."""

from assistant.clusters.fields import Field
from assistant.clusters.names import of
from assistant.vocabulary import Language

_NOT_GIVEN: dict[Field, dict[Language, str]] = {
    Field.MEMBRES: {"fr": "le nombre de membres", "en": "the number of members"},
    Field.EQUIPE: {"fr": "l'effectif de l'équipe", "en": "the size of the team"},
    Field.BUDGET: {"fr": "le budget", "en": "the budget"},
    Field.CREATION: {"fr": "l'année de création", "en": "the year of creation"},
    Field.VILLE: {"fr": "la ville du siège", "en": "the town of the head office"},
    Field.SITE: {"fr": "le site", "en": "the website"},
    Field.EVALUATION: {"fr": "la note à une évaluation nationale", "en": "the rating by a national evaluation"},
    Field.PROJETS: {"fr": "le nombre de projets", "en": "the number of projects"},
}
_SAID: dict[Language, str] = {
    "fr": "Le répertoire ne donne pas {what} {whose}. Voici ce qui s'en approche et à qui le demander.",
    "en": "The directory does not give {what} of {name}. Here is what comes near and whom to ask.",
}
_NO_LABEL: dict[Language, str] = {
    "fr": "Le répertoire ne connaît aucun label {whose}. Voici ce qui s'en approche et à qui le demander.",
    "en": "The directory knows of no label of {name}. Here is what comes near and whom to ask.",
}


def entry_lacks(field: Field, name: str, language: Language) -> str | None:
    """That the entry of the cluster of this name lacks the field; None for fields that are not told apart."""
    if field is Field.LABELS:
        return _NO_LABEL[language].format(whose=of(name), name=name)
    what = _NOT_GIVEN.get(field)
    return _SAID[language].format(what=what[language], whose=of(name), name=name) if what else None
