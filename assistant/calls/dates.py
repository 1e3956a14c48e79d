"""Dates as French calls write them: « 15 mars 2027 », « 1er juin 2027 », « 15/03/2027 », « 2027-03-15 »."""

import re
from datetime import date, timedelta

from assistant.calls.holidays import is_holiday
from assistant.clusters.names import folded

_FRIDAY = 4
_MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
_WRITTEN = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({'|'.join(_MONTHS)})\s+(20\d\d)\b")
_SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](20\d\d)\b")
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")


def dates_in(text: str) -> list[date]:
    """Every full date of `text`, earliest first; impossible ones (31 février) left out."""
    plain = folded(text)
    found = [(int(y), _MONTHS.index(m) + 1, int(d)) for d, m, y in _WRITTEN.findall(plain)]
    found += [(int(y), int(m), int(d)) for d, m, y in _SLASHED.findall(plain)]
    found += [(int(y), int(m), int(d)) for y, m, d in _ISO.findall(plain)]
    return sorted({day for parts in found if (day := _valid(*parts))})


def working_day(day: date) -> date:
    """The day itself, or the last working day before a week-end or a public holiday."""
    while day.weekday() > _FRIDAY or is_holiday(day):
        day -= timedelta(days=1)
    return day


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
