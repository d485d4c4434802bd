"""From what stands in a cell to the value of a column: days, numbers, money, choices, codes and ties as people write.

A blank cell is None. What does not fit its column raises :class:`BadCell` with the key of a message; nothing is guessed
where two readings are possible.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from typing import Final, NamedTuple

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import Value
from akint_dash.domain.schema import Column, Kind
from akint_dash.importers.conventions import BadCell as BadCell

TEXT: Final = "s"
NUMBER: Final = "n"
PERCENT: Final = "p"
DAY: Final = "d"
BOOL: Final = "b"
ERROR: Final = "e"
UNCOMPUTED: Final = "f"

MAX_TEXT: Final = 32_767
MAX_CODE: Final = 200
MAX_INTEGER: Final = 2**31 - 1
MAX_MINOR: Final = 10**17
MAX_NUMBER: Final = 1e300
MAX_SHOWN: Final = 80


class Cell(NamedTuple):
    """One filled cell: its kind (one of the letters above) and its raw text."""

    kind: str
    raw: str


def text(raw: str) -> Cell:
    """A cell of text."""
    return Cell(TEXT, raw)


def parse(column: Column, cell: Cell) -> Value | None:
    """The canonical value of ``cell`` in ``column``, None where it is blank.

    Raises:
        BadCell: the cell holds something else.
    """
    if cell.kind == ERROR:
        raise BadCell("error_cell")
    if cell.kind == UNCOMPUTED:
        raise BadCell("formula_without_value")
    return _PARSERS[column.kind](column, cell)


def shown(cell: Cell) -> str:
    """The cell the way its author sees it, cut to a readable length."""
    if cell.kind == DAY:
        found = _moment_of_serial(cell.raw)
        plain = cell.raw if found is None else _written_day(found.date())
    elif cell.kind == PERCENT:
        plain = f"{_number_as_text(cell.raw, 100)} %"
    elif cell.kind == NUMBER:
        plain = _number_as_text(cell.raw)
    elif cell.kind == BOOL:
        plain = _bool_as_text(cell.raw)
    else:
        plain = " ".join(cell.raw.split())
    return plain if len(plain) <= MAX_SHOWN else f"{plain[: MAX_SHOWN - 1]}…"


# -- text

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def clean_text(raw: str) -> str:
    """``raw`` composed, without control characters and outer blanks; everything else stays."""
    if raw.isascii() and raw.isprintable():
        return raw.strip()
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return unicodedata.normalize("NFC", _CONTROL.sub("", lines)).strip()


def one_line(raw: str) -> str:
    """``raw`` cleaned, without characters no one sees and with single blanks: for all that is not prose."""
    if not (raw.isascii() and raw.isprintable()):
        raw = _UNSEEN.sub("", clean_text(raw))
    return " ".join(raw.split())


def fold(raw: str) -> str:
    """``raw`` for comparison of names: composed, without case and blanks."""
    return re.sub(r"[\s\u200b\ufeff]+", "", unicodedata.normalize("NFC", raw).casefold())


def as_text(cell: Cell) -> str:
    """The text of a cell of any kind; a number typed where text belongs is written without decimals it has not."""
    if cell.kind == TEXT:
        return clean_text(cell.raw)
    return shown(cell) if cell.kind in (DAY, PERCENT, BOOL) else _number_as_text(cell.raw)


def _number_as_text(raw: str, times: int = 1) -> str:
    number = _decimal(raw)
    if number is None or number.adjusted() > 30:
        return raw
    number *= times
    if number == number.to_integral_value():
        return str(int(number))
    return repr(float(number)).replace(".", ",")


def _bool_as_text(raw: str) -> str:
    return "SANN" if raw in ("1", "true") else "USANN"


def _text(_: Column, cell: Cell) -> str | None:
    found = as_text(cell)
    if len(found) > MAX_TEXT:
        raise BadCell("text_too_long", str(MAX_TEXT))
    return found or None


# -- codes, choices and ties

_DASHED_NAME: Final = re.compile(r"\s[–—]\s.*", re.DOTALL)
_NOT_IN_CODES: Final = frozenset(";,%\n")
_BETWEEN_TIES: Final = re.compile(r";|\n|,(?!\d)")
_TIE: Final = re.compile(r"(?P<code>.+?)\s*[:=]?\s*(?P<share>\d+(?:[.,]\d+)?)\s*%")


def code(cell: Cell) -> str | None:
    """The code in a cell: ``SAM``, or ``SAM – Samferdsel`` as the drop-downs offer it.

    Raises:
        BadCell: ``code_is_date`` where the spreadsheet made a day of it, else ``bad_code``.
    """
    if cell.kind == DAY:
        raise BadCell("code_is_date")
    if cell.kind in (PERCENT, BOOL):
        raise BadCell("bad_code")
    return plain_code(as_text(cell)) or None


def plain_code(raw: str) -> str:
    """``raw`` without the name after it.

    Raises:
        BadCell: ``bad_code``: it holds what separates codes, or is too long to be one.
    """
    found = one_line(_DASHED_NAME.sub("", raw))
    if len(found) > MAX_CODE or not _NOT_IN_CODES.isdisjoint(found):
        raise BadCell("bad_code")
    return found


def _reference(_: Column, cell: Cell) -> str | None:
    return code(cell)


@cache
def _words(vocabulary: str) -> Mapping[str, str]:
    """Folded word -> code; where two would clash the code itself wins, then bokmål."""
    choices = CHOICES[vocabulary]
    words = {fold(english): key for key, (_, english) in choices.items()}
    words |= {fold(norwegian): key for key, (norwegian, _) in choices.items()}
    return words | {fold(key): key for key in choices}


def _choice(column: Column, cell: Cell) -> str | None:
    found = fold(one_line(as_text(cell)))
    if not found:
        return None
    try:
        return _words(column.of)[found]
    except KeyError:
        raise BadCell("not_a_choice", column.of) from None


def _ties(column: Column, cell: Cell) -> list[list[str | int | None]] | None:
    if cell.kind in (DAY, PERCENT, BOOL):
        raise BadCell("code_is_date" if cell.kind == DAY else "bad_tie")
    parts = [part.strip() for part in _BETWEEN_TIES.split(as_text(cell))]
    found = [_tie(column, part) for part in parts if one_line(part)]
    if len({tie[0] for tie in found}) < len(found):
        raise BadCell("double_tie")
    return found or None


def _tie(column: Column, part: str) -> list[str | int | None]:
    share: int | None = None
    with_share = _TIE.fullmatch(one_line(part))
    if with_share:
        part = with_share["code"]
        share = _share(column, with_share["share"])
    try:
        return [plain_code(part), share]
    except BadCell:
        raise BadCell("bad_tie") from None


def _share(column: Column, raw: str) -> int:
    if not column.shares:
        raise BadCell("tie_without_share")
    if not raw.isdigit() or not 1 <= int(raw[:4]) <= 100:
        raise BadCell("bad_tie")
    return int(raw)


# -- numbers

_SPACED: Final = re.compile(r"-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?", re.ASCII)
_DOTTED: Final = re.compile(r"-?\d{1,3}(?:\.\d{3})+,\d+|-?\d{1,3}(?:\.\d{3}){2,}", re.ASCII)
_ENGLISH: Final = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+|-?\d{1,3}(?:,\d{3}){2,}", re.ASCII)
_PLAIN: Final = re.compile(r"-?\d+(?:[.,]\d+)?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_TWO_READINGS: Final = re.compile(r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_COMMA_THOUSANDS: Final = re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII)
_KRONER: Final = re.compile(r"^(?:kr\.?|nok)\s*(?=[-\d])|(?<=[\d,])\s*(?:kr\.?|nok)$|(?<=\d),[-–]+(?:\s*kr\.?)?$", re.I)
_PERCENT_SIGN: Final = re.compile(r"\s*%$")


def _decimal(raw: str) -> Decimal | None:
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def written_number(raw: str) -> Decimal | None:
    """The number that ``raw`` writes the Norwegian, the English or the plain way, None where it is none."""
    bare = one_line(raw).replace("\u2212", "-")
    if len(bare) > 60:
        return None
    if _SPACED.fullmatch(bare):
        return Decimal(bare.replace(" ", "").replace(",", "."))
    if _DOTTED.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    return Decimal(bare.replace(",", ".")) if _PLAIN.fullmatch(bare) else None


def _exact(cell: Cell, key: str) -> Decimal | None:
    """The number in a cell, a percentage as people say it (60, not 0.6); None where blank."""
    if cell.kind in (NUMBER, PERCENT):
        number = _decimal(cell.raw)
        number = number * 100 if number is not None and cell.kind == PERCENT else number
    elif cell.kind == TEXT:
        bare = _PERCENT_SIGN.sub("", one_line(cell.raw))
        if not bare:
            return None
        number = written_number(bare)
    else:
        number = None
    if number is None:
        raise BadCell(key)
    return number


def _number(_: Column, cell: Cell) -> float | None:
    if cell.kind == TEXT and _TWO_READINGS.fullmatch(one_line(cell.raw)):
        raise BadCell("two_readings")
    number = _exact(cell, "not_a_number")
    if number is None:
        return None
    if abs(number) > Decimal(MAX_NUMBER):
        raise BadCell("not_a_number")
    return float(number) + 0.0  # never -0.0


def _without_thousands(bare: str, key: str) -> str:
    """``1.234`` as 1234 where decimals do not belong; ``1,234`` may be either and is refused with ``key``."""
    if _COMMA_THOUSANDS.fullmatch(bare):
        raise BadCell(key)
    return bare.replace(".", "") if _TWO_READINGS.fullmatch(bare) else bare


def _integer(_: Column, cell: Cell) -> int | None:
    if cell.kind == TEXT:
        cell = text(_without_thousands(one_line(cell.raw), "not_whole"))
    number = _exact(cell, "not_whole")
    if number is None:
        return None
    if number.adjusted() > 10:
        raise BadCell("not_whole")
    whole = int(number.to_integral_value(ROUND_HALF_UP))
    if abs(number - whole) > Decimal("1e-9") or abs(whole) > MAX_INTEGER:
        raise BadCell("not_whole")
    return whole


def _money(_: Column, cell: Cell) -> int | None:
    if cell.kind == PERCENT:
        raise BadCell("not_money")
    if cell.kind == TEXT:
        cell = text(_amount_text(one_line(cell.raw)))
    number = _exact(cell, "not_money")
    if number is None:
        return None
    if number.adjusted() > 16:
        raise BadCell("not_money")
    minor = number * 100
    whole = int(minor.to_integral_value(ROUND_HALF_UP))
    if abs(whole) > MAX_MINOR or (cell.kind == TEXT and minor != whole):
        raise BadCell("not_money")
    return whole


def _amount_text(bare: str) -> str:
    bare = _KRONER.sub("", _KRONER.sub("", bare)).strip()
    if "%" in bare:
        raise BadCell("not_money")
    return _without_thousands(bare, "not_money")


def _flag(_: Column, cell: Cell) -> bool | None:
    found = fold(as_text(cell))
    if not found:
        return None
    if found in ("ja", "yes", "sann", "true", "1", "x"):
        return True
    if found in ("nei", "no", "usann", "false", "0"):
        return False
    raise BadCell("not_a_flag")


# -- days and moments

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
    r"(?:(?:[T ,]|\s*,?\s*kl\.?\s*)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<zone>Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_WRITTEN_DAYS: Final = tuple(
    re.compile(pattern + _TIME, re.ASCII | re.IGNORECASE)
    for pattern in (
        r"(?P<day>\d{1,2})\s?[./-]\s?(?P<month>\d{1,2})\s?[./-]\s?(?P<year>\d{4}|\d{2})",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})\.?\s?(?P<name>[a-z]+)\.?,?\s?(?P<year>\d{4})",
    )
)
_SERIAL: Final = re.compile(r"\d{5,6}(?:[.,]\d+)?", re.ASCII)
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
    """A moment as it is written, how far its clock is ahead of UTC, and whether it names a time at all."""

    local: dt.datetime
    ahead: dt.timedelta
    timed: bool


def _moment_of_serial(raw: str) -> dt.datetime | None:
    number = _decimal(raw.replace(",", "."))
    if number is None or not FIRST_SERIAL <= number < _LAST_SERIAL + 1:
        return None
    seconds = (number * 86_400).to_integral_value(ROUND_HALF_UP)
    try:
        return _EPOCH + dt.timedelta(seconds=int(seconds))
    except OverflowError:
        return None


def _moment_of_plain_number(raw: str) -> dt.datetime | None:
    number = _decimal(raw.replace(",", "."))
    first, last = _PLAIN_SERIALS
    return _moment_of_serial(raw) if number is not None and first <= number <= last else None


def _written(found: re.Match[str]) -> Written:
    parts = found.groupdict()
    month = _MONTHS[parts["name"].lower()] if "name" in parts else int(parts["month"])
    day = dt.datetime(_year(parts["year"]), month, int(parts["day"]))
    clock = dt.time(int(parts["hour"] or 0), int(parts["minute"] or 0), int(parts["second"] or 0))
    return Written(dt.datetime.combine(day, clock), _offset(parts["zone"]), parts["hour"] is not None)


def _year(raw: str) -> int:
    year = int(raw)
    if len(raw) == 2:
        return year + (2000 if year < _THIS_CENTURY else 1900)
    if year < _FIRST_YEAR:
        raise ValueError(raw)
    return year


def _offset(zone: str | None) -> dt.timedelta:
    if zone is None or zone.upper() in ("Z", "UTC"):
        return dt.timedelta()
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes)


def written_moment(raw: str) -> Written | None:
    """The moment that ``raw`` writes, None where it is no day in the calendar."""
    bare = one_line(raw)
    for pattern in _WRITTEN_DAYS:
        found = pattern.fullmatch(bare)
        if found:
            try:
                return _written(found)
            except (ValueError, KeyError):
                return None
    return _exactly(_moment_of_plain_number(bare)) if _SERIAL.fullmatch(bare) else None


def _exactly(moment: dt.datetime | None) -> Written | None:
    return None if moment is None else Written(moment, dt.timedelta(), True)


def _found_moment(cell: Cell) -> Written | None:
    if cell.kind == TEXT:
        return written_moment(cell.raw)
    if cell.kind == DAY:
        return _exactly(_moment_of_serial(cell.raw))
    return _exactly(_moment_of_plain_number(cell.raw)) if cell.kind == NUMBER else None


def _blank(cell: Cell) -> bool:
    return cell.kind == TEXT and not one_line(cell.raw)


def _day(_: Column, cell: Cell) -> str | None:
    if _blank(cell):
        return None
    found = _found_moment(cell)
    if found is None:
        raise BadCell("not_a_date")
    return found.local.date().isoformat()


def _moment(_: Column, cell: Cell) -> str | None:
    if _blank(cell):
        return None
    found = _found_moment(cell)
    if found is None or not found.timed:
        raise BadCell("not_a_moment")
    try:
        return f"{(found.local - found.ahead).isoformat(timespec='seconds')}Z"
    except OverflowError:
        raise BadCell("not_a_moment") from None


def _written_day(day: dt.date) -> str:
    return f"{day.day:02d}.{day.month:02d}.{day.year}"


_PARSERS: Final[Mapping[Kind, Callable[[Column, Cell], Value | None]]] = {
    Kind.TEXT: _text,
    Kind.DATE: _day,
    Kind.MOMENT: _moment,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _reference,
    Kind.TIES: _ties,
}
