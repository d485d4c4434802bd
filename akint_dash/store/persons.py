"""Names of persons: one table for today, one for what an undo would bring back. Both lie outside the history.

A person is changed like any record, by :class:`~akint_dash.domain.history.Change` of the entity ``person``; who changed
which person when stands in the history, never what. ``forget`` empties both tables and keeps the code, marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from akint_dash.domain.history import Change, Value
from akint_dash.domain.schema import FORGOTTEN, PERSON
from akint_dash.store.tables import PERSON as TABLE
from akint_dash.store.tables import PERSON_CHANGE

Persons = dict[str, dict[str, Value]]
"""code -> name, mail and role; ``FORGOTTEN`` where the person was."""

_COLUMNS = tuple(column.name for column in PERSON.columns)


def read_persons(connection: Connection) -> Persons:
    """Every person of today. Names leave the database by the workbook only, never by a page."""
    return {row["code"]: _values(row) for row in connection.execute(sa.select(TABLE)).mappings()}


def _values(row: Any) -> dict[str, Value]:
    values: dict[str, Value] = {name: row[name] for name in _COLUMNS if row[name] is not None}
    return values | ({FORGOTTEN: True} if row.get(FORGOTTEN) else {})


def read_person_changes(connection: Connection, after: int = 0) -> list[tuple[int, Change]]:
    """(revision, change) of persons in revisions later than ``after``, oldest first; nothing of the forgotten."""
    now: dict[str, dict[str, Value] | None] = dict(read_persons(connection))
    query = sa.select(PERSON_CHANGE).where(PERSON_CHANGE.c.revision > after).order_by(PERSON_CHANGE.c.revision.desc())
    found = []
    for row in connection.execute(query).mappings():
        code, today = row["code"], now.get(row["code"])
        if today and today.get(FORGOTTEN):
            continue
        now[code] = before = _values(row) if row["there"] else None
        found.append((row["revision"], Change(PERSON.name, code, before, today)))
    return found[::-1]


def write_persons(connection: Connection, number: int, changes: Iterable[Change]) -> None:
    """Make ``changes`` of revision ``number``, and keep what was for an undo."""
    for change in changes:
        before, code = change.before, change.code
        was = {name: (before or {}).get(name) for name in _COLUMNS}
        row = {"revision": number, "code": code, "there": before is not None, **was}
        connection.execute(sa.insert(PERSON_CHANGE), row)
        if before is not None:
            connection.execute(sa.delete(TABLE).where(TABLE.c.code == code))
        if change.after is not None:
            values = {name: change.after.get(name) for name in _COLUMNS}
            connection.execute(sa.insert(TABLE), {"code": code, FORGOTTEN: False, **values})


def empty(connection: Connection, code: str) -> None:
    """Empty the person ``code`` in both tables and mark the code."""
    nothing = dict.fromkeys(_COLUMNS)
    connection.execute(sa.update(TABLE).where(TABLE.c.code == code).values({**nothing, FORGOTTEN: True}))
    connection.execute(sa.update(PERSON_CHANGE).where(PERSON_CHANGE.c.code == code).values(nothing))


def scrub(engine: Engine) -> None:
    """Leave no old copy of an emptied row in the database's files."""
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()  # outside a transaction
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in (TABLE, PERSON_CHANGE):
            connection.exec_driver_sql(f"VACUUM FULL {table.name}")
