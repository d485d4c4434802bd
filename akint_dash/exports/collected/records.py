"""The sheets of records: the usual columns, what is to be filled marked, and last year's values beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from xlsxwriter.format import Format  # type: ignore[import-untyped]

from akint_dash.domain.collecting import LAST_YEAR, TO_FILL
from akint_dash.domain.history import Value
from akint_dash.domain.schema import ENTITIES, Column, Entity, Kind
from akint_dash.exports.collected.content import Content, NewRow
from akint_dash.exports.workbook import (
    CODE,
    DEMONSTRATION_COLUMN,
    DEMONSTRATION_MARK,
    FIRST_ROW,
    FORMATS,
    HEADING_ROW,
    QUIET,
    SPARE_ROWS,
    Book,
    Cells,
    cell_value,
    explanation,
    write_choice,
    write_head,
)
from akint_dash.measures.collection import Gap
from akint_dash.measures.last_year import columns as of_last_year
from akint_dash.text.holes import hole_effect
from akint_dash.text.words import Words

W: Final = Words("nb")
FILL: Final = "#fff0b8"
EDGE: Final = "#8a4b00"
_ONLY_READ: Final = "Bare til å se. Leses ikke inn"


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a sheet. ``beside`` is set where it is last year's: of that column of the record's."""

    column: Column
    beside: str = ""
    real: Column | None = None


def places(entity: Entity, year: int, marked: bool) -> list[Place]:
    """The columns of a sheet in their order."""
    beside = of_last_year(entity.name)
    fill = Column("to_fill", Kind.TEXT, TO_FILL, "Det som mangler i raden. Leses ikke inn")
    found = [Place(CODE), Place(fill)]
    for column in entity.columns:
        found.append(Place(column))
        if column.name in beside:
            real = beside[column.name]
            kind = Kind.TEXT if real.kind is Kind.CHOICE else real.kind
            heading = f"{LAST_YEAR}{real.heading} ({year - 1})"
            found.append(Place(Column(f"last_{real.name}", kind, heading, _ONLY_READ), column.name, real))
    return found + ([Place(DEMONSTRATION_COLUMN)] if marked else [])


def cell_of(content: Content, gap: Gap, new: NewRow | None) -> tuple[int, int]:
    """Row and column, from 0, of a cell to fill."""
    entity = ENTITIES[gap.entity]
    names = [one.column.name for one in places(entity, content.sending.year, content.marked)]
    rows = content.row_of[gap.entity]
    row = FIRST_ROW + (rows[gap.code] if new is None else len(rows) + new.row)
    return row, names.index(gap.column)


def write_records(workbook: Any, content: Content, book: Book, entity: Entity) -> None:
    """One sheet."""
    sheet = workbook.add_worksheet(entity.sheet)
    own = places(entity, content.sending.year, content.marked)
    title = entity.sheet + (f" – {DEMONSTRATION_MARK}" if content.marked else "")
    write_head(workbook, sheet, title, entity.help, [one.column for one in own], lambda c: _explained(c, book))
    for at, one in enumerate(own):
        if one.real or one.column.heading == TO_FILL:
            sheet.set_column(at, at, 30 if one.real is None else 16)
    _Sheet(workbook, sheet, content, book, entity, own).write()
    records, new = content.records[entity.name], content.new.get(entity.name, [])
    last = FIRST_ROW + len(records) + len(new)
    sheet.autofilter(HEADING_ROW, 0, max(last - 1, FIRST_ROW), len(own) - 1)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.repeat_rows(HEADING_ROW)
    sheet.repeat_columns(0, 1)
    for at, one in enumerate(own):
        if one.real or one.column.heading == TO_FILL:
            _only_read(sheet, at, last + SPARE_ROWS)
        else:
            write_choice(sheet, at, one.column, book.source(one.column), last + SPARE_ROWS)


def _only_read(sheet: Any, at: int, last: int) -> None:
    """Nothing can be typed into a column that an import passes by: it would be lost."""
    options = {
        "validate": "custom",
        "value": "=FALSE",
        "error_title": "Bare til å se",
        "error_message": "Kolonnen leses ikke inn. Skriv i kolonnen ved siden av.",
    }
    sheet.data_validation(FIRST_ROW, at, last, at, options)


