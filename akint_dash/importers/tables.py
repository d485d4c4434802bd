"""The sheets of a workbook: columns known by their headings, wherever they stand, and rows with a code of their own.

What is wrong with a sheet is told with its row and column; a cell that is wrong gives no value. Hidden rows and sheets
are read like the others, and told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import get_close_matches
from typing import Final

from akint_dash.domain.collecting import LAST_YEAR, TO_FILL
from akint_dash.domain.history import DEMONSTRATION, Value
from akint_dash.domain.reading import Draft, Place, Problem
from akint_dash.domain.schema import ENTITIES, SHEETS, Column, Entity, Kind
from akint_dash.importers import cells
from akint_dash.importers.cells import BadCell, Cell, fold
from akint_dash.importers.grid import Block, GridCell, column_letters

CODE: Final = Column("code", Kind.REFERENCE, "Kode", required=True)
DEMONSTRATION_COLUMN: Final = Column(DEMONSTRATION, Kind.FLAG, "Demonstrasjon")
ENTITY_OF: Final[Mapping[str, Entity]] = {
    fold(name): entity for entity in SHEETS.values() for name in (entity.name, entity.sheet)
}
HEADING_ROWS: Final = 20
LIKE: Final = 0.85
"""How like a heading must be to one of ours (of 1) to be a slip of the pen."""


@dataclass(slots=True)
class Found:
    """What is said of the file beside its drafts."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    asides: list[Problem] = field(default_factory=list)
    """Columns that a workbook of the yearly collection has for people: remarks in every other workbook."""

    def problem(self, key: str, place: Place, value: str = "", expected: str = "") -> None:
        """Something the user must mend."""
        self.problems.append(Problem(key, place, value, expected))

    def remark(self, key: str, place: Place, value: str = "") -> None:
        """Something the user may know."""
        self.remarks.append(Problem(key, place, value))


class Table:
    """A sheet whose columns are known by their headings, in any order, in one of the first rows."""

    def __init__(self, sheet: str, columns: Sequence[Column], found: Found, epoch: int) -> None:
        self.sheet = sheet
        self.found = found
        self.places: dict[int, Column] = {}
        self._epoch = epoch
        self._known = _headings(columns)
        self._codes: dict[str, int] = {}
        self._lacks_code = False
        self._headed = self._last = 0
        """The row of the headings, and the last one with something in it; 0 where there is none."""
        self._hidden: list[int] = []
        self._named: dict[int, str] = {}
        self._nameless: dict[int, int] = {}
        """Columns with something in them and no heading, and the first row of it."""

    def row(self, number: int, row: Sequence[GridCell], *, hidden: bool) -> None:
        """One filled row: headings, something above them, or a record."""
        self._last = number
        if not self._headed:
            if number <= HEADING_ROWS:
                self._try_headings(number, row)
            return
        values = {self.places[at].name: Cell(kind, raw) for at, kind, raw in row if at in self.places}
        for at, *_ in row:
            if at not in self._named:
                self._nameless.setdefault(at, number)
        if values:
            self._hidden += [number] if hidden else []
            self.record(number, values)

    def merged(self, block: Block) -> None:
        """Cells merged into one are a problem where they are data: only the first of them has a value."""
        columns = [column for at, column in self.places.items() if block.left <= at <= block.right]
        first = max(block.top, self._headed + 1)
        if self._headed and columns and first <= min(block.bottom, self._last):
            self.found.problem("merged_cells", self.at(first, columns[0].heading), str(block))

    def record(self, number: int, row: Mapping[str, Cell]) -> None:
        """One row with something in a known column."""

    def finish(self, *, promised: bool) -> None:
        """Say what is wrong with the sheet as a whole; ``promised``: it is to hold all there is."""
        if self._headed:
            self._tell_rest()
            return
        if not (self._last or promised):
            return
        key = "no_code_column" if self._lacks_code else "no_headings"
        self.found.problem(key, self.at(0), expected=CODE.heading)

    def _tell_rest(self) -> None:
        if self._hidden:
            self.found.remark("hidden_rows", self.at(self._hidden[0]), str(len(self._hidden)))
        for at, row in sorted(self._nameless.items()):
            self.found.remark("nameless_column", self.at(row), column_letters(at))

    def at(self, row: int, column: str = "") -> Place:
        """A place in this sheet."""
        return Place(self.found.file, self.sheet, row, column)

    def code(self, number: int, cell: Cell | None) -> str | None:
        """The row's own code; a blank, a doubled or an impossible one is a problem."""
        try:
            code = self.value(number, CODE, cell)
        except BadCell:
            return None
        place = self.at(number, CODE.heading)
        if code is None:
            self.found.problem("blank_code", place)
            return None
        first = self._codes.setdefault(str(code).casefold(), number)
        if first != number:
            self.found.problem("double_code", place, str(code), str(first))
            return None
        return str(code)

    def _try_headings(self, number: int, row: Sequence[GridCell]) -> None:
        named = {at: heading_key(raw) for at, kind, raw in row if kind == cells.TEXT}
        matched = [key for key in named.values() if key in self._known]
        if len(named) < 2 or not matched:
            return
        if all(self._known[key] is not CODE for key in matched):
            self._lacks_code = self._lacks_code or len(matched) > 1
            return
        self._headed = number
        self._named = {at: raw for at, _, raw in row}
        self._take_headings(number)

    def _take_headings(self, number: int) -> None:
        unknown: list[str] = []
        for at, raw in self._named.items():
            column = self._known.get(heading_key(raw))
            shown = cells.shown(cells.text(raw))
            if column is None:
                unknown.append(shown)
            elif column in self.places.values():
                self.found.problem("double_column", self.at(number, shown), shown)
            else:
                self.places[at] = column
        for shown in unknown:
            self._tell_unknown(number, shown)

    def _tell_unknown(self, number: int, shown: str) -> None:
        """A heading that is none of ours, or a slip of the pen for one that is missing."""
        missing = [key for key, column in self._known.items() if column not in self.places.values()]
        near = get_close_matches(heading_key(shown), missing, 1, LIKE)
        if shown == TO_FILL or shown.startswith(LAST_YEAR):
            self.found.asides.append(Problem("unknown_column", self.at(number, shown), shown))
        elif near:
            self.found.problem("unknown_column_near", self.at(number, shown), shown, self._known[near[0]].heading)
        else:
            self.found.remark("unknown_column", self.at(number, shown), shown)

    def value(self, number: int, column: Column, cell: Cell | None) -> Value | None:
        """The value of a cell.

        Raises:
            BadCell: it holds something else, which has been told.
        """
        try:
            return None if cell is None else cells.parse(column, self._since_1899(column, cell))
        except BadCell as error:
            shown = cells.shown(cell) if cell else ""
            self.found.problem(error.key, self.at(number, column.heading), shown, error.expected)
            raise

    def _since_1899(self, column: Column, cell: Cell) -> Cell:
        """A plain number where a day belongs, counted from where all days are; as text it may be either."""
        if not self._epoch or column.kind not in (Kind.DATE, Kind.MOMENT):
            return cell
        if cell.kind == cells.TEXT and _COUNTED.fullmatch(cell.raw.strip()):
            raise BadCell("not_a_date" if column.kind is Kind.DATE else "not_a_moment")
        return Cell(cell.kind, str(Decimal(cell.raw) + self._epoch)) if cell.kind == cells.NUMBER else cell


