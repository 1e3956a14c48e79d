"""What a person says of the files they add: title, type, year, visibility; in a manifest beside the files, or by
options.

A manifest is `manifest.csv` or `interpilote.csv`: a line a file of its folder, columns file, title, type, year,
visibility (or their French names), separated by commas, semicolons or tabs. A line that is wrong is told and left out;
the others hold.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from assistant.library.rows import StoredDocument
from assistant.spreadsheets import BAD_QUOTE, rows, separator_of, text_of
from assistant.vocabulary import DocumentType, Model

NAMES = ("interpilote.csv", "manifest.csv")  # the first of a folder wins, file by file
SAID = ("year", "visibility", "publisher")  # kept on the card beside title and type
Visibility = Literal["private", "shared"]
_COLUMNS = {
    **{name: name for name in ("file", "title", "type", "year", "visibility")},
    "fichier": "file",
    "titre": "title",
    "année": "year",
    "annee": "year",
    "visibilité": "visibility",
    "visibilite": "visibility",
}
_VALUES = {"privé": "private", "prive": "private", "partagé": "shared", "partage": "shared"}
_LARGEST = 1_000_000
# The directory's own shelf is not open to added files.
ADDED = tuple(kind.value for kind in DocumentType if kind is not DocumentType.ANNUAIRE)
_EXPECTED = {
    "title": "un titre de 300 caractères au plus",
    "type": "l'un de " + ", ".join(ADDED),
    "year": "une année entre 1900 et 2100",
    "visibility": "private ou shared",
}


_OTHERS = "Les autres lignes sont prises en compte."
_NONE = "Aucune ligne n’est prise en compte : les fichiers sont ajoutés sans ces descriptions."


class _NoManifest(Exception):
    """Nothing of a manifest can be taken; the message says why."""


class Description(Model):
    """What is said of one file; what is not said stays as the file has it."""

    title: str | None = Field(default=None, min_length=1, max_length=300)
    type: DocumentType | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    visibility: Visibility | None = None
    publisher: str | None = None

    def over(self, other: "Description | None") -> "Description":
        """This one, completed by another where it says nothing."""
        return self if other is None else other.model_copy(update=self.model_dump(exclude_none=True))

    def meta(self) -> dict[str, object]:
        """What goes to the document's card beside its title and type."""
        return self.model_dump(include=set(SAID), exclude_none=True)

    def differs_from(self, document: StoredDocument) -> bool:
        """Whether the library holds the document otherwise than described."""
        held = {**document.meta, "title": document.title, "type": document.type}
        return any(held.get(name) != value for name, value in self.model_dump(exclude_none=True).items())


def visibility(document: StoredDocument) -> Visibility:
    """Who a document is for: an added one is private unless said otherwise, the shipped corpus is everybody's."""
    if document.origin == "shipped":
        return "shared"
    return "shared" if document.meta.get("visibility") == "shared" else "private"


class Manifests:
    """The manifests beside some files: what they say of each, and the faults of each manifest in one sentence."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.described: dict[Path, Description] = {}
        self.faults: list[tuple[Path, str]] = []
        for folder in dict.fromkeys(file.parent for file in files):
            for name in NAMES:
                self._read(folder / name)

    def _read(self, manifest: Path) -> None:
        try:
            if not manifest.is_file():
                return
            faults = list(self._lines(manifest))
        except OSError as error:
            self._tell(manifest, f"le manifeste ne peut pas être lu ({error.strerror or error})", _NONE)
        except _NoManifest as error:
            self._tell(manifest, str(error), _NONE)
        else:
            more = f" ; et {len(faults) - 20} autres" if len(faults) > 20 else ""
            if faults:
                self._tell(manifest, " ; ".join(faults[:20]) + more, _OTHERS)

    def _tell(self, manifest: Path, fault: str, rest: str) -> None:
        self.faults.append((manifest, f"{fault[0].upper()}{fault[1:]}. {rest}"))

    def _lines(self, manifest: Path) -> Iterator[str]:
        """Takes what each line says; gives the faults. Raises _NoManifest when no line can be taken."""
        text = text_of(manifest, _LARGEST)
        if text is None:
            raise _NoManifest(f"le manifeste dépasse {_LARGEST // 1_000_000} Mo")
        lines = rows(text, separator_of(text))
        columns = [_COLUMNS.get(cell.strip().lower()) for cell in next(lines, (1, []))[1] or []]
        if "file" not in columns or None in columns:
            header = text.partition("\n")[0].strip()
            raise _NoManifest(f"ligne 1 : colonnes attendues file, title, type, year, visibility (lu : {header[:80]})")
        seen = set[str]()
        for number, row in lines:
            fault = self._line(manifest, [str(column) for column in columns], row, seen) if row else BAD_QUOTE
            if fault:
                yield f"ligne {number} : {fault}"

    def _line(self, manifest: Path, columns: list[str], row: list[str], seen: set[str]) -> str | None:
        if len(row) > len(columns):
            return f"{len(row)} cases pour {len(columns)} colonnes"
        said = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if cell.strip()}
        name = said.pop("file", "")
        file = manifest.parent / name
        if not name or Path(name).name != name or not file.is_file():
            return f"le fichier « {name} » n'est pas dans ce dossier"
        try:
            values = {key: _VALUES.get(value, value) if key == "visibility" else value for key, value in said.items()}
            description = Description.model_validate(values)
        except ValidationError as error:
            key = str(error.errors()[0]["loc"][0])
            return f"{key} « {said[key][:60]} » : attendu {_EXPECTED[key]}"
        if description.type is DocumentType.ANNUAIRE:
            return f"type « annuaire » : attendu {_EXPECTED['type']}"
        if name in seen:
            return f"le fichier « {name} » est décrit deux fois"
        seen.add(name)
        self.described.setdefault(Path(os.path.realpath(file)), description)
        return None
