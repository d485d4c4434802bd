"""Numbers of cells: as a spreadsheet keeps them, as people write them, and what a percent sign means in a column."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from akint_dash.domain.schema import Column, Kind
from akint_dash.importers.amounts import amount
from akint_dash.importers.conventions import MAX_MINOR, BadCell, Convention, scientific
from akint_dash.importers.spelling import one_line

MAX_INTEGER: Final = 2**31 - 1
MAX_NUMBER: Final = Decimal("1e300")
FIRST_YEAR, LAST_YEAR = 1800, 2200
"""A number between these may be a year."""
KEPT_DIGITS: Final = 15
"""A spreadsheet keeps no more digits of a number; the rest becomes zeros."""

FULL_TIME: Final = frozenset({"planned_fte", "used_fte", "fte"})
"""Columns of full-time equivalents: ``50 %`` is half of one there."""
PERCENTS: Final = frozenset({"cofunding"})
"""Columns whose number is a percentage: ``60 %`` is 60 there."""
YEARS: Final = frozenset({"year", "period_from", "period_to", "valid_from", "valid_to"})
"""Columns of years."""
LARGEST: Final = {"cofunding": 100, "lon": 180, "lat": 90, "nok": 999}
"""No number of these columns is larger, which settles whether ``10,523`` has decimals or thousands."""

_STORED: Final = re.compile(r"[+-]?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_PERCENT: Final = re.compile(r"(.*\d) ?(?:%|prosent|percent|pst\.?)", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(\d{1,3}):([0-5]\d)", re.ASCII)


def stored(raw: str) -> Decimal | None:
    """The number a spreadsheet keeps, None where ``raw`` is none (``1_0``, ``NaN``, figures of other scripts)."""
    return Decimal(raw) if _STORED.fullmatch(raw) else None


def written(column: Column, raw: str, convention: Convention, key: str) -> Decimal | None:
    """The number that a person wrote in a cell of text.

    Raises:
        BadCell: ``key``, ``two_readings``, ``percent_in_number``, ``number_is_time`` or ``number_is_date``.
    """
    bare = one_line(raw)
    if tail := _PERCENT.fullmatch(bare):
        number = _number(column, tail[1], convention, key)
        return None if number is None else percent(column, number)
    if clock := _CLOCK.fullmatch(bare):
        hours = Decimal(int(clock[1])) + Decimal(int(clock[2])) / 60
        raise BadCell("number_is_time", as_text(f"{hours:.15f}"))
    if column.kind is Kind.INTEGER:
        _refuse_day(column, bare, convention)
    exponent = scientific(bare) if column.kind is Kind.NUMBER else None
    return _number(column, bare, convention, key) if exponent is None else exponent


def _number(column: Column, bare: str, convention: Convention, key: str) -> Decimal | None:
    most = LARGEST.get(column.name)
    try:
        return convention.number(
            bare,
            most=None if most is None else Decimal(most),
            places=0 if column.kind is Kind.INTEGER else None,
        )
    except BadCell as bad:
        raise BadCell(key if bad.key == "not_a_number" else bad.key, bad.expected) from None


def _refuse_day(column: Column, bare: str, convention: Convention) -> None:
    try:
        day = convention.day(bare)
    except BadCell:
        return
    if day is not None:
        raise BadCell("number_is_date", day[:4] if column.name in YEARS else "")


def percent(column: Column, number: Decimal) -> Decimal:
    """What ``number`` percent is in ``column``: the number in a column of percent, a part of one in full-time work.

    Raises:
        BadCell: ``percent_in_number``: it may be the one or the other.
    """
    if column.name in PERCENTS:
        return number
    if column.name in FULL_TIME:
        return number / 100
    both = f"{as_text(str(number / 100))} eller {as_text(str(number))}"
    raise BadCell("percent_in_number", both)


def as_float(number: Decimal) -> float:
    """``number`` as it is stored, never -0.0.

    Raises:
        BadCell: ``not_a_number``: it is beyond all bounds.
    """
    if abs(number) > MAX_NUMBER:
        raise BadCell("not_a_number")
    return float(number) + 0.0


def whole(number: Decimal) -> int:
    """``number`` as an integer.

    Raises:
        BadCell: ``not_whole``.
    """
    if number.adjusted() > 10:
        raise BadCell("not_whole")
    found = int(number.to_integral_value(ROUND_HALF_UP))
    if abs(number - found) > Decimal("1e-9") or abs(found) > MAX_INTEGER:
        raise BadCell("not_whole")
    return found


def money(raw: str, convention: Convention) -> int | None:
    """The minor units of an amount as people write it, exactly.

    Raises:
        BadCell: ``not_money`` or ``two_readings``.
    """
    found = amount(raw, convention)
    return None if found is None else minor(found.sum)


def minor(number: Decimal, rounding: str | None = None) -> int:
    """``number`` in minor units; parts of one are refused unless ``rounding`` says how to end them.

    Raises:
        BadCell: ``not_money``.
    """
    if number.adjusted() > 16:
        raise BadCell("not_money")
    exact = number * 100
    found = int(exact.to_integral_value(ROUND_HALF_UP))
    if abs(found) > MAX_MINOR or (rounding is None and exact != found):
        raise BadCell("not_money")
    return found


def is_year(raw: str) -> bool:
    """Whether ``raw`` is a year alone."""
    number = stored(one_line(raw))
    return number is not None and number == int(number) and FIRST_YEAR <= number <= LAST_YEAR


def digits_lost(raw: str) -> bool:
    """Whether a spreadsheet may have changed the last digits of a number that was typed as text."""
    number = stored(raw)
    return number is None or number.adjusted() >= KEPT_DIGITS


def as_text(raw: str, times: int = 1) -> str:
    """A stored number as a spreadsheet shows it: a comma, no more digits than it keeps, none that it lacks."""
    number = stored(raw)
    if number is None or number.adjusted() > 30:
        return raw
    shown = f"{number * times:.{KEPT_DIGITS}g}"
    exact = Decimal(shown)
    whole = exact.to_integral_value()
    return f"{whole if whole == exact else exact.normalize():f}".replace(".", ",")