_COUNTED: Final = re.compile(r"\d{4,6}(?:[.,]\d+)?", re.ASCII)


def heading_key(raw: str) -> str:
    """A heading for comparison: the mark of required columns does not count."""
    return fold(cells.one_line(raw)).strip("*:")


def headings_of_sheets() -> frozenset[str]:
    """Every heading of every sheet, for comparison."""
    columns = [column for entity in ENTITIES.values() for column in (*entity.columns, CODE)]
    said = [heading for column in columns for heading in (column.heading, column.formerly) if heading]
    return frozenset(map(heading_key, said))


def _headings(columns: Sequence[Column]) -> dict[str, Column]:
    """Columns by what may stand above them: the name in English, or the heading, which wins, of today or formerly."""
    by_name = {heading_key(column.name): column for column in columns}
    formerly = {heading_key(column.formerly): column for column in columns if column.formerly}
    return by_name | formerly | {heading_key(column.heading): column for column in columns}


class Records(Table):
    """The sheet of one entity."""

    def __init__(self, sheet: str, entity: Entity, found: Found, epoch: int) -> None:
        super().__init__(sheet, (*entity.columns, DEMONSTRATION_COLUMN, CODE), found, epoch)
        self.entity = entity
        self.drafts: list[Draft] = []

    def record(self, number: int, row: Mapping[str, Cell]) -> None:
        """One record; a cell that is wrong is a problem and no value."""
        code = self.code(number, row.get(CODE.name))
        if code is None:
            return
        values: dict[str, Value | None] = {}
        for column in self.places.values():
            if column is not CODE:
                self._take(number, column, row.get(column.name), values)
        self._heed_currency(number, row, values)
        self.drafts.append(Draft(self.entity.name, code, values, self.at(number)))

    def _heed_currency(self, number: int, row: Mapping[str, Cell], values: dict[str, Value | None]) -> None:
        """The currency that an amount names itself (``100 kr``) fills a blank one, and may not be another."""
        for column in self.places.values():
            said = cells.named_currency(column, row.get(column.name))
            if said is None or values.get(column.name) is None:
                continue
            own = "NOK" if "currency" not in self.entity.by_name else values.get("currency")
            if own is None:
                values["currency"] = said
            elif own != said:
                there = self.at(number, column.heading)
                self.found.problem("currency_contradicts", there, cells.shown(row[column.name]), str(own))

    def _take(self, number: int, column: Column, cell: Cell | None, values: dict[str, Value | None]) -> None:
        try:
            value = self.value(number, column, cell)
        except BadCell:
            return
        if value is None and column.required:
            self.found.problem("required_missing", self.at(number, column.heading), expected=column.heading)
        values[column.name] = None if column is DEMONSTRATION_COLUMN and not value else value
