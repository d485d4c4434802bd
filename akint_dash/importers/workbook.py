"""The workbook: one sheet an entity, known by its headings wherever they stand, as ``.xlsx``, ``.xlsm`` or ``.ods``.

:mod:`akint_dash.importers.xlsx` and :mod:`akint_dash.importers.ods` only take cells out of XML; what they mean is
decided in :mod:`akint_dash.importers.tables`. The first sheet, ``Om arbeidsboken``, says what the workbook holds in
full and at which revision it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from akint_dash.domain.collecting import OWN_SHEETS
from akint_dash.domain.reading import Place, Reader, Reading, Scope
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import UnreadableFile
from akint_dash.importers.cells import fold
from akint_dash.importers.front import Front
from akint_dash.importers.grid import Block, GridCell, column_letters
from akint_dash.importers.spreadsheet import take_cells
from akint_dash.importers.tables import ENTITY_OF, LIKE, Found, Records, Table

NAME: Final = "arbeidsbok"
FRONT_SHEET: Final = "Om arbeidsboken"
LISTS_SHEET: Final = "Lister"

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")


def looks_like(_: Path, head: bytes) -> bool:
    """Whether a file begins as a workbook does."""
    return head.startswith(_ZIP)


def read(path: Path) -> Reading:
    """What the workbook says.

    Raises:
        UnreadableFile: it is no workbook, encrypted, damaged, too large or holds no known sheet.
    """
    book = _Book(path.name)
    take_cells(path, book)
    return book.reading()


READER: Final = Reader(NAME, looks_like, read, "porteføljearbeidsboken")

_KNOWN: Final = frozenset([*ENTITY_OF, fold(FRONT_SHEET)])


class _Book:
    """The sheets of one file, in their order."""

    def __init__(self, file: str) -> None:
        self._found = Found(file)
        self._tables: list[Records] = []
        self._front = Front("", self._found)
        self._open: Table | Front | None = None
        self._unknown: list[str] = []
        self._epoch = 0

    def epoch(self, days: int) -> None:
        """The days of plain numbers begin so many days after 30.12.1899."""
        self._epoch = days

    def sheet(self, name: str, *, hidden: bool) -> bool:
        """A sheet begins; whether its rows are wanted."""
        folded = fold(name)
        if folded not in _KNOWN:
            self._unknown += [name] if folded != fold(LISTS_SHEET) else []
            return False
        if hidden:
            self._found.remark("hidden_sheet", Place(self._found.file, name), name)
        if folded == fold(FRONT_SHEET):
            self._open = self._front = Front(name, self._found)
            return True
        self._open = table = Records(name, ENTITY_OF[folded], self._found, self._epoch)
        self._tables.append(table)
        return True

    def row(self, number: int, row: Sequence[GridCell], *, hidden: bool) -> None:
        """A row of the sheet that is open."""
        if self._open is not None:
            self._open.row(number, row, hidden=hidden)

    def merged(self, block: Block) -> None:
        """Cells of the sheet that is open are merged."""
        if isinstance(self._open, Table):
            self._open.merged(block)

    def reading(self) -> Reading:
        """All that the file says.

        Raises:
            UnreadableFile: no sheet of it is known.
        """
        if not self._tables:
            raise UnreadableFile("no_known_sheet", file=self._found.file)
        revision, scope = self._front.revision(), self._front.scope()
        self._finish(scope)
        return Reading(
            reader=NAME,
            file=self._found.file,
            drafts=tuple(draft for table in self._tables for draft in table.drafts),
            problems=tuple(self._found.problems),
            remarks=tuple(self._found.remarks),
            scope=scope,
            base_revision=revision,
            edited=True,
            mark=self._front.mark(),
            sent=self._front.sent(),
            columns=tuple(
                (table.sheet, column.heading, column_letters(at))
                for table in self._tables
                for at, column in table.places.items()
            ),
        )

    def _finish(self, scope: Scope | None) -> None:
        promised = scope.entities if scope else frozenset()
        there: set[str] = set()
        for table in self._tables:
            name = table.entity.name
            if name in there:
                self._found.problem("double_sheet", table.at(0), table.sheet)
            there.add(name)
            table.finish(promised=name in promised)
        for name in sorted(promised - there):
            sheet = ENTITIES[name].sheet
            self._found.problem("sheet_missing", Place(self._found.file, sheet), sheet)
        collected = self._front.sent() is not None
        self._found.remarks += () if collected else self._found.asides
        for sheet in self._unknown:
            if not (collected and sheet in OWN_SHEETS):
                self._tell_unknown(sheet, there)

    def _tell_unknown(self, sheet: str, there: set[str]) -> None:
        """A sheet that is not ours, or whose name is a slip of the pen for one that is missing."""
        place = Place(self._found.file, sheet)
        missing = {fold(entity.sheet): entity.sheet for name, entity in ENTITIES.items() if name not in there}
        near = get_close_matches(fold(sheet), missing, 1, LIKE)
        if near:
            self._found.problem("unknown_sheet_near", place, sheet, missing[near[0]])
        else:
            self._found.remark("unknown_sheet", place, sheet)
