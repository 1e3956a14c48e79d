"""Writing a file where a person asked for it, in the format its name ends with."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from assistant.errors import UnwritableFile

Formats = Mapping[str, Callable[[], bytes]]


def write_file(file: Path, formats: Formats) -> None:
    """Writes `file` by the maker of its ending. Raises UnwritableFile for another ending or a place closed to us."""
    check_ending(file, formats)
    write_bytes(file, formats[file.suffix.lower()]())


def write_bytes(file: Path, content: bytes) -> None:
    """Writes a file that a person asked for. Raises UnwritableFile."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise UnwritableFile(
            (f"{file} ne peut pas être écrit : {error.strerror}.", f"{file} cannot be written: {error.strerror}."),
            ("Donnez un fichier dans un dossier où vous pouvez écrire.", "Give a file in a folder you can write to."),
        ) from error


def check_ending(file: Path, formats: Collection[str]) -> None:
    """Raises UnwritableFile when no maker writes what the name of the file ends with."""
    if file.suffix.lower() not in formats:
        endings = ", ".join(formats)
        raise UnwritableFile(
            (f"{file.name} : format inconnu.", f"{file.name}: unknown format."),
            (f"Terminez le nom par {endings}.", f"End its name with {endings}."),
        )
