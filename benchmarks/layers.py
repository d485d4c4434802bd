"""Other programs' readers in the place of our own: python-calamine and openpyxl, each with what the project would need.

Each is a function like :func:`akint_dash.importers.spreadsheet.take_cells`, as short as it can be without giving up
what the library can tell. Neither library is needed by the project.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from akint_dash.errors import UnreadableFile
from akint_dash.importers import cells, xlsx
from akint_dash.importers.grid import (
    EPOCH,
    MAX_COLUMNS,
    MAX_ROWS,
    TIME,
    Block,
    Book,
    Filled,
    Grid,
    GridCell,
    column_number,
    number,
    time_words,
)
from akint_dash.importers.package import Package, Part
from akint_dash.importers.spreadsheet import take_cells

Layer = Callable[[Path, Book], None]
DAY: Final = dt.timedelta(days=1)


def _filled(value: Any, *, percent: bool = False) -> Filled:
    """A Python value as the kind and text of a cell."""
    if isinstance(value, bool):
        return cells.BOOL, "1" if value else "0"
    if isinstance(value, (int, float)):
        return number(f"{Decimal(repr(value)):f}".removesuffix(".0"), cells.PERCENT if percent else cells.NUMBER)
    if isinstance(value, dt.timedelta):
        return TIME, time_words(Decimal(repr(value / DAY)))
    if isinstance(value, dt.time):
        return TIME, f"{value.hour}:{value.minute:02d}"
    if isinstance(value, dt.date):
        moment = value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())
        return cells.DAY, str(Decimal(repr((moment - EPOCH) / DAY)))
    return cells.TEXT, str(value)


def calamine(path: Path, book: Book) -> None:
    """python-calamine. It says nothing of formulas, errors, percent or hidden rows."""
    from python_calamine import SheetVisibleEnum, load_workbook  # type: ignore[import-not-found,unused-ignore]

    def taken() -> None:
        _look_before(path)
        with load_workbook(path) as whole:
            grid = Grid(book)
            for meta in whole.sheets_metadata:
                if grid.sheet(meta.name, hidden=meta.visible is not SheetVisibleEnum.Visible):
                    sheet = whole.get_sheet_by_name(meta.name)
                    for number, line in enumerate(sheet.to_python(skip_empty_area=False), start=1):
                        _hand_on(
                            grid, number, [(at, *_filled(one)) for at, one in enumerate(line, start=1) if one != ""]
                        )
                    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
                        book.merged(Block(top + 1, left + 1, bottom + 1, right + 1))

    _in_words(path, taken)


def openpyxl_streamed(path: Path, book: Book) -> None:
    """openpyxl, read_only. It says nothing of merged cells and hidden rows."""
    _openpyxl(path, book, read_only=True)


def openpyxl_whole(path: Path, book: Book) -> None:
    """openpyxl, the whole workbook in memory."""
    _openpyxl(path, book, read_only=False)


def _openpyxl(path: Path, book: Book, *, read_only: bool) -> None:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def taken() -> None:
        if not _look_before(path):  # OpenDocument is none of its own
            return take_cells(path, book)
        values = openpyxl.load_workbook(path, read_only=read_only, data_only=True)
        formulas = openpyxl.load_workbook(path, read_only=read_only)
        grid = Grid(book)
        book.epoch(xlsx.DAYS_1904 if values.epoch == CALENDAR_MAC_1904 else 0)
        uncounted = bool(formulas.calculation and formulas.calculation.fullCalcOnLoad)
        for sheet, beside in zip(values.worksheets, formulas.worksheets, strict=True):
            if not grid.sheet(sheet.title, hidden=sheet.sheet_state != "visible"):
                continue
            if read_only:
                sheet.reset_dimensions()  # type: ignore[union-attr,unused-ignore]
                beside.reset_dimensions()  # type: ignore[union-attr,unused-ignore]
            for line, said in zip(sheet.iter_rows(), beside.iter_rows(), strict=True):
                row = [one for pair in zip(line, said, strict=True) if (one := _cell(*pair, uncounted))]
                if row:
                    at = max(getattr(cell, "row", 0) for cell in line)
                    hidden = not read_only and sheet.row_dimensions[at].hidden
                    _hand_on(grid, at, row, hidden=hidden)
            for block in () if read_only else sheet.merged_cells.ranges:
                book.merged(Block(block.min_row, block.min_col, block.max_row, block.max_col))
        return None

    _in_words(path, taken)


def _cell(value: Any, said: Any, uncounted: bool) -> GridCell | None:
    if said.data_type == "f" and (value.value is None or (uncounted and value.value == 0)):
        return said.column, cells.UNCOMPUTED, ""
    if value.value is None:
        return None
    if value.data_type == "e":
        return value.column, cells.ERROR, value.value
    return (value.column, *_filled(value.value, percent="%" in value.number_format))


# -- what a library must not be left alone with


class _Far(Part):
    """Refuses far cells and rows before a library reserves room for all that is before them."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        found = xlsx._REFERENCE.fullmatch(attributes.get("r", "A1")) if name == "c" else None
        if found and (int(found[2]) > MAX_ROWS or column_number(found[1]) > MAX_COLUMNS):
            raise UnreadableFile("far_cell", cell=found[0])


def _look_before(path: Path) -> bool:
    """Refuse bombs and far cells; whether it is no OpenDocument file."""
    package = Package(path, xlsx.NAMESPACES)
    if package.has("content.xml"):
        return False
    for name in _sheets(package):
        package.parse(name, _Far())
    return True


def _sheets(package: Package) -> Iterator[str]:
    relations = package.relations(xlsx._main_part(package))
    return (name for kind, name in relations.values() if kind == "worksheet")


def _hand_on(grid: Grid, number: int, row: list[GridCell], *, hidden: bool = False) -> None:
    for at, *_ in row:
        grid.look(number, at)
    if row:
        grid.row(number, row, hidden=hidden)


def _in_words(path: Path, taken: Callable[[], None]) -> None:
    try:
        taken()
    except UnreadableFile as error:
        error.values.setdefault("file", path.name)
        raise
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableFile("damaged_file", file=path.name) from error


LAYERS: Final[Mapping[str, tuple[str, Layer]]] = {
    "our own": ("akint_dash", take_cells),
    "python-calamine": ("python_calamine", calamine),
    "openpyxl, read_only": ("openpyxl", openpyxl_streamed),
    "openpyxl, whole": ("openpyxl", openpyxl_whole),
}
"""name -> (module that it needs, layer)"""


def at_hand() -> dict[str, Layer]:
    """The layers whose library is installed here."""
    return {name: layer for name, (module, layer) in LAYERS.items() if find_spec(module)}
