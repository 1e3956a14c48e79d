"""The journal as a table: a line a contact, in the words of a French spreadsheet, read back as it was written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from assistant.calls.dates import dates_in
from assistant.clusters.names import folded, listed, normalized
from assistant.errors import InvalidRecord
from assistant.records.entries import Contact, LineFault, Note
from assistant.spreadsheets import BAD_QUOTE, BAD_QUOTE_EN, as_csv, as_written, rows, separator_of
from assistant.vocabulary import Language, Said

COLUMNS: dict[str, str] = {
    "day": "date",
    "by": "nous",
    "person": "personne",
    "function": "fonction",
    "cluster_id": "cluster",
    "organisation": "organisation",
    "way": "moyen",
    "about": "sujet",
    "stage": "étape",
    "useful": "utile",
    "whom_else": "qui d'autre",
    "next_step": "suite",
    "next_on": "suite le",
    "done": "fait",
    "may_say": "peut se dire",
    "confidence": "confiance",
    "introduced_by": "introduit par",
}
_FIELDS = {folded(title): field for field, title in COLUMNS.items()}
_REQUIRED = ("day", "about")
_YES = frozenset({"oui", "o", "yes", "y", "1", "x", "vrai", "true"})
_NO = frozenset({"non", "n", "no", "0", "faux", "false"})
_DATE: Said = {"fr": "une date, par exemple 25/11/2026", "en": "a date, for instance 25/11/2026"}
_YES_OR_NO: Said = {"fr": "oui ou non", "en": "oui or non"}
_EXPECTED: dict[str, Said] = {
    "day": _DATE,
    "next_on": _DATE,
    "way": {"fr": "message, appel ou rencontre", "en": "message, appel or rencontre"},
    "stage": {
        "fr": "idée, contact, projet, convention ou abandon",
        "en": "idée, contact, projet, convention or abandon",
    },
    "useful": _YES_OR_NO,
    "done": _YES_OR_NO,
    "may_say": _YES_OR_NO,
    "confidence": {"fr": "un chiffre de 1 à 5", "en": "a figure from 1 to 5"},
    "next_step": {
        "fr": "une suite, si « suite le » est donné ; 1 000 caractères au plus",
        "en": "a next step, if “suite le” is given; 1,000 characters at most",
    },
    "about": {"fr": "un texte de 1 000 caractères au plus", "en": "a text of 1,000 characters at most"},
}
_OTHER: Said = {"fr": "un texte plus court, sur une ligne", "en": "a shorter text, on one line"}
_Fault = tuple[str, str]  # in French, in English


def as_table(contacts: Iterable[Contact]) -> bytes:
    """The contacts as CSV, formulas made harmless."""
    return as_csv(tuple(COLUMNS.values()), ([_cell(contact, field) for field in COLUMNS] for contact in contacts))


def _cell(contact: Contact, field: str) -> str:
    value = getattr(contact, field)
    if isinstance(value, bool):
        return "oui" if value else "non"
    return "" if value is None else str(value)


def read_table(text: str, cluster_of: Callable[[str], str | None]) -> Iterator[Note | LineFault]:
    """Each line as a note, or what is wrong with it. `cluster_of` gives the identifier for a cluster's name.

    Raises InvalidRecord when the first line does not name the columns.
    """
    separator = separator_of(text)
    lines = rows(text, separator)
    titles = next(lines, (1, []))[1] or []
    columns = [_field(title) for title in titles]
    if None in columns or not set(_REQUIRED) <= set(columns):
        raise _no_header(titles)
    for number, row in lines:
        read = _line([str(column) for column in columns], row, cluster_of) if row else (BAD_QUOTE, BAD_QUOTE_EN)
        yield read if isinstance(read, Note) else LineFault(line=number, reason=read[0], reason_en=read[1])


def _field(title: str) -> str | None:
    plain = folded(title.strip().replace("’", "'").replace("_", " "))
    return _FIELDS.get(plain) or next((field for field in COLUMNS if field.replace("_", " ") == plain), None)


def _line(columns: Sequence[str], row: Sequence[str], cluster_of: Callable[[str], str | None]) -> Note | _Fault:
    """The note of a line, or the reason it is not one."""
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        return f"{len(row)} cases pour {len(columns)} colonnes", f"{len(row)} cells for {len(columns)} columns"
    said = {field: as_written(cell.strip()) for field, cell in zip(columns, row, strict=False) if cell.strip()}
    for field in _REQUIRED:
        if field not in said:
            return f"« {COLUMNS[field]} » manque", f"“{COLUMNS[field]}” is missing"
    if name := said.get("cluster_id"):
        identifier = cluster_of(name)
        if identifier is None:
            return (
                f"cluster « {name[:60]} » inconnu du répertoire (hors répertoire : colonne « organisation »)",
                f"cluster “{name[:60]}” unknown to the directory (for others: column “organisation”)",
            )
        said["cluster_id"] = identifier
    elif "organisation" not in said:
        return "ni cluster ni organisation", "neither cluster nor organisation"
    try:
        return Note.model_validate({field: _value(field, text) for field, text in said.items()})
    except ValidationError as error:
        place = error.errors()[0]["loc"]
        if not place:
            return "« suite le » sans « suite »", "“suite le” without “suite”"
        field = str(place[0])
        column, typed = COLUMNS[field], said[field][:60]
        return (
            f"{column} « {typed} » : attendu {expected(field)}",
            f"{column} “{typed}”: expected {expected(field, 'en')}",
        )


def expected(field: str, language: Language = "fr") -> str:
    """What a field takes."""
    return _EXPECTED.get(field, _OTHER)[language]


def _value(field: str, text: str) -> Any:
    """The value of a cell; the text itself when it is not of the kind, which the note then refuses."""
    if field in ("day", "next_on"):
        days = dates_in(text)
        return days[0] if len(days) == 1 else text
    if field in ("useful", "done", "may_say"):
        plain = folded(text)
        return True if plain in _YES else False if plain in _NO else text
    if field in ("way", "stage"):
        return folded(text)
    if field == "confidence":
        return int(text) if text.isdecimal() and len(text) == 1 else text
    return text


def same(one: Note) -> tuple[Any, ...]:
    """What makes two notes the same, the number and the function apart."""
    values = one.model_dump(include=set(Note.model_fields) - {"function", "done"})
    return tuple(normalized(v) if isinstance(v, str) else v for v in values.values())


def day_of(text: str) -> date:
    """The day that a text says. Raises InvalidRecord."""
    days = dates_in(text)
    if len(days) != 1:
        raise InvalidRecord(
            (f"« {text[:40]} » n’est pas une date.", f"“{text[:40]}” is not a date."),
            ("Écrivez 25/11/2026 ou 2026-11-25.", "Write 2026-11-25 or 25/11/2026."),
        )
    return days[0]


def _no_header(titles: Sequence[str]) -> InvalidRecord:
    known = listed(list(COLUMNS.values()))
    return InvalidRecord(
        (
            f"La première ligne doit nommer les colonnes, dont date et sujet ; lu : {', '.join(titles)[:120] or 'rien'}.",
            f"The first line must name the columns, among them date and sujet; read: {', '.join(titles)[:120] or 'nothing'}.",
        ),
        (f"Colonnes possibles : {known}.", f"Columns: {known}."),
    )
