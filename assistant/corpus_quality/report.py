"""The passport of a corpus folder and of the library made from it."""

from datetime import date
from pathlib import Path

from assistant.clusters.directory import Directory
from assistant.corpus_quality.fronts import read_note_themes
from assistant.corpus_quality.notes import read_notes
from assistant.corpus_quality.passport import Held, Passport, passport
from assistant.library.changes import last_changes
from assistant.library.facts import Facts
from assistant.library.rows import SHIPPED, StoredDocument
from assistant.library.workspace import Workspace
from assistant.vocabulary import DocumentType


def report(corpus: Path, facts: Facts, directory: Directory, workspace: Workspace, today: date) -> Passport:
    """What is known today. Raises CorpusError."""
    held = Held(
        notes=read_notes(corpus),
        facts=facts,
        directory=directory,
        themes=read_note_themes(corpus),
        documents=[_shelf(card) for card in workspace.library.documents()],
        corpus_version=workspace.corpus_version,
        changes=last_changes(workspace.library),
    )
    return passport(held, today)


def _shelf(card: StoredDocument) -> DocumentType:
    """The type of a shipped document; whatever a person added is theirs, wherever they filed it."""
    return card.type if card.origin == SHIPPED else DocumentType.UTILISATEUR
