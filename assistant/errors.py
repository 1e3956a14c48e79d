"""The error tree.

InterpiloteError
├── UserError       exit 1: the person can fix it
│   ├── UnknownCluster, UnknownDocument, UnknownSource, InvalidQuestion, InvalidProfile, UnreadablePath,
│   ├── UnwritableFile, InvalidGuests, UnreadableCall, InvalidDeclaration, InvalidSettings, InvalidGate,
│   ├── LibraryBusy, PortBusy, Misuse (exit 2), MissingExtra, ModelUnavailable, CorpusError, UnknownRecord, InvalidRecord,
│   ├── UnusableRecords
└── InternalError   exit 3: ours to fix
    └── CorruptedIndex  caught by the library, which rebuilds the index

Each error says what happened, why, and what to do next, in both languages.
"""

from typing import ClassVar


class InterpiloteError(Exception):
    """Base of all errors shown to a person.

    `message` and `remedy` are (French, English) pairs; `code` is stable and goes into `--json`.
    """

    code: ClassVar[str] = "erreur"
    exit_code: ClassVar[int] = 3

    def __init__(self, message: tuple[str, str], remedy: tuple[str, str]) -> None:
        super().__init__(message[0])
        self._message, self._remedy = message, remedy

    def message(self, language: str = "fr") -> str:
        """What happened and why."""
        return self._message[language == "en"]

    def remedy(self, language: str = "fr") -> str:
        """What to do next."""
        return self._remedy[language == "en"]


class UserError(InterpiloteError):
    """The person can fix it."""

    exit_code = 1


class Misuse(UserError):
    """Arguments that do not go together."""

    code = "usage"
    exit_code = 2


class InternalError(InterpiloteError):
    """Our failure; the log has the detail."""

    code = "erreur_interne"


class UnknownCluster(UserError):
    """No cluster bears this name; the remedy offers the nearest ones."""

    code = "cluster_inconnu"


class UnknownDocument(UserError):
    """No document, or no such page in it."""

    code = "document_inconnu"


class UnknownSource(UserError):
    """No source of the registry bears this identifier."""

    code = "source_inconnue"


class InvalidQuestion(UserError):
    """Empty, too long, or without a word."""

    code = "question_invalide"


class InvalidProfile(UserError):
    """A profile file that is not valid JSON or YAML, or holds an unknown or wrong field."""

    code = "profil_invalide"


class InvalidDeclaration(UserError):
    """An unknown field, or a value it cannot take, in what a cluster says of itself."""

    code = "declaration_invalide"


class UnreadablePath(UserError):
    """A path that does not exist or may not be read."""

    code = "chemin_illisible"


class UnwritableFile(UserError):
    """A file that cannot be written where it was asked for, or in a format we do not write."""

    code = "fichier_impossible"


class UnreadableCall(UserError):
    """The text of a call that is a scan, empty, or says nothing of what a call asks."""

    code = "appel_illisible"


class InvalidGuests(UserError):
    """A list of clusters to introduce that holds faults, or too few or too many clusters."""

    code = "liste_invalide"


class InvalidSettings(UserError):
    """An unknown setting or a value out of bounds, in the file or in the environment."""

    code = "reglage_invalide"


class InvalidGate(UserError):
    """A file of floors and targets that holds an unknown key, a wrong value, or a measure that no evaluation gives."""

    code = "seuils_invalides"


class LibraryBusy(UserError):
    """Another process is writing."""

    code = "bibliotheque_occupee"


class PortBusy(UserError):
    """The page's port is taken."""

    code = "port_occupe"


class MissingExtra(UserError):
    """An optional package is needed for this setting."""

    code = "extra_manquant"


class ModelUnavailable(UserError):
    """The embedding model is not prepared, cannot be, or cannot be found."""

    code = "modele_indisponible"


class CorpusError(UserError):
    """A file of the corpus does not pass validation."""

    code = "corpus_invalide"


class UnknownRecord(UserError):
    """No person and no contact of the journal answers to this name or number, or several do."""

    code = "fiche_inconnue"


class InvalidRecord(UserError):
    """A note, a person or a table of contacts that lacks something or holds a value it cannot take."""

    code = "note_invalide"


class UnusableRecords(UserError):
    """The file of the journal is damaged, busy, or written by a later version."""

    code = "carnet_inutilisable"


class CorruptedIndex(InternalError):
    """The derived index cannot be read; it is rebuilt from the library."""

    code = "index_corrompu"
