"""Opening the database: engines for reading and writing, and its schema brought to the newest."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import URL, Connection, Engine, make_url

from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.private import private_folder

MIGRATIONS: Final = Path(__file__).parent / "migrations"
BUSY_MS: Final = 10_000
"""So long a writer waits for another one."""
SERVING_MS: Final = 2_000
"""So long what answers readers waits for the database: they have the last snapshot meanwhile."""
ROOM: Final = 1_000_000
"""Bytes without which SQLite cannot make the files that it works with."""
UPGRADE_LOCK: Final = 4_218_031
UPGRADE_TURN_MS: Final = 60_000
UPGRADE_TABLE_MS: Final = 5_000
"""A migration waits its turn among migrations, but stands in the way of readers no longer than this."""
BLANK_S: Final = 10
"""A file without a byte is one just being made until it is so old."""
RENEWED_S: Final = 60
"""A connection to PostgreSQL is used no longer: one to a database that was renamed away would never notice."""
Database = Engine
"""What the rest of the house holds of a database."""


def open_engine(url: str, *, serving: bool = False) -> Engine:
    """An engine for ``url``. Nothing is made: :func:`upgrade` does that, :func:`is_there` asks.

    SQLite runs in WAL mode with foreign keys on, and a writer takes its lock when it begins. ``serving`` waits for a
    database only so long as somebody may wait for a page.

    Raises:
        DatabaseUnavailable: the URL names no database this product knows.
    """
    wait_ms = SERVING_MS if serving else BUSY_MS
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed, wait_ms, serving=serving)
        if parsed.get_backend_name() != "postgresql":
            raise DatabaseUnavailable("database_unavailable", url=parsed.render_as_string())
        return _postgresql(parsed, wait_ms)
    except (sa.exc.ArgumentError, ValueError):
        raise DatabaseUnavailable("database_unavailable", url=url) from None  # what it says may hold the password


def _postgresql(url: URL, wait_ms: int) -> Engine:
    """What the address says for itself (``?connect_timeout=20``) holds."""
    defaults = {
        "connect_timeout": max(2, wait_ms // 1000),
        "tcp_user_timeout": wait_ms,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "application_name": "akint-dash",
    }
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        hide_parameters=True,  # names of persons and keys of screen links stay out of every log
        pool_pre_ping=True,
        pool_recycle=RENEWED_S,
        pool_timeout=wait_ms / 1000,
        connect_args={name: value for name, value in defaults.items() if name not in url.query},
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.execute(f"SET lock_timeout = {wait_ms}")
        connection.commit()

    return engine


def in_memory() -> Engine:
    """An engine for a database that lives as long as it does, for one thread: to try what an import would do."""
    return _sqlite(make_url("sqlite://"), BUSY_MS)


def file_of(engine: Engine) -> Path | None:
    """The file of a SQLite database; None in memory and for PostgreSQL."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None


def is_there(engine: Engine) -> bool:
    """Whether the address holds a database with anything in it. Nothing is made to find out.

    Raises:
        DatabaseUnavailable: it cannot be reached, or is no database.
    """
    try:
        file = file_of(engine)
        if file is not None and not (file.is_file() and file.stat().st_size):
            return False
        with engine.connect() as connection:
            return bool(sa.inspect(connection).get_table_names())
    except (sa.exc.DatabaseError, OSError) as error:
        raise unavailable(engine, error) from error


