"""What a pilot types for a field, as the value an entry takes: « 180 (2025) », « 1,2 M€ », « capteurs ; drones »."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from assistant.calls.dates import dates_in
from assistant.clusters.names import listed
from assistant.clusters.saying import french_date
from assistant.clusters.territory import NEIGHBOURS, region_of
from assistant.errors import InvalidDeclaration
from assistant.vocabulary import ANNUAL_EUROS

_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 200
_UNITS = (("md€", 1e9), ("m€", 1e6), ("million", 1e6), ("k€", 1e3), ("millier", 1e3))


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


def _number(text: str) -> tuple[float, str] | None:
    found = _NUMBER.match(text)
    if found is None:
        return None
    digits = re.sub(r"[ \u00a0\u202f]", "", found[0]).replace(",", ".")
    return float(digits), text[found.end() :]


def _year(rest: str, today: date) -> int | None:
    """The year that follows a figure, today's without one; null for a year to come."""
    years = _YEAR.findall(rest)
    year = int(years[0]) if years else today.year
    return year if year <= today.year else None


def _members(text: str, today: date) -> dict[str, Any] | None:
    found = _number(text)
    year = _year(found[1], today) if found else None
    return {"count": int(found[0]), "year": year} if found and year and found[0] == int(found[0]) else None


def _team(text: str, today: date) -> dict[str, Any] | None:
    found = _number(text)
    year = _year(found[1], today) if found else None
    return {"value": found[0], "unit": "ETP", "year": year, "raw": _raw(text, "ETP", year)} if found and year else None


def _budget(text: str, today: date) -> dict[str, Any] | None:
    found = _number(text)
    year = _year(found[1], today) if found else None
    if not found or not year:
        return None
    rest = found[1].casefold().replace(" ", "").replace("\u00a0", "")
    factor = next((factor for word, factor in _UNITS if rest.startswith(word)), 1.0)
    return {"value": found[0] * factor, "unit": ANNUAL_EUROS, "year": year, "raw": _raw(text, "€", year)}


def _raw(text: str, unit: str, year: int | None) -> str:
    text = _one_line(text)
    bare = _number(text)
    shown = f"{text} {unit}" if bare and not bare[1].strip() else text
    return shown if _YEAR.search(shown) else f"{shown} ({year})"


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
