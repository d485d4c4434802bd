"""One cell of a workbook by the kind of its column."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from akint_dash.domain.exhibit import NUMBERS, Column, Kind, Value
from akint_dash.exports.sheets.book import Book, Worksheet, is_plain
from akint_dash.text.words import Words

FIRST_DAY: Final = date(1900, 3, 1)
"""Days before it are written as text: the spreadsheet's calendar is wrong there."""
_DAY_ZERO: Final = date(1899, 12, 30).toordinal()
EXACT: Final = 10**15
"""Numbers from here on have more digits than a spreadsheet keeps: they are written as text."""
UNDER: Final = 0.005
"""A share under this is rounded to no percent."""

MISSING: Final = {"pattern": 14, "fg_color": "rule", "bg_color": "surface"}
"""What a missing number looks like."""


class Cells:
    """The cells of one column: a number is a number, a day a day, and what is missing an empty cell that looks like it.

    How they look is worked out once a column: a list may have hundreds of thousands of rows.
    """

    def __init__(self, book: Book, sheet: Worksheet, at: int, kind: Kind, shown_as: str) -> None:
        line: dict[str, Any] = {"bottom": 4, "bottom_color": "rule", "valign": "vcenter", **aligned(kind, at)}
        self._book, self._sheet, self._at = book, sheet, at
        self._text: dict[str, Any] = {**line, "num_format": "@", "text_wrap": True}
        self._string = book.format(**self._text)
        self._number = book.format(**line, num_format=shown_as)
        self._missing = book.format(**line, **MISSING)

    def put(self, row: int, value: Value) -> None:
        """One cell."""
        if value is None:
            self._sheet.write_blank(row, self._at, None, self._missing)
        elif isinstance(value, date) and value >= FIRST_DAY:
            self._sheet.write_number(row, self._at, value.toordinal() - _DAY_ZERO, self._number)
        elif isinstance(value, str | date) or not fits(value):
            text = value.isoformat() if isinstance(value, date) else str(value)
            if is_plain(text):
                self._sheet.write_string(row, self._at, text, self._string)
            else:
                self._book.text(self._sheet, row, self._at, text, **self._text)
        else:
            self._sheet.write_number(row, self._at, float(value), self._number)


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
            plain = "0 %" if words.language == "nb" else "0%"
            if any(0 < value < UNDER for value in numbers):  # as on the screen: something is never nothing
                return f'[=0]{plain};[<{UNDER}]"{words.percent(UNDER / 2)}";{plain}'
            return plain
        case Kind.RATE:
            return "0.0000"
        case Kind.YEAR:
            return "0"
        case Kind.DATE:
            return "dd.mm.yyyy" if words.language == "nb" else "d mmm yyyy"
        case _:
            return "@"