def _sqlite(url: URL, wait_ms: int, *, serving: bool = False) -> Engine:
    """A server keeps no file open between two looks: its write-ahead log would stay there, and be played into another
    file that somebody puts in its place."""
    kept = serving and url.database not in (None, "", ":memory:")
    pool = {"poolclass": sa.NullPool} if kept else {}
    engine = sa.create_engine(url, hide_parameters=True, connect_args={"timeout": wait_ms / 1000}, **pool)
    file = file_of(engine)

    @sa.event.listens_for(engine, "do_connect")
    def _open(_dialect: Any, _record: Any, arguments: Any, options: Any) -> sqlite3.Connection | None:
        """Only a file that is there: SQLite would make an empty one where it has been taken away."""
        if file is None or str(arguments[0]).startswith("file:"):
            return None
        where = f"file:{quote(str(file.absolute()))}?mode=rw"
        connection: sqlite3.Connection = sqlite3.connect(where, *arguments[1:], **{**options, "uri": True})
        return connection

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours to say
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {wait_ms}")
        _write_ahead(cursor, wait_ms)
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("akint_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(cursor: Any, wait_ms: int) -> None:
    """Put a new file into WAL mode. SQLite does not wait its turn for that, so ask again while another is at it."""
    until = time.monotonic() + wait_ms / 1000
    while cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in one read transaction: everything read is of one moment.

    Raises:
        DatabaseUnavailable: the database cannot be reached or has no portfolio.
    """
    try:
        with engine.connect() as raw:
            connection = raw
            if engine.dialect.name == "postgresql":
                connection = raw.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection
    except (sa.exc.DatabaseError, sa.exc.TimeoutError, *_UNREADABLE) as error:
        raise unavailable(engine, error) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in one write transaction, alone among writers; committed at the end, or not at all.

    Raises:
        DatabaseUnavailable: the database cannot be reached.
    """
    try:
        with (
            engine.connect().execution_options(akint_writes=True) as connection,
            connection.begin(),
        ):
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("LOCK TABLE revision IN EXCLUSIVE MODE")
            yield connection
    except (sa.exc.DatabaseError, sa.exc.TimeoutError, *_UNREADABLE) as error:
        if isinstance(error, _OWN_FAULT) and _reason(error) is None:
            raise
        raise unavailable(engine, error) from error


_OWN_FAULT: Final = (sa.exc.IntegrityError, sa.exc.ProgrammingError, sa.exc.DataError, sa.exc.NotSupportedError)
"""What a database says of what we asked for, not of itself."""
_UNREADABLE: Final = (UnicodeDecodeError, json.JSONDecodeError)
"""What reading bytes that nobody wrote ends in."""

_REASONS: Final = (
    ("malformed", "database_damaged"),
    ("not a database", "database_damaged"),
    ("disk i/o error", "database_damaged"),
    ("invalid page", "database_damaged"),
    ("could not read block", "database_damaged"),
    ("could not decode", "database_damaged"),
    ("disk is full", "database_full"),
    ("no space left", "database_full"),
    ("readonly database", "database_readonly"),
    ("read-only transaction", "database_readonly"),
    ("unable to open", "database_unopened"),
    ("database is locked", "database_busy"),
    ("database table is locked", "database_busy"),
    ("lock timeout", "database_busy"),
    ("too many clients", "database_crowded"),
    ("remaining connection slots", "database_crowded"),
    ("queuepool limit", "database_crowded"),
    ("password authentication failed", "database_password"),
    ("permission denied", "database_rights"),
    ("must be owner", "database_rights"),
    ("no such table", "database_schema"),
    ("no such column", "database_schema"),
    ("undefinedtable", "database_schema"),
    ("undefinedcolumn", "database_schema"),
)
"""What SQLite and PostgreSQL say, and the key of our own words for it."""


def unavailable(engine: Engine, error: Exception) -> DatabaseUnavailable:
    """The error that names the database without its password, and why where it is known."""
    key, file = _reason(error) or "database_unavailable", file_of(engine)
    if key == "database_unopened" and file is not None and not file.exists():
        key = "no_database"
    if "disk i/o error" in str(error).lower() and file is not None and not _has_room(file):
        key = "database_full"  # SQLite fails to make what it works with before it can say so
    return DatabaseUnavailable(key, url=engine.url.render_as_string())


def _has_room(file: Path) -> bool:
    try:
        return shutil.disk_usage(file.parent).free > ROOM
    except OSError:
        return True


def _reason(error: Exception) -> str | None:
    if isinstance(error, _UNREADABLE):
        return "database_damaged"
    original = getattr(error, "orig", None) or error
    said = f"{type(original).__name__} {original}".lower()
    return next((key for words, key in _REASONS if words in said), None)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def newest_schema() -> str:
    """The id of the newest migration."""
    return _scripts().get_current_head() or ""


def migrate(connection: Connection, schema: str = "head") -> None:
    """Bring the schema to one of ours, in the transaction that is open."""
    command.upgrade(_config(connection), schema)


def is_ours(current: str) -> bool:
    """Whether this version knows a schema."""
    return any(script.revision == current for script in _scripts().walk_revisions())


def _refused(current: str | None, tables: set[str], *, begins: bool) -> str | None:
    """Why a schema that is not the newest may not be touched: the key of the words for it."""
    if current is None and not tables and begins:
        return None
    if current is None:
        return "not_our_database" if tables else "no_database"
    if is_ours(current):
        return None
    later = current.isdecimal() and current > newest_schema() and {"revision", "change"} <= tables
    return "database_newer" if later else "not_our_database"


def upgrade(engine: Engine, *, begins: bool = True) -> None:
    """Bring the schema to the newest; where there is no database, one ``begins``. Costs one query where it already is.

    Migrations only add, so a server of the version before goes on reading meanwhile and afterwards.

    Raises:
        DatabaseUnavailable: the database cannot be reached, holds tables that are not ours, is of a later version
            (``database_newer``), or is a file that has lost every byte (``database_blank``).
    """
    try:
        if (file := file_of(engine)) is not None:
            _see_file(engine, file, begins=begins)
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            if current == newest_schema():
                return
            refused = _refused(current, set(sa.inspect(connection).get_table_names()), begins=begins)
        if refused:
            raise DatabaseUnavailable(refused, url=engine.url.render_as_string())
        with (
            engine.connect().execution_options(akint_writes=True) as connection,
            connection.begin(),
        ):
            if engine.dialect.name == "postgresql":  # one at a time; SQLite's writer is alone anyway
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {UPGRADE_TURN_MS}")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})")
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {UPGRADE_TABLE_MS}")
            migrate(connection)
    except (sa.exc.DatabaseError, sa.exc.TimeoutError) as error:
        raise unavailable(engine, error) from error


def _see_file(engine: Engine, file: Path, *, begins: bool) -> None:
    """Make the file of a new database; one that is there must hold something, or have been made just now."""
    if not file.exists():
        if not begins:
            raise DatabaseUnavailable("no_database", url=engine.url.render_as_string())
        private_folder(file.parent)
        file.touch(mode=0o600)
    status = file.stat()
    if not status.st_size and time.time() - status.st_mtime > BLANK_S:
        raise DatabaseUnavailable("database_blank", url=engine.url.render_as_string())
