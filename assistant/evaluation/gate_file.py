"""Reading eval/gate.yaml, each fault told with its line and what to do; writing its floors anew."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assistant.errors import InvalidGate
from assistant.evaluation.gate import Astray, Gate, Measure, Row

NAME = "gate.yaml"
_REASONS = {
    "literal_error": "il faut {expected}",
    "float_type": "il faut un nombre",
    "finite_number": "il faut un nombre fini",
    "greater_than_equal": "il faut au moins {ge}",
}
"""What pydantic finds wrong, in French; the faults that gate.py tells are in French already."""
_FLOOR = re.compile(r"(?<=floor: )[-+.\d]+")


def read_gate(file: Path) -> Gate:
    """The gate in a file. Raises InvalidGate for an unknown key, a lacking or wrong value, an unreadable file."""
    try:
        text = file.read_text(encoding="utf-8")
        tree, values = yaml.compose(text, yaml.SafeLoader), yaml.safe_load(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InvalidGate(
            (f"{file} ne peut pas être lu : {error}", f"{file} cannot be read: {error}"),
            ("Il faut du YAML en UTF-8, de la forme d'eval/gate.yaml.", "Needed: YAML in UTF-8, as eval/gate.yaml."),
        ) from error
    try:
        return Gate.model_validate(values)
    except ValidationError as error:
        raise _explained(file, tree, error.errors()[0]) from error


def _explained(file: Path, tree: yaml.Node | None, first: Any) -> InvalidGate:
    place = [part for part in first["loc"] if isinstance(part, str | int)]
    where, key = line_of(tree, place), str(place[-1]) if place else NAME
    known = ", ".join((Measure if place[:1] == ["measures"] and len(place) > 1 else Gate).model_fields)
    remedy = (f"Clés attendues : {known}.", f"Keys expected: {known}.")
    if first["type"] == "extra_forbidden":
        what = (f"la clé « {key} » n'existe pas", f"there is no key “{key}”")
    elif first["type"] == "missing":
        what = (f"il manque « {key} »", f"“{key}” is missing")
    else:
        said = str(first["msg"]).removeprefix("Value error, ")
        reason = _REASONS[first["type"]].format(**first.get("ctx", {})) if first["type"] in _REASONS else said
        what = (f"valeur refusée, « {key} » : {reason}", f"refused, “{key}”: {said}")
        remedy = (f"Corrigez cette ligne de {file.name}.", f"Mend that line of {file.name}.")
    return InvalidGate((f"{file}, ligne {where} : {what[0]}.", f"{file}, line {where}: {what[1]}."), remedy)


def no_such_figure(file: Path, error: Astray) -> InvalidGate:
    """What to say of a path that an evaluation does not give."""
    line = line_of(yaml.compose(file.read_text(encoding="utf-8"), yaml.SafeLoader), ["measures", error.place, "path"])
    return InvalidGate(
        (f"{file}, ligne {line} : {error}.", f"{file}, line {line}: {error}."),
        (
            "Écrivez le chemin du chiffre dans ce que donne « interpilote eval … --json ».",
            "Write the path of the figure in what “interpilote eval … --json” gives.",
        ),
    )


def line_of(node: yaml.Node | None, place: Sequence[str | int]) -> int:
    """The line, from 1, of what stands at a place of a YAML tree, or of the nearest thing around it that exists."""
    line = node.start_mark.line + 1 if node else 1
    for part in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == part), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line + 1
    return line


def propose_floors(source: Path, target: Path, rows: Sequence[Row]) -> None:
    """Writes `source` to `target`, each floor replaced by the one proposed; comments stay. Raises OSError."""
    text = source.read_text(encoding="utf-8")
    tree, lines = yaml.compose(text, yaml.SafeLoader), text.split("\n")
    for number, row in enumerate(rows):
        at = line_of(tree, ["measures", number, "floor"]) - 1
        lines[at] = _FLOOR.sub(f"{row.proposed_floor:g}", lines[at])
    target.write_text("\n".join(lines), encoding="utf-8")
