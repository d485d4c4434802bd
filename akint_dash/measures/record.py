"""One record by itself: who points at it, what became of it, its place in a list, its amounts in kroner."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.money import RateQuality, of_year, to_ore
from akint_dash.domain.references import references
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.calls import calls
from akint_dash.measures.memo import once
from akint_dash.measures.pipeline import rate_year
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import RULES, context
from akint_dash.store.portfolio import Portfolio
from akint_dash.store.revisions import Revision

Key = tuple[str, str]
Pointer = tuple[str, str, str]
"""(entity, column, code) of a record that names another."""


def pointers(portfolio: Portfolio, entity: str, code: str) -> Mapping[tuple[str, str], Sequence[str]]:
    """(entity, column) -> codes of the records that name this one, in the schema's order and that of the codes."""
    found: dict[tuple[str, str], list[str]] = {}
    for source, column, name in once(portfolio, "pointers", lambda: _pointers(portfolio)).get((entity, code), ()):
        found.setdefault((source, column), []).append(name)
    return found


def _pointers(portfolio: Portfolio) -> dict[Key, list[Pointer]]:
    found: dict[Key, list[Pointer]] = {}
    for entity in ENTITIES:
        for code, values in portfolio.records(entity).items():
            for column, target, name in references(entity, values):
                found.setdefault((target, name), []).append((entity, column, code))
    return found


def parts_of(entity: str) -> tuple[str, ...]:
    """The entities whose records are parts of one of ``entity``."""
    return tuple(e.name for e in ENTITIES.values() if e.parent and e.by_name[e.parent].of == entity)


# -- the history


@dataclass(frozen=True, slots=True)
class Happened:
    """What one revision did to a record: ``added``, ``changed`` or ``closed``; ``fields`` are what differs."""

    entity: str
    code: str
    revision: Revision
    sort: str
    before: Values
    after: Values
    fields: tuple[str, ...]


def history(portfolio: Portfolio, entity: str, code: str) -> list[Happened]:
    """What became of a record and of its parts, gone ones too: the newest first, the record before them."""
    revisions = {r.number: r for r in portfolio.revisions}
    found = []
    for number, change in once(portfolio, "changes of records", lambda: _changes(portfolio)).get((entity, code), ()):
        before, after = change.before or {}, change.after or {}
        columns = ENTITIES[change.entity].by_name
        names = [*columns, *sorted((before.keys() | after.keys()) - columns.keys())]
        fields = tuple(name for name in names if before.get(name) != after.get(name))
        found.append(Happened(change.entity, change.code, revisions[number], change.sort, before, after, fields))
    return sorted(found, key=lambda one: (-one.revision.number, one.entity != entity))


def _changes(portfolio: Portfolio) -> dict[Key, list[Any]]:
    found: dict[Key, list[Any]] = {}
    for number, change in portfolio.changes:
        found.setdefault((change.entity, change.code), []).append((number, change))
        if parent := ENTITIES[change.entity].parent:
            of = ENTITIES[change.entity].by_name[parent].of
            for code in {str(side[parent]) for side in (change.before, change.after) if side and parent in side}:
                found.setdefault((of, code), []).append((number, change))
    return found


# -- its place in a list


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands among the ``of`` records of its kind in the selection, from 1; "" is no neighbour."""

    place: int
    of: int
    before: str
    after: str


def place(scope: Scope, entity: str, code: str, among: Collection[str] = ()) -> Place | None:
    """The record's place in the selection (its period left aside), or of those of it that are ``among`` some, in the
    order of codes; None outside it."""
    codes = [one for one in scope.records(entity) if not among or one in among]
    if code not in codes or len(codes) == 1:
        return None
    at = codes.index(code)
    return Place(at + 1, len(codes), codes[at - 1] if at else "", codes[at + 1] if at + 1 < len(codes) else "")


# -- its money


@dataclass(frozen=True, slots=True)
class Kroner:
    """An amount in øre at a ``rate`` of a ``year``: the very year's, or the last known before it (provisional)."""

    ore: int
    rate: float
    year: int
    provisional: bool


NEVER: Final = 0
"""The year of what has no day: no rate is known before it."""


def in_kroner(scope: Scope, entity: str, code: str, values: Values, column: str) -> Kroner | None:
    """An amount of another currency in kroner, at the rate that the product counts it with; None without a rate."""
    amount, currency = int(str(values[column])), str(values.get("currency", "NOK"))
    rates = scope.portfolio.rates
    year = year_of_rate(scope, entity, code, values)
    one, rate = to_ore(amount, currency, year, rates), of_year(rates.get(currency, {}), year)
    if one.ore is None or rate is None:
        return None
    used = max(y for y in rates[currency] if y <= year)
    return Kroner(one.ore, rate, used, one.quality is RateQuality.PROVISIONAL)


def year_of_rate(scope: Scope, entity: str, code: str, values: Values) -> int:
    """The year whose rate an amount of a record is counted at: the one that the measure of its kind uses."""
    if entity == "project":
        day = RULES["project"].day(
            code, values, once(scope.portfolio, "context", lambda: context(scope.portfolio.state))
        )
        return int(day[:4]) if day else NEVER
    if entity == "funding":
        return rate_year(scope.county(), str(values["project"]))
    if entity == "participation":
        return int(str(values.get("from_date", NEVER))[:4])
    if entity == "call":
        call = calls(scope.portfolio, scope.today, scope.now).get(code)
        return call.next.day.year if call and call.next else scope.today.year
    return int(str(values.get("year", NEVER)))
