"""The whole database as one file: the same of SQLite and PostgreSQL, of one moment, and checked by reading it again.

The file is gzip of JSON lines: a head (which format, which schema, the tables with their columns and rows), every row
as ``[number of the table, values]``, and last the digest of all lines before. ``store.restore`` reads it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Connection, Engine

from akint_dash.errors import UnreadableFile
from akint_dash.store.engine import reading
from akint_dash.store.revisions import newest

FORMAT: Final = "akint-dash backup 1"
NOT_OURS: Final = frozenset({"alembic_version"})
"""Which schema it is stands in the head."""
AT_ONCE: Final = 500
MOST_LINE: Final = 64 * 1024 * 1024
_BROKEN: Final = (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError, AttributeError)
"""What reading a file that is no backup, or half of one, ends in."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was: its columns in their order, and how many rows it had."""

    name: str
    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Head:
    """What the file says of itself before the rows."""

    schema: str
    made_at: str
    revision: int
    tables: tuple[Table, ...]

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables)


def write_backup(engine: Engine, path: Path) -> tuple[Head, str]:
    """Write everything as it is at one moment, while others read and write; the head and the digest of what it says.

    The file is for its owner only, has its name only when it is whole, and has been read again by then.

    Raises:
        DatabaseUnavailable: the database cannot be read.
        UnreadableFile: what was written cannot be read again.
        OSError: the file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with open(part, "wb", opener=_for_owner) as raw:
            with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as file, reading(engine) as connection:
                head, digest = _write(connection, file)
            raw.flush()
            os.fsync(raw.fileno())
        if check(part) != (head, digest):
            raise UnreadableFile("backup_damaged", file=str(path))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return head, digest


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _write(connection: Connection, file: gzip.GzipFile) -> tuple[Head, str]:
    there = reflected(connection)
    counted = [Table(t.name, tuple(t.c.keys()), _count(connection, t)) for t in there]
    head = Head(
        schema=MigrationContext.configure(connection).get_current_revision() or "",
        made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        revision=newest(connection),
        tables=tuple(counted),
    )
    digest = hashlib.sha256()
    for text in _text(connection, head, there):
        digest.update(text)
        file.write(text)
    file.write(json.dumps(["sha256", digest.hexdigest()]).encode() + b"\n")
    return head, digest.hexdigest()


def digest_of(connection: Connection, head: Head) -> str:
    """The digest that a backup with ``head`` would have of what the database holds now."""
    there = {table.name: table for table in reflected(connection)}
    digest = hashlib.sha256()
    for text in _text(connection, head, [there[table.name] for table in head.tables]):
        digest.update(text)
    return digest.hexdigest()


def _text(connection: Connection, head: Head, tables: Sequence[sa.Table]) -> Iterator[bytes]:
    """The lines of a backup but the last."""
    told = [[table.name, list(table.columns), table.rows] for table in head.tables]
    yield _line([FORMAT, head.schema, head.made_at, head.revision, told])
    for number, (table, was) in enumerate(zip(tables, head.tables, strict=True)):
        for row in _rows(connection, table, was.columns):
            yield _line([number, row])


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def reflected(connection: Connection) -> list[sa.Table]:
    """The tables that are there, those that others point at first."""
    found = sa.MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name not in NOT_OURS]


def _count(connection: Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _rows(connection: Connection, table: sa.Table, columns: Sequence[str]) -> Iterator[list[Any]]:
    """Every row in the order of its key, with values as JSON has them."""
    asked = [table.c[name] for name in columns]
    flags = [isinstance(column.type, sa.Boolean) for column in asked]
    key = [*table.primary_key.columns] or asked
    bytewise = connection.dialect.name == "postgresql"  # SQLite compares texts by their bytes anyway
    order = [sa.collate(c, "C") if bytewise and isinstance(c.type, sa.String) else c for c in key]
    query = sa.select(*asked).order_by(*order).execution_options(yield_per=AT_ONCE)
    for row in connection.execute(query):
        yield [bool(v) if flag and v is not None else v for v, flag in zip(row, flags, strict=True)]


def check(path: Path) -> tuple[Head, str]:
    """Read a backup whole: its head and digest.

    Raises:
        UnreadableFile: it is none, or damaged, or half.
    """
    return read_backup(path, lambda _table, _values: None)


def read_backup(path: Path, each: Callable[[Table, list[Any]], None]) -> tuple[Head, str]:
    """Hand every row of a backup to ``each``; the head and the digest, compared with the file's own at the end.

    Raises:
        UnreadableFile: it is none, or damaged, or half: everything handed out before must then be thrown away.
    """
    head: Head | None = None
    try:
        with gzip.open(path, "rb") as file:
            lines = _lines(file)
            head = _head(next(lines)[0])
            seen = dict.fromkeys(range(len(head.tables)), 0)
            for value, digest in lines:
                if value[0] == "sha256":
                    whole = value[1] == digest and [*seen.values()] == [table.rows for table in head.tables]
                    if not whole or file.read(1):
                        break
                    return head, digest
                number, values = value
                if len(values) != len(head.tables[number].columns):
                    break
                seen[number] += 1
                each(head.tables[number], values)
    except FileNotFoundError:
        raise UnreadableFile("no_such_file", file=str(path)) from None
    except (*_BROKEN, StopIteration, IndexError, RecursionError) as error:
        raise UnreadableFile("backup_damaged" if head else "no_backup", file=str(path)) from error
    raise UnreadableFile("backup_damaged", file=str(path))


def _lines(file: gzip.GzipFile) -> Iterator[tuple[Any, str]]:
    """Every line's value, with the digest of the lines before it."""
    digest = hashlib.sha256()
    while line := file.readline(MOST_LINE):
        if not line.endswith(b"\n"):
            raise EOFError
        yield json.loads(line), digest.hexdigest()
        digest.update(line)


def _head(value: Any) -> Head:
    form, schema, made_at, revision, tables = value
    if form != FORMAT:
        raise ValueError(form)
    return Head(str(schema), str(made_at), int(revision), tuple(Table(n, tuple(c), int(r)) for n, c, r in tables))
