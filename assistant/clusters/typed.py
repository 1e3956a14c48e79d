"""What a pilot types for a field, as the value an entry takes: « 180 (2025) », « 1,2 M€ », « capteurs ; drones »."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from assistant.calls.dates import dates_in
from assistant.clusters import typed_amounts
from assistant.clusters.names import listed
from assistant.clusters.saying import french_date
from assistant.clusters.territory import NEIGHBOURS, region_of
from assistant.clusters.typed_amounts import Amount
from assistant.errors import InvalidDeclaration
from assistant.vocabulary import ANNUAL_EUROS

_LONGEST = 200


def typed_value(field: str, text: str, today: date) -> Any:
    """The value of `field`, null for an empty text. Raises InvalidDeclaration, which lists the fields."""
    if field not in FIELDS:
        raise InvalidDeclaration(
            (f"Le champ «\u00a0{field}\u00a0» n’existe pas.", f"There is no field “{field}”."),
            (f"Champs possibles : {', '.join(FIELDS)}.", f"Fields: {', '.join(FIELDS)}."),
        )
    text = text.strip()
    if not text:
        return None
    lists = FIELDS[field][0] in (_list, _regions)
    value = FIELDS[field][0](text, today) if len(text) <= (10 if lists else 1) * _LONGEST else None
    if value is None:
        expected = FIELDS[field][1]
        raise InvalidDeclaration(
            (f"«\u00a0{text[:80]}\u00a0» ne convient pas au champ {field}.", f"“{text[:80]}” does not suit {field}."),
            (f"Attendu, par exemple : {expected}.", f"Expected, for instance: {expected}."),
        )
    return value


def typed_values(settings: list[str]) -> dict[str, str]:
    """The values of « field=value » settings. Raises InvalidDeclaration."""
    values = {}
    for setting in settings:
        field, equals, text = setting.partition("=")
        if not equals:
            raise InvalidDeclaration(
                (
                    f"«\u00a0{setting[:80]}\u00a0» n’est pas de la forme champ=valeur.",
                    f"“{setting[:80]}” is not field=value.",
                ),
                (f"Champs possibles : {', '.join(FIELDS)}.", f"Fields: {', '.join(FIELDS)}."),
            )
        values[field.strip()] = text
    return values


def _text(text: str, today: date) -> str | None:
    return _one_line(text)


def _one_line(text: str) -> str:
    """Without the line breaks that would make something else of a sheet."""
    return " ".join(text.split())


def _list(text: str, today: date) -> list[str] | None:
    items = [_one_line(item) for item in re.split(r"[;,\n]", text) if item.strip()]
    return items if items and all(len(item) <= _LONGEST for item in items) else None


def _regions(text: str, today: date) -> list[str] | None:
    regions = [region_of(item) for item in _list(text, today) or []]
    known = [region for region in regions if region]
    return known if known and len(known) == len(regions) else None


def _founded(text: str, today: date) -> int | None:
    return int(text) if re.fullmatch(r"(?:19|20)\d\d", text) and int(text) <= today.year else None


def _members(text: str, today: date) -> dict[str, Any] | None:
    read = typed_amounts.members(text, today)
    return {"count": int(read.value), "year": read.year} if read and read.value.is_integer() else None


def _team(text: str, today: date) -> dict[str, Any] | None:
    read = typed_amounts.team(text, today)
    return _with_unit(text, read, "ETP", "ETP") if read else None


def _budget(text: str, today: date) -> dict[str, Any] | None:
    read = typed_amounts.budget(text, today)
    return _with_unit(text, read, ANNUAL_EUROS, "€") if read else None


def _with_unit(text: str, read: Amount, unit: str, shown: str) -> dict[str, Any]:
    """A value as the entry takes it, with the words it was typed in."""
    raw = _one_line(text) + (f" {shown}" if read.bare else "") + ("" if read.dated else f" ({read.year})")
    return {"value": read.value, "unit": unit, "year": read.year, "raw": raw}


def _website(text: str, today: date) -> str | None:
    address = text if "://" in text else f"https://{text}"
    return address if re.fullmatch(r"https?://[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", address) else None


def _calls(text: str, today: date) -> dict[str, Any] | None:
    """« sur la gouvernance, jusqu’au 30 juin 2027 »: a subject and one day to come."""
    about, until, end = _one_line(text).partition("jusqu")
    about = re.sub(r"^sur\s+", "", about.strip(" ,;")).strip()
    days = dates_in(end) if until else []
    if not about or len(days) != 1 or days[0] < today:
        return None
    return {"about": about, "until": days[0].isoformat(), "raw": f"sur {about}, jusqu’au {french_date(days[0])}"}


FIELDS: dict[str, tuple[Callable[[str, date], Any], str]] = {
    "regions": (_regions, listed([*sorted(NEIGHBOURS)[:2]])),
    "city": (_text, "Bordeaux"),
    "founded": (_founded, "2010"),
    "sectors": (_list, "vigne et vin ; agriculture"),
    "technologies": (_list, "capteurs ; drones"),
    "markets": (_list, "viticulture ; santé"),
    "members": (_members, "180 (2025)"),
    "team": (_team, "4,5 (2025)"),
    "budget": (_budget, "450 k€ (2025)"),
    "website": (_website, "https://exemple.fr"),
    "open_to_calls": (_calls, "sur la gouvernance et le financement, jusqu’au 30 juin 2028"),
}
