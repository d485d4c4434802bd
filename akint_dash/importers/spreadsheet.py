"""The one way into a spreadsheet file, ``.xlsx``, ``.xlsm`` or ``.ods``, whoever wants its cells."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from akint_dash.errors import UnreadableFile
from akint_dash.importers import ods, xlsx
from akint_dash.importers.grid import Block, Book, GridCell
from akint_dash.importers.package import Package


def take_cells(path: Path, book: Book) -> None:
    """Hand the sheets of ``path`` to ``book``.

    Raises:
        UnreadableFile: it is no spreadsheet, encrypted, damaged or too large.
    """
    try:
        package = Package(path, xlsx.NAMESPACES)
        if package.has("content.xml"):
            ods.read(Package(path, ods.NAMESPACES), book)
        else:
            xlsx.read(package, book)
    except UnreadableFile as error:
        error.values.setdefault("file", path.name)
        raise
    except MemoryError:
        raise
    except Exception as error:  # whatever a made-up zip or XML can cause
        raise UnreadableFile("damaged_file", file=path.name) from error


class Row(NamedTuple):
    """One filled row, counted from 1."""

    number: int
    cells: Sequence[GridCell]


def rows_by_sheet(path: Path) -> list[tuple[str, list[Row]]]:
    """Every sheet of ``path`` by name, with its filled rows.

    Raises:
        UnreadableFile: as :func:`take_cells`.
    """
    book = _All()
    take_cells(path, book)
    return book.sheets


class _All:
    """Takes every sheet whole. A plain number is left as the file counts it, days are days."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, list[Row]]] = []

    def epoch(self, days: int) -> None:
        pass

    def sheet(self, name: str, *, hidden: bool) -> bool:  # noqa: ARG002
        self.sheets.append((name, []))
        return True

    def row(self, number: int, row: Sequence[GridCell], *, hidden: bool) -> None:  # noqa: ARG002
        self.sheets[-1][1].append(Row(number, tuple(row)))

    def merged(self, block: Block) -> None:
        pass
