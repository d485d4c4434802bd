"""The portfolio: one immutable snapshot of one revision, cut for one audience. Nothing else reads tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any, Final, Literal

import pandas as pd

from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, State, Values, unapply
from akint_dash.domain.references import references
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.store.data_days import data_days, recorded_day
from akint_dash.store.involvement import Involvement, involve, rates_of
from akint_dash.store.revisions import Revision
from akint_dash.store.usable import Absurd

Audience = Literal["public", "staff"]
STAFF_ONLY: Final = frozenset({"note", "exemption", "person", "dismissed_areas", "fit_reasons"})
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
    edition: str = ""
    """What tells its snapshot from every other; the number alone does not (see ``store.identity``)."""
    absurd: tuple[Absurd, ...] = ()
    """Values of today that cannot be, and are left out of ``state`` (see ``store.usable``)."""
    _frames: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def on(self, as_of: date) -> Portfolio:
        """The same, looked back to a day with the same newest revision; what is worked out of the records is shared."""
        involvement = self.involvement
        made = replace(self, as_of=as_of, _frames={})
        vars(made).update(involvement=involvement, rates=self.rates)
        return made

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
    def _data_days(self) -> Mapping[str, date]:
        return data_days(self.revisions, {(number, change.entity) for number, change in self.changes})

    def data_day(self, entity: str) -> date | None:
        """The newest day that a source told of ``entity`` on; None where no source has (see ``store.data_days``)."""
        return self._data_days.get(entity)

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

_BOUND: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    name: tuple((c.name, c.of) for c in entity.columns if c.kind is Kind.REFERENCE and c.required)
    for name, entity in ENTITIES.items()
}
"""entity -> (column, entity named) of what a record cannot be shown without: what it is a part of, and the like."""

Keys = frozenset[tuple[str, str]]


def internal_codes(state: State, also: Keys = frozenset()) -> Keys:
    """(entity, code) that a stranger must not see: internal records and ``also``, their parts, remarks about them."""
    hidden = {
        (entity, code)
        for entity, records in state.items()
        for code, values in records.items()
        if values.get("visibility") == "internal"
    } | also
    bound = {entity: columns for entity, columns in _BOUND.items() if columns and entity in state}
    grown = bool(hidden)
    while grown:
        more = {
            (entity, code)
            for entity, columns in bound.items()
            for code, values in state[entity].items()
            if any((target, values.get(column)) in hidden for column, target in columns)
        } - hidden
        folded = {code.casefold() for _, code in hidden}
        for code, values in state.get("remark", {}).items():
            if _about(values) in folded and ("remark", code) not in hidden:
                more.add(("remark", code))
        hidden |= more
        grown = bool(more)
    return frozenset(hidden)


def _about(values: Values) -> str:
    """The code of the record that a remark is about, as it is compared."""
    return str(values.get("record", "")).strip().casefold()


def cut_values(entity: str, values: Values, hidden: Keys) -> Values:
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
        shown[name] = value
    return shown


def cut(state: State, hidden: Keys) -> dict[str, dict[str, Values]]:
    """The state without hidden records, once, before any measure."""
    shown = {
        entity: {
            code: cut_values(entity, values, hidden) for code, values in records.items() if (entity, code) not in hidden
        }
        for entity, records in state.items()
    }
    return {entity: records for entity, records in shown.items() if records}


def make(
    state: State,
    revisions: Sequence[Revision],
    changes: Sequence[tuple[int, Change]],
    audience: Audience,
    as_of: date | None = None,
) -> Portfolio:
    """The portfolio of today's ``state``, looked back to ``as_of`` and cut for ``audience``.

    A record that is internal today, or was when it was closed or on the day looked back to, stays hidden.
    """
    internal = _internal_then(state, changes) if audience == "public" else []
    hidden = _hidden(state, changes, internal) if audience == "public" else frozenset()
    if as_of is not None:
        number = max((r.number for r in revisions if recorded_day(r) <= as_of), default=0)
        state = unapply(state, [c for n, c in changes if n > number])
        revisions = [r for r in revisions if r.number <= number]
        changes = [(n, c) for n, c in changes if n <= number]
    if audience == "staff":
        return Portfolio(audience, state, tuple(revisions), tuple(changes), as_of)
    hidden = internal_codes(state, hidden)
    shown = []
    for (number, change), sides in zip(changes, internal, strict=False):
        if (change.entity, change.code) not in hidden and (public := _cut_change(change, sides, hidden)):
            shown.append((number, public))
    # a revision that only touched internal records still counts: its number, never its content or how much it was
    public_counts = _counted(revisions, shown)
    return Portfolio(audience, cut(state, hidden), public_counts, tuple(shown), as_of)


def as_at(portfolio: Portfolio, number: int) -> Portfolio:
    """A portfolio for staff as it was at revision ``number``."""
    state = unapply(portfolio.state, [change for n, change in portfolio.changes if n > number])
    return Portfolio(
        portfolio.audience,
        state,
        tuple(r for r in portfolio.revisions if r.number <= number),
        tuple(pair for pair in portfolio.changes if pair[0] <= number),
    )


def _counted(revisions: Sequence[Revision], shown: Sequence[tuple[int, Change]]) -> tuple[Revision, ...]:
    """The revisions with the counts of what is shown of them, and without their reasons."""
    counts = Counter((number, change.sort) for number, change in shown)
    return tuple(
        replace(
            r,
            added=counts[r.number, "added"],
            changed=counts[r.number, "changed"],
            closed=counts[r.number, "closed"],
            reason=None,
        )
        for r in revisions
    )


def _internal_then(state: State, changes: Sequence[tuple[int, Change]]) -> list[tuple[bool, bool]]:
    """For each change, whether its record was internal before it and after it, as everything stood at that moment."""
    then: dict[str, dict[str, Values]] = {entity: dict(records) for entity, records in state.items()}
    found: list[tuple[bool, bool]] = []
    for _, same in groupby(reversed(changes), key=lambda pair: pair[0]):
        group = [change for _, change in same]
        after = [_is_internal(then, change.entity, change.after) for change in group]
        for change in group:
            if change.before is None:
                del then[change.entity][change.code]
            else:
                then.setdefault(change.entity, {})[change.code] = change.before
        before = [_is_internal(then, change.entity, change.before) for change in group]
        found += zip(before, after, strict=True)
    return found[::-1]


def _is_internal(state: State, entity: str, values: Values | None) -> bool:
    if values is None:
        return False
    if values.get("visibility") == "internal":
        return True
    if entity == "remark" and (about := _about(values)):
        named = ((e, v) for e, records in state.items() for c, v in records.items() if c.casefold() == about)
        return any(_is_internal(state, e, v) for e, v in named if e != "remark")
    return any(
        _is_internal(state, target, state.get(target, {}).get(str(values.get(column))))
        for column, target in _BOUND[entity]
    )


def _hidden(state: State, changes: Sequence[tuple[int, Change]], internal: Sequence[tuple[bool, bool]]) -> Keys:
    """Records that are internal, or were when they were closed, their parts and the remarks about them."""
    ever = {entity: dict(records) for entity, records in state.items()}
    closed_internal = set()
    for (_, change), (before, _after) in zip(changes, internal, strict=True):
        key = change.entity, change.code
        if change.after is None and change.before is not None:
            if change.code not in state.get(change.entity, {}):
                ever.setdefault(change.entity, {})[change.code] = change.before
            if before:
                closed_internal.add(key)
        else:
            closed_internal.discard(key)
    return internal_codes(ever, frozenset(closed_internal))


def _cut_change(change: Change, internal: tuple[bool, bool], hidden: Keys) -> Change | None:
    """The change as a stranger may see it; None where nothing of it is left."""

    def side(values: Values | None, inside: bool) -> Values | None:
        if values is None or inside:
            return None
        if any((target, values.get(column)) in hidden for column, target in _BOUND[change.entity]):
            return None
        if change.entity == "remark" and any(_about(values) == code.casefold() for _, code in hidden):
            return None
        return cut_values(change.entity, values, hidden)

    before, after = side(change.before, internal[0]), side(change.after, internal[1])
    return None if before == after else Change(change.entity, change.code, before, after)
