"""Reading the state of today out of the tables, and writing changes into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, State, Values
from akint_dash.domain.schema import ENTITIES, Column
from akint_dash.store.tables import SOURCE_REF, TABLES, TIES

CHUNK: Final = 500


def read_state(connection: Connection) -> dict[str, dict[str, Values]]:
    """Every record of today, in the order of codes, as ``entity -> code -> values`` (see ``domain.history``)."""
    state: dict[str, dict[str, Any]] = {}
    for name, table in TABLES.items():
        rows = connection.execute(sa.select(table)).mappings()
        state[name] = {row["code"]: _values(row) for row in sorted(rows, key=lambda row: str(row["code"]))}
    for (name, column), table in TIES.items():
        _add_ties(connection, table, ENTITIES[name].by_name[column], state[name])
    refs = sa.select(SOURCE_REF).order_by(*SOURCE_REF.c)
    for entity, code, source, key in connection.execute(refs):
        state[entity][code].setdefault(SOURCE_REFS, []).append([source, key])
    return {entity: records for entity, records in state.items() if records}


def _values(row: Any) -> dict[str, Any]:
    values = {key: value for key, value in row.items() if value is not None and key != "code"}
    if not values[DEMONSTRATION]:
        del values[DEMONSTRATION]
    return values


def _add_ties(connection: Connection, table: sa.Table, column: Column, records: dict[str, dict[str, Any]]) -> None:
    share = table.c.share if column.shares else sa.null()
    query = sa.select(table.c.code, table.c.target, share).order_by(table.c.code, table.c.position)
    for code, target, percent in connection.execute(query):
        records[code].setdefault(column.name, []).append([target, percent])


def write_changes(connection: Connection, changes: Iterable[Change]) -> None:
    """Make ``changes`` in the tables; foreign keys are checked at COMMIT."""
    by_entity: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_entity[change.entity].append(change)
    for entity, some in by_entity.items():
        _delete(connection, entity, [change.code for change in some if change.before is not None])
        _insert(connection, entity, [(c.code, c.after) for c in some if c.after is not None])


def _chunks(items: Sequence[Any]) -> Iterable[list[Any]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _delete(connection: Connection, entity: str, codes: Sequence[str]) -> None:
    for chunk in _chunks(codes):
        for column in ENTITIES[entity].ties:
            table = TIES[entity, column.name]
            connection.execute(sa.delete(table).where(table.c.code.in_(chunk)))
        connection.execute(sa.delete(SOURCE_REF).where(SOURCE_REF.c.entity == entity, SOURCE_REF.c.code.in_(chunk)))
        table = TABLES[entity]
        connection.execute(sa.delete(table).where(table.c.code.in_(chunk)))


def _insert(connection: Connection, entity: str, records: Sequence[tuple[str, Values]]) -> None:
    scalars = [column.name for column in ENTITIES[entity].scalars]
    for chunk in _chunks(records):
        rows = [
            {
                "code": code,
                DEMONSTRATION: bool(values.get(DEMONSTRATION, False)),
                **{name: values.get(name) for name in scalars},
            }
            for code, values in chunk
        ]
        connection.execute(sa.insert(TABLES[entity]), rows)
        for column in ENTITIES[entity].ties:
            ties = [row for code, values in chunk for row in _tie_rows(code, values, column)]
            if ties:
                connection.execute(sa.insert(TIES[entity, column.name]), ties)
        refs: list[dict[str, Any]] = [
            {"entity": entity, "code": code, "source": source, "source_key": key}
            for code, values in chunk
            for source, key in values.get(SOURCE_REFS, [])
        ]
        if refs:
            connection.execute(sa.insert(SOURCE_REF), refs)


def _tie_rows(code: str, values: Values, column: Column) -> Iterable[dict[str, Any]]:
    ties: Any = values.get(column.name, [])
    for position, (target, share) in enumerate(ties):
        row = {"code": code, "target": target, "position": position}
        yield row | {"share": share} if column.shares else row


def count_rows(connection: Connection) -> dict[str, int]:
    """Rows by entity, the empty ones too."""
    return {
        name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for name, table in TABLES.items()
    }


def is_demonstration(state: State) -> bool:
    """Whether any record is invented."""
    return any(DEMONSTRATION in values for records in state.values() for values in records.values())
