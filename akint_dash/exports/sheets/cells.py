"""One cell of a workbook by the kind of its column."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from akint_dash.domain.exhibit import NUMBERS, Column, Kind, Value
from akint_dash.exports.sheets.book import Book, Worksheet
from akint_dash.text.words import Words

FIRST_DAY: Final = date(1900, 3, 1)
"""Days before it are written as text: the spreadsheet's calendar is wrong there."""
EXACT: Final = 10**15
"""Numbers from here on have more digits than a spreadsheet keeps: they are written as text."""


def put(book: Book, sheet: Worksheet, row: int, at: int, kind: Kind, value: Value, shown_as: str) -> None:
    """One cell by its kind: a number is a number, a day a day, and what is missing an empty cell that looks like it."""
    line = {"bottom": 4, "bottom_color": "rule", "valign": "vcenter"}
    align = aligned(kind, at)
    if value is None:
        missing = {"pattern": 14, "fg_color": "rule", "bg_color": "surface"}
        sheet.write_blank(row, at, None, book.format(**line, **align, **missing))
    elif isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_number(
            row, at, (value - date(1899, 12, 30)).days, book.format(**line, **align, num_format=shown_as)
        )
    elif isinstance(value, str | date) or not fits(value):
        text = value.isoformat() if isinstance(value, date) else str(value)
        book.text(sheet, row, at, text, **line, **align, num_format="@", text_wrap=True)
    else:
        sheet.write_number(row, at, float(value), book.format(**line, **align, num_format=shown_as))


def aligned(kind: Kind, at: int) -> dict[str, str | int]:
    """Numbers stand right; all else left, and from the second column a little apart from the numbers before it."""
    return {"align": "right"} if kind in NUMBERS else {"align": "left", "indent": 1 if at else 0}


def fits(value: float | Decimal) -> bool:
    """Whether a spreadsheet keeps a number as it is."""
    return math.isfinite(value) and abs(float(value)) < EXACT


def number_format(words: Words, column: Column, values: Sequence[Value]) -> str:
    """How Excel shows a column: in the file the signs are English, on the screen they are the reader's own."""
    numbers = [value for value in values if isinstance(value, int | float | Decimal)]
    whole = all(value == int(value) for value in numbers if math.isfinite(value))
    match column.kind:
        case Kind.COUNT | Kind.DAYS:
            return "#,##0"
        case Kind.MONEY:
            return "#,##0" if whole or column.unit == "NOK" else "#,##0.00"
        case Kind.DECIMAL:
            return "#,##0" if whole else "#,##0.0"
        case Kind.SHARE:
            return "0 %" if words.language == "nb" else "0%"
        case Kind.RATE:
            return "0.0000"
        case Kind.YEAR:
            return "0"
        case Kind.DATE:
            return "dd.mm.yyyy" if words.language == "nb" else "d mmm yyyy"
        case _:
            return "@"
