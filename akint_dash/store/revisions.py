"""The history: every write is one revision with its changes, in the same transaction.

Persons are changed with everything else, as the entity ``person``, but lie outside it (see ``store.persons``).
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from akint_dash.domain.history import Change, State, apply
from akint_dash.domain.mark import history_digest
from akint_dash.domain.references import references
from akint_dash.domain.schema import PERSON
from akint_dash.errors import NoSuchRevision, UndoRefused
from akint_dash.store.engine import writing
from akint_dash.store.persons import empty, read_person_changes, read_persons, scrub, write_persons
from akint_dash.store.state import read_state, write_changes
from akint_dash.store.tables import CHANGE, REVISION

FORGET: Final = "forget"
"""The source of a revision in which a person was forgotten."""


MOST_REASON: Final = 500
"""So many signs of a reason are kept."""


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
    workbooks: str = ""
    """The marks of the workbooks that were read, each with the place of its file, between blanks."""
    reason: str | None = None
    """Why, in the words of who wrote it; None where that was not said. For staff only."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who writes, from what. ``recorded_at`` is now unless the demonstration says otherwise."""

    who: str
    source: str
    files: str = ""
    data_as_of: str | None = None
    undoes: int | None = None
    recorded_at: str | None = None
    workbooks: str = ""
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What came before, read only where it is asked for."""

    _connection: Connection

    def changes(self, after: int) -> list[tuple[int, Change]]:
        """(revision, change) of every later revision, oldest first; those of persons too."""
        both = read_changes(self._connection, after) + read_person_changes(self._connection, after)
        return sorted(both, key=lambda pair: pair[0])

    def revisions(self) -> list[Revision]:
        """Every revision, the oldest first."""
        return list_revisions(self._connection)


Plan = Callable[[State, int, Past], Sequence[Change]]
"""Given today's state (persons too), the newest revision and what came before: what to write."""


def whole_state(connection: Connection) -> State:
    """Today's state with the persons, as the entity ``person``: what an import is held against."""
    persons = read_persons(connection)
    return {**read_state(connection), **({PERSON.name: persons} if persons else {})}


def digest_at(revisions: Sequence[Revision], number: int) -> str:
    """A digest of the history up to revision ``number``: tells it from another database's."""
    return history_digest((r.number, r.recorded_at, r.fingerprint) for r in revisions if r.number <= number)


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
        changes = plan(whole_state(connection), number, Past(connection))
        revision = _write(connection, number + 1, origin, changes) if changes else None
        if pause_s and changes:
            print("in transaction", file=sys.stderr, flush=True)  # noqa: T201
            time.sleep(pause_s)
        return revision


def _write(connection: Connection, number: int, origin: Origin, all_changes: Sequence[Change]) -> Revision:
    changes = [change for change in all_changes if change.entity != PERSON.name]
    rows = rows_of(number, changes)
    sorts = [change.sort for change in all_changes]
    revision = Revision(
        number=number,
        recorded_at=origin.recorded_at or _now(),
        who=origin.who,
        data_as_of=origin.data_as_of,
        source=origin.source,
        files=origin.files,
        fingerprint=fingerprint(rows),
        undoes=origin.undoes,
        added=sorts.count("added"),
        changed=sorts.count("changed"),
        closed=sorts.count("closed"),
        workbooks=origin.workbooks,
        reason=kept_reason(origin.reason),
    )
    _insert(connection, revision)
    write_changes(connection, changes)
    if rows:
        connection.execute(sa.insert(CHANGE), rows)
    write_persons(connection, number, (change for change in all_changes if change.entity == PERSON.name))
    return revision


def kept_reason(said: str | None) -> str | None:
    """A reason as the history keeps it: one line of at most ``MOST_REASON`` signs; None where nothing is said."""
    return " ".join((said or "").split())[:MOST_REASON].rstrip() or None


def rows_of(number: int, changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The changes of a revision as the rows of the table that keeps them."""
    return [
        {
            "revision": number,
            "entity": change.entity,
            "code": change.code,
            "before": _text(change.before),
            "after": _text(change.after),
        }
        for change in changes
    ]


def _insert(connection: Connection, revision: Revision) -> None:
    connection.execute(sa.insert(REVISION), {name: getattr(revision, name) for name in Revision.__slots__})


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


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


def forget(engine: Engine, code: str, who: str, recorded_at: str | None = None) -> Revision | None:
    """Empty the person ``code`` everywhere, for good, as a revision of its own; None where there is no such person.

    That revision says who forgot which code when, and has no changes: nothing can take it back.

    Raises:
        DatabaseUnavailable: the database cannot be reached; nothing was written.
    """
    with writing(engine) as connection:
        known = read_persons(connection).get(code)
        if known is None:
            return None
        revision = Revision(
            number=newest(connection) + 1,
            recorded_at=recorded_at or _now(),
            who=who,
            data_as_of=None,
            source=FORGET,
            files=code,
            fingerprint=fingerprint([]),
            undoes=None,
            added=0,
            changed=1,
            closed=0,
        )
        _insert(connection, revision)
        empty(connection, code)
    scrub(engine)
    return revision


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


def undo(
    engine: Engine, number: int, who: str, recorded_at: str | None = None, *, reason: str | None = None
) -> Revision:
    """Take back revision ``number`` by a new revision with the reverse of its changes.

    ``recorded_at`` is now unless the demonstration says otherwise.

    Raises:
        NoSuchRevision: there is none of that number.
        UndoRefused: later revisions built upon it (``records`` names those in the way), or it is only about persons
            who were forgotten.
    """

    def plan(state: State, newest_number: int, past: Past) -> Sequence[Change]:
        if not 0 < number <= newest_number:
            raise NoSuchRevision("no_such_revision", number=number)
        own = past.changes(number - 1)
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
        if not reverse:
            raise UndoRefused("undo_forgotten", (), number=number)
        return reverse

    origin = Origin(who=who, source="undo", undoes=number, recorded_at=recorded_at, reason=reason)
    revision = record(engine, origin, plan)
    assert revision is not None  # noqa: S101 - the plan is never empty
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
