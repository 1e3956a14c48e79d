"""The file of a call, read by the project's reader under its limits."""

from datetime import date
from pathlib import Path

from assistant.calls.reading import call_of
from assistant.errors import UnreadableCall, UnreadablePath
from assistant.reading.isolation import Reader, Refused
from assistant.vocabulary import CallReading, Language


def call_in(file: Path, deadline: date | None, today: date, language: Language = "fr") -> CallReading:
    """What the call in `file` asks. Raises UnreadablePath, or UnreadableCall for a scan or a text that says nothing."""
    if not file.is_file():
        raise UnreadablePath(
            (f"« {file} » n’est pas un fichier.", f"“{file}” is not a file."),
            ("Donnez le chemin du texte de l’appel.", "Give the path of the text of the call."),
        )
    with Reader() as reader:
        try:
            document = reader.read(file)
        except Refused as refused:
            what, _, remedy = refused.reason.partition(" : ")
            what_en, _, remedy_en = refused.reason_en.partition(": ")
            raise UnreadableCall(
                (
                    f"L’appel « {file.name} » ne peut pas être lu. {what}.",
                    f"The call “{file.name}” cannot be read. {what_en}.",
                ),
                (f"{remedy[:1].upper()}{remedy[1:]}", f"{remedy_en[:1].upper()}{remedy_en[1:]}"),
            ) from refused
    return call_of(file.name, document.pages, deadline, today, document.warnings, language)
