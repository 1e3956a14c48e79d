"""The errors for a document or a page that the library does not have."""

from assistant.errors import UnknownDocument


def unknown_document(document_id: str) -> UnknownDocument:
    """No document has this identifier."""
    return UnknownDocument(
        (f"Aucun document ne porte l'identifiant « {document_id} ».", f"No document has the id “{document_id}”."),
        ("`interpilote documents list` donne les identifiants.", "`interpilote documents list` gives the ids."),
    )


def unknown_page(document_id: str, number: int, pages: int) -> UnknownDocument:
    """The document has no such page."""
    return UnknownDocument(
        (f"Le document {document_id} n'a pas de page {number}.", f"Document {document_id} has no page {number}."),
        (f"Il a {pages} page(s), numérotées à partir de 1.", f"It has {pages} page(s), numbered from 1."),
    )
