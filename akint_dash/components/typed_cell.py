"""What one cell of a page's table is outside it: its kind, its unit, its value."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Final

from akint_dash.components.table import cell_text
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Kind, Value
from akint_dash.domain.table import NOT_APPLICABLE, Cell

_KIND: Final = {
    Cell.CODE: Kind.CODE,
    Cell.COUNT: Kind.COUNT,
    Cell.DECIMAL: Kind.DECIMAL,
    Cell.SHARE: Kind.SHARE,
    Cell.RATE: Kind.RATE,
    Cell.ORE: Kind.MONEY,
    Cell.AMOUNT: Kind.MONEY,
    Cell.DATE: Kind.DATE,
    Cell.MOMENT: Kind.MOMENT,
    Cell.YEAR: Kind.YEAR,
    Cell.DAYS: Kind.DAYS,
}


def kind_of(cell: Cell) -> Kind:
    """What a column of such cells holds."""
    return _KIND.get(cell, Kind.TEXT)


def unit_of(cell: Cell) -> str:
    """What one of a number is; "" where its column's words say it."""
    return "NOK" if cell is Cell.ORE else ""


def value_of(view: View, cell: Cell, value: Any) -> Value:
    """A cell's value: a number, a day, or the words that stand on the page; None is missing."""
    if value is None or value == NOT_APPLICABLE:
        return value or None
    match cell:
        case Cell.ORE:
            return Decimal(value) / 100
        case Cell.AMOUNT:
            return Decimal(value[0]) / 100
        case Cell.DATE:
            return dt.date.fromisoformat(str(value)[:10])
        case Cell.COUNT | Cell.DAYS | Cell.YEAR | Cell.DECIMAL | Cell.SHARE | Cell.RATE:
            return value if isinstance(value, int | float) else str(value)
        case _:
            return cell_text(view, cell, value)
