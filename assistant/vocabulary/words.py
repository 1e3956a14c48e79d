"""The closed lists of the product: phases, intents, kinds of documents and sources."""

from collections.abc import Callable
from enum import StrEnum
from typing import Literal


class Phase(StrEnum):
    """Where the pilot's cluster stands. It rests on evidence, never on age alone."""

    STRUCTURATION = "structuration"
    DEVELOPPEMENT = "developpement"
    INCONNUE = "inconnue"


class PhaseSource(StrEnum):
    """What the phase of a route rests on, most trusted first."""

    CHOIX = "choix"
    PROFIL = "profil"
    QUESTION = "question"
    INCONNUE = "inconnue"


class Intent(StrEnum):
    """What a question is after."""

    PRATIQUE = "pratique"
    REFERENT = "referent"
    PARTENAIRE = "partenaire"
    COMPARAISON = "comparaison"
    FAIT = "fait"
    HORS_SUJET = "hors_sujet"


class Status(StrEnum):
    """How an answer ended."""

    ANSWERED = "answered"
    ABSTAINED = "abstained"
    CLARIFY = "clarify"


class AbstentionReason(StrEnum):
    """Why the assistant does not answer."""

    HORS_SUJET = "hors_sujet"
    CORPUS_MUET = "corpus_muet"
    ENTITE_INCONNUE = "entite_inconnue"
    CHIFFRE_ABSENT = "chiffre_absent"


class Provenance(StrEnum):
    """Where a quoted text comes from: the source itself, our synthesis, or a generated sheet."""

    ORIGINAL = "original"
    NOTE = "note"
    FICHE = "fiche"


class DocumentType(StrEnum):
    """The shelves of the library."""

    EVALUATION = "evaluation"
    FRANCE_CLUSTERS = "france_clusters"
    BONNES_PRATIQUES = "bonnes_pratiques"
    RECHERCHE = "recherche"
    ANNUAIRE = "annuaire"
    UTILISATEUR = "utilisateur"


class Grade(StrEnum):
    """Who speaks in a source, most reliable first."""

    OFFICIEL = "officiel"
    RECHERCHE = "recherche"
    ORGANISATION = "organisation"
    PRESSE = "presse"
    BLOG = "blog"


class Seen(StrEnum):
    """How far a source was read: whole, in part, its beginning, or only quoted by another."""

    INTEGRAL = "integral"
    EXTRAIT = "extrait"
    DEBUT = "debut"
    CITE_PAR = "cite_par"


Language = Literal["fr", "en"]
Said = dict[Language, str]
"""One thing said in both languages."""
Role = Literal["referent", "partenaire"]
"""What a cluster is called as: somebody to learn from, or to build with."""
Progress = Callable[[str, float], None]
"""Told of a long task as it goes: its label, and the share that is done."""

OLD_AFTER_YEARS = 5
"""A figure older than this is said to be old."""
ANNUAL_EUROS = "EUR/an"
"""The unit of budgets and turnovers."""
BLANKS: Said = {"fr": "… à compléter", "en": "… to fill in"}
"""What the pilot fills in; nothing is invented in its place."""
