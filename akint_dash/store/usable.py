"""The state as it can be shown: texts without what no one sees, and no number or day that no measure can bear.

One bad record takes no page with it. A value outside its range is left out (a required one counts as the nearest that
is inside), and every such value is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.harmless import harmless
from akint_dash.domain.history import Change, State, Values
from akint_dash.domain.ranges import brought_in, range_of
from akint_dash.domain.schema import ENTITIES, Column, Kind


@dataclass(frozen=True, slots=True)
class Absurd:
    """A value that cannot be: where it stands, what it is, and what it counts as ("" where it is left out)."""

    entity: str
    code: str
    column: Column
    value: str
    counts_as: str = ""


_COLUMNS: Final[Mapping[str, Mapping[str, Column]]] = {
    name: {c.name: c for c in entity.columns if c.kind is Kind.TEXT or range_of(c) is not None}
    for name, entity in ENTITIES.items()
}


def usable_values(entity: str, values: Values, code: str = "", found: list[Absurd] | None = None) -> Values:
    """A record as it can be shown: the same mapping where there is nothing to mend. ``found`` gets what was mended."""
    mended: dict[str, Any] = {}
    columns = _COLUMNS.get(entity, {})
    for name, value in values.items():
        column = columns.get(name)
        if column is None:
            continue
        good = harmless(str(value)) if column.kind is Kind.TEXT else brought_in(column, value)
        if good is value or good == value:
            continue
        if column.kind is not Kind.TEXT:
            if not column.required:
                good = None
            if found is not None:
                found.append(Absurd(entity, code, column, str(value), str(good or "")))
        mended[name] = good
    if not mended:
        return values
    whole: dict[str, Any] = {**values, **mended}
    return {name: value for name, value in whole.items() if value is not None}


def usable(
    state: State, changes: Sequence[tuple[int, Change]]
) -> tuple[State, Sequence[tuple[int, Change]], tuple[Absurd, ...]]:
    """The state and its history as they can be shown, and what of today's state cannot be."""
    found: list[Absurd] = []
    shown = {
        entity: {code: usable_values(entity, values, code, found) for code, values in records.items()}
        for entity, records in state.items()
    }
    return shown, [(number, _usable_change(change)) for number, change in changes], tuple(found)


def _usable_change(change: Change) -> Change:
    before = change.before and usable_values(change.entity, change.before)
    after = change.after and usable_values(change.entity, change.after)
    if before is change.before and after is change.after:
        return change
    return Change(change.entity, change.code, before, after)


def of(absurd: Sequence[Absurd], state: State) -> tuple[Absurd, ...]:
    """Those whose records are in ``state``."""
    return tuple(one for one in absurd if one.code in state.get(one.entity, {}))
