"""From what stands in a cell to the value of a column, in the Norwegian convention of everyone who types.

A blank cell is None. What does not fit its column raises :class:`BadCell` with the key of a message; nothing is guessed
where two readings are possible. Whether a value is likely (a year, a currency, an amount below zero) is asked in
:mod:`akint_dash.importers.doubts`, where it is known whether it is new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.currency import currency_code
from akint_dash.domain.history import Value
from akint_dash.domain.schema import Column, Kind
from akint_dash.importers import codes, days, numbers
from akint_dash.importers.amounts import amount
from akint_dash.importers.choosing import choice_of, similar_choices
from akint_dash.importers.conventions import BadCell as BadCell
from akint_dash.importers.conventions import Convention
from akint_dash.importers.days import Written
from akint_dash.importers.spelling import clean_text as clean_text
from akint_dash.importers.spelling import fold as fold
from akint_dash.importers.spelling import one_line as one_line

TEXT: Final = "s"
NUMBER: Final = "n"
PERCENT: Final = "p"
DAY: Final = "d"
BOOL: Final = "b"
ERROR: Final = "e"
UNCOMPUTED: Final = "f"
MONEY: Final = "m"
"""A number that is shown with a currency, as ``1500.5 EUR``."""
TIME: Final = "t"
"""A time of day or a length of time, as ``7:30``."""

MAX_TEXT: Final = 32_767
MAX_SHOWN: Final = 80
OSLO: Final = ZoneInfo("Europe/Oslo")
CONVENTION: Final = Convention.NORWEGIAN


class Cell(NamedTuple):
    """One filled cell: its kind (one of the letters above) and its raw text."""

    kind: str
    raw: str


def text(raw: str) -> Cell:
    """A cell of text."""
    return Cell(TEXT, raw)


def parse(column: Column, cell: Cell) -> Value | None:
    """The canonical value of ``cell`` in ``column``, None where it is blank.

    Codes and ties are what is written; names are turned into codes by :mod:`akint_dash.importers.naming`.

    Raises:
        BadCell: the cell holds something else.
    """
    if cell.kind == ERROR:
        raise BadCell("error_cell")
    if cell.kind == UNCOMPUTED:
        raise BadCell("formula_without_value")
    if cell.kind == TEXT and not one_line(cell.raw):
        return None
    return _PARSERS[column.kind](column, without_currency(cell))


def without_currency(cell: Cell) -> Cell:
    """The plain number of one that is shown with a currency; every other cell as it is."""
    return Cell(NUMBER, cell.raw.partition(" ")[0]) if cell.kind == MONEY else cell


def shown(cell: Cell) -> str:
    """The cell the way its author sees it, cut to a readable length."""
    if cell.kind == DAY:
        plain = _day_as_text(cell.raw)
    elif cell.kind == PERCENT:
        plain = f"{numbers.as_text(cell.raw, 100)} %"
    elif cell.kind == NUMBER:
        plain = numbers.as_text(cell.raw)
    elif cell.kind == MONEY:
        number, _, currency = cell.raw.partition(" ")
        plain = f"{numbers.as_text(number)} {currency}"
    elif cell.kind == BOOL:
        plain = "SANN" if cell.raw in ("1", "true") else "USANN"
    else:
        plain = one_line(cell.raw)
    return plain if len(plain) <= MAX_SHOWN else f"{plain[: MAX_SHOWN - 1]}…"


def _day_as_text(raw: str) -> str:
    moment = days.moment_of_serial(raw)
    if moment is None:
        return days.clock_of_serial(raw) or numbers.as_text(raw)
    return f"{moment:%d.%m.%Y}" if moment.time() == moment.min.time() else f"{moment:%d.%m.%Y %H:%M}"


def as_text(cell: Cell) -> str:
    """The text of a cell of any kind; a number typed where text belongs is written without decimals it has not."""
    return clean_text(cell.raw) if cell.kind == TEXT else shown(cell)


# -- text

_CHANGED: Final = frozenset({DAY, TIME, PERCENT, BOOL})
"""What a spreadsheet makes of a text that looks like it."""


def _text(column: Column, cell: Cell) -> str | None:
    if cell.kind in _CHANGED:
        raise BadCell("text_changed")
    if cell.kind == NUMBER and numbers.digits_lost(cell.raw):
        raise BadCell("digits_lost")
    found = as_text(cell)
    if len(found) > MAX_TEXT:
        raise BadCell("text_too_long", str(MAX_TEXT))
    if column.name == "currency":
        return currency_code(found) or found or None
    return found or None


# -- codes, choices and ties


def _code(_: Column, cell: Cell) -> str | None:
    return _code_text(cell, "bad_code") or None


def _code_text(cell: Cell, key: str) -> str:
    if cell.kind in _CHANGED:
        raise BadCell("code_is_date")
    if cell.kind == NUMBER and numbers.digits_lost(cell.raw):
        raise BadCell(key)
    return one_line(as_text(cell))


def _ties(column: Column, cell: Cell) -> Any:
    raw = cell.raw if cell.kind == TEXT else _code_text(cell, "bad_tie")
    return codes.ties(raw, shares=column.shares) or None


def _choice(column: Column, cell: Cell) -> str | None:
    if cell.kind in _CHANGED:
        raise BadCell("text_changed")
    found = one_line(as_text(cell))
    code = choice_of(column.of, found)
    if code is not None:
        return code
    near = similar_choices(column.of, found)
    if near:
        raise BadCell("choice_near", " eller ".join(CHOICES[column.of][one][0] for one in near))
    raise BadCell("not_a_choice", column.of)


_FLAGS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("ja", "j", "yes", "y", "sann", "sant", "true", "1", "x", "✓", "✔"), True),
    **dict.fromkeys(("nei", "n", "no", "usann", "usant", "false", "0"), False),
}


def _flag(_: Column, cell: Cell) -> bool | None:
    found = _FLAGS.get(fold(as_text(cell)))
    if found is None:
        raise BadCell("not_a_flag")
    return found


# -- numbers


def _number(column: Column, cell: Cell) -> float | None:
    number = _exact(column, cell, "not_a_number")
    return None if number is None else numbers.as_float(number)


def _integer(column: Column, cell: Cell) -> int | None:
    number = _exact(column, cell, "not_whole")
    return None if number is None else numbers.whole(number)


def _exact(column: Column, cell: Cell, key: str) -> Decimal | None:
    """The number in a cell. A percentage is one only in a column of percent or of full-time equivalents."""
    if cell.kind in (TEXT, TIME):
        return numbers.written(column, cell.raw, CONVENTION, key)
    number = numbers.stored(cell.raw)
    if number is None or cell.kind == BOOL:
        raise BadCell(key)
    if cell.kind == PERCENT:
        return numbers.percent(column, number * 100)
    if cell.kind == DAY:
        _refuse_day(column, cell.raw, number)
    return number


def _refuse_day(column: Column, raw: str, number: Decimal) -> None:
    """A day or a time where a number belongs: told with the number that may be meant."""
    if days.clock_of_serial(raw) is not None:
        raise BadCell("number_is_time", numbers.as_text(raw, 24))
    moment = days.moment_of_serial(raw)
    if moment is None or number <= numbers.LAST_YEAR:
        raise BadCell("number_is_date", numbers.as_text(raw))  # which was typed in a cell of days
    if column.kind is Kind.INTEGER:
        raise BadCell("number_is_date", str(moment.year) if column.name in numbers.YEARS else "")
    raise BadCell("number_is_date", f"{moment.day},{moment.month}")  # 7.5 was typed


def _money(column: Column, cell: Cell) -> int | None:
    if cell.kind == PERCENT:
        raise BadCell("not_money")
    if cell.kind == TEXT:
        return numbers.money(cell.raw, CONVENTION)
    number = _exact(column, cell, "not_money")
    return None if number is None else numbers.minor(number, ROUND_HALF_UP)


def named_currency(column: Column, cell: Cell | None) -> str | None:
    """The currency that a cell of money names or shows beside its amount; None where it has none or is no amount."""
    if column.kind is Kind.MONEY and cell is not None and cell.kind == MONEY:
        return cell.raw.partition(" ")[2]
    if column.kind is not Kind.MONEY or cell is None or cell.kind != TEXT:
        return None
    try:
        found = amount(cell.raw, CONVENTION)
    except BadCell:  # which has been told
        return None
    return found.currency if found else None


# -- days and moments


def _found(cell: Cell, key: str) -> Written:
    if cell.kind == TEXT:
        serial = days.moment_of_plain_number(one_line(cell.raw).replace(",", "."))
        written = days.exactly(serial) or _written(cell.raw)
    elif cell.kind == DAY:
        written = days.exactly(days.moment_of_serial(cell.raw))
    else:
        written = days.exactly(days.moment_of_plain_number(cell.raw)) if cell.kind == NUMBER else None
    if written is None:
        raise BadCell("year_not_day" if key == "not_a_date" and numbers.is_year(cell.raw) else key)
    return written


def _written(raw: str) -> Written | None:
    try:
        return CONVENTION.written(raw)
    except BadCell as bad:
        if bad.key == "not_a_date":
            return None
        raise


def _day(_: Column, cell: Cell) -> str | None:
    found = _found(cell, "not_a_date")
    day = found.local.date()
    if found.zoned:
        there = days.in_zone(found, OSLO)
        if there != day:
            raise BadCell("two_readings_day", f"{day:%d.%m.%Y} eller {there:%d.%m.%Y}")
    return day.isoformat()


def _moment(_: Column, cell: Cell) -> str | None:
    found = _found(cell, "not_a_moment")
    if not found.timed:
        raise BadCell("not_a_moment")
    try:
        return f"{(found.local - found.ahead).isoformat(timespec='seconds')}Z"
    except OverflowError:
        raise BadCell("not_a_moment") from None


_PARSERS: Final[Mapping[Kind, Callable[[Column, Cell], Value | None]]] = {
    Kind.TEXT: _text,
    Kind.DATE: _day,
    Kind.MOMENT: _moment,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _code,
    Kind.TIES: _ties,
}
