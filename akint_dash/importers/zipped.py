"""Text tables inside a zip as a public source offers it, unpacked a little at a time and never to disk."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from akint_dash.domain.reading import Place
from akint_dash.errors import UnreadableFile
from akint_dash.importers.plain import Findings
from akint_dash.importers.spelling import clean_text

LIMIT_UNPACKED: Final = 1024 * 1024 * 1024
"""A table that says it is larger than this when unpacked is refused; none gives more bytes than it says."""
LIMIT_FIELD: Final = 1024 * 1024
"""A field longer than this is no field: a quote was left open."""

_DAMAGED: Final = (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def members(path: Path, head: bytes) -> frozenset[str]:
    """The names of the files in a zip, without folders; empty where ``path`` is none that can be read."""
    if not head.startswith(b"PK"):
        return frozenset()
    try:
        with zipfile.ZipFile(path) as archive:
            return frozenset(PurePosixPath(name).name for name in archive.namelist())
    except _DAMAGED:
        return frozenset()


def rows(
    path: Path, member: str, needed: Iterable[str], keep: Iterable[str], findings: Findings
) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """The rows of a table (UTF-8, ``;``) in a zip with the columns of ``keep``, each with its place.

    A row that has not as many fields as the heading is left out, with a remark.

    Raises:
        UnreadableFile: ``damaged_file``, ``too_large``, or ``missing_columns`` when one of ``needed`` is not there.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if PurePosixPath(name).name == member)
            if archive.getinfo(name).file_size > LIMIT_UNPACKED:
                raise UnreadableFile("too_large", file=path.name, limit=LIMIT_UNPACKED)
            with archive.open(name) as packed:
                text = io.TextIOWrapper(packed, encoding="utf-8-sig", errors="replace", newline="")
                yield from _rows(text, Place(path.name, member), needed, frozenset(keep), findings)
    except _DAMAGED as error:
        raise UnreadableFile("damaged_file", file=path.name) from error


def _rows(
    text: Iterable[str], place: Place, needed: Iterable[str], keep: frozenset[str], findings: Findings
) -> Iterator[tuple[Place, Mapping[str, str]]]:
    before = csv.field_size_limit(LIMIT_FIELD)
    try:
        lines = csv.reader(text, delimiter=";")
        header = [name.strip() for name in next(lines, [])]
        if missing := [name for name in needed if name not in header]:
            raise UnreadableFile("missing_columns", file=place.file, columns=", ".join(missing))
        wanted = [(index, name) for index, name in enumerate(header) if name in keep]
        for number, line in enumerate(lines, start=2):
            here = Place(place.file, place.sheet, number)
            if len(line) == len(header):
                yield here, {name: clean_text(line[index]) for index, name in wanted}
            elif any(line):
                findings.remark("row_left_out_remark", here, f"{number}: {line[0][:40]}")
    except csv.Error as error:
        raise UnreadableFile("damaged_file", file=place.file) from error
    finally:
        csv.field_size_limit(before)
