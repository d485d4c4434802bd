"""Large text tables of public sources, read row by row: a file as it is, or a file in the zip it is offered in.

Nothing is unpacked to disk, and no table is held in memory. Rows are those of :mod:`akint_dash.importers.delimited`;
columns are found by name.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import IO, Final

from akint_dash.domain.reading import Place
from akint_dash.errors import UnreadableFile
from akint_dash.importers.delimited import (
    HEADING_LINES,
    Names,
    encoding,
    find_heading,
    heading_of,
    lines_of,
    named_width,
    records,
    same_heading,
)
from akint_dash.importers.findings import Findings
from akint_dash.importers.markup import unmarked
from akint_dash.importers.plain import heed_cells
from akint_dash.importers.spelling import clean_text
from akint_dash.importers.texts import decoded

LIMIT_UNPACKED: Final = 1024 * 1024 * 1024
"""A table that says it is larger than this when unpacked is refused; none gives more bytes than it says."""
HEAD_BYTES: Final = 64 * 1024

_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What a zip that is cut, changed, encrypted or packed in an unknown way makes of reading it."""
Row = tuple[Place, Mapping[str, str]]


def members(path: Path, head: bytes) -> frozenset[str]:
    """The names of the files in a zip, without folders; empty where ``path`` is none that can be read."""
    if not head.startswith(b"PK"):
        return frozenset()
    try:
        with zipfile.ZipFile(path) as archive:
            return frozenset(PurePosixPath(name).name for name in archive.namelist())
    except _DAMAGED:
        return frozenset()


def header(path: Path, head: bytes, known: Iterable[str] = ()) -> Names:
    """The heading of a table, or of the only table in a zip, in the spelling of ``known``; () where there is none."""
    if not head.startswith(b"PK"):
        return heading_of(head, known)
    if len(only := [name for name in members(path, head) if name.lower().endswith(".csv")]) != 1:
        return ()
    try:
        with _opened(path, only[0]) as file:
            return heading_of(file.read(HEAD_BYTES), known)
    except UnreadableFile:
        return ()


def rows(path: Path, needed: Iterable[str], keep: Iterable[str], findings: Findings, member: str = "") -> Iterator[Row]:
    """The rows of a table with the columns of ``keep`` (none: all), each with its place.

    ``member`` names the table in a zip. The heading is the first row that holds all of ``needed``.

    A quote that is never closed is a problem of its row. A row that has not as many fields as the heading is left out,
    and a sign that is no character is shown as ``\N{REPLACEMENT CHARACTER}``, each with a remark.

    Raises:
        UnreadableFile: ``damaged_file``, ``too_large``, or ``missing_columns`` when one of ``needed`` is not there.
    """
    with _opened(path, member) as file:
        head = file.read(HEAD_BYTES)
        file.seek(0)
        text = io.TextIOWrapper(file, encoding=encoding(head), errors="replace")
        try:
            yield from _rows(lines_of(text, path.name), Place(path.name, member), tuple(needed), tuple(keep), findings)
        except UnicodeError as error:  # UTF-16 cut in a sign
            raise UnreadableFile("damaged_file", file=path.name) from error


@contextmanager
def _opened(path: Path, member: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of a member of a zip (its only table where ``member`` is "")."""
    try:
        if not zipfile.is_zipfile(path):
            with path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(path) as archive:
            info = _member(archive, member)
            if info is None:
                raise UnreadableFile("damaged_file", file=path.name)
            if info.file_size > LIMIT_UNPACKED:
                raise UnreadableFile("too_large", file=path.name, limit=LIMIT_UNPACKED)
            with archive.open(info) as packed:
                yield packed
    except _DAMAGED as error:
        raise UnreadableFile("damaged_file", file=path.name) from error


def _member(archive: zipfile.ZipFile, member: str) -> zipfile.ZipInfo | None:
    for info in archive.infolist():
        name = PurePosixPath(info.filename).name
        if name == member or (not member and name.lower().endswith(".csv")):
            return info
    return None


def _rows(lines: Iterator[str], place: Place, needed: Names, keep: Names, findings: Findings) -> Iterator[Row]:
    beginning = list(islice(lines, HEADING_LINES))
    heading = find_heading(beginning, (*needed, *keep), frozenset(needed).issubset)
    if missing := [name for name in needed if name not in heading.names]:
        raise UnreadableFile("missing_columns", file=place.file, columns=", ".join(missing))
    wanted = [(index, name) for index, name in enumerate(heading.names) if not keep or name in keep]
    for name, count in Counter(name for _, name in wanted if name).items():
        if count > 1:
            findings.problem("double_column", replace(place, row=heading.record + 1, column=name), name)
    width, least = len(heading.names), named_width(heading.names)
    below = chain(beginning[heading.record :], lines)
    for number, record in enumerate(records(below, heading.mark, width, lenient=True)):
        cells, where = record.cells, replace(place, row=heading.record + number + 1)
        first, last = (heading.record + line + 1 for line in (record.first, record.last))
        if number == 0:  # the heading itself
            continue
        if cells is None:
            findings.problem("open_quote", where, f"{first}", f"{last}")
        elif not any(cells):
            continue
        elif least <= len(cells) and not any(cells[width:]) and not same_heading(cells, heading.names):
            padded = cells + [""] * (width - len(cells))
            row = {name: clean_text(unmarked(decoded(padded[index]))) for index, name in wanted}
            heed_cells(row, where, findings)
            yield where, row
        else:
            findings.remark("fields_remark", where, f"{first}" if first == last else f"{first}–{last}", f"{width}")
