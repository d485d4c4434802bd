"""Plain text tables and the values in them, shared by the readers of public sources.

A table has one heading row (:mod:`akint_dash.importers.delimited`), and its columns are found by name in any order.
Values are canonical: days as ISO text, money as whole minor units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final

from akint_dash.domain.reading import Place
from akint_dash.errors import UnreadableFile
from akint_dash.importers.conventions import BadCell, Convention
from akint_dash.importers.delimited import Record, decode, find_heading, named_width, records, same_heading
from akint_dash.importers.euros import cents
from akint_dash.importers.findings import Findings
from akint_dash.importers.spelling import is_error
from akint_dash.importers.texts import cleaned, once_encoded

LIMIT_BYTES: Final = 256 * 1024 * 1024
"""Files larger than this are refused."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one file as text; ``header`` in the file's order, a missing cell is ``""``."""

    file: str
    header: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]
    mark: str = ","
    heading_row: int = 1
    findings: Findings = field(default_factory=Findings)

    def place(self, index: int, column: str = "") -> Place:
        """Where row ``index`` (from 0 below the heading) stands for the user."""
        return Place(self.file, row=self.heading_row + index + 1, column=column)


def read_bytes(path: Path) -> bytes:
    """The content of ``path``.

    Raises:
        UnreadableFile: it cannot be opened (``unreadable_file``), is empty (``empty_file``) or
            ``too_large``.
    """
    try:
        size = path.stat().st_size
        if size > LIMIT_BYTES:
            raise UnreadableFile("too_large", file=path.name, limit=LIMIT_BYTES)
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    if not raw.strip():
        raise UnreadableFile("empty_file", file=path.name)
    return raw


def read_table(
    path: Path, needed: Iterable[str], known: Iterable[str] = (), knows: Callable[[tuple[str, ...]], bool] | None = None
) -> Table:
    """The table in ``path``, blank rows included, so that every row keeps its number.

    The heading is the first row that holds all of ``needed`` (that ``knows``), written as there or in ``known`` in any
    spelling. What is wrong with the form of a row is told in ``findings`` of the table: a quote that never closes is a
    problem of its row alone, and the rows after it are read; a row with too many fields is left out, one with too few
    is read as far as it goes, each with a remark; the heading a second time is left out.

    Raises:
        UnreadableFile: as :func:`read_bytes`; ``missing_columns`` when one of ``needed`` is not in the header.
    """
    lines = decode(read_bytes(path)).replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    needed = tuple(needed)
    heading = find_heading(lines, (*needed, *known), knows or frozenset(needed).issubset)
    missing = [name for name in needed if name not in heading.names]
    if missing:
        raise UnreadableFile("missing_columns", file=path.name, columns=", ".join(missing))
    table = Table(path.name, heading.names, (), heading.mark, heading.record + 1)
    for name in sorted({name for name in table.header if name and table.header.count(name) > 1}):
        table.findings.problem("double_column", Place(path.name, row=heading.record + 1, column=name), name)
    wanted = list(enumerate(table.header))
    rows: list[dict[str, str]] = []
    for record in islice(records(lines[heading.record :], heading.mark, len(table.header)), 1, None):
        rows.append(_row(_fitting(table, record, len(rows), heading.record), wanted))
        heed_cells(rows[-1], table.place(len(rows) - 1), table.findings)
    return replace(table, rows=tuple(rows))


def _fitting(table: Table, record: Record, index: int, above: int) -> list[str]:
    """The fields of a row that can be read; none where it is left out. ``above``: the lines above the heading."""
    width, place, cells = len(table.header), table.place(index), record.cells
    if cells is None:
        line = f"{above + record.first + 1}"
        table.findings.problem("open_quote", place, line, line)
        return []
    filled = sum(bool(cell.strip()) for cell in cells)
    if any(cell.strip() for cell in cells[width:]) or (filled == 1 and len(cells) < width > 2):
        table.findings.remark("fields_remark", place, f"{above + record.first + 1}", f"{width}")
        return []
    if filled > 1 and same_heading(cells, table.header):
        table.findings.remark("row_left_out_remark", place, " ".join(cells)[:80])
        return []
    if filled and len(cells) < named_width(table.header):
        table.findings.remark("short_row_remark", place, f"{len(cells)}", f"{width}")
    return cells


def heed_cells(row: dict[str, str], place: Place, findings: Findings) -> None:
    """Tell the cells whose signs are broken, or saved in a wrong encoding; one that shows an error is emptied."""
    for name, value in row.items():
        if value.isascii():
            if is_error(value):
                row[name] = ""
                findings.remark("error_cell_remark", replace(place, column=name), value)
        elif "\ufffd" in value:
            findings.remark("broken_sign_remark", replace(place, column=name), value[:80])
        elif meant := once_encoded(value):
            findings.remark("twice_encoded_remark", replace(place, column=name), value[:80], meant[:80])


def _row(line: list[str], wanted: Iterable[tuple[int, str]]) -> dict[str, str]:
    count = len(line)
    return {name: cleaned(line[place]) if place < count else "" for place, name in wanted}


def minor_cell(table: Table, index: int, column: str, findings: Findings) -> int | None:
    """The minor units in a cell of an English source; what is none, or may be two, is a remark and no value.

    A table with ``;`` between its fields was saved by a Norwegian spreadsheet: ``25,000`` may be 25 there.
    """
    convention = Convention.UNDEFINED if table.mark == ";" else Convention.ENGLISH
    try:
        return cents(table.rows[index].get(column, ""), convention)
    except BadCell as bad:
        findings.remark(f"{bad.key}_remark", table.place(index, column), table.rows[index][column], bad.expected)
        return None
