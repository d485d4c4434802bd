"""The portfolio: one immutable snapshot of one revision, cut for one audience. Nothing else reads tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, Literal

import pandas as pd

from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, State, Values, unapply
from akint_dash.domain.references import references
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.settings import OSLO
from akint_dash.store.involvement import Involvement, involve, rates_of
from akint_dash.store.revisions import Revision

Audience = Literal["public", "staff"]
STAFF_ONLY: Final = frozenset({"note", "exemption", "person"})
"""Columns that never reach a stranger, on public records too."""


@dataclass(frozen=True)
class Portfolio:
    """What is known at one revision (or was known on one day), for one audience.

    ``state`` is entity -> code -> values; ``frame`` gives the same as a table. ``changes`` are (revision, change),
    oldest first, cut like the state. ``as_of`` is the day looked back to, None for today.
    """

    audience: Audience
    state: State
    revisions: tuple[Revision, ...]
    changes: tuple[tuple[int, Change], ...]
    as_of: date | None = None
    _frames: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    @property
    def revision(self) -> int:
        """The number of the newest revision shown, 0 before the first."""
        return self.revisions[-1].number if self.revisions else 0

    @cached_property
    def involvement(self) -> Involvement:
        """The fact table of the views."""
        return involve(self.state)

    @cached_property
    def rates(self) -> Mapping[str, Mapping[int, float]]:
        """currency -> year -> kroner for one."""
        return rates_of(self.state)

    @cached_property
    def demonstration(self) -> bool:
        """Whether any record is invented."""
        return any(DEMONSTRATION in v for records in self.state.values() for v in records.values())

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is nothing but code lists."""
        return not any(records for name, records in self.state.items() if ENTITIES[name].sort != "list")

    def records(self, entity: str) -> Mapping[str, Values]:
        """The records of one entity by code; empty where there are none."""
        return self.state.get(entity, {})

    def get(self, entity: str, code: object) -> Values:
        """One record, an empty mapping where it is not (or not for this audience)."""
        return self.state.get(entity, {}).get(str(code), {})

    def frame(self, entity: str) -> pd.DataFrame:
        """The records as a table: column ``code`` and every column of the schema but ties; missing is NaN/None."""
        if entity not in self._frames:
            self._frames[entity] = _frame(entity, self.records(entity))
        return self._frames[entity]

    def ties(self, entity: str, column: str) -> pd.DataFrame:
        """One row per tie: columns code, target, share (whole percent or NaN)."""
        key = f"{entity}.{column}"
        if key not in self._frames:
            rows = [
                (code, target, share)
                for code, values in self.records(entity).items()
                for target, share in _pairs(values, column)
            ]
            self._frames[key] = pd.DataFrame(rows, columns=["code", "target", "share"])
        return self._frames[key]


def _pairs(values: Values, column: str) -> list[Any]:
    found: Any = values.get(column, [])
    return list(found)


_DTYPES: Final[Mapping[Kind, str]] = {
    Kind.INTEGER: "Int64",
    Kind.MONEY: "Int64",
    Kind.NUMBER: "float64",
    Kind.FLAG: "bool",
}


def _frame(entity: str, records: Mapping[str, Values]) -> pd.DataFrame:
    columns: dict[str, Any] = {"code": pd.Series(list(records), dtype="str")}
    for column in ENTITIES[entity].scalars:
        cells = [values.get(column.name) for values in records.values()]
        columns[column.name] = pd.Series(cells, dtype=_DTYPES.get(column.kind, "str"))
    return pd.DataFrame(columns)


# -- the cut


def internal_codes(state: State) -> frozenset[tuple[str, str]]:
    """Records a stranger must not see: internal ones, and parts of internal ones."""
    hidden = {
        (entity, code)
        for entity, records in state.items()
        for code, values in records.items()
        if values.get("visibility") == "internal"
    }
    grown = True
    while grown:
        more = {
            (entity.name, code)
            for entity in ENTITIES.values()
            if entity.parent
            for code, values in state.get(entity.name, {}).items()
            if (entity.by_name[entity.parent].of, values.get(entity.parent)) in hidden
        } - hidden
        hidden |= more
        grown = bool(more)
    return frozenset(hidden)


