"""What a database says of its own health: schema, soundness, room, clock, and whether it can be written."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import sqlalchemy as sa
from alembic.runtime.migration import MigrationContext
from sqlalchemy.engine import Connection, Engine

from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.engine import file_of, newest_schema, reading, unavailable
from akint_dash.store.tables import REVISION

MOST_FAULTS: Final = 3
_OWNS: Final = sa.text("SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'revision'::regclass")
"""Whether the user of the address may change tables, as a migration does."""


@dataclass(frozen=True, slots=True)
class Checkup:
    """``schema`` is the one that is there; ``faults`` what an examination of every page and tie found.

    ``mode`` are the file's rights and ``free`` the bytes left beside it (SQLite only); ``skew_s`` is how far the
    database's clock is ahead of ours (PostgreSQL only); ``ahead`` the newest revision's moment where it is to come.
    """

    where: str
    version: str
    schema: str
    newest: str
    revision: int
    faults: tuple[str, ...]
    holes: bool
    mode: int | None
    free: int | None
    skew_s: float
    ahead: str
    unwritable: str


def examine(engine: Engine) -> Checkup:
    """Look at everything; nothing is changed.

    Raises:
        DatabaseUnavailable: it cannot be reached or read.
    """
    file = file_of(engine)
    unwritable = _unwritable(engine)
    with reading(engine) as connection:
        schema = MigrationContext.configure(connection).get_current_revision() or ""
        count, most = connection.execute(sa.select(sa.func.count(), sa.func.max(REVISION.c.number))).one()
        last = connection.scalar(sa.select(sa.func.max(REVISION.c.recorded_at))) or ""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        sqlite = connection.dialect.name == "sqlite"
        return Checkup(
            where=engine.url.render_as_string(),
            version=".".join(str(part) for part in connection.dialect.server_version_info or ()),
            schema=schema,
            newest=newest_schema(),
            revision=most or 0,
            faults=_faults(connection) if sqlite else (),
            holes=count != (most or 0),
            mode=file.stat().st_mode & 0o777 if file else None,
            free=shutil.disk_usage(file.parent).free if file else None,
            skew_s=0.0 if sqlite else _skew(connection),
            ahead=last if last > now else "",
            unwritable=unwritable,
        )


def _faults(connection: Connection) -> tuple[str, ...]:
    """What SQLite finds in its pages and in the ties between tables."""
    pages = [
        str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_FAULTS})") if row[0] != "ok"
    ]
    ties = [f"{row[0]} {row[1]} → {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return (*pages, *ties)[:MOST_FAULTS]


def _skew(connection: Connection) -> float:
    theirs = connection.exec_driver_sql("SELECT extract(epoch FROM clock_timestamp())").scalar()
    return float(theirs or 0) - datetime.now(UTC).timestamp()


def _unwritable(engine: Engine) -> str:
    """The key of why nothing can be written now; blank where it can. A transaction is begun and taken back."""
    try:
        with engine.connect().execution_options(akint_writes=True) as connection, connection.begin() as transaction:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("LOCK TABLE revision IN EXCLUSIVE MODE")
                if not connection.execute(_OWNS).scalar():
                    return "database_rights"
            else:
                connection.exec_driver_sql("UPDATE alembic_version SET version_num = version_num")
            transaction.rollback()
    except sa.exc.DatabaseError as error:
        return unavailable(engine, error).key
    except DatabaseUnavailable as error:
        return error.key
    return ""
