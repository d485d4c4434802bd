"""Days and moments as they are written: every way of reading them, and the numbers a spreadsheet keeps for them."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

_MONTHS: Final = {
    name: month
    for month, names in enumerate(
        (
            "januar january jan",
            "februar february feb",
            "mars march mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_TIME: Final = (
    r"(?:(?:T|,? ?kl\.? ?|, ?| )(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d{1,9})?)?"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)


def _pattern(day: str) -> re.Pattern[str]:
    return re.compile(day + _TIME, re.ASCII | re.IGNORECASE)


_NUMERIC: Final = _pattern(r"(?P<a>\d{1,2}) ?(?P<mark>[./-]) ?(?P<b>\d{1,2}) ?(?P<mark2>[./-]) ?(?P<c>\d{4}|\d{2})")
_ISO: Final = _pattern(r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})")
_NAMED: Final = (
    _pattern(r"(?:[a-z]{2,9},? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?\.? ?(?P<name>[a-z]{3,9})\.?,? ?(?P<year>\d{4})"),
    _pattern(r"(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"),
)
_SERIAL: Final = re.compile(r"\d{1,7}(?:\.\d{1,20})?(?:E[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
_EPOCH: Final = dt.datetime(1899, 12, 30)
FIRST_SERIAL: Final = 61
"""1 March 1900: before it the spreadsheet's calendar has a day that never was."""
_LAST_SERIAL: Final = 2_958_465
_PLAIN_SERIALS: Final = (18_264, 109_939)
"""Unformatted numbers are days only from 1950 to 2200: 2026 is a year, not 18 July 1905."""
_FIRST_YEAR: Final = 1000
_THIS_CENTURY: Final = 70
"""Two digits below this are years of this century."""


class Written(NamedTuple):
    """A moment as it is written, how far its clock is ahead of UTC, whether it names a time, and a zone."""

    local: dt.datetime
    ahead: dt.timedelta
    timed: bool
    zoned: bool = False


def readings(bare: str) -> dict[str, Written]:
    """Every day that ``bare`` (one line) may write, by its order (``dmy``, ``mdy``, ``ymd``); none where it is no day.

    Dots are Norwegian and say day first, as ``24/11-2026`` does. Two slashes or dashes may also be American
    (``03/04/2026``), with a short year and dashes even Swedish (``24-11-26``): each is a reading of its own. Orders
    that say the same day are one.
    """
    if numeric := _NUMERIC.fullmatch(bare):
        return _unlike({order: _built(numeric, *_parts(numeric, order)) for order in _orders(numeric)})
    for pattern in (_ISO, *_NAMED):
        if found := pattern.fullmatch(bare):
            parts = found.groupdict()
            month = parts.get("month") or str(_MONTHS.get((parts.get("name") or "").lower(), 0))
            return _unlike({"ymd": _built(found, parts["day"], month, parts["year"])})
    return {}


def _orders(numeric: re.Match[str]) -> tuple[str, ...]:
    marks = numeric["mark"] + numeric["mark2"]
    if marks == "--" and len(numeric["c"]) == 2:
        return ("dmy", "mdy", "ymd")
    return ("dmy", "mdy") if marks in ("//", "--") else ("dmy",)


def _parts(numeric: re.Match[str], order: str) -> tuple[str, str, str]:
    """Day, month and year of a day in figures read in ``order``."""
    figures = dict(zip(order, (numeric["a"], numeric["b"], numeric["c"]), strict=True))
    return figures["d"], figures["m"], figures["y"]


def _unlike(found: dict[str, Written | None]) -> dict[str, Written]:
    days: dict[Written, str] = {}
    for order, written in found.items():
        if written is not None:
            days.setdefault(written, order)
    return {order: written for written, order in days.items()}


def _built(found: re.Match[str], day: str, month: str, year: str) -> Written | None:
    """The moment of a match, None where the calendar or the clock has no such."""
    try:
        date = dt.date(_year(year), int(month), int(day))
        clock = dt.time(int(found["hour"] or 0), int(found["minute"] or 0), int(found["second"] or 0))
    except ValueError:
        return None
    zone = found["zone"]
    return Written(dt.datetime.combine(date, clock), _offset(zone), found["hour"] is not None, zone is not None)


def _year(raw: str) -> int:
    year = int(raw)
    if len(raw) == 2:
        return year + (2000 if year < _THIS_CENTURY else 1900)
    if year < _FIRST_YEAR:
        raise ValueError(raw)
    return year


def _offset(zone: str | None) -> dt.timedelta:
    if zone is None or zone.upper() in ("Z", "UTC", "GMT"):
        return dt.timedelta()
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes)


# -- the numbers a spreadsheet keeps


def serial(raw: str) -> Decimal | None:
    """The number of a cell shown as a day, None where ``raw`` is none."""
    return Decimal(raw) if _SERIAL.fullmatch(raw) else None


def moment_of_serial(raw: str) -> dt.datetime | None:
    """The moment a spreadsheet shows for a number: days since 1899-12-30. None before March 1900 and after 9999."""
    number = serial(raw)
    if number is None or not FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        return None
    seconds = (number * 86_400).to_integral_value(ROUND_HALF_UP)
    try:
        return _EPOCH + dt.timedelta(seconds=int(seconds))
    except OverflowError:
        return None


def moment_of_plain_number(raw: str) -> dt.datetime | None:
    """The same of a number that is not shown as a day: only where it can hardly be anything else."""
    number = serial(raw)
    first, last = _PLAIN_SERIALS
    return moment_of_serial(raw) if number is not None and first <= number <= last else None


def clock_of_serial(raw: str) -> str | None:
    """``7:30`` of 0.3125: a time, or hours and minutes, as the spreadsheet shows it; None where it is a day."""
    number = serial(raw)
    if number is None or not 0 <= number < FIRST_SERIAL:
        return None
    minutes = int((number * 1440).to_integral_value(ROUND_HALF_UP))
    return f"{minutes // 60}:{minutes % 60:02d}"


def exactly(moment: dt.datetime | None) -> Written | None:
    """A moment of a spreadsheet, in UTC as its columns say."""
    return None if moment is None else Written(moment, dt.timedelta(), True)


def in_zone(written: Written, zone: dt.tzinfo) -> dt.date:
    """The day in ``zone`` of a moment with a zone of its own."""
    try:
        return (written.local - written.ahead).replace(tzinfo=dt.UTC).astimezone(zone).date()
    except OverflowError:
        return written.local.date()