def _explained(column: Column, book: Book) -> str:
    """As in the usual workbook; of codes whose sheet is not in this one, where they stand."""
    sheets = {entity.name for entity in book.entities}
    if column.kind in (Kind.REFERENCE, Kind.TIES) and column.of and column.of not in sheets:
        where = " fra arket Lister" if column.of in book.lists else " til registreringen"
        how = f"Koden{where}" if column.kind is Kind.REFERENCE else f"Kodene{where}, skilt med semikolon"
        return ". ".join(part for part in (column.help, how) if part)
    return explanation(column)


class _Sheet:
    """The rows of one sheet."""

    def __init__(
        self, workbook: Any, sheet: Any, content: Content, book: Book, entity: Entity, own: Sequence[Place]
    ) -> None:
        self._sheet, self._content, self._entity, self._own = sheet, content, entity, own
        self._cells = Cells(workbook, sheet, book.cut)
        edge = {"bg_color": FILL, "border": 3, "border_color": EDGE}
        codes = {FORMATS[one.column.kind] for one in own}
        self._blank: dict[str, Format] = {code: workbook.add_format({**edge, "num_format": code}) for code in codes}
        self._quiet: dict[str, Format] = {}
        self._workbook = workbook
        self._told = workbook.add_format({"text_wrap": True, "bold": True, "font_color": EDGE, "valign": "top"})

    def write(self) -> None:
        """Every record, then the rows to come."""
        records = self._content.records[self._entity.name]
        for row, code in enumerate(sorted(records), start=FIRST_ROW):
            gaps = self._content.to_fill.get((self._entity.name, code), [])
            self._cells.write_text(row, 0, code)
            self._values(row, records[code])
            self._beside(row, self._content.last.values(self._entity.name, code, records[code]))
            self._gaps(row, gaps, "; ".join(self._entity.by_name[gap.column].heading for gap in gaps))
        for new in self._content.new.get(self._entity.name, []):
            self._new(FIRST_ROW + len(records) + new.row, new)

    def _values(self, row: int, values: Mapping[str, Value]) -> None:
        for at, one in enumerate(self._own):
            value = None if one.real or at < 2 else values.get(one.column.name)
            if value is not None and value != []:
                self._cells.write(row, at, one.column, value)

    def _beside(self, row: int, before: Mapping[str, Value]) -> None:
        for at, one in enumerate(self._own):
            if one.real is None or one.beside not in before:
                continue
            shown, code = cell_value(one.real, before[one.beside])
            if code not in self._quiet:
                self._quiet[code] = self._workbook.add_format({"num_format": code, "italic": True, "font_color": QUIET})
            if isinstance(shown, str):
                self._cells.write_text(row, at, shown, self._quiet[code])
            else:
                self._sheet.write_number(row, at, shown, self._quiet[code])

    def _new(self, row: int, new: NewRow) -> None:
        gaps = [gap for gap, there in self._content.places if there is new]
        said = f"Ny rad, kode for eksempel {new.code}. {self._content.begins(gaps[0])}"
        self._gaps(row, gaps, said)
        self._beside(row, self._content.last.values(self._entity.name, "", new.given))

    def _gaps(self, row: int, gaps: Sequence[Gap], said: str) -> None:
        if not gaps:
            return
        self._cells.write_text(row, 1, said, self._told)
        names = [one.column.name for one in self._own]
        for gap in gaps:
            at = names.index(gap.column)
            column = self._own[at].column
            self._sheet.write_blank(row, at, None, self._blank[FORMATS[column.kind]])
            self._sheet.write_comment(row, at, f"Å fylle ut: {column.heading}. {why(gap)}", {"author": "akint-dash"})


def why(gap: Gap) -> str:
    """The answer that a blank cell makes unsure, and the rows of the strategy."""
    return f"{hole_effect(W, gap.kind)} ({', '.join(gap.rows)})"
