"""Takes the cells out of an OpenDocument spreadsheet (``.ods``): it says of every value what it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from akint_dash.domain.currency import currency_code
from akint_dash.errors import UnreadableFile
from akint_dash.importers import cells
from akint_dash.importers.grid import (
    EPOCH,
    MAX_CELL_TEXT,
    TIME,
    Block,
    Book,
    Filled,
    Grid,
    GridCell,
    iso_moment,
    number,
    time_words,
    truth,
    with_currency,
)
from akint_dash.importers.package import Package, Part

_OPEN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES: Final[Mapping[str, str]] = {
    f"{_OPEN}office:1.0": "office:",
    f"{_OPEN}table:1.0": "table:",
    f"{_OPEN}text:1.0": "text:",
    f"{_OPEN}style:1.0": "style:",
    f"{_OPEN}drawing:1.0": "draw:",
    f"{_OPEN}manifest:1.0": "manifest:",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext:",
}
_NOT_CELLS: Final = frozenset(
    {"office:annotation", "table:tracked-changes", "table:shapes", "table:dde-links", "text:ruby-text"}
)
_LENGTH: Final = re.compile(r"(-?)P(?:(\d{1,9})D)?T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:[.,]\d*)?S)?", re.ASCII)
_TRUTHS: Final = frozenset({"true", "false", "sann", "usann", "sant", "usant"})
_NUMBERS: Final = {"float": cells.NUMBER, "currency": cells.NUMBER, "percentage": cells.PERCENT}


def read(package: Package, book: Book) -> None:
    """Hand the sheets of ``package`` to ``book``.

    Raises:
        UnreadableFile: ``a_document`` (a text, a presentation), ``encrypted``, or more than a table holds.
    """
    if package.has("META-INF/manifest.xml"):
        package.parse("META-INF/manifest.xml", _Manifest())
    content = _Content(Grid(book), book)
    package.parse("content.xml", content)
    if not content.is_spreadsheet:
        raise UnreadableFile("a_document")


class _Manifest(Part):
    def start(self, name: str, _: Mapping[str, str]) -> None:
        if name == "manifest:encryption-data":
            raise UnreadableFile("encrypted")


class _Content(Part):
    """The one part that holds all sheets, handed on row by row; what is repeated is handed on as often."""

    def __init__(self, grid: Grid, book: Book) -> None:
        self.is_spreadsheet = False
        self._grid = grid
        self._book = book
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._outside = 0
        """How deep inside something that is no cell of the table."""
        self._wanted = False
        self._row = self._rows = self._column = 0
        self._hidden = False
        self._cells: list[GridCell] = []
        self._merged: list[Block] = []
        self._cell: Mapping[str, str] = {}
        self._pieces: list[str] = []
        self._paragraphs = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._outside or _is_no_cell(name):
            self._outside += _is_no_cell(name)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell, self._pieces, self._paragraphs = attributes, [], 0
        elif name.startswith("text:"):
            self._begin_text(name, attributes)
        elif name == "table:table-row":
            self._row += 1
            self._rows = _count(attributes, "table:number-rows-repeated")
            self._column, self._cells = 0, []
            self._hidden = attributes.get("table:visibility", "visible") != "visible"
        else:
            self._begin_other(name, attributes)

    def end(self, name: str) -> None:
        if self._outside:
            self._outside -= _is_no_cell(name)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._end_cell()
        elif name == "table:table-row":
            self._end_row()
        elif name == "table:table":
            for block in self._merged if self._wanted else ():
                self._book.merged(block)

    def text(self, data: str) -> None:
        if self._paragraphs and not self._outside:
            self._pieces.append(data)

    def _begin_other(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table:table":
            hidden = attributes.get("table:style-name") in self._hidden_styles
            self._wanted = self._grid.sheet(attributes.get("table:name", ""), hidden=hidden)
            self._row, self._merged = 0, []
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "office:spreadsheet":
            self.is_spreadsheet = True
        elif name == "table:null-date":
            first = dt.date.fromisoformat(attributes.get("table:date-value", "1899-12-30"))
            self._book.epoch((first - EPOCH.date()).days)

    def _begin_text(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "text:p":
            if self._paragraphs:
                self._pieces.append("\n")
            self._paragraphs += 1
        elif name == "text:s":
            self._pieces.append(" " * min(_count(attributes, "text:c"), MAX_CELL_TEXT))
        elif name in ("text:tab", "text:line-break"):
            self._pieces.append("\t" if name == "text:tab" else "\n")

    def _end_cell(self) -> None:
        count = _count(self._cell, "table:number-columns-repeated")
        kind, raw = self._value()
        if self._wanted and (kind == cells.UNCOMPUTED or raw.strip()):
            self._grid.look(self._row, self._column + count)
            self._cells += [(self._column + more, kind, raw) for more in range(1, count + 1)]
        down, right = (
            _count(self._cell, "table:number-rows-spanned"),
            _count(self._cell, "table:number-columns-spanned"),
        )
        if down > 1 or right > 1:
            left = self._column + 1
            self._merged.append(Block(self._row, left, self._row + down - 1, left + right - 1))
        self._column += count
        self._paragraphs = 0

    def _value(self) -> Filled:
        said = "".join(self._pieces)
        kind = self._cell.get("office:value-type", "")
        if self._cell.get("calcext:value-type") == "error":
            return cells.ERROR, said or "#"
        if kind == "float" and said.strip().lower() in _TRUTHS:  # a number that is shown as true or false
            return truth(self._cell.get("office:value", ""))
        if kind in _NUMBERS:
            currency = currency_code(self._cell.get("office:currency", "")) if kind == "currency" else None
            return with_currency(number(self._cell.get("office:value", ""), _NUMBERS[kind]), currency or "")
        if kind == "date":
            return iso_moment(self._cell.get("office:date-value", ""))
        if kind == "time":
            return length(self._cell.get("office:time-value", ""))
        if kind == "boolean":
            return truth(self._cell.get("office:boolean-value", ""))
        if not kind and not said and "table:formula" in self._cell:
            return cells.UNCOMPUTED, ""
        return cells.TEXT, self._cell.get("office:string-value", said)[: MAX_CELL_TEXT + 1]

    def _end_row(self) -> None:
        last = self._row + self._rows - 1
        if self._cells:
            self._grid.look(last, 1)
            for row in range(self._row, last + 1):
                self._grid.row(row, self._cells, hidden=self._hidden)
        self._row = last


def _is_no_cell(name: str) -> bool:
    """Whether what is inside an element is none of the table's: a note, a drawing, what was deleted."""
    return name in _NOT_CELLS or name.startswith("draw:")


def _count(attributes: Mapping[str, str], name: str) -> int:
    return max(1, int(attributes.get(name, "1")))


def length(raw: str) -> Filled:
    """``7:30`` of ``PT07H30M00S``; what is no length of time is text."""
    found = _LENGTH.fullmatch(raw.strip())
    if found is None:
        return cells.TEXT, raw
    day, hour, minute, second = (int(part or 0) for part in found.groups()[1:])
    seconds = ((day * 24 + hour) * 60 + minute) * 60 + second
    return TIME, time_words(Decimal(-seconds if found[1] else seconds) / 86_400)
