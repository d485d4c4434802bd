"""The ways in: one module and one line in :data:`READERS` for each source.

Which reader a file belongs to is found from its content, never from its name; only a code list says by its name which
list it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from akint_dash.domain.reading import Reader
from akint_dash.errors import UnreadableFile, UsageError
from akint_dash.importers import (
    calls_csv,
    code_csv,
    cordis,
    erasmus,
    forskningsradet,
    keep_eu,
    kohesio,
    norges_bank,
    sedia,
    workbook,
)
from akint_dash.importers.unread import why

HEAD_BYTES: Final = 64 * 1024
"""How much of a file a reader may look at to know it."""

READERS: Final[tuple[Reader, ...]] = (
    calls_csv.READER,
    forskningsradet.READER,
    cordis.READER,
    keep_eu.READER,
    kohesio.READER,
    erasmus.READER,
    norges_bank.READER,
    sedia.READER,
    code_csv.READER,
    workbook.READER,
)
"""Every reader; the first one that knows a file reads it."""


def find_reader(path: Path, named: str | None = None) -> Reader:
    """The reader of ``path``: the one ``named``, else the first that knows the content.

    Raises:
        UsageError: ``unknown_reader`` (no reader has that name) or ``no_such_file``.
        UnreadableFile: ``unreadable_file``, ``empty_file``, or what it is instead where no reader knows
            its content (see :mod:`akint_dash.importers.unread`).
    """
    chosen = None if named is None else reader_named(named)
    head = _head(path)
    if chosen is not None:
        return chosen
    for reader in READERS:
        if reader.looks_like(path, head):
            return reader
    raise UnreadableFile(why(path, head), file=path.name)


def reader_named(name: str) -> Reader:
    """The reader of that name.

    Raises:
        UsageError: ``unknown_reader``.
    """
    for reader in READERS:
        if reader.name == name:
            return reader
    known = ", ".join(reader.name for reader in READERS)
    raise UsageError("unknown_reader", reader=name, known=known)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except FileNotFoundError as error:
        raise UsageError("no_such_file", file=str(path)) from error
    except OSError as error:
        raise UnreadableFile("unreadable_file", file=path.name) from error
    if not head.strip():
        raise UnreadableFile("empty_file", file=path.name)
    return head
