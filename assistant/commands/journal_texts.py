"""What `carnet` says beside the lines of the journal, in the language of the settings."""

from assistant.vocabulary import Language

SAID: dict[str, dict[Language, str]] = {
    "empty": {"fr": "Le carnet est vide.", "en": "The journal is empty."},
    "idle": {"fr": "Rien à faire.", "en": "Nothing to do."},
    "nobody": {"fr": "Personne.", "en": "Nobody."},
    "kept": {"fr": "Suggestion gardée : {name}.", "en": "Suggestion kept: {name}."},
    "line": {"fr": "  ligne {line} : {reason}", "en": "  line {line}: {reason}"},
    "erase": {
        "fr": "Effacer {name} (n° {number}) ? C'est définitif.",
        "en": "Erase {name} (no. {number})? This is final.",
    },
}
