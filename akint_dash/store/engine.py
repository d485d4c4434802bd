"""Opening the database: engines for reading and writing, and its schema brought to the newest."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import URL, Connection, Engine, make_url

from akint_dash.errors import DatabaseUnavailable

MIGRATIONS: Final = Path(__file__).parent / "migrations"
BUSY_MS: Final = 10_000
UPGRADE_LOCK: Final = 4_218_031
Database = Engine
"""What the rest of the house holds of a database."""


def open_engine(url: str) -> Engine:
    """An engine for ``url``. Nothing is made: :func:`upgrade` does that, :func:`is_there` asks.

    SQLite runs in WAL mode with foreign keys on, and a writer takes its lock when it begins.

    Raises:
        DatabaseUnavailable: the URL names no database this product knows.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed)
        if parsed.get_backend_name() != "postgresql":
            raise DatabaseUnavailable("database_unavailable", url=parsed.render_as_string())
        return sa.create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            connect_args={"connect_timeout": 5},
        )
    except sa.exc.ArgumentError as error:
        raise DatabaseUnavailable("database_unavailable", url=url) from error


def in_memory() -> Engine:
    """An engine for a database that lives as long as it does, for one thread: to try what an import would do."""
    return _sqlite(make_url("sqlite://"))


def _file(engine: Engine) -> Path | None:
    """The file of a SQLite database; None in memory and for PostgreSQL."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name and name != ":memory:" else None


def is_there(engine: Engine) -> bool:
    """Whether the address holds a database with anything in it. Nothing is made to find out.

    Raises:
        DatabaseUnavailable: it cannot be reached, or is no database.
    """
    try:
        file = _file(engine)
        if file is not None and not (file.is_file() and file.stat().st_size):
            return False
        with engine.connect() as connection:
            return bool(sa.inspect(connection).get_table_names())
    except (sa.exc.DatabaseError, OSError) as error:
        raise unavailable(engine, error) from error


def _sqlite(url: URL) -> Engine:
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_MS / 1000})

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # BEGIN is ours to say
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        _write_ahead(cursor)
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("akint_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(cursor: Any) -> None:
    """Put a new file into WAL mode. SQLite does not wait its turn for that, so ask again while another is at it."""
    until = time.monotonic() + BUSY_MS / 1000
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
    except sa.exc.DatabaseError as error:
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
    except sa.exc.OperationalError as error:
        raise unavailable(engine, error) from error


_REASONS: Final = (
    ("disk is full", "database_full"),
    ("no space left", "database_full"),
    ("readonly database", "database_readonly"),
    ("read-only transaction", "database_readonly"),
    ("unable to open", "database_unopened"),
    ("database is locked", "database_busy"),
)
"""What SQLite and PostgreSQL say, and the key of our own words for it."""


def unavailable(engine: Engine, error: Exception) -> DatabaseUnavailable:
    """The error that names the database without its password, and why where it is known."""
    said = str(error).lower()
    key = next((key for words, key in _REASONS if words in said), "database_unavailable")
    return DatabaseUnavailable(key, url=engine.url.render_as_string())


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


def _is_ours(current: str) -> bool:
    return any(script.revision == current for script in _scripts().walk_revisions())


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest, in a new database too. Costs one query where it already is.

    Raises:
        DatabaseUnavailable: the database cannot be reached, or holds tables that are not ours.
    """
    try:
        if (file := _file(engine)) is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            if current == newest_schema():
                return
            stranger = not _is_ours(current) if current else bool(sa.inspect(connection).get_table_names())
        if stranger:
            raise DatabaseUnavailable("not_our_database", url=engine.url.render_as_string())
        with (
            engine.connect().execution_options(akint_writes=True) as connection,
            connection.begin(),
        ):
            if engine.dialect.name == "postgresql":  # one at a time; SQLite's writer is alone anyway
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})")
            command.upgrade(_config(connection), "head")
    except sa.exc.DatabaseError as error:
        raise unavailable(engine, error) from error
