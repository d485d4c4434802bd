"""The cells of a file on their way to the book that takes them: how far, how many, and what kind each one is.

A cell is ``(column, kind, raw)``, columns counted from 1. Kinds: ``s`` text, ``n`` number, ``p`` number shown as
percent, ``d`` number of a day (from 30.12.1899), ``t`` time of day or length of time as ``7:30``, ``b`` true or false,
``e`` error, ``f`` formula without a stored value, ``m`` number shown with a currency as ``1500.5 EUR``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple, Protocol

from akint_dash.errors import UnreadableFile
from akint_dash.importers import cells

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 200
MAX_CELLS: Final = 1_000_000
MAX_TEXT: Final = 48 * 1024 * 1024
MAX_CELL_TEXT: Final = 32_767
MAX_NUMBER: Final = 64
"""Digits of a number; no spreadsheet writes more."""

TIME: Final = "t"
PERCENT_SIGN: Final = "%"
"""A number of percent as it stands: beside it is a sign that the file calls text."""
EPOCH: Final = dt.datetime(1899, 12, 30)

_NUMBER: Final = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,4})?", re.ASCII)

GridCell = tuple[int, str, str]
Filled = tuple[str, str]
"""Kind and raw text."""


class Block(NamedTuple):
    """Cells merged into one, from the first to the last row and column."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"


class Book(Protocol):
    """Who takes the cells of a file."""

    def epoch(self, days: int) -> None:
        """The days of plain numbers begin so many days after 30.12.1899."""

    def sheet(self, name: str, *, hidden: bool) -> bool:
        """A sheet begins; whether its rows are wanted."""

    def row(self, number: int, row: Sequence[GridCell], *, hidden: bool) -> None:
        """A row with something in it."""

    def merged(self, block: Block) -> None:
        """Cells of the sheet are merged."""


class Grid:
    """Hands the rows of a sheet on, and refuses what no table holds."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sheet = ""
        self._filled = self._cells = self._text = 0

    def sheet(self, name: str, *, hidden: bool) -> bool:
        """A sheet begins; whether its rows are wanted."""
        self._sheet, self._filled = name, 0
        return self._book.sheet(name, hidden=hidden)

    def look(self, row: int, column: int) -> None:
        """Refuse a filled cell that is too far away.

        Raises:
            UnreadableFile: ``far_cell``, or ``too_many_rows`` where the rows before it are filled too.
        """
        if row <= MAX_ROWS and column <= MAX_COLUMNS:
            return
        if self._filled > MAX_ROWS // 2:
            raise UnreadableFile("too_many_rows", sheet=self._sheet, rows=MAX_ROWS)
        raise UnreadableFile("far_cell", sheet=self._sheet, cell=f"{column_letters(column)}{row}")

    def row(self, number: int, row: Sequence[GridCell], *, hidden: bool = False) -> None:
        """A row with something in it.

        Raises:
            UnreadableFile: ``too_many_cells``.
        """
        self._filled += 1
        self._cells += len(row)
        self._text += sum(len(raw) for _, _, raw in row)
        if self._cells > MAX_CELLS or self._text > MAX_TEXT:
            raise UnreadableFile("too_many_cells", cells=MAX_CELLS)
        self._book.row(number, row, hidden=hidden)


# -- kinds of cells


def number(raw: str, kind: str = cells.NUMBER, epoch: int = 0) -> Filled:
    """A number of ``kind``; what is none, or has more digits than any spreadsheet writes, is text.

    A number of a day that the file counts from ``epoch`` becomes one from 30.12.1899.
    """
    raw = raw.strip()
    if len(raw) > MAX_NUMBER or not _NUMBER.fullmatch(raw):
        return cells.TEXT, raw
    if kind == TIME:
        return TIME, time_words(Decimal(raw))
    if kind == PERCENT_SIGN:
        return cells.PERCENT, f"{Decimal(raw) / 100:f}"
    return kind, str(Decimal(raw) + epoch) if kind == cells.DAY and epoch else raw


def with_currency(filled: Filled, currency: str) -> Filled:
    """A plain number that is shown with a currency says so."""
    kind, raw = filled
    return (cells.MONEY, f"{raw} {currency}") if currency and kind == cells.NUMBER else filled


def time_words(days: Decimal) -> str:
    """``7:30`` of 0.3125, as the spreadsheet shows it; more than a day goes on counting hours."""
    if days.adjusted() > 6:
        return str(days)
    seconds = round(abs(days) * 86_400)
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{'-' if days < 0 else ''}{hour}:{minute:02d}{f':{second:02d}' if second else ''}"


def iso_moment(raw: str) -> Filled:
    """A day or moment as ISO 8601 writes it; what is none is text."""
    try:
        moment = dt.datetime.fromisoformat(raw.strip().removesuffix("Z"))
    except ValueError:
        return cells.TEXT, raw
    if moment.tzinfo is not None:
        return cells.TEXT, raw
    passed = moment - EPOCH
    return cells.DAY, str(round(Decimal(passed.days) + Decimal(passed.seconds) / 86_400, 12).normalize())


def truth(raw: str) -> Filled:
    """True or false; what is neither is text."""
    raw = raw.strip().lower()
    return cells.BOOL if raw in ("0", "1", "true", "false") else cells.TEXT, raw


# -- names of columns


def column_number(letters: str) -> int:
    """1 of ``A``, 28 of ``AB``."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found


def column_letters(column: int) -> str:
    """``AB`` of 28."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
