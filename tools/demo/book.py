"""The book that every part writes into: each record with its versions."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, Final

from akint_dash.domain.schema import ENTITIES

Row = dict[str, str]


def words(value: Any) -> str:
    """One cell as it is written in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)


class Book:
    """Every record with its versions: the day each became known, and the whole row from then on."""

    def __init__(self) -> None:
        self.versions: dict[tuple[str, str], list[tuple[date, Row | None]]] = defaultdict(list)

    def put(self, entity: str, code: str, known: date, **values: Any) -> None:
        """A new version, known from that day: the version before it, with ``values`` changed."""
        before = self.versions[entity, code]
        old = before[-1][1] if before else None
        row = {**(old or {}), **{name: words(value) for name, value in values.items()}}
        unknown = set(row) - set(ENTITIES[entity].by_name)
        if unknown:
            raise ValueError(f"{entity} has no column {sorted(unknown)}")
        if before and known < before[-1][0]:
            raise ValueError(f"{entity} {code}: {known} is before its last version")
        before.append((known, row))

    def close(self, entity: str, code: str, known: date) -> None:
        """The record is closed from that day."""
        self.versions[entity, code].append((known, None))

    def at(self, day: date) -> dict[tuple[str, str], Row]:
        """The state that was known on ``day``."""
        state = {}
        for key, versions in self.versions.items():
            known = [row for since, row in versions if since <= day]
            if known and known[-1] is not None:
                state[key] = known[-1]
        return state

    def codes(self, entity: str) -> list[str]:
        """All codes of an entity, in the order they were put."""
        return [code for name, code in self.versions if name == entity]

    def first(self, entity: str, code: str) -> tuple[date, Row]:
        """The first version of a record."""
        known, row = self.versions[entity, code][0]
        if row is None:
            raise ValueError(f"{entity} {code} begins closed")
        return known, row


BOOK: Final = Book()
