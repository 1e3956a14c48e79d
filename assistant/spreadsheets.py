"""Tables as spreadsheets write and read them: encodings, separators, and cells that a spreadsheet would run as
formulas."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from assistant.errors import UnreadablePath

BAD_QUOTE = "un guillemet est mal placé ou jamais fermé"
BAD_QUOTE_EN = "a quotation mark is misplaced or never closed"
SEPARATORS = ",;\t"
_FORMULA = "[=+\\-@\t\r＝＋－＠]"
_RUNS = re.compile(rf"'*{_FORMULA}")
_HELD = re.compile(rf"'+{_FORMULA}")


def text_of(file: Path, largest: int) -> str | None:
    """The text in UTF-8, in UTF-16 with its mark, or as a French spreadsheet writes it; None when there is too much.

    `largest` is in bytes. Raises OSError.
    """
    with file.open("rb") as stream:
        content = stream.read(largest + 1)
    if len(content) > largest:
        return None
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def given_text(file: Path, largest: int) -> str | None:
    """The same of a file that somebody names. Raises UnreadablePath."""
    try:
        return text_of(file, largest)
    except OSError as error:
        raise UnreadablePath(
            (f"{file} ne peut pas être lu : {error.strerror}.", f"{file} cannot be read: {error.strerror}."),
            ("Vérifiez le chemin et vos droits.", "Check the path and your rights."),
        ) from error


def separator_of(text: str) -> str:
    """The separator most used in the first line."""
    return max(SEPARATORS, key=text.partition("\n")[0].count)


def rows(text: str, separator: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each row with the number of its first line, from 1; empty ones left out.

    A quote that is never closed would swallow what follows: such a line is None, and the next one is read.
    """
    lines = io.StringIO(text, newline="").readlines()
    at = 0
    while at < len(lines):
        reader = csv.reader((lines[i] for i in range(at, len(lines))), delimiter=separator, strict=True)
        row: list[str] | None = None
        try:
            row, taken = next(reader), reader.line_num
        except csv.Error:
            taken = 1
        if row is None or any(cell.strip() for cell in row):
            yield at + 1, row
        at += taken


def as_csv(header: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """A table that a French spreadsheet opens at a double click: UTF-8 with its mark, semicolons, no formula."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";")
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in line] for line in lines)
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula; `as_written` takes it back."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def as_written(cell: str) -> str:
    """The cell as it was before `harmless`."""
    return cell[1:] if _HELD.match(cell) else cell
