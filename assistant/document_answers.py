"""The part of the public interface that is the library: files added and removed, documents and pages, what is known."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant import resources
from assistant.corpus_quality.passport import Passport
from assistant.corpus_quality.report import report
from assistant.directory_answers import DirectoryAnswers
from assistant.errors import Misuse, UnknownDocument, UserError
from assistant.library.descriptions import ADDED, Description
from assistant.library.rows import StoredDocument
from assistant.library.workspace import Workspace
from assistant.vocabulary import DocumentType, FileVerdict, Page, Progress


class DocumentAnswers(DirectoryAnswers, ABC):
    """What the library holds, and what goes in and out of it."""

    progress: Progress

    @property
    @abstractmethod
    def workspace(self) -> Workspace:
        """The library and its index, up to date with the shipped corpus."""

    def ingest(
        self,
        paths: Sequence[Path],
        kind: DocumentType = DocumentType.UTILISATEUR,
        progress: Progress | None = None,
        described: Mapping[Path, Description] | None = None,
    ) -> list[FileVerdict]:
        """Adds files and folders: one verdict a file. Raises Misuse, UnreadablePath, LibraryBusy."""
        if kind is DocumentType.ANNUAIRE:
            raise Misuse(
                (
                    "Le type « annuaire » est réservé aux fiches et aux listes que le logiciel tire de l'annuaire.",
                    "The type “annuaire” is kept for the sheets and lists that the software makes of the directory.",
                ),
                (
                    f"Choisissez un autre type : {', '.join(ADDED)}. Pour compléter la fiche d'un cluster : "
                    "`interpilote clusters complete`.",
                    f"Choose another type: {', '.join(ADDED)}. To complete the sheet of a cluster: "
                    "`interpilote clusters complete`.",
                ),
            )
        return self.workspace.ingest(list(paths), kind, progress or self.progress, described)

    def documents(self) -> list[StoredDocument]:
        """All documents of the library, by type then title."""
        return self.workspace.library.documents()

    def document(self, document_id: str) -> StoredDocument:
        """A document's card. Raises UnknownDocument."""
        card = self.workspace.library.document(document_id)
        if card is None:
            raise UnknownDocument(
                (
                    f"Aucun document ne porte l'identifiant « {document_id} ».",
                    f"No document has the id “{document_id}”.",
                ),
                ("`interpilote documents list` donne les identifiants.", "`interpilote documents list` gives the ids."),
            )
        return card

    def page(self, document_id: str, number: int = 1) -> Page:
        """One page of a document. Raises UnknownDocument."""
        page = self.workspace.library.page(self.document(document_id).id, number)
        if page is None:
            pages = self.workspace.library.counts(document_id)[0]
            raise UnknownDocument(
                (
                    f"Le document {document_id} n'a pas de page {number}.",
                    f"Document {document_id} has no page {number}.",
                ),
                (f"Il a {pages} page(s), numérotées à partir de 1.", f"It has {pages} page(s), numbered from 1."),
            )
        return page

    def passport(self) -> Passport:
        """What is known today, how far it was read, what lacks and what grows old. Raises CorpusError."""
        return report(resources.corpus(), self.facts, self.directory, self.workspace, self.today())

    def remove(self, document_id: str) -> None:
        """Removes an added document and its copy. Raises UnknownDocument, or UserError for a shipped one."""
        if self.document(document_id).origin == "shipped":
            raise UserError(
                ("Ce document fait partie du corpus livré.", "This document is part of the shipped corpus."),
                ("Seuls les documents que vous avez ajoutés se retirent.", "Only what you added can go."),
            )
        self.workspace.remove(document_id)
