"""What a check finds: where, what, and how to mend it."""

import re
from enum import StrEnum
from pathlib import Path

from assistant.vocabulary import Model


class Kind(StrEnum):
    """The kinds of faults."""

    FORMAT = "format"
    SOURCE = "source"
    IDENTIFIANT = "identifiant"
    CHIFFRE = "chiffre"
    FAIT_INUTILISE = "fait_inutilise"
    EN_TETE = "en_tete"
    RELECTURE = "relecture"
    THEME = "theme"
    DOUBLON = "doublon"
    TYPOGRAPHIE = "typographie"


class Finding(Model):
    """A fault of the corpus; `line` is 1 when it is about a whole file."""

    file: str
    line: int
    kind: Kind
    what: str
    remedy: str


def entry_lines(file: Path) -> dict[str, int]:
    """Line of each entry of a YAML list, by id."""
    lines = enumerate(file.read_text(encoding="utf-8").split("\n"), start=1)
    found = ((number, re.match(r"- id: ['\"]?([^'\"\s]+)", line)) for number, line in lines)
    return {match[1]: number for number, match in found if match}
