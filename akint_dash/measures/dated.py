"""What things that must be done by a day share: which calls are ours to follow, and their table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from akint_dash.domain.history import Values
from akint_dash.domain.selection import WHERE
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.fit_decisions import decided
from akint_dash.measures.memo import once
from akint_dash.measures.pipeline import UNDERWAY, standings
from akint_dash.measures.scope import NEVER, Scope
from akint_dash.store.involvement import days

AIMING: Final = UNDERWAY | {"submitted", None}
"""A project of these statuses still has its call's deadlines before it (a second stage too)."""
AREA: Final = Heading("area", Cell.NAME, "Rådsområde")
Row = tuple[date, tuple[str, str], Sequence[Any]]
"""The day, the record it is about, and the cells of further columns."""


def to_come(scope: Scope, entity: str) -> tuple[str, ...]:
    """The records of a kind of involvement in the selection that begin after its data's day: planned ones."""
    facts, last, period = scope.facts, days(scope.last_day(entity)), scope.selection.periode or (0, NEVER)
    found = []
    for row in np.flatnonzero(facts.responsible & (facts.day > last)):
        kind, code = facts.records[facts.record[row]]
        if kind == entity and period[0] <= facts.year[row] <= period[1]:
            found.append(code)
    return tuple(code for code in found if scope.holds(entity, code, scope.portfolio.get(entity, code)))


@dataclass(frozen=True, slots=True)
class Planned:
    """How many records begin after their data's day, and those days: kinds of records may be told of on several."""

    n: int
    days: tuple[date, ...]


def would_count(scope: Scope) -> list[str]:
    """The codes of records that every filter lets through as it does a count: an activity has no programme."""
    return [scope.facts.records[record][1] for record in set(scope.facts.record[scope.let_through].tolist())]


def planned(scope: Scope, *entities: str, among: Iterable[str] | None = None) -> Planned:
    """What :func:`to_come` finds of some kinds, and ``among`` some codes alone where they are given."""
    some = None if among is None else frozenset(among)
    found = {entity: [code for code in to_come(scope, entity) if some is None or code in some] for entity in entities}
    days_told = {date.fromisoformat(scope.last_day(entity)) for entity, codes in found.items() if codes}
    return Planned(sum(map(len, found.values())), tuple(sorted(days_told)))


def aimed_at(scope: Scope) -> Mapping[str, str]:
    """call -> the code of the project under way in the selection that aims at it (the last one where several do).

    Whatever status, places and months are chosen: a call has none, and a deadline is no project's that they leave out.
    """
    some = standings(scope.narrowed(status=(), maned=(), **dict.fromkeys(WHERE, ())))
    projects = ((s.code, scope.portfolio.get("project", s.code)) for s in some if s.status in AIMING)
    return {str(values["call"]): code for code, values in projects if "call" in values}


def whose(scope: Scope) -> Mapping[str, str]:
    """call -> the code of the project that aims at it in the chosen areas; made once a snapshot, selection and day.

    Whose a call is does not follow what else is chosen.
    """
    key = "whose", scope.selection, scope.today
    return once(scope.portfolio, key, lambda: {**aimed_at(scope.of_areas()), **aimed_at(scope)})


def confirming(scope: Scope, call: Values) -> list[str]:
    """The areas of the selection that have confirmed a call."""
    chosen = scope.selection.omrade
    return [area for area in decided(call, "confirmed_areas") if not chosen or area in chosen]


def area_cell(code: str | None) -> tuple[str, str] | None:
    """The cell of an area."""
    return ("area", code) if code else None


def dated_table(rows: Iterable[Row], more: Sequence[Heading], today: date) -> Table:
    """One row per thing. Columns: days (from ``today``), date, record, and ``more``."""
    heads = (
        Heading("days", Cell.DAYS, "Dager igjen"),
        Heading("date", Cell.DATE, "Dato"),
        Heading("record", Cell.NAME, "Gjelder"),
    )
    return table(
        (*heads, *more), [((day - today).days, day.isoformat(), record, *cells) for day, record, cells in rows]
    )