def cut_values(entity: str, values: Values, hidden: frozenset[tuple[str, str]]) -> Values:
    """A public record without staff's columns and without the names of hidden records."""
    columns = ENTITIES[entity].by_name
    shown: dict[str, Any] = {}
    named = {(c, t, code) for c, t, code in references(entity, values) if (t, code) in hidden}
    for name, value in values.items():
        if name in STAFF_ONLY or name == SOURCE_REFS:
            continue
        if any(column == name for column, _, _ in named):
            if columns[name].kind is Kind.REFERENCE:
                continue
            gone = {code for column, _, code in named if column == name}
            pairs: Any = value
            value = [pair for pair in pairs if pair[0] not in gone]
            if not value:
                continue
        if entity == "remark" and name == "record" and any(value == code for _, code in hidden):
            continue
        shown[name] = value
    return shown


def cut(state: State, hidden: frozenset[tuple[str, str]]) -> dict[str, dict[str, Values]]:
    """The state without hidden records, once, before any measure."""
    return {
        entity: {
            code: cut_values(entity, values, hidden)
            for code, values in records.items()
            if (entity, code) not in hidden and not _about_hidden(entity, values, hidden)
        }
        for entity, records in state.items()
    }


def _about_hidden(entity: str, values: Values, hidden: frozenset[tuple[str, str]]) -> bool:
    return entity == "remark" and any(values.get("record") == code for _, code in hidden)


def make(
    state: State,
    revisions: Sequence[Revision],
    changes: Sequence[tuple[int, Change]],
    audience: Audience,
    as_of: date | None = None,
) -> Portfolio:
    """The portfolio of today's ``state``, looked back to ``as_of`` and cut for ``audience``.

    A record that is internal today, or was on the day looked back to, stays hidden.
    """
    ever_hidden = internal_codes(state)
    if as_of is not None:
        known = {r.number for r in revisions if recorded_day(r) <= as_of}
        state = unapply(state, [c for number, c in changes if number not in known])
        revisions = [r for r in revisions if r.number in known]
        changes = [(number, c) for number, c in changes if number in known]
    if audience == "public":
        ever_hidden |= internal_codes(state) | _hidden_in(changes)
        shown = [
            (number, _cut_change(c, ever_hidden)) for number, c in changes if (c.entity, c.code) not in ever_hidden
        ]
        # a revision that only touched internal records still counts: its number, never its content
        return Portfolio(audience, cut(state, ever_hidden), tuple(revisions), tuple(shown), as_of)
    return Portfolio(audience, state, tuple(revisions), tuple(changes), as_of)


def _hidden_in(changes: Sequence[tuple[int, Change]]) -> frozenset[tuple[str, str]]:
    """Records whose last known visibility was internal when they were closed, and their parts."""
    gone: dict[str, dict[str, Values]] = {}
    for _, change in changes:
        if change.after is None and change.before is not None:
            gone.setdefault(change.entity, {})[change.code] = change.before
        else:
            gone.get(change.entity, {}).pop(change.code, None)
    return internal_codes(gone)


def _cut_change(change: Change, hidden: frozenset[tuple[str, str]]) -> Change:
    def side(values: Values | None) -> Values | None:
        if values is None or values.get("visibility") == "internal":
            return None
        return cut_values(change.entity, values, hidden)

    return Change(change.entity, change.code, side(change.before), side(change.after))


def recorded_day(revision: Revision) -> date:
    """The day in Europe/Oslo on which a revision was recorded."""
    moment = datetime.fromisoformat(revision.recorded_at.replace("Z", "+00:00"))
    return moment.astimezone(OSLO).date()
