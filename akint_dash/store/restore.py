"""A backup becomes the database again: tried and compared beside it, then put in its place whole, or not at all."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from akint_dash.errors import DatabaseUnavailable, UnreadableFile
from akint_dash.store.backup import AT_ONCE, NOT_OURS, Head, Table, check, digest_of, read_backup, reflected
from akint_dash.store.engine import (
    BUSY_MS,
    UPGRADE_LOCK,
    file_of,
    is_ours,
    is_there,
    migrate,
    open_engine,
    unavailable,
    upgrade,
)
from akint_dash.store.private import private_folder
from akint_dash.store.tables import APPEND_ONLY

_SIDES: Final = ("", "-wal", "-shm")


def restore(engine: Engine, path: Path, *, force: bool = False) -> tuple[Head, Path | None]:
    """Make the database what the backup holds, at the newest schema; over what is there only with ``force``.

    Servers that show the database go on, and show what was restored within seconds. Returns the backup's head and where
    a damaged SQLite file was put aside.

    Raises:
        UnreadableFile: the backup is none, damaged, or of a later version.
        DatabaseUnavailable: the database cannot be reached or written, or holds something (``restore_over``).
    """
    head, digest = check(path)
    if not is_ours(head.schema):
        raise UnreadableFile("backup_newer", file=str(path))
    try:
        if (file := file_of(engine)) is None:
            _into_server(engine, path, head, digest, force=force)
            return head, None
        return head, _into_file(engine, file, path, head, digest, force=force)
    except (sa.exc.DatabaseError, sqlite3.Error) as error:
        told = unavailable(engine, error)
        if told.key == "database_unavailable" and not isinstance(error, sa.exc.OperationalError):
            raise DatabaseUnavailable("restore_refused", **told.values) from error
        raise told from error


# -- the rows


def _fill(connection: Connection, path: Path, head: Head, digest: str) -> None:
    """Put every row of the backup into tables that are empty, and compare."""
    migrate(connection, head.schema)
    there = {table.name: table for table in reflected(connection)}
    waiting: list[dict[str, Any]] = []
    last: list[Table] = []

    def flush() -> None:
        if waiting:
            connection.execute(sa.insert(there[last[0].name]), waiting)
            waiting.clear()

    def each(table: Table, values: Sequence[Any]) -> None:
        if last != [table] or len(waiting) >= AT_ONCE:
            flush()
            last[:] = [table]
        waiting.append(dict(zip(table.columns, values, strict=True)))

    _, again = read_backup(path, each)
    flush()
    if again != digest or digest_of(connection, head) != digest:
        raise UnreadableFile("restore_differs", file=str(path))


# -- PostgreSQL


def _into_server(engine: Engine, path: Path, head: Head, digest: str, *, force: bool) -> None:
    """All in one transaction: until it ends, others see what was there before."""
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})")
        names = set(sa.inspect(connection).get_table_names())
        if names and not ({"alembic_version", *APPEND_ONLY} <= names):
            raise DatabaseUnavailable("not_our_database", url=engine.url.render_as_string())
        if names and not force:
            raise DatabaseUnavailable("restore_over", url=engine.url.render_as_string())
        for table in reversed(reflected(connection)):
            connection.execute(sa.schema.DropTable(table))
        for name in NOT_OURS & names:
            connection.exec_driver_sql(f"DROP TABLE {name}")
        for name in APPEND_ONLY:
            connection.exec_driver_sql(f"DROP FUNCTION IF EXISTS {name}_only_grows()")
        _fill(connection, path, head, digest)
        connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        migrate(connection)


# -- SQLite


def _into_file(engine: Engine, file: Path, path: Path, head: Head, digest: str, *, force: bool) -> Path | None:
    """Built in a file beside, then copied over in one transaction; a file that is damaged is put aside first."""
    if file.exists() and not force:
        raise DatabaseUnavailable("restore_over", url=engine.url.render_as_string())
    private_folder(file.parent)
    with _beside(file) as part:
        made = open_engine(f"sqlite:///{part}")
        try:
            part.touch(mode=0o600)
            with made.connect().execution_options(akint_writes=True) as connection, connection.begin():
                _fill(connection, path, head, digest)
            upgrade(made)
        finally:
            made.dispose()
        if not file.exists():
            os.link(part, file)
            return None
        if _is_sound(engine):
            _copy_over(engine, part, file)
            return None
        aside = _put_aside(file)
        os.link(part, file)
        return aside


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    part = file.with_name(f".{file.name}.restore")
    try:
        for end in _SIDES:
            Path(f"{part}{end}").unlink(missing_ok=True)
        yield part
    finally:
        for end in _SIDES:
            Path(f"{part}{end}").unlink(missing_ok=True)


def _is_sound(engine: Engine) -> bool:
    try:
        if not is_there(engine):
            return False
        with engine.connect() as connection:
            return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
    except (sa.exc.DatabaseError, DatabaseUnavailable):
        return False
    finally:
        engine.dispose()


def _copy_over(engine: Engine, part: Path, file: Path) -> None:
    """SQLite's own way: one transaction of the database that is written, whoever reads it meanwhile."""
    until = time.monotonic() + BUSY_MS / 1000

    def patient(status: int, _left: int, _all: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise DatabaseUnavailable("database_busy", url=engine.url.render_as_string())

    with closing(sqlite3.connect(part)) as source, closing(sqlite3.connect(file, timeout=1)) as target:
        source.backup(target, progress=patient, sleep=0.1)
        with suppress(sqlite3.OperationalError):  # a reader in the way: the next one who closes does it
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _put_aside(file: Path) -> Path:
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = file.with_name(f"{file.name}.damaged-{moment}")
    for end in _SIDES:
        with suppress(FileNotFoundError):
            Path(f"{file}{end}").rename(f"{aside}{end}")
    return aside
