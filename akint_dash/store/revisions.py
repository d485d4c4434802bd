"""The history: every write is one revision with its changes, in the same transaction."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from akint_dash.domain.history import Change, State, apply
from akint_dash.domain.references import references
from akint_dash.errors import NoSuchRevision, UndoRefused
from akint_dash.store.engine import writing
from akint_dash.store.state import read_state, write_changes
from akint_dash.store.tables import CHANGE, PERSON, REVISION


@dataclass(frozen=True, slots=True)
class Revision:
    """One write: when we knew. ``recorded_at`` is a UTC moment, ``files`` what was read."""

    number: int
    recorded_at: str
    who: str
    data_as_of: str | None
    source: str
    files: str
    fingerprint: str
    undoes: int | None
    added: int
    changed: int
    closed: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Who writes, from what. ``recorded_at`` is now unless the demonstration says otherwise."""

    who: str
    source: str
    files: str = ""
    data_as_of: str | None = None
    undoes: int | None = None
    recorded_at: str | None = None


Persons = dict[str, dict[str, str]]
ChangesAfter = Callable[[int], list[tuple[int, Change]]]
Plan = Callable[[State, int, ChangesAfter], tuple[Sequence[Change], Persons]]
"""Given today's state, the newest revision and a way to ask for later changes: what to write."""


def newest(connection: Connection) -> int:
    """The number of the newest revision, 0 before the first."""
    return connection.scalar(sa.select(sa.func.coalesce(sa.func.max(REVISION.c.number), 0))) or 0


def record(engine: Engine, origin: Origin, plan: Plan, pause_s: float = 0.0) -> Revision | None:
    """Write what ``plan`` makes of the state under the writer's lock, all or nothing.

    Returns the new revision, or None where there was nothing to change. ``pause_s`` waits before COMMIT (tests of
    sudden death).

    Raises:
        DatabaseUnavailable: the database cannot be reached; nothing was written.
    """
    with writing(engine) as connection:
        number = newest(connection)
        changes, persons = plan(read_state(connection), number, lambda after: read_changes(connection, after))
        _write_persons(connection, persons)
        revision = _write(connection, number + 1, origin, changes) if changes else None
        if pause_s and changes:
            print("in transaction", file=sys.stderr, flush=True)  # noqa: T201
            time.sleep(pause_s)
        return revision


def _write(connection: Connection, number: int, origin: Origin, changes: Sequence[Change]) -> Revision:
    rows = [
        {
            "revision": number,
            "entity": change.entity,
            "code": change.code,
            "before": _text(change.before),
            "after": _text(change.after),
        }
        for change in changes
    ]
    sorts = [change.sort for change in changes]
    revision = Revision(
        number=number,
        recorded_at=origin.recorded_at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        who=origin.who,
        data_as_of=origin.data_as_of,
        source=origin.source,
        files=origin.files,
        fingerprint=fingerprint(rows),
        undoes=origin.undoes,
        added=sorts.count("added"),
        changed=sorts.count("changed"),
        closed=sorts.count("closed"),
    )
    connection.execute(sa.insert(REVISION), {name: getattr(revision, name) for name in Revision.__slots__})
    write_changes(connection, changes)
    connection.execute(sa.insert(CHANGE), rows)
    return revision


def _text(values: Any) -> str | None:
    if values is None:
        return None
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(rows: Sequence[dict[str, Any]]) -> str:
    """A digest of the changes, without their revision's number."""
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\x1f".join(str(row[key]) for key in ("entity", "code", "before", "after")).encode())
        digest.update(b"\x1e")
    return digest.hexdigest()[:16]


def _write_persons(connection: Connection, persons: Persons) -> None:
    for code, values in persons.items():
        known = connection.scalar(sa.select(PERSON.c.code).where(PERSON.c.code == code))
        if known is None:
            connection.execute(sa.insert(PERSON), {"code": code, **values})
        elif values:
            connection.execute(sa.update(PERSON).where(PERSON.c.code == code).values(**values))


def read_persons(connection: Connection) -> Persons:
    """Names of persons by code. They leave the database by the workbook only, never by a page."""
    rows = connection.execute(sa.select(PERSON)).mappings()
    return {row["code"]: {k: v for k, v in row.items() if k != "code" and v is not None} for row in rows}


def forget(engine: Engine, code: str) -> bool:
    """Empty the person ``code`` everywhere; False where there is no such person."""
    with writing(engine) as connection:
        empty = sa.update(PERSON).where(PERSON.c.code == code).values(name=None, mail=None)
        return connection.execute(empty.values(role=None)).rowcount > 0


def list_revisions(connection: Connection) -> list[Revision]:
    """Every revision, the oldest first."""
    rows = connection.execute(sa.select(REVISION).order_by(REVISION.c.number)).mappings()
    return [Revision(**row) for row in rows]


def read_changes(connection: Connection, after: int = 0) -> list[tuple[int, Change]]:
    """(revision, change) of every revision later than ``after``, oldest first."""
    query = (
        sa.select(CHANGE).where(CHANGE.c.revision > after).order_by(CHANGE.c.revision, CHANGE.c.entity, CHANGE.c.code)
    )
    return [
        (
            row.revision,
            Change(row.entity, row.code, _parse(row.before), _parse(row.after)),
        )
        for row in connection.execute(query)
    ]


def _parse(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def undo(engine: Engine, number: int, who: str, recorded_at: str | None = None) -> Revision:
    """Take back revision ``number`` by a new revision with the reverse of its changes.

    ``recorded_at`` is now unless the demonstration says otherwise.

    Raises:
        NoSuchRevision: there is none of that number.
        UndoRefused: later revisions built upon it; ``records`` names those in the way.
    """

    def plan(state: State, newest_number: int, changes_after: ChangesAfter) -> tuple[Sequence[Change], Persons]:
        if not 0 < number <= newest_number:
            raise NoSuchRevision("no_such_revision", number=number)
        own = changes_after(number - 1)
        changes = [change for revision, change in own if revision == number]
        later = {(c.entity, c.code) for revision, c in own if revision > number}
        reverse = [change.reverse() for change in reversed(changes)]
        in_way = [
            f"{change.entity} {change.code}"
            for change in changes
            if (change.entity, change.code) in later and state.get(change.entity, {}).get(change.code) != change.after
        ] or _left_hanging(apply(state, reverse), reverse)
        if in_way:
            raise UndoRefused("undo_refused", tuple(dict.fromkeys(in_way)), number=number)
        return reverse, {}

    origin = Origin(who=who, source="undo", undoes=number, recorded_at=recorded_at)
    revision = record(engine, origin, plan)
    if revision is None:
        raise NoSuchRevision("no_such_revision", number=number)
    return revision


def _left_hanging(undone: State, reverse: Sequence[Change]) -> list[str]:
    """What stands in the way of the state ``undone``: records that name one the undo takes away, and records closed
    since that one brought back names."""
    gone = {(c.entity, c.code) for c in reverse if c.after is None}
    back = {(c.entity, c.code) for c in reverse if c.after is not None}
    in_way = []
    for entity, records in undone.items():
        for code, values in records.items():
            if not gone and (entity, code) not in back:
                continue
            for _, target, name in references(entity, values):
                if name not in undone.get(target, {}):
                    in_way.append(f"{entity} {code}" if (target, name) in gone else f"{target} {name}")
    return in_way
