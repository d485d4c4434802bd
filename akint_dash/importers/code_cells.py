"""The values in a code list: codes, numbers and days as we write them, and as a Norwegian spreadsheet saves them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import Column, Kind
from akint_dash.importers import numbers
from akint_dash.importers.conventions import BadCell, Convention, number_readings
from akint_dash.importers.spelling import one_line

_PERCENT: Final = re.compile(r"(.*\d) ?(?:%|prosent)", re.IGNORECASE)
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)
_MOST: Final = {"lon": Decimal(180), "lat": Decimal(90), "cofunding": Decimal(100)}
"""The largest value of a column, which tells ``10,752`` from ten thousand."""


class _BadCell(ValueError):
    """The cell does not hold what its column asks for: the problem's key."""


def parse(column: Column, text: str, mark: str = ",") -> Any:
    """The value of one cell, None where blank; ``mark`` is what stands between the fields of the file.

    Raises:
        ValueError: with the problem's key.
    """
    text = text.strip()
    if not text:
        return None
    try:
        if column.kind is Kind.MONEY:
            return _whole(_number(column, text, mark) * 100)
        if column.kind is Kind.INTEGER:
            return _whole(_number(column, text, mark))
        if column.kind is Kind.NUMBER:
            return float(_number(column, text, mark))
    except BadCell as bad:
        raise _BadCell(bad.key) from bad
    if column.kind is Kind.CHOICE:
        text = text.casefold()
        if text not in CHOICES[column.of]:
            raise _BadCell("not_a_choice")
    if column.kind is Kind.DATE:
        return _day(text)
    if column.kind is Kind.MOMENT and not (_MOMENT.fullmatch(text) and _is_day(text[:10])):
        raise _BadCell("not_a_moment")
    if column.kind is Kind.TIES:
        parts = [part.strip() for part in text.split(";") if part.strip()]
        return [_tie(part) if column.shares else [part, None] for part in parts]
    return text


def _day(text: str) -> str | None:
    """The day in a cell: ISO, or as a Norwegian spreadsheet shows it (``01.06.2026``)."""
    try:
        return text if _is_day(text) else Convention.NORWEGIAN.day(text)
    except BadCell as bad:
        raise _BadCell(bad.key) from bad


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _number(column: Column, text: str, mark: str) -> Decimal:
    """The number in a cell. A spreadsheet that puts ``;`` between fields writes a decimal comma; else it is a point.

    Raises:
        BadCell: ``not_a_number``, ``two_readings`` or ``percent_in_number``.
    """
    if tail := _PERCENT.fullmatch(one_line(text)):
        return numbers.percent(column, _number(column, tail[1], mark))
    found = number_readings(one_line(text).replace("\u2212", "-"))
    usual, sign = (Convention.NORWEGIAN, ",") if mark == ";" else (Convention.ENGLISH, ".")
    if len(found) > 1 and sign in text and not {",", "."} <= set(text):
        return found[usual]
    number = Convention.UNDEFINED.number(text, most=_MOST.get(column.name))
    if number is None:
        raise BadCell("not_a_number")
    return number


def _whole(number: Decimal) -> int:
    if number != number.to_integral_value():
        raise BadCell("not_a_number")
    return int(number)


def _tie(text: str) -> list[Any]:
    code, _, share = text.rpartition(" ")
    if code and share.isdigit():
        return [code, int(share)]
    return [text, None]
