"""What counts as a question: some words, not too many, no control character."""

import unicodedata

from assistant.errors import InvalidQuestion


def checked_question(text: str, longest: int) -> str:
    """The question in NFC, without control characters and lone surrogates, spaces folded.

    Raises InvalidQuestion when nothing remains, when no letter or digit remains, or above `longest` characters.
    """
    kept = "".join(ch if unicodedata.category(ch) not in ("Cc", "Cs", "Cf") else " " for ch in text[: 10 * longest])
    question = " ".join(unicodedata.normalize("NFC", kept).split())
    if not question:
        raise InvalidQuestion(
            ("La question est vide.", "The question is empty."),
            (
                "Écrivez votre question, par exemple « Comment composer le conseil d'administration ? ».",
                "Type a question, for instance “How do I set up the board?”.",
            ),
        )
    if len(text) > longest:
        raise InvalidQuestion(
            (
                f"La question dépasse {longest} caractères ({len(text)}).",
                f"The question exceeds {longest} characters ({len(text)}).",
            ),
            (
                "Raccourcissez-la ; pour un document, ajoutez-le à la bibliothèque (`interpilote ingest`).",
                "Shorten it; add a document to the library instead (`interpilote ingest`).",
            ),
        )
    if not any(ch.isalnum() for ch in question):
        raise InvalidQuestion(
            ("La question ne contient aucun mot.", "The question holds no word."),
            ("Écrivez-la avec des mots : je ne lis pas les émojis.", "Use words: I do not read emoji."),
        )
    return question
