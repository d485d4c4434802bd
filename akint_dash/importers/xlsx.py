"""Takes the cells out of an Office Open XML workbook (``.xlsx``, ``.xlsm``; macros are never looked at).

Each part is read once, as it streams by, and nothing is kept but the shared strings. What a sheet says of its own size
is not believed. Days are counted as the workbook itself says, in its own element and no extension's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from akint_dash.errors import UnreadableFile
from akint_dash.importers import cells
from akint_dash.importers.grid import (
    Block,
    Book,
    Filled,
    Grid,
    GridCell,
    column_number,
    iso_moment,
    number,
    truth,
    with_currency,
)
from akint_dash.importers.number_formats import Shown, built_in, shown_as
from akint_dash.importers.package import Package, Part
from akint_dash.importers.pieces import Pieces, Strings, unescaped

NAMESPACES: Final[Mapping[str, str]] = {
    "": "",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
}
DAYS_1904: Final = 1462

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_BLOCK: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6}):([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_TRUE: Final = frozenset(["1", "true"])


def read(package: Package, book: Book) -> None:
    """Hand the sheets of ``package`` to ``book``.

    Raises:
        UnreadableFile: ``an_archive``, ``a_document``, ``numbers_workbook``, ``binary_workbook``, ``not_a_workbook``,
            ``damaged_file``, or more than a table holds.
    """
    main = _main_part(package)
    contents = _Contents()
    package.parse(main, contents)
    if not contents.sheets:
        raise UnreadableFile("not_a_workbook")
    book.epoch(DAYS_1904 if contents.from_1904 else 0)
    relations = package.relations(main)
    strings, styles = Strings(), _Styles()
    for part, kind in ((strings, "sharedStrings"), (styles, "styles")):
        for name in _of_kind(relations, kind):
            package.parse(name, part)
    grid = Grid(book)
    for name, hidden, relation in contents.sheets:
        if grid.sheet(name, hidden=hidden):
            sheet = _Sheet(strings.all, styles.shown, contents, grid)
            package.parse(relations[relation][1], sheet)
            for block in sheet.merged:
                book.merged(block)


def _main_part(package: Package) -> str:
    if package.has("Index/Document.iwa"):
        raise UnreadableFile("numbers_workbook")
    if not package.has("_rels/.rels"):
        raise UnreadableFile("an_archive")
    main = next(_of_kind(package.relations(""), "officeDocument"), "xl/workbook.xml")
    if main.endswith(".bin"):
        raise UnreadableFile("binary_workbook")
    if main.startswith(("word/", "ppt/")):
        raise UnreadableFile("a_document")
    return main


def _of_kind(relations: Mapping[str, tuple[str, str]], kind: str) -> Iterator[str]:
    return (name for found, name in relations.values() if found == kind)


class _Contents(Part):
    """The sheets of the workbook: (name, whether hidden, relation), and what holds for all of them."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, bool, str]] = []
        self.from_1904 = False
        self.uncounted = False
        """Formulas are to be counted when the workbook is opened: a stored 0 may be no result."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes["name"], hidden, attributes.get("r:id", "")))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "").lower() in _TRUE
        elif name == "calcPr":
            self.uncounted = attributes.get("fullCalcOnLoad", "").lower() in _TRUE


# -- how numbers are shown


class _Styles(Part):
    """How each cell style shows a number; a format the file describes itself goes before a built-in one."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []
        self._described: dict[int, Shown] = {}
        self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._described[int(attributes["numFmtId"])] = shown_as(attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            format_id = int(attributes.get("numFmtId", "0"))
            self.shown.append(self._described.get(format_id) or built_in(format_id))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


# -- a sheet


class _Sheet(Pieces):
    """The filled cells of one sheet, row by row."""

    def __init__(self, strings: Sequence[str], styles: Sequence[Shown], contents: _Contents, grid: Grid) -> None:
        super().__init__()
        self.merged: list[Block] = []
        self._strings = strings
        self._styles = styles
        self._epoch = DAYS_1904 if contents.from_1904 else 0
        self._uncounted = contents.uncounted
        self._grid = grid
        self._row = self._column = 0
        self._cells: list[GridCell] = []
        self._formula = self._hidden = False
        self._type = self._style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "f":
            self._formula = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        else:
            super().start(name, attributes)

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        else:
            super().end(name)

    def _begin_row(self, attributes: Mapping[str, str]) -> None:
        row = int(attributes.get("r", self._row + 1))
        if row <= self._row:
            raise UnreadableFile("damaged_file")
        self._row, self._column, self._cells = row, 0, []
        self._hidden = attributes.get("hidden", "").lower() in _TRUE

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        column = self._column_of(attributes["r"]) if "r" in attributes else self._column + 1
        if column <= self._column:
            raise UnreadableFile("damaged_file")
        self._column = column
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self.gathered()
        self._formula = False

    def _column_of(self, reference: str) -> int:
        found = _REFERENCE.fullmatch(reference)
        if found is None or int(found[2]) != self._row:
            raise UnreadableFile("damaged_file")
        return column_number(found[1])

    def _end_cell(self) -> None:
        raw = self.gathered()
        blank = not raw.strip()
        if self._formula and self._not_counted(raw, blank):
            self._add(cells.UNCOMPUTED, "")
        elif not blank:
            kind, value = self._value(raw)
            if value.strip():
                self._add(kind, value)

    def _not_counted(self, raw: str, blank: bool) -> bool:
        """Whether a formula has no result: none at all, or the 0 that a program writes which cannot count."""
        if self._type == "str":
            return False
        return blank or (self._uncounted and self._type == "n" and raw.strip() == "0")

    def _value(self, raw: str) -> Filled:
        if self._type == "s":
            return cells.TEXT, self._strings[_index(raw)]
        if self._type in ("inlineStr", "str"):
            return cells.TEXT, unescaped(raw)
        if self._type == "d":
            return iso_moment(raw)
        if self._type == "b":
            return truth(raw)
        if self._type == "e":
            return cells.ERROR, raw.strip()
        shown = self._styles[_index(self._style)] if self._styles else built_in(0)
        return with_currency(number(raw, shown.kind, self._epoch), shown.currency)

    def _add(self, kind: str, raw: str) -> None:
        self._grid.look(self._row, self._column)
        self._cells.append((self._column, kind, raw))

    def _end_row(self) -> None:
        if self._cells:
            self._grid.row(self._row, self._cells, hidden=self._hidden)
            self._cells = []

    def _merge(self, reference: str) -> None:
        found = _BLOCK.fullmatch(reference)
        if found:
            block = Block(int(found[2]), column_number(found[1]), int(found[4]), column_number(found[3]))
            self.merged.append(block)


def _index(raw: str) -> int:
    found = int(raw)
    if found < 0:
        raise UnreadableFile("damaged_file")
    return found
