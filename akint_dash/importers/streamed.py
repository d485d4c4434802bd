"""Large text tables of public sources, read row by row: a file as it is, or a file in the zip it is offered in.

Nothing is unpacked to disk, and no table is held in memory. UTF-8 with or without a mark (Windows-1252 where the
beginning is no UTF-8), ``,`` ``;`` or tab between, columns found by name.
"""

from __future__ import annotations

import csv
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final, NamedTuple

from akint_dash.domain.reading import Place
from akint_dash.errors import UnreadableFile
from akint_dash.importers.plain import Findings, delimiter, header_of
from akint_dash.importers.spelling import clean_text

LIMIT_UNPACKED: Final = 1024 * 1024 * 1024
"""A table that says it is larger than this when unpacked is refused; none gives more bytes than it says."""
LIMIT_FIELD: Final = 1024 * 1024
"""A field longer than this is no field: a quote was left open."""
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
_REPLACED: Final = "\ufffd"

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


def header(path: Path, head: bytes) -> tuple[str, ...]:
    """The heading of a table, or of the only table in a zip; () where there is none."""
    if not head.startswith(b"PK"):
        return header_of(head)
    if len(only := [name for name in members(path, head) if name.lower().endswith(".csv")]) != 1:
        return ()
    try:
        with _opened(path, only[0]) as file:
            return header_of(file.read(HEAD_BYTES))
    except UnreadableFile:
        return ()


def rows(path: Path, needed: Iterable[str], keep: Iterable[str], findings: Findings, member: str = "") -> Iterator[Row]:
    """The rows of a table with the columns of ``keep`` (none: all), each with its place.

    ``member`` names the table in a zip.

    A quote that is never closed is a problem. A row that has not as many fields as the heading is left out, and a sign
    that is no character is shown as ``\N{REPLACEMENT CHARACTER}``, each with a remark.

    Raises:
        UnreadableFile: ``damaged_file``, ``too_large``, or ``missing_columns`` when one of ``needed`` is not there.
    """
    with _opened(path, member) as file:
        head = file.read(HEAD_BYTES)
        file.seek(0)
        text = io.TextIOWrapper(file, encoding=_encoding(head), errors="replace", newline="")
        place = Place(path.name, member)
        yield from _rows(text, delimiter(head.decode("latin-1")), place, needed, frozenset(keep), findings)


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


def _encoding(head: bytes) -> str:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8-sig" if len(head) - error.start < 4 else "cp1252"  # cut in a character, or no UTF-8
    return "utf-8-sig"


def _rows(
    text: Iterable[str], mark: str, place: Place, needed: Iterable[str], keep: frozenset[str], findings: Findings
) -> Iterator[Row]:
    before = csv.field_size_limit(LIMIT_FIELD)
    counted = _Quotes(text)
    try:
        lines = csv.reader(counted, delimiter=mark)
        named = [name.strip() for name in next(lines, [])]
        if missing := [name for name in needed if name not in named]:
            raise UnreadableFile("missing_columns", file=place.file, columns=", ".join(missing))
        wanted = [(index, name) for index, name in enumerate(named) if not keep or name in keep]
        for line, where, last in _with_last(_records(lines, counted, place)):
            if last and where.open:
                findings.problem("open_quote", where.place, f"{where.first}", f"{where.last}")
            elif len(line) == len(named):
                yield where.place, {name: _cell(line[index], where.place, name, findings) for index, name in wanted}
            elif any(line):
                findings.remark("fields_remark", where.place, str(where), f"{len(named)}")
    except csv.Error as error:
        raise UnreadableFile("damaged_file", file=place.file) from error
    finally:
        csv.field_size_limit(before)


class _Quotes:
    """The lines of a text, and how many quotes were in those since ``seen`` was last set to 0."""

    def __init__(self, text: Iterable[str]) -> None:
        self._lines = iter(text)
        self.seen = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.seen += line.count('"')
            yield line


class _Where(NamedTuple):
    """The place of a row, its first and last line of text, and whether a quote in it may be open."""

    place: Place
    first: int
    last: int
    open: bool

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def _records(lines: Any, counted: _Quotes, place: Place) -> Iterator[tuple[list[str], _Where]]:
    first, counted.seen = lines.line_num + 1, 0
    for number, line in enumerate(lines, start=2):
        last = lines.line_num
        yield line, _Where(replace(place, row=number), first, last, last > first and counted.seen % 2 == 1)
        first, counted.seen = last + 1, 0


def _with_last(found: Iterable[tuple[list[str], _Where]]) -> Iterator[tuple[list[str], _Where, bool]]:
    """Each row, with whether it is the last one: only the last can have a quote that is open to the end."""
    before: tuple[list[str], _Where] | None = None
    for one in found:
        if before is not None:
            yield (*before, False)
        before = one
    if before is not None:
        yield (*before, True)


def _cell(raw: str, place: Place, column: str, findings: Findings) -> str:
    value = clean_text(raw)
    if _REPLACED in value:
        findings.remark("broken_sign_remark", replace(place, column=column), value[:80])
    return value
