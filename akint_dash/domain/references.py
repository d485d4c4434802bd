"""Which records a record names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.schema import SHEETS, Kind

NAMED_THROUGH: Final[Mapping[str, str]] = {"cooperation": "region", "membership": "organisation"}
"""Entities that are named by a record they name: the column, and the entity, of it."""


def references(entity: str, values: Values) -> Iterator[tuple[str, str, str]]:
    """(column, entity, code) of each record that ``values`` names."""
    columns = SHEETS[entity].by_name
    for name, value in values.items():
        column = columns.get(name)
        if column is None:
            continue
        if column.kind is Kind.REFERENCE:
            yield name, column.of, str(value)
        elif column.kind is Kind.TIES:
            pairs: Any = value
            for code, _share in pairs:
                yield name, column.of, code
