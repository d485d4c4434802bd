"""Holding a workbook against what it was made from, so that it never takes back what a colleague did.

Three values meet in a cell: what the workbook was made with (``was``), what the database holds today (``theirs``) and
what the workbook says (``ours``). Where the author changed nothing, theirs stays. Where only the author did, ours is
taken. Where both did, or where nobody knows what the workbook was made from, it is a conflict, and nothing is written
until it is confirmed. New records and blanks that are filled are no conflict.

A workbook that is read again is held against its own first reading too, if it is the same file and not another copy:
it carries the mark, lies in the same place, and holds no cell as it was before that reading. A file in that place that
holds only the old cells is a copy; one that holds some of both is a doubt, and each such cell a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from akint_dash.domain.history import Change, State, Value, Values
from akint_dash.domain.reading import Draft
from akint_dash.domain.schema import SHEETS
from akint_dash.domain.text import cut
from akint_dash.importers.spelling import clean_text


class Unknown(Enum):
    """Nobody knows what a cell was made with."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN


@dataclass(frozen=True, slots=True)
class Base:
    """What a workbook was made from: the state then (None: nobody knows), and what the same file has changed since."""

    state: State | None
    own: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A row of the workbook under the code of its record, its references resolved."""

    draft: Draft
    code: str
    values: Mapping[str, Any]


class Sides(Enum):
    """What to do with a cell."""

    KEEP = "keep"
    TAKE = "take"
    CONFLICT = "conflict"


class Lineage(Enum):
    """Whether a file goes on from its own first reading."""

    SAME = "same"
    COPY = "copy"
    DOUBT = "doubt"


class Then:
    """What one workbook was made from, cell by cell."""

    def __init__(self, base: Base, rows: Sequence[Said]) -> None:
        self.known = base.state is not None
        self.state = base.state or {}
        self._own = _own_cells(base.own)
        self.lineage = self._lineage(rows) if base.own else None

    def holds(self, entity: str, code: str) -> bool:
        """Whether the workbook held the record."""
        own = self._own.get((entity, code))
        if own is not None and self.lineage is Lineage.SAME:
            return own[1] is not None
        return code in self.state.get(entity, {})

    def made_with(self, entity: str, code: str) -> bool:
        """Whether the record was there when the workbook was made."""
        return code in self.state.get(entity, {})

    def value(self, entity: str, code: str, name: str) -> Value | Unknown | None:
        """What the cell held."""
        was = held(entity, self.state.get(entity, {}).get(code), name)
        before, after = self._own.get((entity, code), (None, None))
        old, new = held(entity, before, name), held(entity, after, name)
        if not self.known and old == new:
            return UNKNOWN
        if old == new or self.lineage is Lineage.COPY:
            return was
        return UNKNOWN if self.lineage is Lineage.DOUBT else new

    def _lineage(self, rows: Sequence[Said]) -> Lineage:
        said = {(row.draft.entity, row.code): row.values for row in rows}
        sheets = {entity for entity, _ in said}
        old = new = 0
        for (entity, code), (before, after) in self._own.items():
            values = said.get((entity, code))
            if entity not in sheets:
                continue
            if values is None or after is None:
                stale = (values is None) == (after is not None)
                old, new = old + stale, new + (not stale)
                continue
            for name, ours in values.items():
                was, wrote = held(entity, before, name), held(entity, after, name)
                if was != wrote:
                    old += alike(ours, was)
                    new += alike(ours, wrote)
        if not old:
            return Lineage.SAME
        return Lineage.DOUBT if new else Lineage.COPY


def held(entity: str, record: Values | None, name: str) -> Value | None:
    """What a record holds in a column; a record of its own without visibility is internal."""
    value = None if record is None else record.get(name)
    if value is None and record is not None and name == "visibility" and not SHEETS[entity].parent:
        return "internal"
    return value


def _own_cells(changes: Iterable[Change]) -> dict[tuple[str, str], tuple[Values | None, Values | None]]:
    """By record: before the first of the changes, and after the last."""
    found: dict[tuple[str, str], tuple[Values | None, Values | None]] = {}
    for change in changes:
        key = (change.entity, change.code)
        found[key] = (found[key][0] if key in found else change.before, change.after)
    return found


def sides(was: Value | Unknown | None, theirs: Value | None, ours: Value | None) -> Sides:
    """Whose value stands."""
    if alike(ours, theirs) or (was is not UNKNOWN and alike(ours, was)):
        return Sides.KEEP
    if theirs is None if was is UNKNOWN else alike(was, theirs):
        return Sides.TAKE
    return Sides.CONFLICT


def alike(ours: Any, known: Any) -> bool:
    """Whether a cell says what is known: a text as a cell can hold it, cut where it is too long for one."""
    if ours == known or (ours in (None, []) and known in (None, [])):
        return True
    if not (isinstance(ours, str) and isinstance(known, str)):
        return ours in (None, []) and isinstance(known, str) and not clean_text(known)
    plain = clean_text(known)
    return ours in (plain, cut(plain))
