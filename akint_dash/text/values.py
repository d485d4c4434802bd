"""Cells of an exhibit in words, as its page writes them: for files that are read, not reckoned with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from akint_dash.domain.exhibit import NUMBERS, Column, Kind, Value
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.text.words import Words

RIGHT = NUMBERS | {Kind.YEAR}
"""The kinds that stand right-aligned in a table."""


def in_words(w: Words, column: Column, value: Value, *, currency: str = "") -> str:
    """One cell: missing is 'mangler'. ``currency`` of an amount whose column has no unit of its own."""
    if value is None:
        return w("mangler")
    if isinstance(value, dt.date):
        return w.date(value)
    if isinstance(value, str):
        return value
    match column.kind:
        case Kind.SHARE:
            return w.percent(float(value))
        case Kind.DECIMAL:
            return w.decimal(float(value))
        case Kind.RATE:
            return w.rate(float(value))
        case Kind.YEAR:
            return str(value)
        case Kind.MONEY:
            return _amount(w, Decimal(value), column.unit or currency)
        case _:
            return w.number(value)


def _amount(w: Words, value: Decimal, currency: str) -> str:
    minor = int(value * 100)
    if currency == "NOK":
        return w.money(minor)
    return w.amount(minor, currency) if currency else w.number(value)


def table_in_words(
    w: Words, columns: Sequence[Column], rows: Sequence[Sequence[Value]]
) -> tuple[list[Column], list[list[str]]]:
    """A table for reading: codes beside names are left out, a currency stands in its amount."""
    shown = [at for at, column in enumerate(columns) if not _beside(columns, at)]
    said = [[in_words(w, columns[at], row[at], currency=_currency(columns, row, at)) for at in shown] for row in rows]
    for place, at in enumerate(shown):
        if columns[at].kind is Kind.DECIMAL:
            _alike(w, said, place, [row[at] for row in rows])
    return [columns[at] for at in shown], said


def _alike(w: Words, said: list[list[str]], place: int, column: Sequence[Value]) -> None:
    """Write the numbers of a column with as many decimals each: 1,0 over 0,5."""
    known = [(at, float(value)) for at, value in enumerate(column) if isinstance(value, int | float | Decimal)]
    for (at, _), words in zip(known, w.decimals(*(value for _, value in known)), strict=True):
        said[at][place] = words


def _beside(columns: Sequence[Column], at: int) -> bool:
    """Whether a column only tells the code or the currency of the one before it."""
    before = columns[at - 1].name if at else ""
    return columns[at].kind is Kind.CODE and columns[at].name in (f"{before}_code", f"{before}_currency")


def _currency(columns: Sequence[Column], row: Sequence[Value], at: int) -> str:
    beside = at + 1 < len(columns) and columns[at + 1].name == f"{columns[at].name}_currency"
    return str(row[at + 1] or "") if beside and row[at + 1] != NOT_APPLICABLE else ""
