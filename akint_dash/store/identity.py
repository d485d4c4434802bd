"""Whether the database at an address is still the one it was: its number alone does not tell."""

from __future__ import annotations

from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from akint_dash.errors import DatabaseUnavailable
from akint_dash.store.engine import file_of
from akint_dash.store.tables import REVISION

Sight: TypeAlias = tuple[Any, ...]
"""What one look sees: the newest revision's number first, then all that changes with another database there."""

_POSTGRESQL = sa.text(
    "SELECT d.oid, to_regclass('revision')::oid FROM pg_database d WHERE d.datname = current_database()"
)


def sight(connection: Connection) -> Sight:
    """The number of the newest revision (0 before the first), its moment and digest, and which database holds it.

    On SQLite that is the file (device and inode) and the schema's own count, which a copy over it moves too; on
    PostgreSQL the database's and the table's own numbers, which no other database made there gets again.

    Raises:
        DatabaseUnavailable: the file has been taken away from under the connection.
    """
    last = sa.select(REVISION.c.number, REVISION.c.recorded_at, REVISION.c.fingerprint)
    row = connection.execute(last.order_by(REVISION.c.number.desc()).limit(1)).first()
    return (*(row or (0, "", "")), *_which(connection))


def _which(connection: Connection) -> Sight:
    if connection.dialect.name == "postgresql":
        return tuple(connection.execute(_POSTGRESQL).one())
    file = file_of(connection.engine)
    place: Sight = ()
    if file is not None:
        try:
            status = file.stat()
        except OSError as error:
            raise DatabaseUnavailable("no_database", url=connection.engine.url.render_as_string()) from error
        place = (status.st_dev, status.st_ino)
    return (*place, connection.exec_driver_sql("PRAGMA schema_version").scalar())
